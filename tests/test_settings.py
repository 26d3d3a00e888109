from __future__ import annotations

import dataclasses
import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from doctrans.errors import ConfigurationError
from doctrans.ports import Limits
from doctrans.settings import Settings, load


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "doctrans.toml").write_text('beam = 4\nmodel = "one"\n')
    settings = load(tmp_path, {"DOCTRANS_MODEL": "two", "DOCTRANS_THREADS": "3"})
    assert (settings.beam, settings.model, settings.threads) == (4, "two", 3)


def test_pyproject_and_named_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.doctrans]\nbeam = 5\n")
    assert load(tmp_path, {}).beam == 5
    named = tmp_path / "other.toml"
    named.write_text("beam = 6\n")
    assert load(tmp_path, {"DOCTRANS_CONFIG": str(named)}).beam == 6


def test_nothing_set_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    assert load(tmp_path, {}) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("beams = 2", "unknown key “beams”"),
        ('beam = "two"', "“beam” must be of type int"),
        ("beam = ", "cannot be read"),
        ('fit = "quark"', "“fit”: “quark” is not known. Known are off, balanced, strict"),
        ('profanity = ""', "“profanity”: “” is not known"),
        ('default_gender = "x"', "“default_gender”: “x” is not known"),
        ('fit_steps = "size, size"', "“fit_steps”: “size” is not known, or stands twice"),
        ("threads = -3", "“threads” must be at least 0, not -3"),
        ("fit_narrowest = 40", "“fit_narrowest” must be 50 to 100, not 40"),
        ("max_depth = 0", "“max_depth” must be at least 1, not 0"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "doctrans.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=said) as caught:
        load(tmp_path, {})
    assert "doctrans.toml" in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("text", ["tool = 1", "[tool]\ndoctrans = 5", ""])
def test_a_project_file_without_a_table_of_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    if "doctrans" in text:
        with pytest.raises(ConfigurationError, match=r"pyproject.toml: \[tool.doctrans\] must be"):
            load(tmp_path, {})
    else:
        assert load(tmp_path, {}).beam == 2


def test_a_fault_in_the_environment(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="DOCTRANS_BEAM must be a whole number"):
        load(tmp_path, {"DOCTRANS_BEAM": "many"})
    with pytest.raises(ConfigurationError, match="DOCTRANS_BEAM must be at least 1, not 0"):
        load(tmp_path, {"DOCTRANS_BEAM": "0"})
    with pytest.raises(ConfigurationError, match="DOCTRANS_FIT: “quark” is not known"):
        load(tmp_path, {"DOCTRANS_FIT": "quark"})
    with pytest.raises(ConfigurationError, match="no settings file"):
        load(tmp_path, {"DOCTRANS_CONFIG": str(tmp_path / "none.toml")})


@pytest.mark.parametrize("said", ["", " ", "scale", "scale, "])
def test_few_steps_and_none(tmp_path: Path, said: str) -> None:
    assert load(tmp_path, {"DOCTRANS_FIT_STEPS": said}).fit_steps == said
    (tmp_path / "doctrans.toml").write_text(f'fit_steps = "{said}"\nfit_legible = 0')
    settings = load(tmp_path, {})
    assert (settings.fit_steps, settings.fit_legible) == (said, 0)


def test_every_limit_can_be_set(tmp_path: Path) -> None:
    names = [field.name for field in dataclasses.fields(Limits)]
    numbers = {name: 100 + n for n, name in enumerate(names)}
    text = "".join(f"max_{name} = {number}\n" for name, number in numbers.items())
    (tmp_path / "doctrans.toml").write_text(text)
    assert load(tmp_path, {}).limits == Limits(**numbers)
    assert load(tmp_path, {"DOCTRANS_MAX_DEPTH": "9"}).limits.depth == 9


@pytest.mark.parametrize(("said", "value"), [("true", True), ("Off", False), ("1", True)])
def test_what_is_true_or_false(tmp_path: Path, said: str, value: bool) -> None:
    assert load(tmp_path, {"DOCTRANS_FIT_CSS": said}).fit_css is value
    (tmp_path / "doctrans.toml").write_text(f"fit_css = {str(value).lower()}")
    assert load(tmp_path, {}).fit_css is value
    with pytest.raises(ConfigurationError, match="true or false"):
        load(tmp_path, {"DOCTRANS_FIT_CSS": "maybe"})


def test_numbers_of_other_libraries() -> None:
    settings = Settings(beam=Fraction(4), threads=2.0)  # type: ignore[arg-type]
    assert (settings.beam, settings.threads) == (4, 2) and type(settings.threads) is int


DOCUMENTED = (Path(__file__).parents[1] / "docs" / "settings.md").read_text(encoding="utf-8")


def test_every_setting_is_documented_with_its_default() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", DOCUMENTED, re.MULTILINE)
    told = {name: value.strip(" `").replace(",", "") for name, value in rows}
    assert told == {
        name: (str(value).lower() if value != "" else "empty").replace(",", "")
        for name, value in dataclasses.asdict(Settings()).items()
    }


def test_the_documented_example_works(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", DOCUMENTED, re.DOTALL)
    (tmp_path / "doctrans.toml").write_text(example)
    assert dataclasses.asdict(load(tmp_path, {})).items() >= tomllib.loads(example).items()
