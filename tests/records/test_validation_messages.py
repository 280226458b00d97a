"""What pydantic refuses is told as what was expected."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, Field, ValidationError

from dashboard.records.models.fields import Text
from dashboard.records.models.figure import FigureRecord
from dashboard.records.validation_messages import problems
from dashboard.records.yaml_text import read


class Bounded(BaseModel):
    """A number with each kind of limit."""

    least: int = Field(5, ge=2)
    more: int = Field(5, gt=2)
    most: int = Field(5, le=9)
    less: int = Field(5, lt=9)


@pytest.mark.parametrize(
    ("written", "hint"),
    [("least: 1", "at least 2"), ("more: 2", "more than 2"), ("most: 10", "at most 9"), ("less: 9", "less than 9")],
)
def test_a_number_out_of_range_is_told_with_its_limit(written: str, hint: str) -> None:
    found = read(f"{written}\n".encode(), "a.yaml", with_marks=True)
    name, _, value = written.partition(": ")
    with pytest.raises(ValidationError) as caught:
        Bounded.model_validate({name: int(value)})
    (problem,) = problems(Bounded, caught.value, "a.yaml", found.marks)
    assert (problem.line, problem.message.en, problem.hint.en) == (1, f"{name}: {value} is out of range", hint)


@pytest.mark.parametrize(
    "name", [name for name, field in FigureRecord.model_fields.items() if field.annotation == Text | None]
)
def test_words_in_one_language_are_asked_for_in_both(name: str) -> None:
    found = read(f"{name}: Chỉ một thứ tiếng.\n".encode(), "a.yaml", with_marks=True)
    with pytest.raises(ValidationError) as caught:
        FigureRecord.model_validate({"indicator": "a", "printed": "a", name: found.data[name]})
    (problem,) = problems(FigureRecord, caught.value, "a.yaml", found.marks)
    assert problem.hint.en == 'give the words in both languages: {vi: "…", en: "…"}'
