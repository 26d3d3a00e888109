"""Words before a noun that follow its gender, number and case: the forms that stand for each other.

A term that is put into a sentence may want another one than the word that it comes instead of.
"""

from __future__ import annotations

_SETS: dict[str, tuple[tuple[str, ...], ...]] = {
    "de": (
        ("der", "die", "das", "den", "dem", "des"),
        ("ein", "eine", "einen", "einem", "einer", "eines"),
        ("kein", "keine", "keinen", "keinem", "keiner", "keines"),
        ("Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"),
        ("ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres"),
        ("dieser", "diese", "dieses", "diesen", "diesem"),
        ("jeder", "jede", "jedes", "jeden", "jedem"),
        ("im", "in der", "in den", "in die", "ins"),
        ("am", "an der", "an den", "an die", "ans"),
        ("zum", "zur", "zu den"),
        ("vom", "von der", "von den"),
        ("beim", "bei der", "bei den"),
    ),
    "fr": (
        ("le", "la", "les", "l’"),
        ("un", "une", "des"),
        ("du", "de la", "des", "de l’"),
        ("au", "à la", "aux", "à l’"),
        ("ce", "cette", "ces", "cet"),
        ("votre", "vos"),
        ("son", "sa", "ses"),
    ),
    "es": (
        ("el", "la", "los", "las"),
        ("un", "una", "unos", "unas"),
        ("del", "de la", "de los", "de las"),
        ("al", "a la", "a los", "a las"),
        ("este", "esta", "estos", "estas"),
        ("su", "sus"),
    ),
}
_LONGEST = 3  # words


def exchanged(before: str, language: str) -> list[str]:
    """The text before a noun, with each of the forms that its last words could have, itself first.

    >>> exchanged("Öffnen Sie im ", "de")[1]
    'Öffnen Sie in der '
    """
    found = [before]
    sets = _SETS.get(language.partition("-")[0].lower(), ())
    for size in range(_LONGEST, 0, -1):
        head, last, gap = _ending(before, size)
        for forms in sets:
            if last.casefold() not in (form.casefold() for form in forms):
                continue
            for form in forms:
                if form.casefold() == last.casefold():
                    continue
                form = form[:1].upper() + form[1:] if last[:1].isupper() and not head else form
                found.append(head + form + ("" if form.endswith("’") else gap or " "))
            return list(dict.fromkeys(found))
    return found


def _ending(text: str, size: int) -> tuple[str, str, str]:
    """What stands before the last words, these words, and the white space behind them."""
    bare = text.rstrip()
    gap = text[len(bare) :]
    if bare.endswith(("’", "'")):
        words = bare.split(" ")
        last = " ".join(words[-size:]).replace("'", "’")
    else:
        words = bare.split(" ")
        last = " ".join(words[-size:])
    return bare[: len(bare) - len(last)], last, gap
