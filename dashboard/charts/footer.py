"""The footer of a picture: numbered sources, the verdict, notes, data version and licence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.fonts import width, wrap
from dashboard.charts.picture_sizes import Size
from dashboard.charts.plan import Plan
from dashboard.charts.wording import Wording
from dashboard.language.words import capital

_SIZE: Final = 16
_ABOVE, _BELOW = 14, 20


@dataclass(frozen=True)
class Footer:
    """Blocks of (head, wrapped lines), and the credit, which stands at the right of the first lines.

    ``font_size`` is in px.
    """

    blocks: list[tuple[str, list[str]]]
    credit: list[str]
    font_size: float

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.font_size * 1.4

    @property
    def height(self) -> float:
        """In px, with the rule above it and the margin below."""
        lines = sum(len(lines) for _, lines in self.blocks)
        return _ABOVE + max(lines, len(self.credit)) * self.line + _BELOW


def footer(
    plan: Plan, say: Wording, credit: Sequence[str], styles: Collection[str], size: Size, *, one_scale: bool
) -> Footer:
    """The footer of a chart. ``styles`` are those of its bars (``Layout.styles``), ``credit`` the lines at its
    right."""
    credit = [line for line in credit if line]
    font_size = max(_SIZE * size.font_scale, size.smallest)
    room = _Room(size.inner, max(width(line, font_size) for line in credit) + 28, len(credit))
    blocks: list[tuple[str, list[str]]] = []
    for head, text in texts(plan, say, styles, one_scale=one_scale):
        above = sum(len(lines) for _, lines in blocks)
        blocks.append((head, wrap(text, font_size, room.below(above, width(head, font_size, 700) + 10))))
    return Footer(blocks, credit, font_size)


def texts(plan: Plan, say: Wording, styles: Collection[str], *, one_scale: bool) -> list[tuple[str, str]]:
    """The texts of the footer as (head, text); those without a text are left out."""
    sources = " ".join(f"{source.reference}\N{NO-BREAK SPACE}{source.text}." for source in say.sources(plan))
    told = [*say.legend(plan, styles), *say.notes(plan), *filter(None, [say.missing_head(plan)])]
    notes = " ".join(sentence(note) for note in told)
    found = [
        (say.word("footer_sources"), sources),
        (say.word("comparison"), say.verdict(plan, one_scale)),
        (say.word("footer_notes"), notes),
    ]
    return [(head, text) for head, text in found if text]


def write(canvas: Canvas, foot: Footer, height: float, size: Size) -> None:
    """Write the footer at the bottom of a canvas ``height`` px high."""
    y = height - foot.height
    canvas.rule(y, inset=size.pad)
    y += _ABOVE
    for number, text in enumerate(foot.credit):
        middle = y + foot.line * (number + 0.5)
        canvas.words(
            safe(text), middle, foot.font_size, colour="$muted", anchor="right", column="right", shift=-size.pad
        )
    for head, (first, *rest) in foot.blocks:
        for text in (f"<b>{safe(head)}</b>&nbsp; {safe(first)}", *map(safe, rest)):
            canvas.words(text, y + foot.line / 2, foot.font_size, colour="$muted", column="left", shift=size.pad)
            y += foot.line


def sentence(text: str) -> str:
    """Text with a capital and a full stop."""
    text = capital(text)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


@dataclass(frozen=True)
class _Room:
    """The width of each line: narrower beside the credit, and after a head."""

    inner: float
    credit: float
    credit_lines: int

    def below(self, above: int, indent: float) -> Callable[[int], float]:
        """The width of each line of a block with ``above`` lines over it, whose first line is indented by its head."""

        def room(line: int) -> float:
            beside = self.credit if above + line < self.credit_lines else 0
            return self.inner - beside - (indent if line == 0 else 0)

        return room
