"""Small cards of the board's own tests: bars whose lengths are known, words with every kind of diacritic."""

from __future__ import annotations

from html import escape
from typing import Any

PLACES = [("Quảng Ninh (Quảng Bình)", 7397), ("Chợ Mới (Bắc Kạn)", 3549), ("Yên Lạc (Vĩnh Phúc)", None)]
ROW = 48
HEADING = "Đảng viên: Nghĩa, Ữ Ẵ Ỷ Ợ Ậ"


def number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def figure(
    scale: float, *, left: int, rows: int = 3, width: int | None = None, height: int | None = None, top: int = 0
) -> dict[str, Any]:
    """Bars by place in pixels: one row each of 48, the largest as long as the plot is wide."""
    places = PLACES[:rows]
    bottom = (height or top + ROW * rows) - top - ROW * rows
    notes = [
        {"text": escape(name), "x": 0, "xanchor": "right", "xshift": -8, "y": ROW * (place + 0.5)}
        for place, (name, _) in enumerate(places)
    ]
    if top:
        notes.append(
            {
                "text": f"<b>{HEADING}</b>",
                "x": 0,
                "xanchor": "left",
                "yref": "paper",
                "y": 1,
                "yshift": top / 2,
                "font": {"size": 32},
            }
        )
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": [(value or 0) / 7397 * scale for _, value in places],
                "y": [ROW * (place + 0.5) for place in range(rows)],
                "width": 24,
                "marker": {"color": "$bar", "line": {"width": 0}},
            }
        ],
        "layout": {
            "height": top + ROW * rows + bottom,
            **({"width": width} if width else {}),
            "margin": {"l": left, "r": 20, "t": top, "b": bottom, "autoexpand": False},
            "xaxis": {"visible": False, "range": [0, 1]},
            "yaxis": {"visible": False, "range": [ROW * rows, 0]},
            "font": {"family": '"Source Sans", sans-serif', "size": 14, "color": "$ink"},
            "annotations": [{"showarrow": False, "xref": "paper", "yref": "y", **note} for note in notes],
        },
    }


def card(name: str, scale: float = 1.0, rows: int = 3) -> dict[str, Any]:
    """A card as a chart would make it."""
    facts = [
        {
            "label": f"{place}: {number(value) if value else 'bài báo không nêu'}",
            "facts": [
                {
                    "printed": f"{number(value)} đảng viên" if value else None,
                    "lines": ["Báo Quảng Bình, 18/10/2019, đoạn 12 trong 24"],
                }
            ],
            "wide": {"top": ROW * row, "height": ROW},
            "narrow": {"top": ROW * row, "height": ROW},
        }
        for row, (place, value) in enumerate(PLACES[:rows])
    ]
    return {
        "id": name,
        "title": f"Đảng viên {name}",
        "counted": "người, toàn đảng bộ",
        "note": "Mỗi cấp một thang đo",
        "alt": "Quảng Ninh 7.397; Chợ Mới 3.549",
        "wide": figure(scale, left=180, rows=rows),
        "narrow": figure(scale, left=160, rows=rows),
        "marks": facts,
        "sources": [{"text": "[1] Báo Quảng Bình, 18/10/2019"}, {"text": "[2]* Báo Bắc Kạn"}],
        "notes": ["Ghi chú <b>không</b> phải là mã."],
        "legend": ["dấu *: chưa đọc toàn văn bài báo"],
        "missing": {"head": "Thiếu ở 1 nơi", "lines": ["Yên Lạc: bài báo không nêu."]},
        "table": {
            "columns": ["Địa phương", "Giá trị"],
            "rows": [[place, number(value) if value else "bài báo không nêu"] for place, value in PLACES[:rows]],
        },
        "file": f"doisanh_{name}_đảng-viên",
        "picture": f"pictures?chart={name}",
        "link": f"?chart={name}",
        "embed": f"embed?chart={name}",
    }


TITLE = "Đảng viên ở hai nơi; Nghĩa, Ữ"


def picture(name: str, scale: float = 1.0, rows: int = 3) -> dict[str, Any]:
    """A picture as the server would answer."""
    return {
        "id": name,
        "file": f"doisanh_{name}_đảng-viên",
        "title": f"Đảng viên {name}",
        "figure": figure(scale, left=300, rows=rows, width=1200, height=675, top=120),
        "texts": [{"keyword": "Title", "language": "vi", "text": TITLE}],
    }
