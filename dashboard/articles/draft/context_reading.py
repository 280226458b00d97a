"""Reads the context of each number of a paragraph: its clause, its noun, the kind that its words announce."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.articles.draft.continuation import goes_on
from dashboard.articles.draft.counted_nouns import Counted, Nouns
from dashboard.articles.draft.kinds import announced, connects, happening, labelled, part, passive
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.numbers import Number
from dashboard.articles.draft.restated_sentences import Told
from dashboard.articles.draft.series import NO_PARTS, Part
from dashboard.articles.draft.units import VAGUE
from dashboard.articles.draft.word_matching import Abbreviations, Words
from dashboard.articles.text.capitals import NAME, WORD
from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.place_types import TYPES
from dashboard.articles.text.sentences import clauses, holding, parentheses, sentences
from dashboard.language.doubts import Doubt
from dashboard.language.vietnamese import syllables
from dashboard.records.models.indicator import Kind

_SHARES = syllables("đạt bằng chiếm tỷ tỉ lệ tương đương tức là")
_BETWEEN_SHARES = syllables("nhưng mà cũng và song hoặc hay lại")
_BREAK = re.compile(r"(?<!trong sạch)[,:(–]|(?<!\w)trong đó(?!\w)", re.IGNORECASE)
_PLACE_ALONE = re.compile(
    r"^[,;]? ?(?:(?:tiếp đến|kế đến|tiếp theo|tiếp sau|sau đó|rồi đến|và|còn)(?: là)? )?"
    rf"(?:(?i:{TYPES}) {NAME}|{WORD} {NAME}) $"
)  # …, huyện Kim Thành 84 đảng viên, tiếp đến là Vĩnh Khê 70
_HEADED = re.compile(r"(?<!\w)(?:tổng số|số lượng|số)(?= (?!là |liệu |vốn |này |đó ))", re.IGNORECASE)
_LABEL = re.compile(r"[ ,;(-]*(?=[^\W\d_][^,;.()]*: $)")
_OF_ALL = re.compile(r" (?:trên |trong )?(?:tổng )?số(?! lượng)(?!\w)", re.IGNORECASE)
_CASE = ("trường", "hợp")
_CLOSED = re.compile(r"\([^()]*\)")
_LEFT = syllables("còn chỉ lại lên xuống là")
"""A number with only these words before it counts what the number before counts: số thôn giảm 23, còn 104."""
_REACH = 800  # characters on either side of a number within which words of its sentence are read


def contexts(
    paragraph: Paragraph, numbers: Sequence[Number], nouns: Nouns, short: Abbreviations,
    parts: Mapping[int, Part] = NO_PARTS,
) -> list[Context]:  # fmt: skip
    """The context of each number of a paragraph, in order. ``parts``: the numbers that stand in runs, by index."""
    around = _Paragraph(paragraph, numbers, nouns, short)
    found: list[Context] = []
    for index, number in enumerate(numbers):
        part = parts.get(index)
        one = around.context(index, found)
        if part and part.retold:
            start, end = one.sentence_span
            near = (at for at in range(len(numbers)) if start <= numbers[at].start < end)
            own = [at for at in near if at == index or at not in part.run]
            moved = [part.retold.number(numbers[at]) for at in own]
            text = replace(paragraph, text=part.retold.text)
            again = contexts(text, moved, nouns, short)[own.index(index)]
            one = replace(
                again, paragraph=paragraph, number=number, counted=one.counted, sentence_span=one.sentence_span
            )
        if one.core == one.noun == _CASE:  # 12 trường hợp: those told before
            told = next((other.noun for other in reversed(found) if other.noun[:2] == _CASE != other.noun), one.noun)
            one = replace(one, noun=told)
        found.append(replace(one, series=part))
    return found


class _Paragraph:
    """The numbers of one paragraph, with the noun of each, its sentences and its brackets."""

    def __init__(self, paragraph: Paragraph, numbers: Sequence[Number], nouns: Nouns, short: Abbreviations) -> None:
        self.paragraph, self.text, self.numbers, self.short = paragraph, paragraph.text, numbers, short
        self.nouns = nouns
        self.counted = [nouns.after(self.text, self._behind(number)) for number in numbers]
        self.sentences, self.brackets = sentences(self.text), parentheses(self.text)

    def context(self, index: int, found: Sequence[Context]) -> Context:
        text, number, counted, words = self.text, self.numbers[index], self.counted[index], self.short.words
        at = holding(self.sentences, number.start)
        whole = self.sentences[at]
        sentence = max(whole[0], number.start - _REACH), min(whole[1], number.end + _REACH)
        parts = clauses(text, sentence)
        clause = parts[holding(parts, number.start)]
        bracket = next((one for one in self.brackets if one[0] <= number.start and number.end <= one[1]), None)
        near = self._last(index, clause[0], bracket is not None)
        onward = index - 1 if index and self._goes_on(index, sentence[0]) else None
        near = onward if near is None else near
        last = None if near is None else self.numbers[near]
        start = max(clause[0], bracket[0] if bracket else 0)
        if near is not None:
            start = max(start, self._lead_start(near, number.start))
        lead = text[start : number.start]
        tail = words(text[number.end : self._tail_end(index, min(clause[1], bracket[1] if bracket else clause[1]))])
        leading = words(lead)
        connected = last is not None and (connects(leading) or bool(_PLACE_ALONE.match(lead)))
        is_part = part(lead) or (bracket is not None and last is not None and last.end < bracket[0])
        breath = words(re.split("[,:]", lead)[-1])
        until = _CLOSED.sub("", text[sentence[0] : number.start])  # (chỉ tiêu giao 190) is no goal of what follows
        kind = announced(leading, breath, words(until), tail, number.main.percent)
        label, colon, own = lead.rpartition(":")
        if colon and kind in (None, Kind.STOCK) and labelled(words(label), words(own)):
            kind = happening(words(label))  # kết nạp đảng viên: năm 2016 là 120
        if number.before is not None and kind is not Kind.TARGET:
            kind = Kind.SHARE if number.main.percent else passive(leading) or Kind.STOCK
        elif near is not None and not number.main.percent and (connected or (is_part and kind in (None, Kind.STOCK))):
            kind = kind if found[near].kind in (None, Kind.SHARE, Kind.ATTAINMENT) else found[near].kind
            connected = True
        elif near is not None and kind is None and found[near].kind in (Kind.FLOW, Kind.CHANGE, Kind.VISITS):
            kind = found[near].kind  # giải thể 34 chi bộ xã, thị trấn và 03 đảng bộ: the list goes on
        if near is None and index and clause[0] > sentence[0] and kind in (None, Kind.STOCK):
            head, semicolon, _ = text[sentence[0] : clause[0]].partition(":")
            if semicolon and not any(map(str.isdigit, head)) and labelled(words(head), leading):
                kind, leading = happening(words(head)), (*words(head), *leading)  # kết nạp: xã 80; trường học 15
        if onward is not None:  # năm 2016 là 12 đồng chí, năm 2017 là 9 đồng chí
            leading, connected = (*found[onward].lead, *found[onward].tail, *leading), True
            kind = found[onward].kind if kind in (None, Kind.STOCK, Kind.SHARE) else kind
        echo: Words = ()
        if near is not None and last and number.main.percent and not last.main.percent and _SHARES.issuperset(leading):
            echo = (*found[near].lead, *words(text[last.end : number.start]))
        elif near is not None and last and leading and _BETWEEN_SHARES.issuperset(leading):
            echo = found[near].lead if number.main.percent and last.main.percent else ()  # trên 15% nhưng không quá 20%
        if number.main.doubt is Doubt.RATIO:
            kind = Kind.SHARE
        within, named = text, counted
        if not number.main.percent and words(text[counted.start : counted.end]) in {(), *VAGUE}:
            before = self._named_before(lead)
            if before:  # đảng viên: 586 xuất sắc are not all of them
                before = replace(before, plain=before.plain and counted.stop == counted.end)
                within, named = f" {lead}", before
        noun, core = words(within[named.start : named.stop]), words(within[named.start : named.end])
        same = onward if onward is not None else near if leading and _LEFT.issuperset(leading) else None
        if same is not None and core in {(), *VAGUE} and not number.main.percent:
            noun, core, named = found[same].noun, found[same].core, replace(named, plain=found[same].plain)
        return Context(
            self.paragraph, number, counted, whole, Told(text, whole, (number.start, number.end)),
            text[clause[0] : number.start], leading, tail,
            noun=noun, core=core, plain=named.plain, led=named is not counted,
            echo=echo,
            topic=self._topic(index, sentence, found),
            clause=words(self._without_others(index, clause[0], number.start)),
            sentence=words(self._without_others(index, *sentence)),
            previous=words(text[slice(*self.sentences[at - 1])][-_REACH:]) if at else (),
            kind=kind, part=is_part, connected=connected, broken=lead.rstrip().endswith((",", ":", ";")),
        )  # fmt: skip

    def _behind(self, number: Number) -> int:
        """Where the noun of a number begins: behind số of "2/3 số xã", behind có lẻ of "700 có lẻ xã"."""
        match = _OF_ALL.match(self.text, number.end) if number.main.doubt is Doubt.RATIO else None
        end = match.end() if match else number.end
        hedge = number.main.hedge_text
        behind = self.text.find(hedge, end, end + len(hedge) + 2) if hedge else -1
        return behind + len(hedge) if behind >= 0 and not self.text[end:behind].strip() else end

    def _goes_on(self, index: int, sentence: int) -> bool:
        """Whether a number goes on with what the one before in its sentence is of, at another time."""
        before = max(self.numbers[index - 1].end, self.counted[index - 1].end)
        here = self.numbers[index - 1].start >= sentence
        return here and goes_on(self.text, (before, self.numbers[index].start), self.short)

    def _named_before(self, lead: str) -> Counted | None:
        """The noun that the words before a number are of: số đảng viên nữ là …; Chi bộ trực thuộc: …"""
        headed = list(_HEADED.finditer(f" {lead}"))
        match = headed[-1] if headed else _LABEL.match(f" {lead}")
        found = self.nouns.after(f" {lead}", match.end() - (0 if headed else 1)) if match else None
        return replace(found, plain=found.stop == found.end) if found and found.end > found.start else None

    def _topic(self, index: int, sentence: Span, found: Sequence[Context]) -> Words:
        """What the numbers before count, where the last noun says too little: 2.940 đảng viên …, 412 đồng chí …"""
        for near in range(index, -1, -1):
            if self.numbers[near].start < sentence[0]:
                break
            core = self.short.words(self.text[self.counted[near].start : self.counted[near].end])
            if near < index and found[near].led:
                core = found[near].core  # tổng số đảng viên là 4.812 đồng chí
            if near == index and len(core) == 1:
                continue  # (1.204 nữ)
            if core and core not in VAGUE:
                return core if near < index else ()
        return ()

    def _last(self, index: int, begin: int, bracketed: bool) -> int | None:
        """The number before, in the same clause; what stands in brackets does not announce what follows them."""
        near = index - 1
        while near >= 0 and not bracketed and any(a <= self.numbers[near].start < b for a, b in self.brackets):
            near -= 1
        return near if near >= 0 and self.numbers[near].start >= begin else None

    def _lead_start(self, near: int, start: int) -> int:
        """Where a lead begins behind the number ``near``: at the last break with words behind it, else at its noun."""
        closed = max((b + 1 for a, b in self.brackets if self.numbers[near].end <= a and b < start), default=0)
        noun_end = self.counted[near].end
        breaks = [at for at in self._breaks(noun_end, start) if self.text[at + 1 : start].strip()]
        return max(closed, breaks[-1] if breaks else noun_end)

    def _tail_end(self, index: int, end: int) -> int:
        stop = self.counted[index].stop
        if index + 1 < len(self.numbers) and self.numbers[index + 1].start < end:
            following = self.numbers[index + 1].start
            breaks = self._breaks(stop, following)
            if breaks and self.text[breaks[-1] : following].strip() == ":":
                breaks.pop()  # …, đảng viên dự bị: 103: the label is the next number's
            end = breaks[-1] if breaks else stop
        opened = self.text.find("(", stop, end)
        return max(stop, end if opened < 0 else opened)

    def _breaks(self, start: int, end: int) -> list[int]:
        return [match.start() for match in _BREAK.finditer(self.text, start, end)]

    def _without_others(self, index: int, start: int, end: int) -> str:
        """``text[start:end]`` without the other numbers and their nouns, which announce nothing else."""
        kept, at = [], start
        for other, number in enumerate(self.numbers):
            if other != index and at <= number.start < end:
                kept.append(self.text[at : number.start])
                at = min(self.counted[other].stop, end)
        return " / ".join([*kept, self.text[at:end]])
