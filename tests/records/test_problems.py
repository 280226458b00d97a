"""Problems are told in both languages, the words side by side."""

from __future__ import annotations

import pytest

from dashboard.cli.main import main
from dashboard.language.bilingual import Both, any_of, counted
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.models import article, chart, fields, figure, indicator, locality, rule
from dashboard.records.models.fields import Record
from dashboard.records.problems import Problem, report
from dashboard.records.validation_messages import meaning
from tests.sample import Root

RECORDS = [
    found
    for module in (article, chart, fields, figure, indicator, locality, rule)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, Record) and found.__module__ == module.__name__
]
MISSING = Both("thiếu tệp này", "the file is missing")
CREATE = Both("hãy tạo tệp", "create it")


def test_a_message_is_joined_to_what_is_the_same_in_both_languages() -> None:
    assert Both("members: thiếu tệp này!", "members: the file is missing!") == "members: " + MISSING + "!"
    assert MISSING + Both("; ", ", ") + CREATE == Both("thiếu tệp này; hãy tạo tệp", "the file is missing, create it")


def test_words_to_choose_from_and_numbers_of_things() -> None:
    assert any_of(["a"]) == Both.same("a")
    assert any_of(["a", "b", "c"]) == Both("a, b hoặc c", "a, b or c")
    assert [counted(n, "tệp", "file")["en"] for n in (1, 2)] == ["1 file", "2 files"]
    assert counted(2, "tệp", "file")["vi"] == "2 tệp"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_in_the_language_asked_for_grouped_by_file(language: Language) -> None:
    problems = [Problem("b.yaml", 0, 0, MISSING, CREATE), Problem("a.yaml", 3, 5, MISSING, CREATE)]
    said, hint = MISSING[language], CREATE[language]
    assert report(problems, language) == (
        f"a.yaml\n  3:5  {said}\n        -> {hint}\n\nb.yaml\n  -  {said}\n        -> {hint}"
    )
    assert problems[1].as_dict(language) == {"file": "a.yaml", "line": 3, "column": 5, "message": said, "hint": hint}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.__name__))
def test_what_a_property_means_is_told_in_both_languages(record: type[Record]) -> None:
    for name, field in record.model_fields.items():
        if field.description:
            told = meaning(record, name)
            assert field.description == f"{told.vi} | {told.en}"
            assert told.vi != told.en


def test_what_a_file_says_makes_no_line_of_its_own(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither its name nor a value looks like something that the program told, or that a build server obeys."""
    root.edit("seeds/paper-2019.yaml", "locality: quang-binh.quang-ninh", 'locality: "x\\n\\n::error::2 articles"')
    root.write("seeds/a\n::error::b.yaml", "x")
    assert main(["check", "--lang", "en", "--root", str(root.path)]) == 1
    out = capsys.readouterr().out
    assert out.count("::error::") >= 2
    assert "\n::error::" not in out
    assert "\n::error::" not in "\n".join(map(str, root.problems()))
