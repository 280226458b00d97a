"""Each article has a record in seeds/ and its figures in data/figures/, and both speak of one place."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.bilingual import CORRECT_ONE, DELETE_ONE, Both
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Reading
from dashboard.records.problems import Problem
from dashboard.records.scalars import QUOTES, unpaired

LONGEST_PHRASE = 13
_SHORTER = Both(
    f"chép tối đa {LONGEST_PHRASE} từ quanh con số", f"copy at most {LONGEST_PHRASE} words around the number"
)


def pairs(dataset: Dataset) -> Iterator[Problem]:
    """Each file of figures has a record of its article, and the other way round; both name one place."""
    for name, one in dataset.files.items():
        if not dataset.has("articles", name):
            yield dataset.problem(
                "files",
                name,
                ("article",),
                Both(f"không có hồ sơ của bài báo {name}", f"there is no record of the article {name}"),
                Both(f"thêm tệp seeds/{name}.yaml", f"add seeds/{name}.yaml"),
            )
        elif name in dataset.articles and _apart(dataset, one.locality, dataset.articles[name].locality):
            yield dataset.problem(
                "files",
                name,
                ("locality",),
                f"locality: {one.locality}"
                + Both(", nhưng trong ", ", but in ")
                + f"seeds/{name}.yaml: {dataset.articles[name].locality}",
                CORRECT_ONE
                + Both("; từng số liệu có thể có locality riêng", "; a figure may have a locality of its own"),
            )
    for name in dataset.articles:
        if not dataset.has("files", name):
            yield dataset.problem(
                "articles",
                name,
                ("id",),
                Both(f"bài báo {name} chưa có tệp số liệu", f"there are no figures of the article {name}"),
                Both(f"thêm tệp data/figures/{name}.yaml", f"add data/figures/{name}.yaml"),
            )


def _apart(dataset: Dataset, one: str, other: str) -> bool:
    """Whether two existing places differ; ``references`` reports one that does not exist."""
    return one != other and one in dataset.localities and other in dataset.localities


def texts(dataset: Dataset) -> Iterator[Problem]:
    """An article read in full names the text that was read and its digest."""
    for name, article in dataset.articles.items():
        for field in ("file", "sha256"):
            if article.text.read is Reading.FULL and not getattr(article.text, field):
                yield dataset.problem(
                    "articles",
                    name,
                    ("text",),
                    Both(f"thiếu text.{field}", f"text.{field} is missing"),
                    Both(
                        f"thêm {field} của văn bản đã đọc, hoặc ghi read: excerpt",
                        f"add {field} of the text that was read, or write read: excerpt",
                    ),
                )


def seen_again(dataset: Dataset) -> Iterator[Problem]:
    """Facts noted by another reader have no text; what a second reader saw is what stands in the records now."""
    for name, article in dataset.articles.items():
        text = article.text
        if text.read is Reading.NOTES and (text.file or text.sha256):
            yield dataset.problem(
                "articles", name, ("text", "read"),
                Both("read: notes nhưng lại có văn bản", "read: notes, but a text is named"),
                Both("viết read: full hoặc read: excerpt, hoặc bỏ file và sha256",
                     "write read: full or read: excerpt, or leave file and sha256 out"),
            )  # fmt: skip
        if text.seen_again and text.sha256:
            yield dataset.problem(
                "articles", name, ("text", "seen_again"),
                Both("seen_again nhưng có văn bản để đối chiếu", "seen_again, but a text is held"),
                Both("xóa dòng này; chạy doisanh verify", "delete the line; run doisanh verify"),
            )  # fmt: skip
        elif text.seen_again and (before := text.seen_again.text) < article.curated.text:
            yield dataset.problem(
                "articles", name, ("text", "seen_again"),
                Both(f"xem lại ngày {before}, trước lần sửa số liệu gần nhất, {article.curated.text}",
                     f"seen again on {before}, before the figures were last curated, {article.curated.text}"),
                Both("xem lại lần nữa rồi ghi ngày ấy, hoặc xóa dòng này",
                     "look again and write that day, or delete the line"),
            )  # fmt: skip
    for entry in dataset.entries:
        known = dataset.articles.get(entry.article)
        if entry.figure.unseen and known and not known.text.seen_again:
            message = Both("unseen nhưng bài không có text.seen_again", "unseen without a text.seen_again")
            yield dataset.figure_problem(entry, "unseen", message, Both("xóa dòng này", "delete the line"))


def paragraphs(dataset: Dataset) -> Iterator[Problem]:
    """A paragraph is given where the whole text was read; an excerpt's lines can't be counted."""
    found = [(entry.article, entry.file, entry.path, entry.reference, entry.figure.paragraph)
             for entry in dataset.entries]  # fmt: skip
    found += [(name, file, path, blank.indicator, blank.paragraph) for file, path, name, blank in dataset.blanks]
    for name, file, path, reference, paragraph in found:
        article = dataset.articles.get(name)
        full = article and article.text.read is Reading.FULL
        place = dataset.marks(file).value((*path, "paragraph")) if article and full == (paragraph is None) else None
        if place and full:
            yield Problem(
                file,
                *place,
                f"{reference}: " + Both("thiếu paragraph", "paragraph is missing"),
                Both("đếm các dòng không trống của văn bản", "count the lines of the text that are not empty"),
            )
        elif place:
            message = Both(
                f"có paragraph {paragraph} dù chưa đọc toàn văn",
                f"paragraph {paragraph} of an article not read in full",
            )
            yield Problem(file, *place, f"{reference}: " + message, Both("xóa dòng này", "delete the line"))


def phrases(dataset: Dataset) -> Iterator[Problem]:
    """What is copied from an article is a phrase, never a sentence."""
    found = [(entry.file, entry.path, entry.figure.printed) for entry in dataset.entries]
    found += [(file, path, blank.printed) for file, path, _, blank in dataset.blanks]
    for file, path, printed in found:
        if (words := len(printed.split())) > LONGEST_PHRASE:
            yield Problem(file, *dataset.marks(file).value((*path, "printed")), _long(words), _SHORTER)
        if unquoted := _unquoted(printed):
            yield Problem(file, *dataset.marks(file).value((*path, "printed")), _QUOTED, _copy_inside(unquoted))
    for name, article in dataset.articles.items():
        for index, aside in enumerate(article.not_figures):
            if unquoted := _unquoted(aside.printed):
                where = ("not_figures", index, "printed")
                yield dataset.problem("articles", name, where, _QUOTED, _copy_inside(unquoted))
            if (words := len(aside.printed.split())) > LONGEST_PHRASE:
                yield dataset.problem(
                    "articles",
                    name,
                    ("not_figures", index, "printed"),
                    _long(words),
                    _SHORTER,
                )


def repeated(dataset: Dataset) -> Iterator[Problem]:
    """No list has an entry twice; ``figures`` checks figures."""
    lists = [("files", name, items, getattr(one, items)) for name, one in dataset.files.items()
             for items in ("blanks", "sums", "quotients")]  # fmt: skip
    lists += [("articles", name, "not_figures", one.not_figures) for name, one in dataset.articles.items()]
    for kind, name, items, records in lists:
        indexes = dataset.readable_items.get((name, items)) or range(len(records))
        first: dict[tuple[str, ...], int] = {}
        for index, record in zip(indexes, records, strict=True):
            other = first.setdefault(tuple(map(str, record.__dict__.values())), index)
            if other != index:
                line = dataset.located(kind, name, items, other)[1]
                message = Both(f"mục này có hai lần, lần đầu ở dòng {line}", f"this stands twice, first on line {line}")
                more = Both(", hoặc ghi times: 2", ", or write times: 2") if items == "not_figures" else ""
                yield dataset.problem(kind, name, (items, index), message, DELETE_ONE + more)


_QUOTED = Both("printed nằm trong dấu ngoặc kép thứ hai", "printed stands in quotation marks twice")


def _copy_inside(phrase: str) -> Both:
    return Both("chép phần bên trong: ", "copy what is inside: ") + f'"{phrase[:60]}"'


def _unquoted(printed: str) -> str:
    """The phrase without the quotation mark that it begins or ends with, where that is no quotation of the article's.

    A phrase that stands in the article in quotation marks can always do without.
    """
    bare = printed.strip(QUOTES).strip()
    return bare if bare != printed.strip() and bare and (unpaired(printed) or not unpaired(bare)) else ""


def _long(words: int) -> Both:
    return Both(f"printed có {words} từ", f"printed has {words} words")


def corrections(dataset: Dataset) -> Iterator[Problem]:
    """A correction names a figure of its article, and what changed."""
    for name, article in dataset.articles.items():
        known = {entry.reference for entry in dataset.by_article.get(name, ())}
        for index, one in enumerate(article.corrections):
            if one.figure not in known and not dataset.unread(name):
                yield dataset.problem(
                    "articles",
                    name,
                    ("corrections", index, "figure"),
                    Both(f"không có số liệu {one.figure} trong ", f"there is no figure {one.figure} in ")
                    + f"data/figures/{name}.yaml",
                    Both(
                        "viết mã chỉ tiêu, kèm @địa phương hoặc ~key nếu số liệu có",
                        "write its indicator, with @locality or ~key where the figure has one",
                    ),
                )
            if one.was == one.now:
                yield dataset.problem(
                    "articles",
                    name,
                    ("corrections", index, "now"),
                    Both("was và now giống nhau", "was and now are the same"),
                    Both("nêu điều đã sửa", "say what changed"),
                )
