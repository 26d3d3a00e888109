"""Which engine and aligner a call means: by name, by settings, or an object of the caller's own.

Choosing is cheap and comes first: a name that is not known or a model that is not there is told
before weights are read. Opening is the caller's second step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from doctrans import adapters, arguments, files
from doctrans.arguments import PathName
from doctrans.constraints.address import Formality
from doctrans.constraints.gender.decisions import Decision, chosen, digest
from doctrans.constraints.gender.wishes import Wishes
from doctrans.constraints.profanity import Profanity
from doctrans.errors import ConfigurationError, UsageError
from doctrans.fitting import abbreviating
from doctrans.fitting.abbreviating import Where
from doctrans.fitting.values import Steps
from doctrans.glossaries import Glossaries, Names, Terms
from doctrans.model import Gender
from doctrans.ports import Aligner, Engine
from doctrans.report.fit import Mode, Rung
from doctrans.settings import Settings


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine that is there, but not opened; `source` is its model's language if it has one."""

    open: Callable[[], Engine]
    source: str | None = None


_TRUTH = "True, False or None"
# And translate; one without scores does all but weigh texts that it is given (`nouns.scores`).
_ENGINE = ("name", "signature", "accepts", "fits", "attend")


def engine(
    wanted: str | Engine | None,
    model: PathName | None,
    source: str | None,
    to: str,
    settings: Settings,
) -> Choice:
    """Raises ConfigurationError for an unknown name, ModelError for a model that is not there."""
    if model is not None:
        model = str(arguments.path(model, "model", "the name of a model, or its folder"))
    wanted = wanted or settings.engine
    if not isinstance(wanted, str):
        own = wanted
        if not callable(getattr(own, "translate", None)):
            raise arguments.wrong(own, "engine", "a name, or an object as `ports.Engine` says")
        if lacking := [name for name in _ENGINE if not hasattr(own, name)]:
            raise UsageError(
                f"engine: {type(own).__name__} has no {', no '.join(lacking)}.",
                hint="An engine has all that `doctrans.ports.Engine` says.",
            )
        return Choice(lambda: own)
    if wanted != "ctranslate2":
        kind = adapters.load("engine", wanted)
        return Choice(lambda: cast(Engine, kind()))
    return _ctranslate2(str(model or settings.model) or None, source, to, settings)


def _ctranslate2(model: str | None, source: str | None, to: str, settings: Settings) -> Choice:
    from doctrans import store

    found = store.find(model, source, to, [settings.user_models])
    languages = found.source_languages

    def open_() -> Engine:
        kind = adapters.load("engine", "ctranslate2")
        threads = settings.threads or None
        return cast(Engine, kind(found.folder, beam=settings.beam, threads=threads))

    return Choice(open_, languages[0] if len(languages) == 1 else None)


def aligner(wanted: str | Aligner | None, settings: Settings) -> Callable[[Engine], Aligner]:
    """What makes the aligner for an engine. "simalign:bert" is simalign with that encoder.

    Raises ConfigurationError for an unknown name."""
    wanted = wanted or settings.aligner
    if not isinstance(wanted, str):
        own = wanted
        if not callable(getattr(own, "align", None)):
            raise arguments.wrong(own, "aligner", "a name, or an object as `ports.Aligner` says")
        return lambda engine: own
    if wanted.partition(":")[0] == "simalign":
        encoder = wanted.partition(":")[2] or settings.simalign_model
        simalign = adapters.load("aligner", "simalign")
        return lambda engine: cast(Aligner, simalign(encoder))
    kind = adapters.load("aligner", wanted)
    if wanted == "attention":
        return lambda engine: cast(Aligner, kind(engine))
    return lambda engine: cast(Aligner, kind())


def glossary(
    wanted: Terms | Iterable[Terms] | None,
    domain: str | None,
    customer: str | None,
    settings: Settings,
    keep: Names | None = None,
) -> Glossaries:
    """The glossaries of a call; without a word of them those of the settings; and names that are
    not translated, likewise. Raises UsageError for what is none."""
    for what, said in (("domain", domain), ("customer", customer)):
        arguments.check(said, str | None, what, "a str")
    given = settings.glossaries if wanted is None else wanted
    names = settings.keep_lists if keep is None else keep
    limit = settings.limits.file_bytes
    return Glossaries(given, limit, keep=names, domain=domain or "", customer=customer or "")


def formality(wanted: str | None, settings: Settings) -> Formality | None:
    """How readers are addressed; None: as most sentences have it. Raises UsageError for another
    word."""
    word = wanted or settings.formality
    if word and word not in list(Formality):
        raise UsageError(
            f"formality: “{word}” is not known.", hint=f"Known are {', '.join(Formality)}."
        )
    return Formality(word) if word else None


def spelling(wanted: bool | None, settings: Settings) -> bool:
    """Whether words that are none, and names that are lost, are looked for."""
    arguments.check(wanted, bool | None, "spelling", _TRUTH)
    return settings.spelling if wanted is None else wanted


def localize_numbers(wanted: bool | None, settings: Settings) -> bool:
    """Whether numbers are written as the target language writes them."""
    arguments.check(wanted, bool | None, "localize_numbers", _TRUTH)
    return settings.localize_numbers if wanted is None else wanted


