"""Which models there are, and which of them serves a pair of languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from doctrans.engines.ctranslate2 import folder as folders
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.errors import ModelError


def embedded() -> Path:
    """The folder of the models that come with the package."""
    return Path(__file__).parent.parent / "models"


def available(folders_: Sequence[Path] = ()) -> tuple[ModelDescription, ...]:
    """The models in these folders (each holds a folder per model), then the embedded ones. A folder
    that cannot be understood is left out: `problems` tells why."""
    return tuple(found for found in _look(folders_) if isinstance(found, ModelDescription))


def problems(folders_: Sequence[Path] = ()) -> tuple[ModelError, ...]:
    """Why folders that look like models are not among those available."""
    return tuple(found for found in _look(folders_) if isinstance(found, ModelError))


def _look(folders_: Sequence[Path]) -> Iterator[ModelDescription | ModelError]:
    for shelf in (*folders_, embedded()):
        if not shelf.is_dir():
            continue
        for place in sorted(shelf.iterdir()):
            if place.name.startswith(".") or not folders.is_model(place):
                continue
            try:
                yield folders.describe(place)
            except ModelError as error:
                yield error


def find(
    name: str | Path | None,
    source: str | None,
    target: str,
    folders_: Sequence[Path] = (),
) -> ModelDescription:
    """A model by name or folder, or, for None, the first that has the languages: the user's own
    before the embedded, few languages before many. `source` None: whatever the model reads.

    Raises ModelError that says what there is and what to do.
    """
    models = available(folders_)
    if name is None:
        serving = [model for model in models if _states(model) and _serves(model, source, target)]
        if not serving:
            raise ModelError(
                f"No model translates {_pair(source, target)}; {_listed(models)}.",
                hint=_get(source, target),
            )
        return min(serving, key=lambda model: (_is_embedded(model), len(model.target_languages)))
    model = _named(name, models)
    if not _serves(model, source, target):
        raise ModelError(
            f"The model {model.name} does not translate {_pair(source, target)}; it has "
            f"{model.languages()}.",
            hint=_get(source, target),
        )
    return model


def _named(name: str | Path, models: Sequence[ModelDescription]) -> ModelDescription:
    for model in models:
        if name in (model.name, model.folder.name):
            return model
    if Path(name).is_dir() or isinstance(name, Path) or len(Path(name).parts) > 1:
        return folders.describe(Path(name))
    raise ModelError(
        f"There is no model “{name}”; {_listed(models)}.",
        hint="Give one of these names, or the model's folder.",
    )


def _states(model: ModelDescription) -> bool:
    """Whether the model says which languages it has; one that does not is taken by name only."""
    return bool(model.source_languages and model.target_languages)


def _serves(model: ModelDescription, source: str | None, target: str) -> bool:
    try:
        model.pair(source or next(iter(model.source_languages), target), target)
    except ModelError:
        return False
    return True


def _is_embedded(model: ModelDescription) -> bool:
    return model.folder.parent == embedded()


def _pair(source: str | None, target: str) -> str:
    return f"{source} to {target}" if source else f"to {target}"


def _listed(models: Sequence[ModelDescription]) -> str:
    if not models:
        return "there are no models"
    listed = dict.fromkeys(f"{model.name} ({model.languages()})" for model in models)
    return f"there is {', '.join(listed)}"


def _get(source: str | None, target: str) -> str:
    one, other = (tag.split("-")[0].lower() for tag in (source or "en", target))
    if one == other:
        return "Say two languages, the one of the document and another."
    return (
        "Add one with `doctrans models add FOLDER`, or pull one, such as "
        f"`doctrans models pull Helsinki-NLP/opus-mt-{one}-{other}`."
    )
