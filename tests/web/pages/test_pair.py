"""Hai số liệu / Two figures, before anything is chosen: a pair for each verdict, found in the data."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figures.comparability import Verdict
from dashboard.language.words import LANGUAGES, Language, word
from tests.at_page import at_page
from tests.few_articles import few_articles
from tests.web.pages.test_pages import APP, sound


def written(app: AppTest) -> str:
    """All that the page draws by itself."""
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_page_offers_a_pair_of_each_verdict_which_it_then_gives(
    monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(few_articles()))
    app = AppTest.from_file(APP, default_timeout=60)
    app.run()  # AppTest starts on the first page
    app.query_params["lang"] = language
    page = written(sound(at_page(app, "pair").run()))
    assert word("pair_examples", language) in page
    offered = re.findall(r"<li>(.) <a href='\?([^']+)'", page)
    assert [sign for sign, _ in offered] == [verdict.sign for verdict in Verdict]
    for sign, query in offered:
        for name, (value,) in parse_qs(query).items():
            app.query_params[name] = value
        opened = written(sound(app.run()))
        assert re.search(rf"<h2 class='verdict'>{sign} ", opened), query
        assert word("pair_examples", language) not in opened
