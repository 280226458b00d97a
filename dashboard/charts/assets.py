"""The browser files: plotly.js, the font, and our own frontend.

They are found without importing Streamlit or plotly. Their addresses are relative to the page's, so the dashboard also
works below a path of a proxy. Each address holds the version or a hash of its file, so a browser may cache it for good.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

FONT_FAMILY = "Source Sans"  # as Streamlit's own pages name the typeface that it ships (OFL 1.1)
_FACES = {"normal": "SourceSansVF-Upright*.woff2", "italic": "SourceSansVF-Italic*.woff2"}

Style = Literal["normal", "italic"]


class AssetMissing(Exception):
    """A package lacks a file that the dashboard takes from it. The message says which one, and how to mend it."""


@cache
def font_path(style: Style = "normal") -> Path:
    """The variable font (one axis: weight, 200-900) of all texts, on screen and in images. It covers Vietnamese fully.

    Raises AssetMissing where the installed Streamlit ships another font.
    """
    return _shipped("streamlit", f"static/static/media/{_FACES[style]}")


@cache
def plotly_path() -> Path:
    """The plotly.js that browser and server draw with: the trimmed one, if the package was built with the installed
    plotly, else the whole one from that package."""
    trimmed = trimmed_plotly_path()
    return trimmed if trimmed.is_file() else whole_plotly_path()


def whole_plotly_path() -> Path:
    """The plotly.js inside the plotly package."""
    return _shipped("plotly", "package_data/plotly.min.js")


def trimmed_plotly_path() -> Path:
    """Where ``hatch_build.py`` puts the plotly.js that ``tools/trimming.py`` makes."""
    return Path(__file__).parents[1] / "built" / f"plotly-{version('plotly')}.min.js"


def font_url(style: Style = "normal") -> str:
    """The address at which Streamlit serves the font. Its pages have loaded it from there already."""
    return f"static/media/{font_path(style).name}"


@cache
def plotly_url() -> str:
    """Where the dashboard serves plotly.js."""
    return f"assets/plotly-{version('plotly')}-{hashlib.sha256(plotly_path().read_bytes()).hexdigest()[:12]}.min.js"


@cache
def streamlit_files() -> dict[str, Path]:
    """Streamlit's browser files by address. Each name holds a hash of the content."""
    folder = font_path().parents[1]
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".map")
    return {f"static/{path.relative_to(folder).as_posix()}": path for path in found}


def frontend(name: str) -> str:
    """The text of a style sheet or script of ours that is put into the page itself."""
    return resources.files("dashboard").joinpath("web", "frontend", name).read_text("utf-8")


@cache
def frontend_files() -> dict[str, str]:
    """The text of each browser file of the board, by name."""
    folder = resources.files("dashboard").joinpath("web", "frontend", "board")
    return {item.name: item.read_text("utf-8") for item in folder.iterdir()}


def frontend_url(name: str) -> str:
    """The address of a browser file of the board. The folder's name is a hash of all of them."""
    digest = hashlib.sha256()
    for file, text in sorted(frontend_files().items()):
        digest.update(f"{file}\0{text}\0".encode())
    return f"assets/frontend-{digest.hexdigest()[:12]}/{name}"


def _shipped(package: str, pattern: str) -> Path:
    """The file of an installed package that matches ``pattern``. Raises AssetMissing."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise AssetMissing(f"{package} is not installed; install it with: pip install {package}")
    found = sorted(Path(spec.origin).parent.glob(pattern))
    if not found:
        raise AssetMissing(
            f"{package} {version(package)} has no file {pattern}; install the version that doisanh was built with"
        )
    return found[0]
