"""``doisanh fetch``, and ``draft`` and ``verify`` of an address."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from dashboard.cli.main import main
from tests.articles.fetch.newspaper import PAPERS, Newspaper, newspaper
from tests.articles.verify.desk import SEED, Desk
from tests.sample import Root

Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def paper() -> Iterator[Newspaper]:
    """A newspaper with one article."""
    with newspaper() as one:
        one.put("/bai-moi.html", next(iter(PAPERS.values())).replace("An Lĩnh", "Quảng Ninh"))
        yield one


def run(root: Root, *words: str) -> int:
    return main([words[0], "--lang", "en", "--root", str(root.path), *words[1:]])


def test_the_text_is_kept_outside_the_project_and_what_the_page_says_is_told(
    root: Root, paper: Newspaper, tmp_path: Path, capsys: Out
) -> None:
    out = tmp_path / "bai.txt"
    assert run(root, "fetch", f"{paper.address}/bai-moi.html", "--out", str(out)) == 0
    said = capsys.readouterr().out
    assert "outlet: Báo Quảng Ninh\ndate: 2019-10-18\n" in said
    assert f"sha256: {sha256(out.read_bytes()).hexdigest()}\n" in said
    assert run(root, "fetch", f"{paper.address}/bai-moi.html") == 0
    assert capsys.readouterr().out == out.read_text("utf-8")


@pytest.mark.parametrize("inside", ["bai.txt", "data/bai.txt", "seeds/../bai.txt", "link/bai.txt"])
def test_no_text_gets_into_the_project(root: Root, paper: Newspaper, tmp_path: Path, capsys: Out, inside: str) -> None:
    (tmp_path / "link").symlink_to(root.path, target_is_directory=True)
    out = (tmp_path if inside.startswith("link") else root.path) / inside
    assert run(root, "fetch", f"{paper.address}/bai-moi.html", "--out", str(out)) == 2
    assert "may not be inside the project" in capsys.readouterr().err
    assert not out.exists()


def test_no_file_is_written_over(root: Root, paper: Newspaper, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "bai.txt"
    out.write_text("mine", "utf-8")
    assert run(root, "fetch", f"{paper.address}/bai-moi.html", "--out", str(out)) == 2
    assert (out.read_text("utf-8"), "can't be written" in capsys.readouterr().err) == ("mine", True)


@pytest.mark.parametrize(("path", "code"), [("/none", 1), ("file:///etc/passwd", 2)])
def test_what_can_not_be_fetched_is_told(root: Root, paper: Newspaper, capsys: Out, path: str, code: int) -> None:
    address = path if code == 2 else paper.address + path
    for words in (["fetch", address], ["draft", address, "--stdout"]):
        assert run(root, *words) == code
        assert capsys.readouterr().err.startswith("doisanh: ")
    assert run(root, "verify", "--articles", address) == 2


def test_a_draft_of_an_address_is_that_of_its_text_and_has_the_address(
    root: Root, paper: Newspaper, tmp_path: Path, capsys: Out
) -> None:
    address, out = f"{paper.address}/bai-moi.html", tmp_path / "bai-moi.txt"
    assert run(root, "fetch", address, "--out", str(out)) == 0
    capsys.readouterr()
    drafts = []
    for article in (address, str(out)):
        assert run(root, "draft", article, "--stdout") == 0
        drafts.append(capsys.readouterr().out)
    of_page, of_file = (text.splitlines() for text in drafts)
    assert [line for line in of_page if line not in of_file] == [f"address: {address}"]
    assert "published: {date: 2019-10-18}" in of_page


def test_a_page_proves_the_figures_of_its_article(desk: Desk, paper: Newspaper, capsys: Out) -> None:
    address = f"{paper.address}/bai-moi.html"
    assert run(desk.root, "verify", "--articles", address) == 2
    assert "none of the texts that seeds/ names is there" in capsys.readouterr().err
    desk.edit(SEED, 'title: "Một bài báo"\n', f'title: "Một bài báo"\naddress: "{address}"\n')
    assert run(desk.root, "verify", "--articles", address) == 1
    assert "is not the text that was read: its sha256 is another" in capsys.readouterr().out
    run(desk.root, "fetch", address)
    text = capsys.readouterr().out
    raw = (desk.root.path / SEED).read_text("utf-8")
    old = next(line for line in raw.splitlines() if "sha256" in line)
    desk.edit(SEED, old, f"  sha256: {sha256(text.encode()).hexdigest()}")
    run(desk.root, "verify", "--articles", address)
    assert "texts: 1 held" in capsys.readouterr().out
