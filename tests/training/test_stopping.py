"""Training that is asked to stop, by signals."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from doctrans.training import recipe, steps, stopping
from doctrans.training.__main__ import main


def test_asked_twice_it_stops_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), stopping.asked() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop()
        signal.raise_signal(signal.SIGINT)


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stopping.asked() as stop:
            signal.raise_signal(signal.SIGINT)
            assert not stop()
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_script_does_not_go_on_when_training_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*args: object, stop: Callable[[], bool], **options: object) -> bool:
        signal.raise_signal(signal.SIGINT)
        return not stop()

    monkeypatch.setattr(steps, "train", stopped)
    monkeypatch.setattr(recipe, "read", lambda path: None)
    found = CliRunner().invoke(main, ["train", "r.toml", "--work", str(tmp_path)])
    assert found.exit_code == 130
    assert "run the same command to go on" in found.output
