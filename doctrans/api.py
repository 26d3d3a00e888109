"""The library: translate; with `read` and `write` (`doctrans.documents`).

    with Translator("de") as translator:            # opens the model once, for many calls
        page = translator.translate_html(page)      # str, bytes, BeautifulSoup or lxml tree
        items = translator.translate_html([...])    # a list: one engine call

The functions of the same names (`once`) open a translator for one call. Everything raises
`DoctransError` and its kin (see `doctrans.errors`).
"""

from __future__ import annotations

import threading
import weakref
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast, overload

from doctrans import (
    __version__,
    adapters,
    arguments,
    choosing,
    files,
    forks,
    given,
    languages,
    pipeline,
)
from doctrans import decisions as decisions_
from doctrans import settings as settings_
from doctrans.arguments import PathName
from doctrans.constraints import number_format
from doctrans.constraints.profanity import Profanity
from doctrans.documents import DEFAULT, OPTIONS, parsed, read, write, written
from doctrans.errors import ModelError, UsageError
from doctrans.fitting import limits
from doctrans.given import Stored
from doctrans.glossaries import Names, Terms
from doctrans.model import Document, Limit, Note, Segment, SegmentKind
from doctrans.ports import Aligner, Engine, Progress, ReadOptions
from doctrans.report import Result, lengths
from doctrans.report.fit import Mode
from doctrans.settings import Settings

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Html", "Translator", "language", "read", "write", "written"]

Html = TypeVar("Html")  # str, bytes, BeautifulSoup, lxml element or tree
_DOCUMENTS = "a list of documents that were read: translate([document])"
_DEFAULT_SOURCE = "en"  # where neither the caller nor the document nor the model says one


