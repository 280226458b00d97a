"""The page of methods is made from the data: every indicator, scheme and rule is on it, in either language."""

from __future__ import annotations

import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.language.words import LANGUAGES, Language, catalogue, word
from dashboard.records.models.rule import RuleVerdict
from tests.at_page import at_page
from tests.few_articles import few_articles
from tests.sample import Root
from tests.web.pages.test_pages import APP, address, app, no_scan, sound

__all__ = ["app", "no_scan"]  # fixtures


def opened(app: AppTest, **asked: str) -> AppTest:
    app.run()  # AppTest starts on the first page
    app.query_params.clear()
    for key, value in asked.items():
        app.query_params[key] = value
    return sound(at_page(app, "method").run())


def written(app: AppTest) -> str:
    """All that the page draws by itself."""
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def terms(app: AppTest) -> int:
    return written(app).count('id="indicator-')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_repositorys_indicators_schemes_and_rules_are_all_there(
    monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(few_articles()))
    app = opened(AppTest.from_file(APP, default_timeout=60), lang=language)
    dataset, page = Root(few_articles()).dataset(), written(app)
    assert [title.value for title in app.title] == [word("method_heading", language)]
    for indicator in dataset.indicators.values():
        assert indicator.definition[language] in page
    for scheme in dataset.schemes.values():
        assert scheme.documents[language] in page
        assert all(f"<li>{label}</li>" in page for label in scheme.labels if len(scheme.labels) > 1)
    for rule in dataset.rules.values():
        assert rule.remedy[language] in page
        assert rule.source[language] in page
    said = re.sub(r"<style>.*?</style>|<span hidden data-page=.*?></span>", "", page, flags=re.DOTALL)
    assert "{" not in said, "a placeholder was left"


def test_what_never_shares_a_scale_comes_before_what_does_with_a_word(app: AppTest) -> None:
    opened(app)
    heads = [head.value for head in app.subheader]
    first, second = (heads.index(word(f"rules_{verdict}", "vi")) for verdict in RuleVerdict)
    assert first < second


def test_the_search_folds_accents_and_looks_at_both_languages(app: AppTest) -> None:
    opened(app)
    everything = terms(app)
    sound(app.text_input(key="q").set_value("dang vien").run())
    assert 0 < terms(app) < everything
    assert address(app)["q"] == "dang vien"
    sound(app.text_input(key="q").set_value("Grassroots").run())
    assert terms(app)
    sound(app.text_input(key="q").set_value("không có gì như thế").run())
    assert [info.value for info in app.info] == [word("method_none", "vi")]


def test_a_search_in_the_address_is_searched_and_nonsense_is_told(app: AppTest) -> None:
    opened(app, q="hamlets", place="x")
    assert terms(app) >= 1
    assert "place=x" in app.warning[0].value
    opened(app, q="x" * 500)
    assert app.text_input(key="q").value == ""
    assert len(app.warning[0].value) < 300


def test_every_subject_of_the_repository_has_its_word() -> None:
    """A new subject needs a word, "subject_…" in the catalogue: without it the page says nothing of what is counted."""
    subjects = {one.subject for one in Root(few_articles()).dataset().indicators.values()}
    assert sorted(one for one in subjects if f"subject_{one}" not in catalogue("vi")) == []
