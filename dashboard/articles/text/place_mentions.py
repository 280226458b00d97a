"""The place that a number is about, if not the article's own: the last one that is named before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.articles.text.capitals import CAPITAL
from dashboard.articles.text.paragraphs import Span
from dashboard.articles.text.place_patterns import (
    ABOVE,
    ALL_OF,
    ANYWHERE,
    APPOSITION,
    BELOW,
    BLOC,
    BODY,
    HERE,
    JOINT,
    LISTED,
    MENTION,
    PLACE,
    SMALL,
    TAIL,
    TELLS,
    UNIT,
    UNNAMED,
    UNTYPED,
    WEAK,
    WHOLE,
    WITHIN,
)
from dashboard.articles.text.place_types import OF_LEVEL, OWN, TYPES, full
from dashboard.articles.text.sentences import holding, parentheses, sentences
from dashboard.records.models.locality import RANK, Level, Locality


@dataclass(frozen=True)
class Whereabouts:
    """The place an article is about (None: to be decided, of ``choices``), its level and its name as printed."""

    id: str | None
    choices: tuple[str, ...]
    level: Level | None
    named: str


@dataclass(frozen=True)
class Subject:
    """Another place: its id (None where it is not known), its name as printed, whether it is one of a list.

    ``maybe``: it was named in the sentence before, and may or may not still be meant. ``level`` is that of its type
    word; ``named``: whether more than the type word stands there.
    """

    id: str | None
    name: str
    listed: bool = False
    maybe: bool = False
    level: Level | None = None
    named: bool = True


@dataclass(frozen=True)
class _Mention:
    """A place named at ``start:end``; ``subject`` None is the article's own."""

    start: int
    end: int
    subject: Subject | None


