"""Settings: a file and the environment, read once, into a frozen value.

Order, first found wins: what a call or the command line says; `DOCTRANS_*` in the environment; the
file named by `DOCTRANS_CONFIG`, else `doctrans.toml` in the working folder, else `[tool.doctrans]`
in its `pyproject.toml`, else `doctrans.toml` in the user's configuration folder.
"""

from __future__ import annotations

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doctrans import arguments
from doctrans.constraints.address import Formality
from doctrans.constraints.profanity import Profanity
from doctrans.errors import ConfigurationError
from doctrans.fitting.abbreviating import Where
from doctrans.model import Gender
from doctrans.ports import Limits
from doctrans.report.fit import Mode, Rung

_TRUTH = {"true": True, "yes": True, "on": True, "1": True,
          "false": False, "no": False, "off": False, "0": False, "": False}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is a key of the settings file and, in capitals, a `DOCTRANS_` variable."""

    model: str = ""  # name or folder; "": whichever has the languages
    models_folder: str = ""  # the user's models; "": a folder of the user's application data
    engine: str = "ctranslate2"
    aligner: str = "attention"
    simalign_model: str = "bert-base-multilingual-cased"  # an encoder: name or folder
    glossary: str = ""  # a file; several as in PATH, the first goes before
    keep: str = ""  # a list of names that are not translated; several as in PATH
    profanity: str = "report"  # words that the source does not call for: report, mask or off
    localize_numbers: bool = False  # written as the target language does
    spelling: bool = True  # whether words in no list of words, and lost names, are looked for
    formality: str = ""  # more or less; "": as most sentences of a translation have it
    gender: str = ""  # of persons, "doctor=f, Dr Lee=f"; off: nobody is looked for
    default_gender: str = ""  # f, m, neutral or ask; "": as the model has them
    decisions: str = ""  # a table of decisions about persons
    beam: int = 2
    fit: str = "balanced"  # how tables and pages are made to fit: strict, balanced or off
    fit_steps: str = "hyphens, wording, abbreviations, scale, size"  # in this order, and no other
    fit_narrowest: int = 90  # per cent of the width of letters
    fit_smallest: int = 85  # per cent of their size
    fit_legible: int = 7  # points, and no smaller; 0: as small as the others allow
    fit_freeze_columns: bool = True  # of DOCX tables that would follow a long word
    fit_css: bool = False  # whether type is changed in pages too
    abbreviations: str = "off"  # where words are abbreviated to fit: off, labels or all
    abbreviation_list: str = ""  # a file; several as in PATH, the first goes before
    threads: int = 0  # 0: as many as the machine has cores
    max_file_bytes: int = Limits().file_bytes  # this and those below: see `ports.Limits`
    max_entries: int = Limits().entries
    max_part_bytes: int = Limits().part_bytes
    max_total_bytes: int = Limits().total_bytes
    max_ratio: int = Limits().ratio
    max_depth: int = Limits().depth
    max_characters: int = Limits().characters
    max_segments: int = Limits().segments

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            if field.type == "int":
                value = arguments.whole(getattr(self, field.name), field.name, "a whole number")
                object.__setattr__(self, field.name, value)
            elif field.type == "bool":
                arguments.check(getattr(self, field.name), bool, field.name, "True or False")

    @property
    def limits(self) -> Limits:
        names = [field.name for field in dataclasses.fields(Limits)]
        return Limits(**{name: getattr(self, f"max_{name}") for name in names})

    @property
    def glossaries(self) -> list[str]:
        return self.glossary.split(os.pathsep) if self.glossary else []

    @property
    def keep_lists(self) -> list[Path]:
        return [Path(part) for part in self.keep.split(os.pathsep)] if self.keep else []

    @property
    def abbreviation_lists(self) -> list[str]:
        return self.abbreviation_list.split(os.pathsep) if self.abbreviation_list else []

    @property
    def user_models(self) -> Path:
        return Path(self.models_folder) if self.models_folder else _user_folder() / "models"


def load(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. Raises ConfigurationError with the file and the key."""
    environment = os.environ if environment is None else environment
    values = _from_file(folder or Path.cwd(), environment)
    for field in dataclasses.fields(Settings):
        name = f"DOCTRANS_{field.name.upper()}"
        if name in environment:
            values[field.name] = value = _converted(environment[name], field.type, name)
            _check_value(field.name, value, name)
    return Settings(**values)


