"""Đối sánh hai số liệu / Two figures side by side: both phrases, the verdict, why, and what would mend it."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard import pairing, picker
from dashboard.charts.datum import Datum
from dashboard.charts.say import Sayer
from dashboard.comparability import Judgement, Verdict, judge
from dashboard.store import Good
from dashboard.view import parse
from dashboard.views import controls, printing, shown, top
from dashboard.words import LANGUAGES, Language, word

_SIDES = ("a", "b")
_PAGE = "pair"
_CHOSEN, _IGNORED = "pair", "pair_ignored"
SIGNS = {Verdict.COMPARABLE: "✓", Verdict.CAUTION: "△", Verdict.NOT_COMPARABLE: "✕"}
_REMEDIES = {Verdict.CAUTION: "pair_firmer", Verdict.NOT_COMPARABLE: "pair_remedy"}
_STYLE = """<style>
.ds-pair { font-size: 0.9375rem; line-height: 1.5; }
.ds-pair .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1.25rem; }
.ds-pair .side { border: 1px solid color-mix(in srgb, currentcolor 18%, transparent); border-radius: 0.625rem;
  padding: 1rem 1.25rem; overflow-wrap: anywhere; }
.ds-pair h2, .ds-pair h3 { font-size: 1rem; font-weight: 600; margin: 0; padding: 0; }
.ds-pair .value { font-size: 1.625rem; font-weight: 700; line-height: 1.35; margin: 0.25rem 0; }
.ds-pair p { margin: 0.25rem 0; }
.ds-pair q { quotes: "“" "”"; }
.ds-pair .small { font-size: 0.8125rem; opacity: 0.85; }
.ds-pair .verdict { font-size: 1.25rem; font-weight: 700; margin: 1.5rem 0 0.5rem; }
.ds-pair ul { list-style: none; margin: 0; padding: 0; }
.ds-pair .reason { border-left: 3px solid color-mix(in srgb, currentcolor 35%, transparent); margin: 0 0 1rem;
  padding: 0.125rem 0 0.125rem 1rem; font-size: inherit; }
.ds-pair .reason b { font-weight: 600; }
.ds-pair .others li { display: grid; grid-template-columns: 1.375rem 1fr; align-items: baseline;
  margin: 0; padding: 0.375rem 0; font-size: inherit;
  border-bottom: 1px solid color-mix(in srgb, currentcolor 12%, transparent); }
.ds-pair .others .small { grid-column: 2; }
.ds-pair a { display: inline-block; justify-self: start; min-height: 24px; color: inherit;
  text-underline-offset: 0.2em; }
