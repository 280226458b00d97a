"""plotly.js cut down: what is left, that it is whole, and what is refused."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from trimming import TRACES, NotUnderstood, trimmed

from dashboard.charts import assets
from dashboard.charts.assets import AssetMissing, plotly_path, trimmed_plotly_path, whole_plotly_path
from hatch_build import TrimPlotly
from tests.browser.figures import everything
from tests.world import REPOSITORY

BUNDLE = """/* plotly.js: licence */
(function(){"use strict";var Plotly=(()=>{
var later=(e,t)=>()=>(t||e((t={exports:{}}).exports,t),t.exports),create=Object.create,tell=(e,t)=>{};
function used(e){return e+also()}function unused(){return forgotten()}var a,b,also=()=>1,forgotten;
var core=later((e,t)=>{({b}=t);t.exports={register:used,shown:named}});
var named={},lost={};tell(named,{one:()=>also});tell(lost,{two:()=>unused});
var helper=later((e,t)=>{t.exports={a}});
var bar=later((e,t)=>{helper();t.exports={moduleType:"trace",name:"bar"}}),bars=later((e,t)=>{t.exports=bar()});
var globe=later((e,t)=>{t.exports={moduleType:"trace",name:"globe",gl:forgotten}});
var odd=later((e,t)=>{t.exports=odd()});var pie=later((e,t)=>{t.exports={moduleType:"trace",name:"pie"}});
var days=later((e,t)=>{t.exports={moduleType:"component",name:"bar"}});
var index=later((e,t)=>{var r=core();r.register([globe(),bars(),odd(),pie(),days()]);t.exports=r});
return index()})();window.Plotly=Plotly})();
/* more licences */"""


def cut(bundle: str, *traces: str) -> str:
    return trimmed(bundle.encode(), traces).decode()


def declared(bundle: str) -> set[str]:
    """The names that a bundle still declares or fills, among those of BUNDLE."""
    names = "later create tell used unused a b also forgotten core named lost helper bar bars globe odd pie days index"
    return {name for name in names.split() if re.search(rf"(?:\b{name}=|function {name}\(|[,r] ?{name}[,;])", bundle)}


def test_only_the_marks_asked_for_are_registered_and_what_they_do_not_need_is_gone() -> None:
    left = cut(BUNDLE, "bar")
    assert "r.register([bars()])" in left
    assert declared(left) == set("later tell used a b also core named helper bar bars index".split())
    assert "tell(named,{one:()=>also})" in left
    assert "lost" not in left


def test_marks_keep_the_order_that_they_had() -> None:
    assert "r.register([globe(),bars(),pie()])" in cut(BUNDLE, "pie", "bar", "globe")
    assert "forgotten" in cut(BUNDLE, "globe")


def test_licences_and_what_is_around_the_modules_stay() -> None:
    left = cut(BUNDLE, "bar")
    assert left.startswith('/* plotly.js: licence */\n(function(){"use strict";var Plotly=(()=>{\nvar later=')
    assert left.endswith("return index()})();window.Plotly=Plotly})();\n/* more licences */")


def test_what_is_left_can_be_cut_again_to_the_same() -> None:
    assert cut(cut(BUNDLE, "bar"), "bar") == cut(BUNDLE, "bar")


@pytest.mark.parametrize(
    ("there", "instead", "said"),
    [
        ("var core", "var = core", "no JavaScript"),
        ("var named={}", "var named=start()", "a declaration that may do more: named=start()"),
        ("lost={}", "lost={two:start()}", "may do more: lost="),
        ("helper=later(", "helper=now(", "may do more: helper=now("),
        ("helper=later(", "helper=tell(", "may do more: helper=tell("),
        ("(e,t)=>{helper()", "1,(e,t)=>{helper()", "may do more: bar="),
        ("tell(lost,{two:()=>unused})", "tell(lost,{two:unused()})", "a statement that may do more: tell"),
        ("tell(lost,{two:()=>unused})", "tell(lost)", "a statement that may do more"),
        ("tell(lost,{two:()=>unused})", "window.x=1", "a statement that may do more"),
        ("tell(lost,{two:()=>unused})", "if(a)b=2", "another kind, if_statement"),
        ("tell(lost,{two:()=>unused})", "let c=2", "another kind, lexical_declaration"),
        ("var named={}", "var {named}=Object.all", "without a plain name"),
        ("return index()", "index()", "do not end with what they return"),
        ("r.register(", "r.enlist(", "0 modules register"),
        ("helper();", "helper();r.register([pie()]);", "2 modules register"),
        ('name:"bar"}', 'name:"rod"}', "no module registers bar"),
    ],
)
def test_a_file_of_another_form_is_refused(there: str, instead: str, said: str) -> None:
    assert there in BUNDLE
    with pytest.raises(NotUnderstood, match=re.escape(said)):
        cut(BUNDLE.replace(there, instead, 1), "bar")


@pytest.mark.parametrize("text", ["", "var a=1;", "/* nothing */"])
def test_a_file_without_modules_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="no function in it holds modules"):
        cut(text, "bar")


def test_marks_that_are_not_there_are_named() -> None:
    with pytest.raises(NotUnderstood, match="no module registers spider, sun"):
        cut(BUNDLE, "bar", "sun", "spider")


def test_no_chart_has_marks_of_another_kind() -> None:
    kinds = {trace["type"] for figure in everything() for trace in figure["data"]}
    assert kinds == TRACES | {"scatter"}


@pytest.mark.parametrize("content", ["// no bundle", None])
def test_what_can_not_be_cut_is_told_and_left_whole(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def whole() -> Path:
        if content is None:
            raise AssetMissing("plotly is not installed")
        (tmp_path / "plotly.js").write_text(content, "utf-8")
        return tmp_path / "plotly.js"

    monkeypatch.setattr(assets, "whole_plotly_path", whole)
    monkeypatch.setattr(assets, "trimmed_plotly_path", lambda: tmp_path / "built" / "plotly-1.min.js")
    monkeypatch.setattr(sys, "path", [*sys.path])
    told: list[str] = []
    hook = TrimPlotly.__new__(TrimPlotly)
    monkeypatch.setattr(TrimPlotly, "root", str(REPOSITORY))
    monkeypatch.setattr(TrimPlotly, "app", SimpleNamespace(display_warning=told.append))
    hook.initialize("standard", {})
    assert len(told) == 1
    assert told[0].startswith("plotly.js stays as large as it is: ")
    assert not (tmp_path / "built").exists()


def test_the_installed_one_is_cut_to_a_quarter_and_it_is_what_the_dashboard_sends() -> None:
    """Made by ``make``, as by every installation: pip install --no-deps --no-build-isolation -e ."""
    whole = whole_plotly_path().read_bytes()
    left = trimmed(whole)
    assert len(left) < len(whole) / 4
    assert left[:100] == whole[:100], "its name, version and licence"
    assert plotly_path() == trimmed_plotly_path()
    assert plotly_path().read_bytes() == left
