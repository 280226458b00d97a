"""What ``doisanh fetch`` finds at an address, kept outside the project, and what it tells about it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from dashboard.articles.fetch.download import NotFetched, download
from dashboard.articles.fetch.page_article import PageArticle, article_of
from dashboard.language.bilingual import Both
from dashboard.records import atomic_write


def fetched(address: str) -> PageArticle:
    """The article at an address. Raises NotFetched."""
    return article_of(download(address))


def keep(found: PageArticle, out: str, root: Path) -> Path:
    """Write the text to a new file outside the root; where it is now. Raises NotFetched."""
    path = Path(out).expanduser()
    try:
        there = path.parent.resolve(strict=True) / path.name
        if there.is_relative_to(root.resolve()):
            raise NotFetched(
                f"--out {out}: " + Both("văn bản của bài báo không được nằm trong dự án; nêu chỗ khác",
                                        "an article's text may not be inside the project; give another place"),
                misuse=True,
            )  # fmt: skip
        atomic_write.create({there: found.text.encode()})
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: a name that can't be one; RuntimeError: ~nobody
        why = atomic_write.reason(error) if isinstance(error, OSError) else str(error)
        raise NotFetched(
            f"--out {out}: " + Both("không ghi được: ", "can't be written: ") + why, misuse=True
        ) from error
    return there


def told(found: PageArticle) -> Both:
    """What the page says of the article, line by line."""
    unsaid = Both("trang không nói", "the page does not say")
    fields = (
        (Both("tên bài", "title"), found.title), (Both("báo", "outlet"), found.outlet),
        (Both("ngày", "date"), found.date), (Both("địa chỉ", "address"), found.address),
        (Both.same("sha256"), sha256(found.text.encode()).hexdigest()),
    )  # fmt: skip
    lines = Both.same("")
    for name, said in fields:
        lines += name + ": " + (said or unsaid) + "\n"
    lines += Both(f"{len(found.paragraphs)} đoạn", f"{len(found.paragraphs)} paragraphs")
    return lines + "\n" + CLOSED if found.closed else lines


CLOSED = Both(
    "lưu ý: trang nói bài không miễn phí: đây có thể chỉ là một phần; nếu vậy, ghi read: excerpt trong hồ sơ",
    "note: the page says that the article is not free: this may be a part; if so, write read: excerpt in its record",
)