</style>"""


def show(good: Good) -> None:
    """The page: choose two figures, read what each says, and whether they may be compared."""
    known = good.figures.by_id
    language, ignored = _arrive(good, known)
    top.show(language, "pair_page")
    shown.title(word("pair_heading", language))
    shown.paragraphs(word("pair_lead", language))
    shown.ignored(ignored, language)
    say = Sayer(good.dataset, list(known.values()), language, good.proofs)
    chosen = _choose(known, say)
    _depart(language)
    if not chosen:
        found = _none(say, known, good)
    else:
        found = _two(chosen, say, known, good) if len(chosen) == 2 else _one(chosen[0], say, known, good)
    st.html(f"{_STYLE}<div class='ds-pair'>{found}</div>")
    printing.foot(good.dataset.version, language)


# --- the address


def _arrive(good: Good, known: dict[str, Datum]) -> tuple[Language, list[str]]:
    """The language, and the parts of the address that could not be used; the figures chosen go into the session."""
    state = st.session_state
    if (address := controls.arrive(_PAGE)) is not None:
        asked = [address[side] for side in _SIDES if side in address]
        view, ignored = parse({name: value for name, value in address.items() if name not in _SIDES}, good.dataset)
        controls.begin({"language": view.language})
        state[_CHOSEN] = list(dict.fromkeys(id for id in asked if id in known))
        state[_IGNORED] = (
            state[_CHOSEN],
            ignored + [f"{side}={address[side]}" for side in _SIDES if address.get(side, "") not in ("", *known)],
        )
    state[_CHOSEN] = [id for id in state[_CHOSEN] if id in known]
    if state[_IGNORED][0] != state[_CHOSEN]:
        state[_IGNORED] = state[_CHOSEN], []
    language: Language = controls.said("language")
    return language, state[_IGNORED][1]


def _depart(language: Language) -> None:
    found = {"lang": language} if language != LANGUAGES[0] else {}
    controls.depart(_PAGE, language, found | dict(zip(_SIDES, st.session_state[_CHOSEN], strict=False)))


# --- choosing


def _choose(known: dict[str, Datum], say: Sayer) -> list[Datum]:
    """The picker of figures, found by what they count and where; of more than two the last two stay."""
    options = [
        picker.Option(
            id=datum.id,
            label=" · ".join([datum.what(say.language), say.short_place(datum.locality), say.date(datum)]),
            detail=say.with_unit(datum),
            level=datum.level,
            parent=None,
            has_figures=True,
            name=datum.named("indicator", say.language),
        )
        for datum in known.values()
    ]
    strings = picker.STRINGS[say.language] | {
        key: word(f"pair_{key}", say.language) for key in ("label", "placeholder", "list", "chosen")
    }
    picker.pick(options, st.session_state[_CHOSEN], strings=strings, key="pair-picker", on_change=_take)
    return [known[id] for id in st.session_state[_CHOSEN]]


def _take(ids: list[str]) -> None:
    st.session_state[_CHOSEN] = ids[-2:]


# --- showing


def _none(say: Sayer, known: dict[str, Datum], good: Good) -> str:
    """Pairs to begin with, one for each verdict."""
    items = []
    for one, other, judgement in pairing.examples(list(known.values()), good.dataset):
        name = one.named("indicator", say.language)
        sides = [f"{say.whose(of)}: {say.with_unit(of, beside=name)}, {say.date(of)}" for of in (one, other)]
        said = f"{name}. {' | '.join(sides)}"
        items.append(_link(one, other, judgement, said, say.language))
    head = f"<h2 class='verdict'>{escape(word('pair_examples', say.language))}</h2>"
    return f"{head}<ul class='others'>{''.join(items)}</ul>" if items else ""


def _one(datum: Datum, say: Sayer, known: dict[str, Datum], good: Good) -> str:
    """A figure alone, and what it may be set against."""
    found = pairing.candidates(datum, list(known.values()), good.dataset)
    items = [_candidate(datum, one, say) for one in found]
    rest = f"<p>{escape(word('pair_alone', say.language))}</p>"
    if items:
        head = f"<h3 class='verdict'>{escape(word('pair_candidates', say.language))}</h3>"
        rest = f"{head}<ul class='others'>{''.join(items)}</ul>"
    return f"<div class='two'>{_side(datum, say, known)}</div>{rest}"


def _candidate(datum: Datum, other: pairing.Candidate, say: Sayer) -> str:
    said = f"{say.whose(other.datum)}: {say.with_unit(other.datum)}, {say.date(other.datum)}"
    return _link(datum, other.datum, other.judgement, said, say.language)


def _link(one: Datum, other: Datum, judgement: Judgement, said: str, language: Language) -> str:
    """A pair as an item of a list: a link to it, and the verdict with its reasons."""
    query = {"a": one.id, "b": other.id} | ({"lang": language} if language != LANGUAGES[0] else {})
    why = "; ".join(judgement.texts(language))
    verdict = word(f"verdict_{judgement.verdict.name.lower()}", language)
    return (
        f"<li>{SIGNS[judgement.verdict]} <a href='?{escape(urlencode(query))}' target='_self'>{escape(said)}</a>"
        f"<div class='small'>{escape(verdict)}{': ' + escape(why) if why else ''}</div></li>"
    )


def _two(chosen: list[Datum], say: Sayer, known: dict[str, Datum], good: Good) -> str:
    judgement = judge(chosen, good.dataset.rules)
    sides = "".join(_side(datum, say, known) for datum in chosen)
    return f"<div class='two'>{sides}</div>{_verdict(judgement, say.language)}"


def _side(datum: Datum, say: Sayer, known: dict[str, Datum]) -> str:
    one, language = pairing.side(datum, say, known), say.language
    phrase = word("pair_computed" if datum.computed else "pair_printed", language)
    lines = [
        f"<h2>{escape(one.what)}</h2>",
        f"<p>{escape(one.place)} · {escape(one.date)}</p>",
        f"<p class='value'>{escape(one.value)}</p>",
        f"<p>{escape(phrase)} <q>{escape(one.printed)}</q></p>",
        *(f"<p class='small'>{escape(source)}</p>" for source in one.sources),
        *(f"<p class='small'>{escape(caveat)}</p>" for caveat in one.caveats),
    ]
    return f"<section class='side'>{''.join(lines)}</section>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _verdict(judgement: Judgement, language: Language) -> str:
    """The verdict, and each reason with what would mend it and where the rule is from."""
    name = word(f"verdict_{judgement.verdict.name.lower()}", language)
    head = f"<h2 class='verdict'>{SIGNS[judgement.verdict]} {escape(name)}</h2>"
    if not judgement.reasons:
        return f"{head}<p>{escape(word('pair_plain', language))}</p>"
    reasons = "".join(
        f"<li class='reason'><p><b>{SIGNS[reason.verdict]} {escape(_capital(reason.text[language]))}</b></p>"
        f"<p>{escape(word(_REMEDIES[reason.verdict], language))} {escape(reason.remedy[language])}</p>"
        f"<p class='small'>{escape(word('pair_source', language))} {escape(reason.source[language])}</p></li>"
        for reason in judgement.gravest_first
    )
    return f"{head}<ul>{reasons}</ul>"
