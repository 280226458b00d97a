"""Đối sánh hai số liệu / Two figures side by side: their phrases, the verdict with its reasons, and what would help."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.charts import pairing
from dashboard.charts.view import parse, written
from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Judgement, Verdict, judge
from dashboard.figures.figure import Figure
from dashboard.language.words import Language, capital, word
from dashboard.web.components import header, page_text, picker, printing
from dashboard.web.components.page_url import PageUrl
from dashboard.web.server.store import Good

_SIDES = ("a", "b")
_REMEDIES = {Verdict.CAUTION: "pair_firmer", Verdict.NOT_COMPARABLE: "pair_remedy"}


def show(good: Good) -> None:
    """The page: choose two figures, read what each says, and whether they may be compared."""
    known = good.figures.by_id
    url = _page_url(good, known)
    view, ignored = url.read_url()
    language = view.language
    header.show(language, "pair_page")
    page_text.title(word("pair_heading", language))
    page_text.paragraphs(word("pair_lead", language))
    page_text.ignored(ignored, language)
    say = Wording(good.dataset, list(known.values()), language, good.proofs)
    chosen = _choose(url, known, say)
    url.write_url(language)
    if not chosen:
        found = _none(say, known, good)
    else:
        found = _two(chosen, say, known, good) if len(chosen) == 2 else _one(chosen[0], say, known, good)
    st.html(f"<div class='ds-pair'>{found}</div>")
    printing.foot(good.dataset.version, language)


# --- the address


@dataclass(frozen=True)
class Pair:
    """The view of this page: the ids of at most two figures."""

    language: Language = "vi"
    ids: tuple[str, ...] = ()


def _page_url(good: Good, known: Collection[str]) -> PageUrl[Pair]:
    def read(asked: Mapping[str, str]) -> tuple[Pair, list[str]]:
        view, ignored = parse({name: value for name, value in asked.items() if name not in _SIDES}, good.dataset)
        ignored += [f"{side}={asked[side]}" for side in _SIDES if asked.get(side, "") not in ("", *known)]
        ids = dict.fromkeys(asked[side] for side in _SIDES if asked.get(side) in known)
        return Pair(view.language, tuple(ids)), ignored

    def write(view: Pair) -> dict[str, str]:
        return written(view.language, **dict(zip(_SIDES, view.ids, strict=False)))

    return PageUrl("pair", read, write, key="pair")


# --- choosing


def _choose(url: PageUrl[Pair], known: dict[str, Figure], say: Wording) -> list[Figure]:
    """The picker of figures, searched by indicator and place; of more than two the last two stay."""
    options = [
        picker.Option(
            id=figure.id,
            label=" · ".join([figure.what(say.language), say.short_place(figure.locality), say.date(figure)]),
            detail=say.with_unit(figure),
            level=figure.level,
            parent=None,
            has_figures=True,
            name=figure.named("indicator", say.language),
        )
        for figure in known.values()
    ]
    strings = picker.own_words(say.language) | {
        key: word(f"pair_{key}", say.language) for key in ("label", "placeholder", "list", "chosen")
    }
    ids, keep = url.view().ids, url.choose("ids")
    picker.pick(options, ids, strings=strings, key="pair-picker", on_change=lambda chosen: keep(chosen[-2:]))
    return [known[id] for id in ids]


# --- showing


def _none(say: Wording, known: dict[str, Figure], good: Good) -> str:
    """Pairs to begin with, one for each verdict."""
    items = []
    for one, other, judgement in pairing.examples(list(known.values()), good.dataset):
        name = one.named("indicator", say.language)
        sides = [f"{say.whose(of)}: {say.with_unit(of, beside=name)}, {say.date(of)}" for of in (one, other)]
        said = f"{name}. {' | '.join(sides)}"
        items.append(_link(one, other, judgement, said, say.language))
    head = f"<h2 class='verdict'>{escape(word('pair_examples', say.language))}</h2>"
    return f"{head}<ul class='others'>{''.join(items)}</ul>" if items else ""


def _one(figure: Figure, say: Wording, known: dict[str, Figure], good: Good) -> str:
    """One figure, and others to compare it with."""
    found = pairing.candidates(figure, list(known.values()), good.dataset)
    items = [_candidate(figure, one, say) for one in found]
    rest = f"<p>{escape(word('pair_alone', say.language))}</p>"
    if items:
        head = f"<h3 class='verdict'>{escape(word('pair_candidates', say.language))}</h3>"
        rest = f"{head}<ul class='others'>{''.join(items)}</ul>"
    return f"<div class='two'>{_side(figure, say, known)}</div>{rest}"


def _candidate(figure: Figure, other: pairing.Candidate, say: Wording) -> str:
    said = f"{say.whose(other.figure)}: {say.with_unit(other.figure)}, {say.date(other.figure)}"
    return _link(figure, other.figure, other.judgement, said, say.language)


def _link(one: Figure, other: Figure, judgement: Judgement, said: str, language: Language) -> str:
    """A pair as an item of a list: a link to it, and the verdict with its reasons."""
    query = written(language, a=one.id, b=other.id)
    why = "; ".join(judgement.texts(language))
    verdict = word(judgement.verdict.word, language)
    return (
        f"<li>{judgement.verdict.sign} <a href='?{escape(urlencode(query))}' target='_self'>{escape(said)}</a>"
        f"<div class='small'>{escape(verdict)}{': ' + escape(why) if why else ''}</div></li>"
    )


def _two(chosen: list[Figure], say: Wording, known: dict[str, Figure], good: Good) -> str:
    judgement = judge(chosen, good.dataset.rules)
    sides = "".join(_side(figure, say, known) for figure in chosen)
    return f"<div class='two'>{sides}</div>{_verdict(judgement, say.language)}"


def _side(figure: Figure, say: Wording, known: dict[str, Figure]) -> str:
    one, language = pairing.side(figure, say, known), say.language
    phrase = word("pair_computed" if figure.computed else "pair_printed", language)
    lines = [
        f"<h2>{escape(one.what)}</h2>",
        f"<p>{escape(one.place)} · {escape(one.date)}</p>",
        f"<p class='value'>{escape(one.value)}</p>",
        f"<p>{escape(phrase)} <q>{escape(one.printed)}</q></p>",
        *(f"<p class='small'>{escape(source)}</p>" for source in one.sources),
        *(f"<p class='small'>{escape(caveat)}</p>" for caveat in one.caveats),
    ]
    return f"<section class='side'>{''.join(lines)}</section>"


def _verdict(judgement: Judgement, language: Language) -> str:
    """The verdict, and each reason with what would help and the source of its rule."""
    name = word(judgement.verdict.word, language)
    head = f"<h2 class='verdict'>{judgement.verdict.sign} {escape(name)}</h2>"
    if not judgement.reasons:
        return f"{head}<p>{escape(word('pair_plain', language))}</p>"
    reasons = "".join(
        f"<li class='reason'><p><b>{reason.verdict.sign} {escape(capital(reason.text[language]))}</b></p>"
        f"<p>{escape(word(_REMEDIES[reason.verdict], language))} {escape(reason.remedy[language])}</p>"
        f"<p class='small'>{escape(word('pair_source', language))} {escape(reason.source[language])}</p></li>"
        for reason in judgement.gravest_first
    )
    return f"{head}<ul>{reasons}</ul>"
