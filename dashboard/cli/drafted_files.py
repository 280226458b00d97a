"""The two files that ``doisanh draft`` makes of an article's text, and what it tells about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dashboard.articles.draft.article_place import by_host
from dashboard.articles.draft.decision_marks import count
from dashboard.articles.draft.drafting import draft
from dashboard.articles.draft.files import write_both
from dashboard.articles.draft.reference_tables import read_tables
from dashboard.articles.draft.source import MISUSE, NO_USE, NoDraft, Source, open_source, read_source
from dashboard.articles.draft.yaml_writing import figures, seed
from dashboard.articles.fetch.download import NotFetched, is_address
from dashboard.articles.fetch.page_article import PageArticle
from dashboard.cli.fetched_article import CLOSED, fetched
from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.records.models.fields import is_id
from dashboard.records.source_files import FIGURES, SEEDS, gather


@dataclass(frozen=True)
class Drafted:
    """The two files of a draft by name, relative to the root, and what to tell about them."""

    files: dict[str, str]
    told: tuple[Both, ...]


def drafted(root: Path, article: str, id: str | None = None, *, excerpt: bool = False, address: str = "") -> Drafted:
    """Draft a file or an address, writing nothing; ``excerpt`` and ``address`` as in ``Source``. Raises NoDraft."""
    if id is not None and not is_id(id):
        form = Both(
            "dùng chữ thường a-z không dấu và chữ số, nối bằng - _ hoặc .",
            "give small letters a-z and digits, joined by - _ or .",
        )
        raise NoDraft(f"--id {id}: " + form, MISUSE)
    found = _page(article) if is_address(article) else None
    if found:
        source = read_source(found.name, found.text.encode(), excerpt=excerpt, address=found.address)
    else:
        source = open_source(Path(article), excerpt=excerpt, address=address)
    tables = read_tables(root)
    one = draft(source, tables)
    if source.address and one.where.id is None and tables.finder:
        published = Period.parse(one.heading.date) if one.heading.date else None
        one = replace(one, where=by_host(one.where, one.heading.titles, source.address, published, tables.finder))
    name = id or one.id
    today = datetime.now().astimezone().date().isoformat()
    files = {f"{SEEDS}/{name}.yaml": seed(one, name, today), f"{FIGURES}/{name}.yaml": figures(one, name)}
    sure = sum(figure.sure for figure in one.figures)
    told = (
        *((CLOSED,) if found and found.closed else ()),
        *_known(root, source),
        Both(
            f"{len(one.figures)} số liệu đề xuất, {sure} có chỉ tiêu; {len(one.asides)} con số không phải số liệu; "
            f"{count(files.values())} chỗ cần quyết định",
            f"{len(one.figures)} figures proposed, {sure} with their indicator; {len(one.asides)} numerals set aside; "
            f"{count(files.values())} marks to be decided",
        ),
    )
    return Drafted(files, told)


def _page(address: str) -> PageArticle:
    try:
        return fetched(address)
    except NotFetched as error:
        raise NoDraft(error.message, MISUSE if error.misuse else NO_USE) from error


def write(root: Path, what: Drafted) -> None:
    """Write both files of a draft, or none. Raises NoDraft."""
    for folder in (SEEDS, FIGURES):
        if not (root / folder).is_dir():
            message = Both(
                " không phải thư mục; tạo thư mục, hoặc nêu thư mục khác bằng --root",
                " is no folder; create it, or give another folder with --root",
            )
            raise NoDraft(f"{root / folder}" + message, MISUSE)
    write_both({root / name: text for name, text in what.files.items()})


def _known(root: Path, source: Source) -> tuple[Both, ...]:
    """That this very text has a record already."""
    texts, _ = gather(root)  # `check` tells of a file that can't be read
    for name, raw in texts.items():
        if name.startswith(f"{SEEDS}/") and (
            source.sha256.encode() in raw or (source.address and _of_address(source.address, raw))
        ):
            return (
                Both(
                    f"lưu ý: {name} đã là hồ sơ của chính văn bản này",
                    f"note: {name} is already a record of this very text",
                ),
            )
    return ()


def _of_address(address: str, raw: bytes) -> bool:
    return re.search(rb"^address: [\"']?" + re.escape(address.encode()) + rb"[\"']?\s*$", raw, re.MULTILINE) is not None
