"""Which folder the data is read from."""

from __future__ import annotations

from pathlib import Path


class RootError(Exception):
    """The folder asked for can't hold the data; the message says what is missing and what to give."""


def shipped_root() -> Path:
    """The data that came with the program: in the installed wheel, else in the repository."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "shipped"
    return shipped if shipped.is_dir() else package.parent


def installed(root: Path) -> bool:
    """Whether a root is the data inside the installed package, which nobody edits."""
    return root.resolve() == Path(__file__).resolve().parents[1] / "shipped"


def resolve(root: str | None) -> Path:
    """The folder asked for, else the current one if it has data/ and seeds/, else the shipped one.

    Raises RootError when the folder asked for is no folder, or holds neither data/ nor seeds/.
    """
    if root is None:
        return Path.cwd() if _holds_data(Path()) else shipped_root()
    try:
        folder = Path(root).expanduser()
        if not folder.exists():
            raise RootError(f"--root {root}: there is no such folder; give one with data/ and seeds/ in it")
        if not folder.is_dir():
            raise RootError(f"--root {root} is a file; give the folder with data/ and seeds/ in it")
        if not (folder / "data").exists() and not (folder / "seeds").exists():
            raise RootError(f"--root {root} has neither data/ nor seeds/ in it; give the folder that holds both")
        return folder.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # no permission; ~nobody; a name that can't be one
        raise RootError(f"--root {root!r} can't be used: {error}") from error


def _holds_data(folder: Path) -> bool:
    return (folder / "data").is_dir() and (folder / "seeds").is_dir()
