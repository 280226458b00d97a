"""A text is read whole or refused with a reason and an exit code."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from dashboard.articles.draft.source import LARGEST, NoDraft, open_source


def test_a_text_is_read_with_its_name_and_digest(tmp_path: Path) -> None:
    raw = "\ufeffMột\r\n\r\nHai\n".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    source = open_source(tmp_path / "a.txt")
    assert (source.name, source.sha256) == ("a.txt", sha256(raw).hexdigest())
    assert [one.text for one in source.paragraphs] == ["Một", "Hai"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("Một\nHai".encode("utf-16"), "not UTF-8 text (line 1)"),
        (b"\xff\xfe", "not UTF-8"),
        ("Một\n".encode() + b"Hai \xe9", "line 2"),
        (b"48 t\x00 chi", "NUL"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "NUL"),
    ],
)
def test_what_is_no_text_is_refused_as_such(tmp_path: Path, raw: bytes, said: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    with pytest.raises(NoDraft) as refused:
        open_source(tmp_path / "a.txt")
    assert said in str(refused.value)
    assert "a.txt" in str(refused.value)
    assert refused.value.code == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [("none.txt", "no such file"), (".", "is a folder"), ("a" * 300, "can't be read"), ("a\0b", "can't be read")],
)
def test_what_is_no_file_is_misuse(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(NoDraft, match=said) as refused:
        open_source(tmp_path / name)
    assert refused.value.code == 2


def test_a_file_too_large_for_an_article_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(NoDraft, match="too many for an article"):
        open_source(tmp_path / "a.txt")
