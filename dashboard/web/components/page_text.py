"""The only way to put text on a page through Streamlit, which reads nearly everything as Markdown.

Text given here is shown as it is: texts of the data and of an address may look like an image, link, formula or icon,
and must not become one. Nothing else in ``web`` calls functions that read Markdown, except the controls, which also use
``plain`` (a test reads the source). Anything with a structure of its own is HTML with escaped texts (``st.html``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.figures import page_link
from dashboard.language.words import Language, word
from dashboard.records.models.article import Article
from dashboard.records.scalars import HIDDEN

_LONGEST = 80  # characters shown of what a link asked for in vain
_BREAKS = re.compile("[\t-\r\x20\x85\u2028\u2029]+")  # no-break spaces stay
_MARKS = re.compile(
    r"[\\`*_\[\]<&$~]|:(?=\S)"
    r"|^[#+=>-]|(?:(?<=^[0-9])|(?<=^[0-9]{2})|(?<=^[0-9]{3}))[.)]",  # what counts at the start of a line only
)
_FOUND_LATER = re.compile(
    r"(?i:http(?=s?://)|www(?=\.))|@"  # links that need no marks
    r"|:(?=[A-Za-z0-9_+/-]+:)"  # icons and emoji by their names
    r"|(?<!\S)(?:<(?=->(?!\S))|[<>~-](?=[->=](?!\S)))",  # arrows and the like
)
"""What Streamlit's browser side looks for after parsing the Markdown, when backslashes are gone."""
_APART = "\u2060"  # WORD JOINER: without width, and no line breaks there


def plain(text: str) -> str:
    """One line of Markdown that shows a text as it is, without its invisible characters (``scalars.HIDDEN``)."""
    text = HIDDEN.sub("", _BREAKS.sub(" ", text)).strip(" ")
    text = _FOUND_LATER.sub(rf"\g<0>{_APART}", text)
    return _MARKS.sub(r"\\\g<0>", text)


def title(text: str) -> None:
    """The heading of the page."""
    st.title(plain(text), anchor=False)


def head(text: str, anchor: str | Literal[False] = False) -> None:
    """The heading of a section; ``anchor``: the id that an address leads to."""
    st.header(plain(text), anchor=anchor)


def subhead(text: str, anchor: str | Literal[False] = False) -> None:
    """The heading of a part of a section."""
    st.subheader(plain(text), anchor=anchor)


def paragraphs(*texts: str, **more: Any) -> None:
    """One paragraph or several."""
    st.markdown("\n\n".join(map(plain, texts)), **more)


def strong(text: str, **more: Any) -> None:
    """A line in bold."""
    st.markdown(_bold(text), **more)


def small(text: str) -> None:
    """A line in small letters."""
    st.markdown(f":small[{plain(text)}]")


def items(lines: Iterable[str], *, heading: str = "") -> None:
    """A list, under a line in bold if there is one."""
    st.markdown((f"{_bold(heading)}\n\n" if heading else "") + _items(lines))


def info(text: str, lines: Sequence[str] = ()) -> None:
    """An information box, with a list below its text."""
    st.info(f"{plain(text)}\n\n{_items(lines)}" if lines else plain(text))


def warning(text: str) -> None:
    """A warning box."""
    st.warning(plain(text))


def error(text: str) -> None:
    """An error box."""
    st.error(plain(text))


def ignored(parts: Sequence[str], language: Language) -> None:
    """The parts of the address that could not be used, if there are any."""
    if parts:
        cut = (part if len(part) <= _LONGEST else f"{part[:_LONGEST]}…" for part in parts)
        warning(word("bad_link", language, parts="; ".join(cut)))


def link(path: str, label: str, **more: Any) -> None:
    """A link to another page by its path ("" for the first page). Streamlit knows a page that is a function by its path
    alone."""
    st.page_link(st.Page(_elsewhere, title=path, url_path=path, default=not path), label=plain(label), **more)


def fold(label: str, chosen: str = "") -> DeltaGenerator:
    """An expander; ``chosen``: what is set inside it, in bold behind the label."""
    return st.expander(f"{plain(label)}: {_bold(chosen)}" if chosen else plain(label))


def address(article: Article, language: Language) -> str:
    """An article's address as HTML: a link, with one to the Web Archive's copy, where it is one of the web."""
    said = html.escape(article.address or word("no_address", language))
    there = page_link.address(article)
    if not there:
        return said
    links = ((there, said), (page_link.archived(article), html.escape(word("board.archive", language))))
    return " · ".join(f'<a href="{html.escape(to)}" rel="noreferrer">{name}</a>' for to, name in links)


def _bold(text: str) -> str:
    return f"**{plain(text)}**"


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)


def _elsewhere() -> None:
    """Stands for the other page's function in a link."""
