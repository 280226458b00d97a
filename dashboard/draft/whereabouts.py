"""Which place an article is about, and which other place a single number is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.draft.capitals import CAPITAL, NAME, WORD
from dashboard.draft.tables import Tables
from dashboard.models import Level, Locality
from dashboard.verify.paragraphs import Paragraph

_OWN = {
    Level.PROVINCE: r"đảng bộ tỉnh|toàn tỉnh|tỉnh ủy|tỉnh uỷ",
    Level.DISTRICT: r"đảng bộ (?:huyện|thị xã|thành phố|quận)|toàn (?:huyện|thị xã|thành phố|quận)|(?:huyện|thị|thành|quận) (?:ủy|uỷ)",
    Level.COMMUNE: r"đảng bộ (?:xã|phường|thị trấn)|toàn (?:xã|phường|thị trấn)|đảng (?:ủy|uỷ) (?:xã|phường|thị trấn)",
}
_TYPES = r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.?|thị trấn|TT\.?|xã|phường)"
_SHORT = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_SUBJECT = re.compile(
    rf"(?:^|[,;:(]|\.\s)\s*(?i:riêng |điển hình(?: là| như)? |như |trong đó,? ?)?"
    rf"((?i:đảng bộ|chi bộ|đảng ủy|đảng uỷ)(?: (?!{CAPITAL})(?!có |đã |được |và )[^\W\d]+){{0,3}}|(?i:{_TYPES}))"
    rf" ({NAME}|[0-9]+) [^,;]*$"
)
_LISTED = re.compile(rf"(?:^|[,;:])\s*(?:(?i:trong đó|gồm|gồm có)[:,]? )?(?:((?i:{_TYPES})) )?({NAME})(?:: ?| có | )$")


@dataclass(frozen=True)
class Whereabouts:
    """The place an article is about (None: to be decided, of ``choices``) and its level, known or guessed."""

    id: str | None
    choices: tuple[str, ...]
    level: Level | None
    named: str


def whereabouts(title: str, paragraphs: Sequence[Paragraph], outlet: str, tables: Tables) -> Whereabouts:
    """Guess the place from the title and the text: by name, type and level, and by the places around and inside it."""
    text = "\n".join(one.text for one in paragraphs)
    level = _level(title, text)
    named = _named(title, text, level)
    scores: Counter[str] = Counter()
    for id, place in tables.localities.items():
        if level in (None, place.level):
            scores[id] = _mentions(place, title, text, tables, outlet)
    ranked = [(id, score) for id, score in scores.most_common() if score >= 2]
    if not ranked:
        return Whereabouts(None, (), level, named)
    first = ranked[0]
    sure = first[1] >= 5 and (len(ranked) == 1 or first[1] >= 1.5 * ranked[1][1])
    choices = tuple(id for id, _ in ranked[:3])
    guessed = level or tables.level(first[0])
    return Whereabouts(first[0] if sure else None, choices, guessed, named)


def _level(title: str, text: str) -> Level | None:
    """The level that the text speaks of most, its title above all."""
    counts = {level: len(re.findall(words, text, re.IGNORECASE)) + 4 * len(re.findall(words, title, re.IGNORECASE))
              for level, words in _OWN.items()}  # fmt: skip
    best = max(counts.values())
    return next(level for level in reversed(Level) if counts[level] == best) if best else None


def _named(title: str, text: str, level: Level | None) -> str:
    """The name that stands most often behind the type words of that level: huyện Đông Trạch."""
    types = {Level.PROVINCE: "tỉnh", Level.DISTRICT: r"huyện|quận|thị xã|thành phố|TP\.?", Level.COMMUNE: "xã|phường|thị trấn"}
    if level is None:
        return ""
    pattern = re.compile(rf"(?<!\w)((?i:{types[level]}) {WORD}(?: {WORD}){{0,3}})")
    counts = Counter(pattern.findall(text))
    counts.update({name: 4 for name in pattern.findall(title)})
    return counts.most_common(1)[0][0] if counts else ""


def _mentions(place: Locality, title: str, text: str, tables: Tables, outlet: str) -> float:
    """How much speaks for a place: its name with its type, in the title, with its parent's, with those inside it."""
    typed = _times(place, text, typed=True)
    score = min(4.0, 1.0 * typed) + min(2.0, 0.5 * _times(place, text)) - 2.0 * bool(_mistyped(place, text, tables) > typed)
    in_title = _times(place, title)
    score += 4.0 * bool(in_title) + 2.0 * bool(_times(place, title, typed=True))
    around = [tables.localities[id] for id in tables.around(place.id)]
    inside = [other for other in tables.localities.values() if other.parent == place.id]
    if typed or in_title:
        score += sum(2.0 * bool(_times(other, text)) + 2.0 * (other.name in outlet) for other in around)
    score += min(6.0, 1.5 * sum(bool(_times(other, text)) for other in inside))
    if place.level is Level.PROVINCE and place.name in outlet:
        score += 4.0
    return score


def _times(place: Locality, text: str, typed: bool = False) -> int:
    name = re.escape(place.name)
    short = {"thành phố": r"|TP\.?", "thị xã": r"|TX\.?", "thị trấn": r"|TT\.?"}.get(place.type.vi, "")
    of_level = {"tỉnh": "|tỉnh (?:ủy|uỷ)", "huyện": "|huyện (?:ủy|uỷ)", "thành phố": "|thành (?:ủy|uỷ)"}.get(place.type.vi, "")
    before = rf"(?i:{place.type.vi}{short}{of_level}) " if typed else r"(?<!\w)"
    return len(re.findall(rf"{before}{name}(?! ?{CAPITAL}|\w)", text))


def _mistyped(place: Locality, text: str, tables: Tables) -> int:
    """How often the name stands behind another type word: tỉnh Quảng Ninh is not huyện Quảng Ninh.

    That of a place around it or inside it speaks for it, if anything: TP. Bến Tre lies in Bến Tre.
    """
    kin = {one.type.vi for one in tables.localities.values()
           if one.name == place.name and (one.id in tables.around(place.id) or place.id in tables.around(one.id))}  # fmt: skip
    found = [_full(one) for one in re.findall(rf"({_TYPES}) {re.escape(place.name)}(?!\w)", text)]
    return sum(one != place.type.vi and one not in kin for one in found)


def _full(type_word: str) -> str:
    """A type word in full: TP. is thành phố."""
    return _SHORT.get(type_word.lower().rstrip("."), type_word.lower())


@dataclass(frozen=True)
class Subject:
    """Another place that a number is about: its id (None where it is not known), its name, whether it is one of a list."""

    id: str | None
    name: str
    listed: bool


def subject(before: str, own: str, tables: Tables, id: str | None) -> Subject | None:
    """The other place that the clause before a number is about; None where it is the article's own."""
    match = _LISTED.search(before)
    if match and (match[1] or " " in match[2]):
        return Subject(_known(match[2], match[1], tables, id), f"{match[1]} {match[2]}" if match[1] else match[2], True)
    match = _SUBJECT.search(before)
    if not match or match[2] in own:
        return None
    if id and match[2] in {tables.localities[one].name for one in (id, *tables.around(id))}:
        return None
    return Subject(_known(match[2], None, tables, id), f"{match[1]} {match[2]}", False)


def _known(name: str, type_word: str | None, tables: Tables, id: str | None) -> str | None:
    """A place of that name inside the article's place."""
    inside = [one for one in tables.localities.values() if one.name == name and id in tables.around(one.id)]
    if type_word:
        inside = [one for one in inside if one.type.vi == _full(type_word)] or inside
    return inside[0].id if len(inside) == 1 else None
