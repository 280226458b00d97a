"""Which text belongs to which record: found in a folder by its sha256, else by its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from dashboard.articles.text.paragraphs import Paragraph, paragraphs
from dashboard.language.bilingual import Both
from dashboard.language.vietnamese import nfc
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import StoredText
from dashboard.records.problems import Problem
from dashboard.records.source_files import TooLarge, content

LARGEST = 5_000_000
"""Bytes above which a file is no article."""


class State(StrEnum):
    """How a record's text was found; only ``held`` can prove anything."""

    HELD = "held"  # the very text that was read: same sha256
    CHANGED = "changed"  # a file of that name, with another sha256
    MISSING = "missing"  # the record names a text that is not there
    NOT_DECLARED = "not_declared"  # the record says that no text is held
    UNREADABLE = "unreadable"  # it is there, but not as text


@dataclass(frozen=True)
class Text:
    """The text of one record: its state, the name of the file found ("" if none), its paragraphs."""

    state: State
    file: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    problem: Problem | None = None


def declared(text: StoredText) -> bool:
    """Whether a record says that its text is held: without its sha256 no file can be told to be it."""
    return text.sha256 is not None


@dataclass
class Library:
    """The files of one folder (not of folders in it). Raises OSError when the folder can't be listed."""

    folder: Path
    files: list[Path] = field(init=False)
    names: dict[str, Path] = field(init=False)
    unreadable: list[Problem] = field(default_factory=list)
    _digests: dict[str, Path] | None = None

    def __post_init__(self) -> None:
        self.files = [path for path in sorted(self.folder.iterdir()) if path.is_file()]
        self.names = {nfc(path.name): path for path in self.files}

    def find(self, dataset: Dataset, article: str) -> Text:
        """The text of an article's record. Never raises: what can't be read is a problem of the text."""
        stored = dataset.articles[article].text
        if stored.sha256 is None:
            return Text(State.NOT_DECLARED)
        named = self.names.get(nfc(stored.file)) if stored.file else None
        path = named
        try:
            raw = content(named, LARGEST) if named else b""
            found = sha256(raw).hexdigest()
            if named is None or found != stored.sha256:
                path = self._by_digest().get(stored.sha256)
                raw = content(path, LARGEST) if path else raw
        except OSError as error:
            assert path is not None
            return Text(State.UNREADABLE, path.name, problem=_complaint(path, error))
        if path is not None:
            return _text(State.HELD, path, raw)
        if named is None:
            return Text(State.MISSING)
        place = dataset.located("articles", article, "text", "sha256")
        message = named.name + Both(
            " không phải văn bản đã đọc: sha256 khác", " is not the text that was read: its sha256 is another"
        )
        hint = (
            Both("tìm lại văn bản đã đọc, hoặc nhập lại theo văn bản này và viết ",
                 "get the text that was read, or curate this one anew and write ")
            + f"sha256: {found}"
        )  # fmt: skip
        return _text(State.CHANGED, named, raw, Problem(*place, message, hint))

    def _by_digest(self) -> dict[str, Path]:
        """Every readable file by its sha256; asked for only when a name alone did not lead to the text."""
        if self._digests is None:
            self._digests = {}
            for path in self.files:
                try:
                    self._digests.setdefault(sha256(content(path, LARGEST)).hexdigest(), path)
                except TooLarge:
                    continue  # some other file
                except OSError as error:
                    self.unreadable.append(_complaint(path, error))
        return self._digests


def _text(state: State, path: Path, raw: bytes, problem: Problem | None = None) -> Text:
    try:
        return Text(state, path.name, paragraphs(raw), problem)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = Both("từ đây văn bản không phải UTF-8", "this text is not UTF-8 from here")
        told = Problem(str(path), line, 0, message, Both("lưu lại ở dạng UTF-8", "save it as UTF-8"))
        return Text(State.UNREADABLE, path.name, problem=told)


def _complaint(path: Path, error: OSError) -> Problem:
    reason = Both.same(error.strerror or str(error))
    if isinstance(error, TooLarge):
        reason = Both(f"hơn {LARGEST:,} byte, quá lớn với một bài báo",
                      f"it has over {LARGEST:,} bytes, too many for an article")  # fmt: skip
    hint = Both("xem đó là gì và quyền đọc của nó", "check what it is and its permissions")
    return Problem(str(path), 0, 0, Both("không đọc được: ", "it can't be read: ") + reason, hint)
