"""Draws the picture of each README anew, from today's data: ``make picture``. It needs an installed Chrome.

What ``doisanh export`` draws is made smaller, since a README shows it at a third of its width.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image

from dashboard.cli.main import main as doisanh

HOUSE: Final = Path(__file__).resolve().parents[1]
CHART: Final = "party-members"
PICTURES: Final = {"en": "docs/picture.png", "vi": "docs/picture.vi.png"}
WIDTH: Final = 1000  # px
COLOURS: Final = 24


def main() -> None:
    """Write ``PICTURES``. Ends with the exit code of ``doisanh export`` where that draws nothing."""
    for language, name in PICTURES.items():
        with TemporaryDirectory() as out:
            asked = ["--out", out, "--format", "png", "--chart", CHART, "--lang", language, "--root", str(HOUSE)]
            if code := doisanh(["export", *asked]):
                raise SystemExit(code)
            (drawn,) = Path(out).iterdir()
            whole = Image.open(drawn).convert("RGB")
            small = whole.resize((WIDTH, whole.height * WIDTH // whole.width), Image.Resampling.LANCZOS)
            small.quantize(COLOURS).save(HOUSE / name, optimize=True)


if __name__ == "__main__":
    main()
