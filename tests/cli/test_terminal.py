"""What is printed: no character of a file's name or of the data moves the cursor, colours or turns a line round."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cli import main
from dashboard.language.printable import harmless
from tests.sample import Root

ESCAPES = "\x1b]0;title\x07\x1b[2J\r\x9b31m\u202e\u2066"


@given(st.text())
def test_only_line_feeds_and_tabs_act(text: str) -> None:
    found = harmless(text)
    assert not {char for char in found if ord(char) < 32 or 127 <= ord(char) < 160} - {"\n", "\t"}
    assert harmless(found) == found


@given(st.text())
def test_json_stays_what_it_says(text: str) -> None:
    assert json.loads(harmless(json.dumps(text, ensure_ascii=False))) == text


def test_words_with_accents_stay_as_they_are() -> None:
    assert harmless("Tỉnh Quảng Bình: “7.397”, 96,8 %\n\t👨‍👩‍👧") == "Tỉnh Quảng Bình: “7.397”, 96,8 %\n\t👨‍👩‍👧"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("command", [["check"], ["verify"], ["compare"], ["export", "--out", "OUT"]])
def test_a_file_with_such_a_name_is_told_and_acts_on_nothing(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    root.write(f"seeds/{ESCAPES}.yaml", "id: [")
    words = [str(tmp_path / ESCAPES) if word == "OUT" else word for word in command]
    assert main.main([*words, "--root", str(root.path)]) == 1
    out, err = capsys.readouterr()
    assert "\\u001b]0;title" in out + err
    assert harmless(out + err) == out + err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_word_of_the_command_line_acts_on_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["serve", ESCAPES])
    told = capsys.readouterr().err
    assert "\\u001b" in told
    assert harmless(told) == told


def test_a_name_with_a_line_feed_stays_in_its_comment(root: Root, tmp_path: Path) -> None:
    article = tmp_path / "bài\nid: other\x1b.txt"
    article.write_text("Báo Quảng Bình\nToàn huyện có 7.397 đảng viên.\n", "utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "dashboard", "draft", "--stdout", "--root", str(root.path), str(article)],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "# Bản nháp từ bài id: other.txt." in made.stdout
    assert not [line for line in made.stdout.splitlines() if line.startswith("id: other")]
