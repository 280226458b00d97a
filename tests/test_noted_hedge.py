"""A hedge that only the reader of an article noted is shown as the reader's, everywhere, and is never proven."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.phrases import Fault, locate
from dashboard.articles.verify.phrase_edges import faults
from dashboard.articles.verify.proofs import Proof, figure_digest, status
from dashboard.charts import pairing
from dashboard.charts.alt_text import alt_text
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.cli import comparison_report
from dashboard.export import attachments
from dashboard.export.extract import whole
from dashboard.figures import citation, frame
from dashboard.language.hedges import Hedge
from dashboard.language.number_format import format_value, hedged
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.web.board import cards
from tests.sample import Root
from tests.world import EVERYTHING, chart, figure, figures_of, planned, sayer, world

SAID = {"vi": "người đọc", "en": "reader"}
SIGN = {"vi": "(>) 9.700", "en": "(>) 9,700"}


def noted() -> Dataset:
    """A district whose members are "> 9.700", the sign being the reader's, beside one whose hedge is printed."""
    articles = {"p.an": [figure("members", 9700, hedge="over", hedge_noted=True, paragraph=None)],
                "p.di": [figure("members", 8000, hedge="over")]}  # fmt: skip
    return world(articles, chart(Form.BARS, "members"), excerpts=["p.an"])


@pytest.mark.parametrize(
    ("hedge", "language", "written"),
    [(Hedge.OVER, "vi", "(>) 9.700"), (Hedge.NEARLY, "vi", "(gần) 9.700"), (Hedge.NEARLY, "en", "(nearly) 9,700"),
     (None, "vi", "9.700")],
)  # fmt: skip
def test_a_noted_hedge_is_written_in_brackets(hedge: Hedge | None, language: Language, written: str) -> None:
    assert format_value(Decimal(9700), language=language, hedge=hedge, noted=True) == written
    assert hedged("x", Hedge.OVER, language) == "> x"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_display_marks_it_and_says_whose_it_is(language: Language) -> None:
    dataset, say = noted(), sayer(noted(), language)
    plan, own, other = planned(noted()), figures_of(noted())[0], figures_of(noted())[1]
    assert say.value(own) == SIGN[language]
    assert say.value(other).startswith("> 8")
    assert word("legend_noted", language) in say.legend(plan, [])
    assert SIGN[language] in alt_text(plan, say)
    (card,) = (one for one in cards.cards(dataset, frame.build(dataset), replace(EVERYTHING, language=language))[0]
               if one["id"] == "chart")  # fmt: skip
    facts = [json.dumps(mark["facts"], ensure_ascii=False) for mark in card["marks"]]
    assert [SAID[language] in one for one in facts] == [True, False], "the tooltip"
    assert word("legend_noted", language) in card["legend"]
    assert [row[2] for row in card["table"]["rows"]] == [SIGN[language], say.value(other)]
    assert SAID[language] in attachments.table([plan], say).splitlines()[1]
    cited = [cited_sentence(one, say) for one in figures_of(dataset)]
    assert [SAID[language] in one for one in cited] == [True, False]
    assert SAID[language] in citation.meaning(dataset.entries[0], dataset, language), "the Sources page, a report"
    known = {one.id: one for one in figures_of(dataset)}
    assert [any(SAID[language] in caveat for caveat in pairing.side(one, say, known).caveats)
            for one in (own, other)] == [True, False]  # fmt: skip
    lines = list(comparison_report.two(noted(), (own.id, other.id), language))
    assert sum(SAID[language] in line for line in lines) == 1
    table = whole(dataset, frame.build(dataset), {}, language).figures
    at = [column.name for column in table.columns].index("hedge_noted")
    assert [row[at] for row in table.rows if row[0] in (own.id, other.id)] == [True, False]


def test_no_mark_stands_where_no_hedge_was_noted() -> None:
    articles = {"p.an": [figure("members", 8000, hedge="over")]}
    dataset = world(articles, chart(Form.BARS, "members"))
    assert word("legend_noted", "vi") not in sayer(dataset).legend(planned(dataset), [])


def test_what_only_the_reader_says_is_never_proven(root: Root) -> None:
    root.edit("data/figures/paper-2019.yaml", '    value: 7397\n    printed: "7.397 đảng viên"',
              '    value: 7397\n    hedge: over\n    hedge_noted: true\n    printed: "7.397 đảng viên"')  # fmt: skip
    dataset = root.dataset()
    entry = dataset.by_id["paper-2019/members"]
    proof = {"article": "paper-2019", "text": dataset.articles["paper-2019"].text.sha256,
             "coverage": {"basis": "", "numerals": 0, "in_figures": 0, "listed": {}, "by_rule": {}},
             "figures": {one.id: figure_digest(dataset, one) for one in dataset.by_article["paper-2019"]}}  # fmt: skip
    root.write("data/proofs/paper-2019.json", json.dumps(proof))
    marks = status(root.dataset())
    assert marks[entry.id] is Proof.NOT_PROVEN
    assert marks["paper-2019/organizations"] is Proof.PROVEN


@pytest.mark.parametrize("text", ["Huyện có 7.397 đảng viên.", "Huyện có hơn 7.397 đảng viên."])
def test_a_text_proves_no_hedge_that_its_phrase_lacks(root: Root, text: str) -> None:
    root.edit("data/figures/paper-2019.yaml", '    value: 7397\n    printed: "7.397 đảng viên"',
              '    value: 7397\n    hedge: over\n    hedge_noted: true\n    printed: "7.397 đảng viên"')  # fmt: skip
    entry = root.dataset().by_id["paper-2019/members"]
    found = locate(entry.figure.printed, 1, (Paragraph(1, text),))
    assert not isinstance(found, Fault)
    assert "hedge_noted" in [fault.field for fault in faults(entry, found)]
