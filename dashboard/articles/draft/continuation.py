"""Whether a number goes on with what the number before it is of: năm 2016 là 54,2%, năm 2017 là 57,7%."""

from __future__ import annotations

import re

from dashboard.articles.draft.time_expressions import time_expressions
from dashboard.articles.draft.word_matching import Abbreviations
from dashboard.articles.text.paragraphs import Span
from dashboard.language.vietnamese import syllables

_LINKS = syllables("là có đạt còn chỉ được và thì với lên đến ở mức con số vào trong của cùng riêng")
_FIRM_BREAK = re.compile(r"[.!?(]")


def goes_on(text: str, between: Span, short: Abbreviations) -> bool:
    """Whether only a time and words that link stand between two numbers, at ``text[between]``."""
    start, end = between
    times = [one for one in time_expressions(text) if start <= one.start and one.end <= end]
    rest, at = [], start
    for one in times:
        rest.append(text[at : max(at, one.start)])
        at = max(at, one.end)
    linking = "".join([*rest, text[at:end]])
    return bool(times) and _LINKS.issuperset(short.words(linking)) and not _FIRM_BREAK.search(linking)