def _from_file(folder: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    if named := environment.get("DOCTRANS_CONFIG"):
        return _checked(_table(Path(named)), Path(named))
    for path in (folder / "doctrans.toml", folder / "pyproject.toml"):
        if path.is_file():
            table = _table(path)
            own = _section(table, path) if path.name == "pyproject.toml" else table
            if own is not None:
                return _checked(own, path)
    path = _user_folder() / "doctrans.toml"
    return _checked(_table(path), path) if path.is_file() else {}


def _section(table: dict[str, Any], path: Path) -> dict[str, Any] | None:
    """[tool.doctrans], if there is one."""
    tools = table.get("tool", {})
    found = tools.get("doctrans") if isinstance(tools, dict) else None
    if found is not None and not isinstance(found, dict):
        raise ConfigurationError(f"{path}: [tool.doctrans] must be a table.")
    return found


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigurationError(f"There is no settings file {path}.") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}.") from error


def _checked(table: dict[str, Any], path: Path) -> dict[str, Any]:
    types = {field.name: field.type for field in dataclasses.fields(Settings)}
    for key, value in table.items():
        if key not in types:
            known = ", ".join(sorted(types))
            raise ConfigurationError(f"{path}: unknown key “{key}”.", hint=f"Known are {known}.")
        if type(value).__name__ != types[key]:
            raise ConfigurationError(f"{path}: “{key}” must be of type {types[key]}.")
        _check_value(key, value, f"{path}: “{key}”")
    return dict(table)


# What keys may say: one of some words, several of some, a number from and to.
_WORDS: dict[str, tuple[str, ...]] = {
    "fit": tuple(Mode),
    "abbreviations": tuple(Where),
    "profanity": tuple(Profanity),
    "formality": ("", *Formality),
    "default_gender": ("", *Gender, "neutral", "ask"),
}
_LISTS: dict[str, tuple[str, ...]] = {"fit_steps": tuple(r for r in Rung if r is not Rung.NONE)}
_RANGES: dict[str, tuple[int, int | None]] = {
    "beam": (1, None),
    "threads": (0, None),
    "fit_narrowest": (50, 100),
    "fit_smallest": (50, 100),
    "fit_legible": (0, None),
    **{f"max_{field.name}": (1, None) for field in dataclasses.fields(Limits)},
}


def _check_value(key: str, value: Any, where: str) -> None:
    """`where` names the key and the place that says it. Raises ConfigurationError."""
    if key in _RANGES:
        least, most = _RANGES[key]
        if value < least or (most is not None and value > most):
            range_ = f"at least {least}" if most is None else f"{least} to {most}"
            raise ConfigurationError(f"{where} must be {range_}, not {value}.")
    known = _WORDS.get(key) or _LISTS.get(key)
    if known is None:
        return
    words = [value]
    if key in _LISTS:  # nothing is none of them
        words = [word for word in map(str.strip, value.split(",")) if word]
    for word in words:
        if word not in known or words.count(word) > 1:
            raise ConfigurationError(
                f"{where}: “{word}” is not known, or stands twice."
                if key in _LISTS
                else f"{where}: “{word}” is not known.",
                hint=f"Known are {', '.join(filter(None, known))}.",
            )


def _converted(text: str, kind: Any, name: str) -> str | int | bool:
    if kind == "bool":
        if text.strip().lower() not in _TRUTH:
            raise ConfigurationError(f"{name} must be true or false, not “{text}”.")
        return _TRUTH[text.strip().lower()]
    if kind != "int":
        return text
    try:
        return int(text)
    except ValueError as error:
        raise ConfigurationError(f"{name} must be a whole number, not “{text}”.") from error


def _user_folder() -> Path:
    import click  # knows where each system keeps application data

    return Path(click.get_app_dir("doctrans"))
