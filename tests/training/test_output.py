"""The output layer's loss, made some tokens at a time, is that of all scores at once."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from doctrans.training import output
from doctrans.training.output import Layer, Thought

TOKENS, WIDTH, PIECES = 23, 8, 40


@pytest.fixture(params=[1, 7, 1000], ids="{} tokens at once".format)
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(output._AT_ONCE, "cpu", request.param * PIECES)


def some(seed: int) -> tuple[Tensor, Layer]:
    torch.manual_seed(seed)
    states = torch.randn(TOKENS, WIDTH, requires_grad=True)
    weight = torch.randn(PIECES, WIDTH, requires_grad=True)
    return states, Layer(weight, torch.randn(PIECES))


def wanted() -> Tensor:
    return torch.arange(TOKENS) * 7 % PIECES


def plainly(states: Tensor, layer: Layer, smoothing: float, thought: Thought | None) -> Tensor:
    """As it is written in a book."""
    scores = functional.linear(states, layer.weight, layer.bias)
    words = functional.cross_entropy(
        scores, wanted(), label_smoothing=smoothing, reduction="none"
    ).sum()
    if thought is None:
        return words
    theirs = functional.linear(thought.states, thought.layer.weight, thought.layer.bias)
    apart = functional.kl_div(
        scores.log_softmax(-1), theirs.log_softmax(-1), log_target=True, reduction="sum"
    )
    return (1 - thought.share) * words + thought.share * apart


@pytest.mark.parametrize("share", [None, 0.0, 0.3, 1.0])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.usefixtures("at_once")
def test_loss_and_gradients(smoothing: float, share: float | None) -> None:
    states, layer = some(1)
    theirs, their_layer = some(2)
    thought = None
    if share is not None:
        thought = Thought(
            theirs.detach(), Layer(their_layer.weight.detach(), their_layer.bias), share
        )
    expected = plainly(states, layer, smoothing, thought)
    wished = torch.autograd.grad(expected * 3, [states, layer.weight])
    got = output.loss(states, layer, wanted(), smoothing, thought)
    found = torch.autograd.grad(got * 3, [states, layer.weight])
    torch.testing.assert_close(got, expected, rtol=1e-5, atol=1e-4)
    for one, other in zip(found, wished, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-4)


@pytest.mark.usefixtures("at_once")
def test_in_half_precision_it_is_nearly_the_same() -> None:
    states, layer = some(1)
    exact = output.loss(states, layer, wanted(), 0.1)
    [wished] = torch.autograd.grad(exact, [states])
    with torch.autocast("cpu", torch.bfloat16):
        rough = output.loss(states, layer, wanted(), 0.1)
    [found] = torch.autograd.grad(rough, [states])
    assert found.dtype == torch.float32
    assert float(rough.detach()) == pytest.approx(float(exact.detach()), rel=0.02)
    assert float((found - wished).norm() / wished.norm()) < 0.05


def test_no_tokens_are_no_loss() -> None:
    states, layer = some(1)
    got = output.loss(states[:0], layer, wanted()[:0], 0.1)
    assert float(got.detach()) == 0
    [found] = torch.autograd.grad(got, [states])
    assert not found.any()


def test_a_bias_that_would_learn_is_refused() -> None:
    states, layer = some(1)
    with pytest.raises(ValueError, match="bias"):
        output.loss(states, Layer(layer.weight, layer.bias.requires_grad_()), wanted())