class Subjects:
    """Finds the places other than ``where`` that numbers of an article are about.

    If its titles name another place, that one may be meant wherever a paragraph names none.
    """

    def __init__(self, where: Whereabouts, localities: Mapping[str, Locality], titles: Sequence[str] = ()) -> None:
        self.where, self.localities = where, localities
        self._around = around(where.id, localities) if where.id else []
        holding_all = (one for one in where.choices
                       if all(one in (other, *around(other, localities)) for other in where.choices))  # fmt: skip
        self._within = where.id or next(holding_all, None)
        ids = [*([where.id] if where.id else []), *self._around]
        own = [localities[id] for id in ids]
        self._own = {(one.type.vi, one.name) for one in own}
        self._named = {(one.type.vi, one.name): id for id, one in zip(ids, own, strict=True)}
        if printed := re.fullmatch(rf"((?i:{TYPES})) (.+)", where.named):
            self._own.add((full(printed[1]), printed[2]))
        level = where.level
        words = [OWN[level], rf"(?:toàn|cả|{BODY}|trong) (?:{OF_LEVEL[level]})(?! {CAPITAL})"] if level else []
        self._back = re.compile("|".join(rf"(?<!\w)(?:{one})(?!\w)" for one in words), re.IGNORECASE) if words else None
        lower = [OF_LEVEL[one] for one in Level if level and RANK[one] > RANK[level]]
        higher = [one for one in Level if level and RANK[one] < RANK[level]]
        self._above = re.compile(ABOVE.format("|".join(OF_LEVEL[one] for one in higher))) if higher else None
        self._unnamed = re.compile(UNNAMED.format("|".join([*lower, SMALL])))
        self._higher = [(one, re.compile(ALL_OF.format(OF_LEVEL[one]))) for one in higher]

        named = [one.subject for title in titles for one in self._mentions(title, (0, len(title)))]
        self._titled = replace(named[0], maybe=True) if named and None not in named and named[0] else None

    def listed(self, before: str) -> Subject | None:
        """The place of a list that stands directly before a number: Thạnh Phú 10; Châu Thành 10."""
        match = LISTED.search(before)
        if not match or not (match[1] or " " in match[2]):
            return None
        known = self._known(match[2], match[1])
        if known is None and self._is_own(match[1], match[2]):
            return None
        return Subject(known, f"{match[1]} {match[2]}" if match[1] else match[2], True)

    def called(self, words: str) -> Subject | None:
        """The place that some words name: xã Tân Khê, Tân Khê; None for the article's own."""
        match = re.fullmatch(PLACE, words)
        return self._subject(match) if match else Subject(self._known(words, None), words)

    def of(self, text: str, sentence: Span, number: Span) -> Subject | None:
        """The other place that the number ``text[number]`` is about; None where it is the article's own."""
        start, end = number
        if tail := TAIL.match(text, end, sentence[1]):
            return self._subject(tail)
        whole = sentences(text)
        at = holding(whole, sentence[0])
        here = [one.subject for one in self._mentions(text, sentence) if one.end <= start]
        if here and (here[-1] is None or here[-1].named):
            return here[-1]
        named = ([one.subject for one in self._mentions(text, span)] for span in reversed(whole[:at]))
        earlier = next(filter(None, named), [])  # what the last sentence names that names any
        if here:
            return self._meant(here[-1], [*earlier, *here[:-1]])
        if not earlier:
            return self._titled
        if earlier[-1] is None or HERE.match(text, sentence[0]):
            return earlier[-1]
        return replace(earlier[-1], maybe=True)

    @staticmethod
    def _meant(subject: Subject | None, earlier: Sequence[Subject | None]) -> Subject | None:
        """The place that is meant: "xã có …" goes on about the xã named before."""
        if subject is None or subject.named:
            return subject
        word = subject.name.lower().removeprefix("toàn ").removeprefix("cả ")
        named = [one for one in earlier if one and one.named and one.name.lower().startswith(word)]
        return named[-1] if named else subject

    def _mentions(self, text: str, sentence: Span) -> Sequence[_Mention]:
        """The places that a sentence names as what it goes on about, left to right."""
        start, words = sentence[0], text[slice(*sentence)]
        brackets = parentheses(words)
        matches = [(match, weak) for weak, pattern in enumerate((MENTION, BLOC, ANYWHERE, UNTYPED))
                   for match in pattern.finditer(words)]  # fmt: skip
        found: list[_Mention] = []
        at = 0
        for match, weak in sorted(matches, key=lambda one: (_begin(one[0]), one[1])):
            begin, end = _begin(match), match.end()
            if any(a <= begin and end <= b for a, b in brackets) or begin < at:
                continue
            joint = bool(found) and found[-1].subject is not None and JOINT.fullmatch(words[at:begin])
            at = end
            if joint:
                continue  # Chi bộ thôn Đoài, xã Tân Khê: the first is meant
            subject = self._subject(match)
            found.append(_Mention(start + begin, start + end, subject and replace(subject, maybe=weak == WEAK)))
        back = self._back.finditer(words) if self._back else ()
        own = [_Mention(start + one.start(), start + one.end(), None) for one in back]
        lower = (match for match in self._unnamed.finditer(words))
        if self._above:
            above = Subject(None, "", maybe=True, named=False)
            own += [_Mention(start + one.start(), start + one.end(), replace(above, name=one[0]))
                    for one in self._above.finditer(words)]  # fmt: skip
        own += [_Mention(start + one.start("name"), start + one.end("name"),
                         Subject(None, one["name"], maybe=True, level=Level.COMMUNE, named=False))
                for one in lower]  # fmt: skip
        own += [_Mention(start + one.start("name"), start + one.end("name"), self._holding(one["name"], level))
                for level, pattern in self._higher for one in pattern.finditer(words)
                if not WITHIN.search(words, 0, one.start("name"))]  # fmt: skip
        taken = [(one.start, one.end) for one in found if one.subject]
        found += [one for one in own if not any(a < one.end and one.start < b for a, b in taken)]
        return sorted(found, key=lambda one: one.start)

    def _subject(self, match: re.Match[str]) -> Subject | None:
        """The place of a mention, None for the article's own or one around it."""
        kind, name = match["type"], match["name"]
        if kind is None and match["kind"] == "":
            kind, name = "", match["number"]
        if kind == "":
            return None if self._is_own(None, name) else Subject(self._known(name, None), name)
        if kind is None:
            return Subject(None, match[0][_begin(match) - match.start() :], level=Level.COMMUNE)
        place = re.search(rf"(?i:{TYPES})$", kind)
        if " và " not in name:
            name = APPOSITION.split(name)[0]  # xã Tân Khê, huyện Vĩnh Khê
        alone = re.fullmatch(UNIT, kind) and not kind.lower().startswith("chi")
        if self._is_own(place[0] if place else None, name) and (place or WHOLE.fullmatch(kind)):
            id = self._named.get((full(place[0]), name)) if place and alone else None
            told = id and id != self.where.id and TELLS.match(match.string, match.end())
            return Subject(id, f"{kind} {name}", level=self.localities[id].level) if told and id else None
        several = bool(re.search("[,;]| và ", name))
        known = self._known(name, place[0]) if alone and place and not several else None
        level = (
            next((one for one in Level if re.fullmatch(rf"(?i:{OF_LEVEL[one]})", place[0])), None) if place else None
        )
        return Subject(known, f"{kind} {name}", level=level or (Level.COMMUNE if BELOW.search(kind) else None))

    def _holding(self, name: str, level: Level) -> Subject:
        """The place of a level around the article's, which is meant by toàn tỉnh or tỉnh Quảng Bình."""
        id = next((id for id in self._around if self.localities[id].level is level), None)
        return Subject(id, name, level=level)

    def _is_own(self, type_word: str | None, name: str) -> bool:
        """Whether a name is that of the article's place or of one around it, with its type word if it has one."""
        return any(name == own and type_word in (None, kind) for kind, own in self._own) or (
            type_word is not None and (full(type_word), name) in self._own
        )

    def _known(self, name: str, type_word: str | None) -> str | None:
        """A place of that name inside the article's place, or inside what holds all that this may be."""
        named = [one for one in self.localities.values() if one.name == name]
        inside = [one for one in named if self._within in around(one.id, self.localities)]
        if type_word:
            inside = [one for one in inside if one.type.vi == full(type_word)]
        return inside[0].id if len(inside) == 1 else None


def around(id: str, localities: Mapping[str, Locality]) -> list[str]:
    """The ids of the places around a place, the nearest first."""
    found: list[str] = []
    while (parent := localities[found[-1] if found else id].parent) in localities and parent not in found:
        assert parent is not None
        found.append(parent)
    return found


def _begin(match: re.Match[str]) -> int:
    """Where the name of a place begins, its type word included."""
    return match.start("kind") if match["type"] is None else match.start("type")