def profanity(wanted: str | None, settings: Settings) -> Profanity:
    """What is done about profane words. Raises UsageError for another word."""
    word = wanted or settings.profanity
    if word not in list(Profanity):
        raise UsageError(
            f"profanity: “{word}” is not known.", hint=f"Known are {', '.join(Profanity)}."
        )
    return Profanity(word)


ASK = "ask"  # as a default gender: both wordings are wanted


NEUTRAL = "neutral"  # as a default gender: words without one are wanted


def gender(
    wanted: Mapping[str, str] | Sequence[str] | None,
    default: str | None,
    settings: Settings,
    decided: Iterable[Decision] | None = None,
) -> Wishes | None:
    """What the customer says of the gender of persons: by the words for them, or "doctor=f" each;
    "off": None, nobody is looked for. What a call does not say the settings do. With a table of
    decisions all wordings are wanted for those who are not known. Raises UsageError for what is
    neither f nor m."""
    wanted = wanted or [item.strip() for item in re.split("[,;]", settings.gender) if item.strip()]
    default = default or settings.default_gender
    if wanted in ("off", ("off",), ["off"]):
        return None
    if not isinstance(wanted, Mapping):
        words_ = arguments.texts(wanted, "gender", 'words with f or m: {"doctor": "f"}, "doctor=f"')
        pairs = [item.rpartition("=") for item in words_]
        wanted = {words.strip(): said.strip() for words, _, said in pairs}
    for words, said in wanted.items():
        if not words or said not in list(Gender):
            raise UsageError(
                f"gender: “{words}={said}” is not understood."
                if words
                else f"gender: “{said}” is not understood.",
                hint="Say doctor=f, or Dr Lee=m.",
            )
    if default and default not in (*Gender, ASK, NEUTRAL):
        raise UsageError(
            f"default gender: “{default}” is not known.",
            hint=f"Known are f, m, {NEUTRAL} and {ASK}.",
        )
    said_of = {" ".join(words.casefold().split()): Gender(g) for words, g in wanted.items()}
    known = Gender(default) if default in list(Gender) else None
    made = chosen(decided or ())
    return Wishes(
        tuple(said_of.items()),
        known,
        both=default == ASK or (decided is not None and known is None),
        neutral=default == NEUTRAL,
        decided=made,
        digest=digest(made) if made else "",
    )


def steps(
    abbreviations: str | None,
    lists: PathName | Sequence[PathName],
    css: bool | None,
    settings: Settings,
) -> Steps:
    """The rungs of fitting, where it ends and what may be abbreviated. Raises UsageError for words
    that are not known and shares that are none, ConfigurationError for a list that is none."""
    rungs = [word.strip() for word in settings.fit_steps.split(",") if word.strip()]
    known = [rung for rung in Rung if rung is not Rung.NONE]
    if unknown := [word for word in rungs if word not in known or rungs.count(word) > 1]:
        raise UsageError(
            f"fit_steps: “{unknown[0]}” is not known, or stands twice.",
            hint=f"Known are {', '.join(known)}.",
        )
    for key in ("fit_narrowest", "fit_smallest"):
        if not 50 <= getattr(settings, key) <= 100:
            raise UsageError(f"{key}: it is {getattr(settings, key)}, and must be 50 to 100.")
    word = abbreviations or settings.abbreviations
    if word not in list(Where):
        raise UsageError(
            f"abbreviations: “{word}” is not known.", hint=f"Known are {', '.join(Where)}."
        )
    arguments.check(css, bool | None, "fit_css", _TRUTH)
    own = arguments.paths(lists, "abbreviation_lists", "the path of a list")
    paths = [*own, *map(Path, settings.abbreviation_lists)]
    if own and not abbreviations and word == Where.OFF:
        word = Where.LABELS  # who gives a list wants it
    limit = settings.limits.file_bytes
    read = [abbreviating.read(files.read_bytes(path, limit), str(path)) for path in paths]
    return Steps(
        tuple(map(Rung, rungs)),
        settings.fit_narrowest / 100,
        settings.fit_smallest / 100,
        settings.fit_legible,
        settings.fit_freeze_columns,
        settings.fit_css if css is None else css,
        Where(word),
        tuple(tuple(words.items()) for words in read),
    )


def fit(wanted: str | None, settings: Settings) -> Mode:
    """How translations are made to fit. Without a word of it: as the settings say, where what it
    needs is installed. Raises UsageError for another word, ConfigurationError where it was asked
    for and is not installed."""
    word = wanted or settings.fit
    if word not in list(Mode):
        raise UsageError(f"fit: “{word}” is not known.", hint=f"Known are {', '.join(Mode)}.")
    mode = Mode(word)
    missing = [name for name in ("uharfbuzz", "uniseg", "pyphen") if find_spec(name) is None]
    if mode is not Mode.OFF and missing:
        if wanted is None:
            return Mode.OFF
        raise ConfigurationError(
            f"Fitting text needs {', '.join(missing)}.",
            hint="Install what is missing: pip install 'doctrans[layout]'; or say --fit off.",
        )
    return mode