class Translator:
    """A model opened once, for many calls from any thread.

    `to` and `source` are BCP 47 language tags; without `source` each document says its own
    language, and where it does not, the model's does. Passages of pages and fragments that are
    marked as another language (`lang`) stay as they are.
    `model` is a name or a folder, `engine` and
    `aligner` a name (see `doctrans.adapters`; "simalign:..." names the encoder too) or an object of
    one's own that satisfies `doctrans.ports`. `fit` is how translations are made to fit the cells
    of tables and the boxes of pages: "strict", "balanced" or "off"; without a word of it as the
    settings say, where the extra `layout` is installed. `prove`: translations are rendered beside
    their source and every cell compared, for the report (DOCX with LibreOffice and the extra
    `render`, HTML with Chromium). `glossary` is a file
    (CSV, TSV, TBX, TMX), words with their translations, or several of those, of which the first
    goes before; files that change are read again. `keep` are names that are copied letter by
    letter: a file with one on each line, or a list of them (and of files, as `Path`). `domain` and
    `customer` leave out entries for others. `formality` is how readers are addressed where a
    language has a choice: "more" (Sie, vous, usted) or "less" (du, tu, tú); without a word of it as
    most sentences of a call have it.
    `localize_numbers`: whether numbers of an English source are written as the target language
    writes them; without a word of it as the settings say.
    `profanity`: words that the source does not call for are avoided where there is another wording,
    else reported ("report", the default) or "mask"ed; "off": they are not looked for. `spelling`:
    whether words that are in no list of words (of German, French, Spanish) are reported, or spelled
    as in another wording of the engine, and names of an English text that are lost are held; True
    by default.
    `gender` says of which gender persons are, by the words for them: {"doctor": "f", "Dr Lee":
    "f"}; of whom it says nothing, and the text neither, `default_gender` ("f" or "m") does, or they
    are as the engine has them; with "ask" the report has all wordings, which an engine is asked
    for (`SegmentReport.alternatives`); with "neutral" they are spoken of without a gender where
    there is a word for it. "off": nobody is looked for. `decisions` is a table of what was decided
    about single persons (see docs/gender.md); a file that is not there yet is an empty one.
    `abbreviations`: "labels" writes *Nr.* for *Nummer* in a few words that do not fit otherwise,
    "all" in sentences too; `abbreviation_lists` are files of one's own, CSV. `fit_css`: in pages
    letters may stand closer and be smaller where nothing else helps, by the element's `style`.
    The limits of `settings` hold for what is read unless a call has options of its own.
    Use it in a `with` statement, or `close` it. In a process that was forked with it (a server
    that preloads) it opens its model again at the first call; an engine or aligner of one's own
    has to see to that itself.
    """

    def __init__(
        self,
        to: str,
        source: str | None = None,
        *,
        model: PathName | None = None,
        engine: str | Engine | None = None,
        aligner: str | Aligner | None = None,
        fit: str | None = None,
        prove: bool = False,
        glossary: Terms | Sequence[Terms] | None = None,
        keep: Names | None = None,
        domain: str | None = "",
        customer: str | None = "",
        formality: str | None = None,
        localize_numbers: bool | None = None,
        profanity: str | None = None,
        spelling: bool | None = None,
        gender: Mapping[str, str] | Sequence[str] | None = None,
        default_gender: str | None = None,
        decisions: PathName | None = None,
        abbreviations: str | None = None,
        abbreviation_lists: PathName | Sequence[PathName] = (),
        fit_css: bool | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.to = language(to, "to")
        self.source = language(source, "source") if source else None
        arguments.check(settings, Settings | None, "settings", "doctrans.settings.Settings(...)")
        self.settings = settings or settings_.load()
        self._reading = ReadOptions(limits=self.settings.limits)
        self._owns_engine = engine is None or isinstance(engine, str)
        chosen = choosing.engine(engine, model, self.source, self.to, self.settings)
        aligning = choosing.aligner(aligner, self.settings)
        self._fit = choosing.fit(fit, self.settings)
        self._steps = choosing.steps(abbreviations, abbreviation_lists, fit_css, self.settings)
        arguments.check(prove, bool, "prove", "True or False")
        self._prove = prove
        self._glossaries = choosing.glossary(glossary, domain, customer, self.settings, keep)
        self._localize_numbers = choosing.localize_numbers(localize_numbers, self.settings)
        self._profanity = choosing.profanity(profanity, self.settings)
        self._spelling = choosing.spelling(spelling, self.settings)
        path = decisions or self.settings.decisions or None
        table = None
        if path:
            path = arguments.path(path, "decisions", "the path of a table")
            table = decisions_.load(path, self.settings.max_file_bytes)
        self._decisions = table.decisions if table else ()
        decided = self._decisions if table else None
        self._gender = choosing.gender(gender, default_gender, self.settings, decided)
        self._formality = choosing.formality(formality, self.settings)
        # Those that are at rest, by format: a browser is not started for each page, and not shared.
        self._fitters: dict[str, list[Any]] = {}
        self._own_source = chosen.source
        self._engine = chosen.open()
        self._aligner = aligning(self._engine)
        self._lock = threading.Lock()
        self._running = 0  # translations that have begun and not ended
        self._closed = False
        # Who forgets to close it, or leaves it open to the end, leaves no browser behind.
        weakref.finalize(self, _put_away, self._fitters)
        forks.tell(self)

    def forked(self) -> None:
        """Called in the child of a process that forks."""
        self._lock, self._running = threading.Lock(), 0
        self._fitters.clear()  # their browsers are the parent's

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "A Translator cannot be copied or sent to another process. Open one there (in the "
            "initializer of a pool), or fork: a global one is then there, too."
        )

    def __enter__(self) -> Translator:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Frees the model as soon as no translation runs; none begins after. Closing twice is
        harmless."""
        with self._lock:
            self._closed = True
            self._free()

    def _free(self) -> None:
        if self._closed and not self._running:
            if self._owns_engine:
                self._engine.close()
            _put_away(self._fitters)

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        with self._lock:
            if self._closed:
                raise UsageError("The translator is closed.")
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running = max(0, self._running - 1)  # of before a fork
                self._free()

    @property
    def signature(self) -> str:
        """The same signature and input give the same bytes; where text is fitted, on a machine with
        the same fonts."""
        names = f"{self._engine.signature}; aligner {self._aligner.name}; fit {self._fit}"
        return f"doctrans {__version__}; {names}"

    def reading(self, options: ReadOptions | None = None) -> ReadOptions:
        """How documents are read that this translates, with the language that it takes them to be
        in: what is marked as another stays."""
        arguments.check(options, ReadOptions | None, "options", OPTIONS)
        options = options or self._reading
        assumed = options.default_language or self._own_source or _DEFAULT_SOURCE
        language = options.language or self.source
        return replace(options, language=language, default_language=assumed)

    # -- documents ---------------------------------------------------------------------------

    def translate(
        self, documents: Sequence[Document], progress: Progress | None = None
    ) -> list[Result]:
        """Documents that were read, with their reports; one engine call for those that share
        their language."""
        if isinstance(documents, Document):
            raise arguments.wrong(documents, "documents", _DOCUMENTS)
        one = "one that was read, as in translate([document])"
        documents = arguments.several(documents, Document, "documents", one, _DOCUMENTS)
        if progress is not None and not callable(progress):
            raise arguments.wrong(progress, "progress", "a function of what is done and of all")
        by_source: dict[str, list[int]] = {}
        for index, document in enumerate(documents):
            with arguments.of_list(index, len(documents)):
                by_source.setdefault(self._source_of(document), []).append(index)
        results: dict[int, Result] = {}
        unused = [set(document.unused_limits) for document in documents]
        idle = tuple(map(lengths.unused, sorted(set.intersection(*unused)))) if unused else ()
        with self._in_use():
            for document in filter(self._is_fitted, documents):
                with self._fitter(document.format) as fitter:
                    fitter.expect(document)
            for source, indexes in by_source.items():
                job, notes = self._job(source, progress)
                found = self._translated([documents[index] for index in indexes], job)
                for index, result in zip(indexes, found, strict=True):
                    stale = decisions_.notes(documents[index], result.report, self._decisions)
                    told = result.report.with_notes((*notes, *stale, *idle))
                    results[index] = replace(result, report=told)
        return [results[index] for index in range(len(documents))]

    def _job(self, source: str, progress: Progress | None) -> tuple[pipeline.Job, tuple[Note, ...]]:
        """What documents in `source` share, and what to know of their glossaries."""
        glossary, notes = self._glossaries.of(source, self.to)
        terms = f"; glossary {glossary.digest}" if glossary else ""
        address = f"; formality {self._formality}" if self._formality else ""
        numbers = number_format.known(source, self.to) if self._localize_numbers else None
        localized = "; numbers localized" if numbers else ""
        words = "" if self._profanity is Profanity.REPORT else f"; profanity {self._profanity}"
        persons = "off" if self._gender is None else str(self._gender)
        told = f"; gender {persons}" if persons else ""
        spelled = "" if self._spelling else "; spelling off"
        signature = f"{self.signature}{terms}{address}{localized}{words}{told}{spelled}"
        job = pipeline.Job(
            self._engine,
            self._aligner,
            source,
            self.to,
            signature,
            progress,
            glossary,
            self._formality,
            numbers,
            self._profanity,
            self._gender,
            self._spelling and self._engine.name not in adapters.WORDLESS,
        )
        return job, notes

    def _translated(self, documents: Sequence[Document], job: pipeline.Job) -> list[Result]:
        sources: deque[Any] = deque()  # each document as its fitter measured it
        drafts = pipeline.draft_all(
            documents, job, lambda: sources.extend(map(self._measured, documents))
        )
        results = []
        for draft in drafts:
            kept = limits.keep(draft)
            results.append(kept.told(self._fitted(kept.draft, sources.popleft())))
        return results

    def _measured(self, document: Document) -> Any:
        if not self._is_fitted(document):
            return None
        with self._fitter(document.format) as fitter:
            return fitter.measured(document)

    def _fitted(self, draft: pipeline.Draft, source: Any) -> Result:
        if not self._is_fitted(draft.document):
            return draft.result()
        with self._fitter(draft.document.format) as fitter:
            return cast(Result, fitter.fit(draft, source))

    def _is_fitted(self, document: Document) -> bool:
        wanted = self._prove or self._fit is not Mode.OFF
        return wanted and document.format in adapters.FITTERS

    @contextmanager
    def _fitter(self, format: str) -> Iterator[Any]:
        """One that nobody else uses meanwhile."""
        try:
            fitter = self._fitters[format].pop()
        except (KeyError, IndexError):
            fitter = adapters.load("fitter", format)(self._fit, self._steps, proved=self._prove)
        try:
            yield fitter
        finally:
            self._fitters.setdefault(format, []).append(fitter)

    def translate_html(
        self, markup: Html, options: ReadOptions | None = None, *, context: str | None = ""
    ) -> Html:
        """HTML in, the same kind of thing out: str, bytes, BeautifulSoup, one of its tags or
        strings, an lxml element or tree, or a list of those (equal length, one engine call). A
        fragment stays a fragment. `context` is text that stands before each: it may tell of which
        gender a person is, and is not translated."""
        many = isinstance(markup, list)
        items = cast("list[Any]", markup) if many else [markup]
        read_options = self.reading(options)
        context = _context(context)
        ways_back, documents = [], []
        for index, item in enumerate(items):
            with arguments.of_list(index, len(items)):
                data, chosen, back = given.html(item, read_options)
                documents.append(replace(parsed("html", data, chosen), before=context))
                ways_back.append(back)
        made = []
        for index, result in enumerate(self.translate(documents)):
            with arguments.of_list(index, len(items)):
                made.append(ways_back[index](written(result.document).data))
        return cast(Html, made if many else made[0])

    @overload
    def translate_docx(self, source: Stored, options: ReadOptions | None = ...) -> bytes: ...

    @overload
    def translate_docx(
        self, source: WordDocument, options: ReadOptions | None = ...
    ) -> WordDocument: ...

    def translate_docx(
        self, source: Stored | WordDocument, options: ReadOptions | None = None
    ) -> bytes | WordDocument:
        """A path, bytes, a file opened for reading bytes, or python-docx's `Document`; gives a
        `Document` for a `Document`, else bytes."""
        options = self.reading(options)
        data, back = given.docx(source, options)
        result = self.translate([parsed("docx", data, options)])[0]
        return back(written(result.document).data)

    @overload
    def translate_text(
        self, text: str, limit: Limit | None = ..., *, context: str | None = ...
    ) -> str: ...

    @overload
    def translate_text(
        self, text: list[str], limit: Limit | None = ..., *, context: str | None = ...
    ) -> list[str]: ...

    def translate_text(
        self, text: str | list[str], limit: Limit | None = None, *, context: str | None = ""
    ) -> str | list[str]:
        """Plain text, or a list of texts in one engine call, which have nothing to do with each
        other; line breaks stay where they are. `context` as of `translate_html`.

        `limit` is how long each translation may be: it is kept by other wordings where the model
        has one that is short enough, and never by cutting, so that a text may still be longer."""
        texts = arguments.texts(text, "text", "a str")
        arguments.check(limit, Limit | None, "limit", "a Limit, such as Limit(characters=12)")
        context = _context(context)
        for index, item in enumerate(texts):
            with arguments.of_list(index, len(texts)):
                given.encoded(item, DEFAULT)
        documents = [
            Document("text", self.source, (_paragraph(n, item, limit),), None, before=context)
            for n, item in enumerate(texts, start=1)
        ]
        found = [result.document.segments[0].text for result in self.translate(documents)]
        return found[0] if isinstance(text, str) else found

    def translate_file(
        self,
        path: PathName,
        output: PathName,
        options: ReadOptions | None = None,
        *,
        force: bool = False,
        progress: Progress | None = None,
    ) -> Result:
        """Translates one file into another, which must not exist yet unless `force`.

        The output appears whole and verified, or not at all.
        """
        path = arguments.path(path, "path", "the path of a file")
        output = arguments.path(output, "output", "the path of a file that is to be")
        document = read(path, options=self.reading(options))
        result = self.translate([document], progress)[0]
        output_bytes = written(result.document)
        files.publish(output_bytes.data, output, force=force)
        return replace(result, report=result.report.with_notes(output_bytes.notes))

    def _source_of(self, document: Document) -> str:
        if self.source:
            return self.source
        said, own = document.language, self._own_source
        if said and own and said.partition("-")[0].lower() != own.partition("-")[0].lower():
            raise ModelError(
                f"It says that its language is {said}; the model translates from {own}.",
                hint=f"Add a model for {said}; or, if it is in {own} after all, say "
                f'--from {own} (source="{own}").',
            )
        return own or said or _DEFAULT_SOURCE


def _put_away(fitters: Mapping[str, Sequence[Any]]) -> None:
    for fitter in [one for some in fitters.values() for one in some]:
        fitter.close()


def _context(context: str | None) -> str:
    arguments.check(context, str | None, "context", "the text that stands before, a str")
    return context or ""


def _paragraph(number: int, text: str, limit: Limit | None) -> Segment:
    return Segment(
        f"s{number}",
        text,
        kind=SegmentKind.PARAGRAPH,
        preserve_space=True,
        limits=(limit,) if limit else (),
    )


def language(tag: str, what: str) -> str:
    """A language tag in its usual letters, or UsageError."""
    arguments.check(tag, str, what, "a language tag such as de, fr or pt-BR")
    parts = languages.subtags(tag)
    sound = all(part.isascii() and part.isalnum() and len(part) <= 8 for part in parts)
    # RFC 5646 has room for longer ones, of which none was ever registered: it is a name.
    if not sound or len(parts[0]) > 3:
        raise UsageError(f"“{tag}” is no language tag.", hint=f"{what}: such as de, fr or pt-BR.")
    return languages.canonical(tag)
