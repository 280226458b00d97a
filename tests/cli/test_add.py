"""``doisanh add``: what it writes is valid but for what it says is left to be filled in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.checks.loading import load
from dashboard.cli.main import main
from dashboard.records.json_schemas import schemas
from tests.sample import Root

REPOSITORY = Path(__file__).resolve().parents[2]
CHARTS, INDICATORS, LOCALITIES = "data/charts.yaml", "data/indicators.yaml", "data/localities.yaml"


def add(root: Root, *words: str) -> int:
    """Run add under a root."""
    return main(["add", "--root", str(root.path), *words, "--lang", "en"])


def fill(root: Root, file: str) -> None:
    """Fill in every text that a file leaves open."""
    text = (root.path / file).read_text("utf-8")
    root.write(file, text.replace("null  # QUYẾT ĐỊNH", '"x"  # QUYẾT ĐỊNH'))


def test_an_indicator_like_another_leaves_only_its_definition_open(root: Root) -> None:
    words = ("--vi", "Đảng viên nhận Huy hiệu", "--en", "Members honoured", "--like", "members")
    assert add(root, "indicator", "honoured", *words) == 0
    assert [one.message.en for one in root.problems()] == [
        "indicators[2].definition.vi is empty", "indicators[2].definition.en is empty"
    ]  # fmt: skip
    fill(root, INDICATORS)
    dataset = root.dataset()
    made = dataset.indicators["honoured"]
    assert [*dataset.indicators][1] == "honoured"
    assert (made.unit.vi, made.kind, made.theme) == ("đảng viên", "stock", "organisation")
    assert dataset.charts["members"].indicators == ["members", "members_each", "posts_cut", "honoured"]


def test_one_like_none_has_a_chart_of_its_own_and_its_candidates(root: Root) -> None:
    assert add(root, "indicator", "new_one", "--vi", "Mới", "--en", "New") == 0
    said = (root.path / INDICATORS).read_text("utf-8")
    assert "    kind: decide  # QUYẾT ĐỊNH / DECIDE: stock, flow, " in said
    for file in (INDICATORS, CHARTS):
        text = (root.path / file).read_text("utf-8").replace("theme: decide", "theme: ratings")
        root.write(file, text.replace("kind: decide", "kind: stock").replace("subject: decide", "subject: hamlet"))
        fill(root, file)
    dataset = root.dataset()
    assert dataset.charts["new-one"].indicators == ["new_one"]


def test_the_schemas_offer_the_new_indicator(root: Root) -> None:
    shutil.copytree(REPOSITORY / "data/schema", root.path / "data/schema")
    for file, text in schemas(root.dataset()).items():
        root.write(f"data/schema/{file}", text)
    assert add(root, "indicator", "honoured", "--vi", "A", "--en", "B", "--like", "members") == 0
    assert add(root, "indicator", "other", "--vi", "C", "--en", "D", "--like", "honoured") == 2  # not complete yet
    fill(root, INDICATORS)
    assert schemas(root.dataset()) == {
        one.name: one.read_text("utf-8") for one in (root.path / "data/schema").glob("*.json")
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("indicator", "members"), "members is in data/indicators.yaml already"),
        (("indicator", "Members"), "Members: give small letters a-z"),
        (("indicator", "x", "--like", "member"), "--like member: no such indicator; did you mean members?"),
        (("place", "quang-binh.quang-ninh"), "quang-binh.quang-ninh is in data/localities.yaml already"),
        (("place", "Bảo Lâm"), "could be: cao-bang.bao-lam"),
        (("place", "Nơi Không Có"), "is not in the list"),
        (("place", "huyện Bảo Lâm", "--date", "hôm qua"), "--date hôm qua: write it as"),
        (("article", "baolamdong.vn"), "give an address"),
        (("article", "https://baolamdong.vn/a", "--id", "paper-2019"), "is already there"),
    ],
)
def test_what_can_not_be_added_is_told_and_nothing_is_written(
    root: Root, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    before = {path: path.read_bytes() for path in root.path.rglob("*.yaml")}
    assert add(root, *words) == 2
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.path.rglob("*.yaml")} == before


@pytest.mark.parametrize("asked", ["huyện Bảo Lâm, tỉnh Lâm Đồng", "lam-dong.bao-lam"])
def test_a_place_of_the_list_needs_no_record(root: Root, capsys: pytest.CaptureFixture[str], asked: str) -> None:
    before = (root.path / LOCALITIES).read_bytes()
    assert add(root, "place", asked) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "locality: lam-dong.bao-lam"
    assert second == "Bảo Lâm District (Lâm Đồng), until 2025-06-30: in the list, needs no record"
    assert (root.path / LOCALITIES).read_bytes() == before


def test_a_place_that_the_list_lacks_is_written_as_far_as_its_name_tells(root: Root) -> None:
    assert add(root, "place", "xã Mẫu Đông, huyện Bảo Lâm, tỉnh Lâm Đồng") == 0
    made = root.dataset().localities["lam-dong.bao-lam.mau-dong"]
    assert (made.name, made.level, made.parent) == ("Mẫu Đông", "commune", "lam-dong.bao-lam")


def test_an_article_takes_outlet_and_place_from_its_address(root: Root) -> None:
    address = "http://baolamdong.vn/chinhtri/201609/bao-lam-1/"
    assert add(root, "article", f"{address} | Bảo Lâm kết nạp đảng viên", "--place", "huyện Bảo Lâm") == 0
    seed, figures = "seeds/bao-lam-dong.yaml", "data/figures/bao-lam-dong.yaml"
    text = (root.path / seed).read_text("utf-8")
    assert 'outlet: {value: "Báo Lâm Đồng", inferred: {vi: ' in text
    assert "date: decide}  # QUYẾT ĐỊNH / DECIDE: 2016-09" in text
    root.write(seed, text.replace("decide}", "2016-09-13}"))
    text = (root.path / figures).read_text("utf-8").replace("as_of: decide", "as_of: 2016")
    text = text.replace("indicator: decide", "indicator: members").replace("value: decide", "value: 1107")
    root.write(figures, text.replace("printed: null", 'printed: "1.107"'))
    article = root.dataset().articles["bao-lam-dong"]
    assert (article.address, article.title) == (address, "Bảo Lâm kết nạp đảng viên")
    assert article.locality == "lam-dong.bao-lam"
    assert load(root.path)[1] == []
