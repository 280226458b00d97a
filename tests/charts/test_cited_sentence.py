"""The sentence that cites a figure: every frame, and whatever has to be said with a number."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.charts.wording import Wording
from dashboard.checks.loading import load
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.language.number_format import format_number
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Outlet, Published
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import FigureRecord
from dashboard.records.models.indicator import Kind, Rating, Tier
from tests.world import figure, figures_of, world

WHY = Text(vi="vì", en="because")


@pytest.fixture(scope="module")
def curated() -> Dataset:
    dataset, problems = load(Path(__file__).parents[2])
    assert dataset, problems
    return dataset


def said(dataset: Dataset, language: Language = "vi", id: str = "", proofs: dict[str, Proof] | None = None) -> str:
    """The sentence of a figure, the first unless named."""
    known = {one.id: one for one in figures_of(dataset)}
    return cited_sentence(known[id or next(iter(known))], Wording(dataset, known, language, proofs))


def of(record: FigureRecord, *others: FigureRecord, published: Published | None = None, **indicator: Any) -> Dataset:
    """A world with a figure of An Lão, published on 4 March 2020, whose indicator has other properties."""
    dataset = world({"p.an": [record, *others]}, dates={"p.an": "2020-03-04"})
    known = dataset.indicators | {record.indicator: dataset.indicators[record.indicator].model_copy(update=indicator)}
    article = dataset.articles["p.an"].model_copy(update={"outlet": Outlet(value="Báo X")})
    if published:
        article = article.model_copy(update={"published": published})
    return replace(dataset, indicators=known, articles={"p.an": article})


@pytest.mark.parametrize(
    ("id", "vi", "en"),
    [
        ("bao-dong-khoi-2019-07-22/party_members",
         "Theo Báo Đồng Khởi ngày 22/7/2019, Đảng bộ tỉnh Bến Tre có 55.610 đảng viên.",
         "According to Báo Đồng Khởi of 22 Jul 2019, the Party organisation of Bến Tre Province had 55,610 Party "
         "members."),
        ("bao-dong-khoi-2019-07-22/members_population_share",
         "tỉnh Bến Tre có tỷ lệ đảng viên trong dân số là gần 4% (tính trên: dân số toàn tỉnh).", "nearly 4%"),
        ("bao-dong-khoi-2019-07-22/model_cells", "có 40/170 chi bộ ấp, khu phố “trong sạch, vững mạnh toàn diện”",
         "had 40 of 170 hamlet cells"),
        ("bao-dong-khoi-2019-07-22/rearranged_bodies", "giảm từ 165 xuống còn 92", "down from 165 to 92 bodies"),
        ("bao-quang-ninh-2019-01-10/money_raised", "huy động được gần 1 tỷ đồng", "raised nearly 1 billion đồng"),
        ("bao-quang-ninh-2019-01-10/own_rating",
         "Theo Báo Quảng Ninh ngày 10/1/2019 (tên báo suy ra), năm 2018, Đảng bộ phường Hà Lầm (TP Hạ Long) được xếp "
         "loại",
         "was rated “Fulfilled tasks well”"),
        ("bao-lam-dong-2021-04-08/party_members", "(ghi lại, chưa đối chiếu).", "(noted, not checked)."),
        ("bao-quang-binh-2019-10-18/members_per_grassroots_organization",
         "Đối sánh tính từ số liệu của Báo Quảng Bình ngày 18/10/2019, tại Đảng bộ huyện Quảng Ninh (Quảng Bình), "
         "đảng viên bình quân một tổ chức cơ sở đảng: 154,1 đảng viên/TCCSĐ (từ 7.397 đảng viên và 48 tổ chức cơ sở "
         "đảng).",
         "154.1 members per organisation (from 7,397 Party members and 48 grassroots Party organisations)."),
    ],
)  # fmt: skip
def test_a_curated_figure_makes_a_sentence_for_a_memo(curated: Dataset, id: str, vi: str, en: str) -> None:
    proofs = {entry.id: Proof.TEXT_NOT_HELD for entry in curated.entries if "lam-dong" in entry.id}
    assert vi in said(curated, "vi", id, proofs)
    assert en in said(curated, "en", id, proofs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_drops_what_its_number_can_not_do_without(curated: Dataset, language: Language) -> None:
    known = {one.id: one for one in figures_of(curated)}
    say = Wording(curated, known, language)
    for one in known.values():
        sentence = cited_sentence(one, say)
        assert sentence.endswith("."), sentence
        assert "  " not in sentence
        assert not re.search(r"[{}]|\bNone\b|\(\)|\.\.", sentence), sentence
        assert not any(id in sentence for id in (one.id, one.article, one.indicator) if "_" in id or "-" in id)
        for words in (one.named("of", language), one.hedge and word(f"hedge_{one.hedge}", language),
                      one.inferred and one.as_of.dated and word("cite.inferred", language),
                      one.base_note(language), say.base(one) if one.base == "not_stated" else ""):  # fmt: skip
            assert not words or words in sentence, (words, sentence)
        for number in (one.out_of, one.before):
            assert number is None or format_number(int(number), language) in sentence
        year = one.as_of.end or one.as_of.start
        assert not year or str(year.year) in sentence, (one.as_of, sentence)
        if not one.as_of.dated and one.length is None:
            assert word("date_unknown", language) in sentence


@pytest.mark.parametrize(
    ("as_of", "published", "vi", "en"),
    [
        ("2020-03-04", None, "Theo Báo X ngày 4/3/2020, huyện", "of 4 Mar 2020, An Lão"),
        ("2020-02-29", None, "tính đến ngày 29/2/2020, huyện", "as of 29 Feb 2020, An"),
        ("2020-02", None, "tính đến tháng 2/2020, huyện", "as of Feb 2020"),
        ("2019", None, "năm 2019, huyện", "in 2019"),
        ("../2019", None, "(thời điểm: không muộn hơn 2019)", "(date: not after 2019)"),
        ("2018/2019", None, "(thời điểm: 2018 hoặc 2019)", "(date: 2018 or 2019)"),
        ("undated", None, "ngày 4/3/2020, huyện An Lão (Bến Tre) có 5 đảng viên (không rõ thời điểm).", "(undated)."),
        ("2019", Published(date=Period.parse("2020"), inferred=WHY), "X (không ghi ngày, khoảng năm 2020), năm 2019,",
         "X (no date printed, about 2020), in 2019,"),
        ("2019", Published(date=Period.parse("undated")), "Theo Báo X (không rõ ngày đăng), năm 2019",
         "X (date of publication unknown), in 2019"),
    ],
)  # fmt: skip
def test_both_dates_are_told_where_they_differ(as_of: str, published: Published | None, vi: str, en: str) -> None:
    named = {"name": Text(vi="Đảng viên", en="Party members"), "unit": Text(vi="đảng viên", en="Party members")}
    dataset = of(figure("members", 5, as_of=as_of), published=published, **named)
    assert vi in said(dataset)
    assert en in said(dataset, "en")


@pytest.mark.parametrize(
    ("as_of", "more", "vi", "en"),
    [
        ("2020-03-04", {}, "Theo Báo X ngày 4/3/2020, huyện", "of 4 Mar 2020, An"),
        ("2019-01-01/2019-05-28", {}, "từ ngày 1/1/2019 đến ngày 28/5/2019", "from 1 Jan 2019 to 28 May 2019"),
        ("2015/2019", {}, "trong các năm 2015–2019", "in 2015–2019"),
        ("2015/2020", {"term": True}, "trong nhiệm kỳ 2015–2020", "in the 2015–2020 term"),
        ("2019-05", {}, ", tháng 5/2019, huyện", ", in May 2019, An"),
        ("../2019", {}, "đến năm 2019", "until 2019"),
        ("2010/..", {}, "từ năm 2010", "from 2010"),
        (
            "undated",
            {"length": 5},
            "(trong 5 năm, không rõ những năm nào)",
            "(over five years; which years is not said)",
        ),
    ],
)
def test_a_period_is_told_as_one(as_of: str, more: dict[str, Any], vi: str, en: str) -> None:
    dataset = of(figure("admitted", 5, as_of=as_of, **more), predicate=Text(vi="kết nạp được {n}", en="admitted {n}"))
    assert vi in said(dataset)
    assert en in said(dataset, "en")


@pytest.mark.parametrize(
    ("name", "unit", "kind", "value", "body"),
    [
        (("Chi bộ ấp", "Cells of hamlets"), ("chi bộ", "Party cells"), Kind.STOCK, 12,
         ("có 12 chi bộ ấp.", "in An Lão Huyện District (Bến Tre), cells of hamlets: 12 Party cells.")),
        (("TCCSĐ yếu", "Weak grassroots organisations"), ("tổ chức cơ sở đảng", "grassroots organisations"), Kind.STOCK,
         12, ("có 12 tổ chức cơ sở đảng yếu.", "had 12 weak grassroots organisations.")),
        (("Số xã nghèo", "Number of poor communes"), ("xã", "communes"), Kind.STOCK, 12,
         ("có 12 xã nghèo.", "had 12 poor communes.")),
        (("Số xã nghèo", "Number of poor communes"), ("xã", "communes"), Kind.STOCK, 0,
         ("không có xã nghèo nào.", "had no poor communes.")),
        (("Số xã nghèo", "Number of poor communes"), ("xã", "communes"), Kind.STOCK, 1,
         ("có 1 xã nghèo.", ", number of poor communes: 1 commune.")),
        (("Dân số", "Population"), ("người", "people"), Kind.STOCK, 12,
         (", dân số: 12 người.", ", population: 12 people.")),
        (("Tỷ lệ hộ nghèo", "Share of poor households"), ("%", "%"), Kind.SHARE, 3.5,
         ("có tỷ lệ hộ nghèo là 3,5%.", ", the share of poor households was 3.5%.")),
        (("Độ che phủ rừng", "Forest cover"), ("%", "%"), Kind.SHARE, 3.5,
         (", độ che phủ rừng: 3,5%.", ", forest cover: 3.5%.")),
        (("Chi bộ: giải thể", "Cells: dissolved"), ("chi bộ", "cells"), Kind.FLOW, 12,
         (", chi bộ – giải thể: 12.", ", cells – dissolved: 12.")),
        (("Chỉ tiêu chi bộ", "Target for cells"), ("chi bộ", "cells"), Kind.TARGET, 12,
         (", chỉ tiêu chi bộ: 12 chi bộ.", ", target for cells: 12 cells.")),
    ],
)  # fmt: skip
def test_a_frame_is_used_only_where_the_name_is_sure_to_fit(
    name: tuple[str, str], unit: tuple[str, str], kind: Kind, value: float, body: tuple[str, str]
) -> None:
    named: dict[str, Any] = {"name": Text(vi=name[0], en=name[1]), "unit": Text(vi=unit[0], en=unit[1]), "kind": kind}
    dataset = of(figure("members", value), **named)
    assert said(dataset).endswith(body[0])
    assert said(dataset, "en").endswith(body[1].replace("An Lão Huyện District", "An Lão huyện (en)"))


def test_a_rating_tells_its_label_tier_scheme_and_base() -> None:
    rating = Rating(label="tốt", label_en="good", tier=Tier.GOOD)
    name = Text(vi="TCCSĐ “tốt”", en="Organisations rated “good”")
    dataset = of(figure("good", 90, hedge="over", base="rated", scheme="old"), rating=rating, name=name,
                 subject="grassroots_organization", unit=Text(vi="%", en="%"))  # fmt: skip
    assert "Đảng bộ huyện An Lão (Bến Tre) có trên 90% TCCSĐ “tốt” (cách old; tính trên số được xếp loại)." in said(
        dataset
    )
    assert "organisations rated “good” made up over 90% (cách old (en); of those rated)." in said(dataset, "en")


def test_a_predicate_takes_the_number_with_or_without_its_unit_and_the_part_follows() -> None:
    part = Text(vi="nữ", en="women")
    for predicate, end in (
        ("kết nạp được {n}", "kết nạp được 7 người (nữ)."),
        ("có {value} người mới", "có 7 người mới (nữ)."),
    ):
        assert said(of(figure("admitted", 7, of=part), predicate=Text(vi=predicate, en="{n}"))).endswith(end)


@pytest.mark.parametrize(
    ("predicate", "end"),
    [("founded {n}", "founded 1 Party cell."), ("founded {value} cells", ", admitted (en): 1 Party cell.")],
)
def test_one_is_told_in_the_english_singular(predicate: str, end: str) -> None:
    unit = Text(vi="chi bộ", en="Party cells")
    dataset = of(figure("admitted", 1), predicate=Text(vi="lập {n}", en=predicate), unit=unit)
    assert said(dataset, "en").endswith(end)


def test_a_predicate_that_speaks_of_the_part_says_it_once_and_is_for_figures_of_a_part_only() -> None:
    predicate = Text(vi="có {n} người “{of}”", en="had {n} in “{of}”")
    part = of(figure("poor", 7, of=Text(vi="nữ", en="women")), predicate=predicate)
    assert said(part).endswith("có 7% người “nữ”.")
    assert said(part, "en").endswith("had 7% in “women”.")
    assert "“" not in said(of(figure("poor", 7), predicate=predicate))


def test_what_rose_or_did_not_change_says_so() -> None:
    for before, vi in ((5, "tăng từ 5 lên 7"), (9, "giảm từ 9 xuống còn 7"), (7, "trước và sau đều là 7")):
        assert vi in said(of(figure("hamlets", 7, before=before)))


def test_a_change_names_its_baseline_and_a_noted_hedge_whose_it_is() -> None:
    dataset = of(figure("cut", 7, since="2015", hedge="over", hedge_noted=True))
    assert "trên 7" in said(dataset)
    assert "(so với năm 2015; “trên” do người đọc bài ghi thêm)" in said(dataset)


@given(
    indicator=st.sampled_from(["members", "admitted", "cut", "poor", "graduates", "good", "hamlets", "money"]),
    value=st.integers(0, 10**7),
    more=st.fixed_dictionaries({}, optional={
        "out_of": st.integers(1, 10**6), "before": st.integers(0, 10**6), "hedge": st.sampled_from(Hedge),
        "of": st.just(Text(vi="bộ phận", en="a part")), "since": st.just("2015"), "inferred": st.just(WHY),
        "as_of": st.sampled_from(["2018", "2018-05", "2018-05-06", "2015/2018", "../2018"]),
    }),
    language=st.sampled_from(LANGUAGES),
)  # fmt: skip
def test_whatever_a_figure_has_is_in_its_sentence(
    indicator: str, value: int, more: dict[str, Any], language: Language
) -> None:
    dataset = of(figure(indicator, value, **more))
    (one,) = (figure for figure in figures_of(dataset) if not figure.computed)
    sentence = said(dataset, language, one.id)
    zero = value == 0 and "hedge" not in more and "out_of" not in more and "before" not in more
    expected = [] if zero or value >= 10**6 else [format_number(value, language)]
    expected += [format_number(more[name], language) for name in ("out_of", "before") if name in more]
    expected += [word(f"hedge_{more['hedge']}", language)] if "hedge" in more else []
    expected += [more["of"][language]] if "of" in more else []
    expected += ["2015"] if "since" in more else []
    expected += ["2018"] if "as_of" in more else []
    expected += [word("cite.inferred", language)] if "inferred" in more else []
    assert [words for words in expected if words not in sentence] == []


def test_a_note_and_a_contradiction_follow_as_sentences_of_their_own() -> None:
    note, other = Text(vi="Có chỗ chưa rõ.", en="Unclear."), Text(vi="số 8", en="the 8")
    assert said(of(figure("members", 5, note=note, contradicts=other))).endswith(
        "5 đảng viên. Mâu thuẫn: số 8. Lưu ý: Có chỗ chưa rõ."
    )


def test_only_what_nobody_checked_says_so() -> None:
    for proof in Proof:
        marked = said(of(figure("members", 5)), proofs={"p.an/members": proof})
        assert (word(proof, "vi") in marked) == (proof in (Proof.TEXT_NOT_HELD, Proof.NOT_PROVEN))


def test_a_computed_number_of_a_figure_nobody_checked_says_so_too() -> None:
    dataset = world({"p.an": [figure("members", 50), figure("units", 5)]})
    assert word(Proof.NOT_PROVEN, "vi") in said(dataset, id="p.an/each", proofs={"p.an/units": Proof.NOT_PROVEN})
    assert said(dataset, id="p.an/each").startswith("Đối sánh tính từ số liệu của Báo p.an")


def test_articles_of_one_outlet_and_date_are_told_apart_by_title_and_never_by_id() -> None:
    for titles, told in ((["Một", "Hai"], "Báo X ngày 4/3/2020 (bài “Một”)"), (["Một", "Một"], "Báo X ngày 4/3/2020,")):
        dataset = world({"p.an": [figure("members", 5)], "p.di": [figure("members", 7)]})
        articles = {
            id: one.model_copy(update={"outlet": Outlet(value="Báo X"), "title": title})
            for (id, one), title in zip(dataset.articles.items(), titles, strict=True)
        }
        assert told in said(replace(dataset, articles=articles))


def test_names_stay_proper_inside_a_sentence() -> None:
    name = Text(vi="Danh hiệu", en="Party members per commune")
    assert ", Party members per commune: 5 đảng viên." in said(of(figure("members", 5), name=name), "en")
    assert ", danh hiệu: 5 đảng viên." in said(of(figure("members", 5), name=name))
