"""Articles as BibTeX, RIS and CSL-JSON, each read back by a reader of its kind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pybtex.database import BibliographyData, parse_string

from dashboard.charts.assets import frontend_files
from dashboard.figures.references import FORMATS, bibtex, csl_json, ris
from dashboard.language.dates import Period
from dashboard.records.models.article import Article, Given, Outlet, Published
from dashboard.records.models.fields import Text
from tests.world import real, world

WHY = Text(vi="vì", en="because")
HOSTILE = [
    "50% & {một} phần_trăm #1 $x$ ~^", r"\input{/etc/passwd}", "}, year = {1900", "@article{x,", "“Đồng Khởi” – Ễ", '"',
    "Một\nER  - \nTY  - JOUR", "\r\nAU  - Ai", "</script>", "{{", "a % b", "Hai  khoảng   trắng", "\u2028TI  - x",
]  # fmt: skip
# What csl-data.json of citation-style-language/schema (1.0) asks of the fields that are written, by its definitions.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"const": "article-newspaper"},
            "id": {"type": ["string", "number"]},
            **{name: {"type": "string"} for name in ("title", "container-title", "URL", "language", "note")},
            "author": {
                "type": "array",
                "items": {
                    "type": "object", "properties": {"literal": {"type": "string"}}, "additionalProperties": False,
                },
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "raw": {"type": "string"},
                    "circa": {"type": ["string", "number", "boolean"]},
                    "date-parts": {
                        "type": "array", "minItems": 1, "maxItems": 2,
                        "items": {
                            "type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]},
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip


def article(**more: Any) -> Article:
    """An article with a title, an outlet, a byline, a date and an address, unless given."""
    (one,) = world({"p.an": []}).articles.values()
    given = {
        "title": "Bài báo", "byline": Given(value="Nguyễn Văn A"), "address": "https://bao.example/a",
        "published": Published(date=Period.parse("2019-07-22")), **more,
    }  # fmt: skip
    return one.model_copy(update=given)


def from_bibtex(articles: Iterable[Article]) -> dict[str, dict[str, str]]:
    """The fields by id, in plain text, as TeX would set them; ``url`` as it stands."""
    found: BibliographyData = parse_string(bibtex(articles), "bibtex")
    texts = {}
    for key, entry in found.entries.items():
        fields = {**entry.fields, "author": "; ".join(map(str, entry.persons.get("author", [])))}
        texts[key] = {name: value if name == "url" else plain(value) for name, value in fields.items()}
    return texts


def plain(tex: str) -> str:
    """TeX without its commands and grouping."""
    signs = {"backslash": "\\", "braceleft": "\0", "braceright": "\1", "asciitilde": "~", "asciicircum": "^"}
    text = re.sub(r"\{\\text(\w+)\}", lambda found: signs[found[1]], tex)
    text = re.sub(r"\\([&%$#_])", r"\1", text)
    return re.sub("[{}]", "", text).replace("\0", "{").replace("\1", "}")


def from_ris(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """The entries as rispy reads them."""
    found: list[dict[str, Any]] = rispy.loads(ris(articles))
    return found


def from_csl(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """The items, checked."""
    found: list[dict[str, Any]] = json.loads(csl_json(articles))
    Draft7Validator(CSL).validate(found)
    return found


def one_line(text: str) -> str:
    """Text as it may stand on one line."""
    return " ".join(text.replace("\u2028", " ").split())


def test_every_form_tells_the_same_of_an_article() -> None:
    one = article(title="50% & hơn", byline=Given(value="Minh A - Kim B"))
    bib, (entry,), (item,) = from_bibtex([one])[one.id], from_ris([one]), from_csl([one])
    assert bib["title"] == entry["title"] == item["title"] == "50% & hơn"
    assert bib["author"] == "; ".join(entry["authors"]) == "Minh A; Kim B"
    assert item["author"] == [{"literal": "Minh A"}, {"literal": "Kim B"}]
    assert bib["journal"] == entry["secondary_title"] == item["container-title"] == "Báo p.an"
    assert (bib["date"], entry["date"]) == ("2019-07-22", "2019/07/22/")
    assert item["issued"] == {"date-parts": [[2019, 7, 22]]}
    assert bib["year"] == entry["year"] == "2019"
    assert bib["url"] == entry["urls"][0] == item["URL"] == "https://bao.example/a"
    assert (bib["langid"], entry["language"], item["language"]) == ("vietnamese", "vi", "vi")
    assert (entry["type_of_reference"], bib["entrysubtype"]) == ("NEWS", "newspaper")
    assert "note" not in bib
    assert "notes" not in entry
    assert "note" not in item


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_or_name_stays_text(text: str) -> None:
    one = article(title=text, outlet=Outlet(value=text), byline=Given(value=text))
    bib, entries, items = from_bibtex([one, article(id="b")]), from_ris([one, article(id="b")]), from_csl([one])
    assert list(bib) == [one.id, "b"]
    assert bib[one.id]["title"] == bib[one.id]["journal"] == one_line(text)
    assert [entry["title"] for entry in entries] == [one_line(text), "Bài báo"]
    assert {entry["type_of_reference"] for entry in entries} == {"NEWS"}
    assert items[0]["title"] == one_line(text)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))).filter(lambda text: one_line(text)))
def test_any_title_is_read_back(title: str) -> None:
    one = article(title=title)
    (item,) = from_csl([one])
    assert from_bibtex([one])[one.id]["title"].split() == item["title"].split()
    assert len(from_ris([one])) == 1


@pytest.mark.parametrize(
    ("date", "inferred", "bib", "year", "issued"),
    [
        ("2019-07", None, "2019-07", "2019", {"date-parts": [[2019, 7]]}),
        ("2019", WHY, "2019~", "2019", {"date-parts": [[2019]], "circa": True}),
        ("2019-03/2019-05", None, "2019-03/2019-05", "2019", {"date-parts": [[2019, 3], [2019, 5]]}),
        ("2018/2019", WHY, "2018/2019", "", {"date-parts": [[2018], [2019]], "circa": True}),
        ("../2021", WHY, "../2021", "", {"raw": "../2021", }),
        ("undated", None, "", "", None),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_it_is_known(
    date: str, inferred: Text | None, bib: str, year: str, issued: dict[str, Any] | None
) -> None:
    one = article(published=Published(date=Period.parse(date), inferred=inferred))
    found, (entry,), (item,) = from_bibtex([one])[one.id], from_ris([one]), from_csl([one])
    assert found.get("date", "") == bib
    assert found.get("year", "") == entry.get("year", "") == year
    assert item.get("issued") == issued
    note = "date inferred" if inferred else "date unknown" if date == "undated" else None
    assert found.get("note") == (entry["notes"][0] if note else None) == item.get("note") == note


def test_what_is_missing_is_left_out_and_what_was_inferred_is_said() -> None:
    one = article(byline=None, address=None, outlet=Outlet(value="Báo X", inferred=WHY), title="Thirteen admitted")
    found, (entry,), (item,) = from_bibtex([one])[one.id], from_ris([one]), from_csl([one])
    assert found["note"] == entry["notes"][0] == item["note"] == "outlet inferred; address unknown"
    assert not found["author"]
    assert not {"authors", "urls", "language"} & {*entry}
    assert not {"author", "URL", "language"} & {*item}, "an English title says nothing of Vietnamese"


def test_an_address_is_kept_and_can_not_end_its_field() -> None:
    one = article(address="https://bao.example/a_b?c=1&d=50%25#{x}")
    assert from_bibtex([one])[one.id]["url"] == "https://bao.example/a_b?c=1&d=50%25#%7Bx%7D"
    assert from_ris([one])[0]["urls"] == [one.address]
    assert from_csl([article(address="javascript:alert(1)")])[0]["note"] == "address unknown"


def test_the_whole_list_is_read_back_in_each_form() -> None:
    articles = list(real().articles.values())
    ids = [one.id for one in articles]
    assert list(from_bibtex(articles)) == ids
    assert [one["id"] for one in from_ris(articles)] == ids
    assert [one["id"] for one in from_csl(articles)] == ids
    titles = [one_line(one.title) for one in articles]
    assert [one["title"] for one in from_bibtex(articles).values()] == titles
    assert [one["title"] for one in from_ris(articles)] == titles


def test_the_tooltip_offers_the_same_forms() -> None:
    (found,) = re.findall(r"^const FORMS = \{ (.*) \};$", frontend_files()["tooltip.js"], re.M)
    assert found == ", ".join(f'{id}: "{form.name}"' for id, form in FORMATS.items())
