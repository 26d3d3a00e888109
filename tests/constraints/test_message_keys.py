"""Keys of messages: what is one and what is a name or words."""

from __future__ import annotations

import time

import pytest

from doctrans.constraints import message_keys


@pytest.mark.parametrize(
    "text",
    [
        "nav.home.title",
        "app.user-menu.signOut",
        "email.v2.subject",
        "user_profile.title",
        "homePage.mainTitle",
        " form.errors.too_long ",
        "t.home.title",
        "shop.items.v2",
        "shop.items.inStock",
        "i18n.shop.items",
    ],
)
def test_keys(text: str) -> None:
    (place,) = message_keys.ranges(text)
    assert text[slice(*place)] == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", "title", "example.com", "eBay.com", "e.g.", "i.e. this", "a.m.", "p.m"),
        *("email.subject", "The end.", "Done.", "3.5.1", "Mr.Smith.jr", "one. two. three"),
        *("See nav.home.title", "nav..title", "nav.home.title."),
        *("hello.how.are.you", "please.do.not.touch", "jan.feb.mar", "tel.fax.mail", "and.so.on"),
        *("max.temp.celsius", "new.york.times", "t.title"),
    ],
)
def test_no_keys(text: str) -> None:
    assert not message_keys.ranges(text)


@pytest.mark.parametrize("unit", ["aa.", " ", "a", "aa_", ".a"])
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    began = time.perf_counter()
    assert not message_keys.ranges(f"{unit * 200_000}!")
    assert time.perf_counter() - began < 5
