"""What the board in the browser is given: the cards, words, colours, and where its files are.

A card is a dict of plain values:

- ``id`` (unique on the page), ``title``, ``counted`` (what is counted, in which unit), ``verdict`` or None, ``alt``
  (what the chart says, for those who can't see it), ``notes`` (texts), ``sources`` ({n, text, href?}), ``file`` (of its
  picture, without an ending), ``picture`` (where that is asked for, relative to the page: see ``pictures``),
  ``table`` ({columns, rows}; a row's first cell is its header; ``numbers``: of each row the third cell where it is
  a bare number, else None);
- ``wide`` and ``narrow``: Plotly figures for a plot of ``minWidth`` px (400 if absent) or more, and for less. Their
  height and margins are fixed in px, their width is the card's. ``$ink``, ``$bar`` and the like are colours of the
  palette in force;
- ``marks``, one for each row: ``wide`` and ``narrow`` ({top, height} in px of the plot; one of them alone where the
  rows of the two differ), ``label``, and ``facts`` ({printed: phrase or None, lines: texts}; with a printed
  figure's ``id`` also ``cite``, ``report``, ``mail`` and ``pair``: what can be done with it, ``page`` and ``archive``:
  where it can be read);
- optional: ``full`` (across all columns of the page), ``legend`` ({colour: token without "$", label, hatched}),
  ``link`` and ``embed`` (the address of the chart in its view, and by itself in a frame; relative or whole).

Texts are shown as they are, but those inside figures are Plotly's markup: escaped by whoever builds them.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any, Final

import orjson

from dashboard.charts.assets import FONT_FAMILY, font_url, plotly_url
from dashboard.charts.palette import PALETTES
from dashboard.language.words import Language, word

STRINGS: Final[dict[Language, dict[str, str]]] = {
    "vi": {
        "board": "Các biểu đồ",
        "shown": "Hiện {n} biểu đồ",
        "shown_one": "Hiện 1 biểu đồ",
        "all": "Tải tất cả biểu đồ (ZIP)",
        "png": "Lưu ảnh PNG",
        "options": "Tùy chọn",
        "title": "Tiêu đề trên ảnh",
        "size": "Khổ ảnh",
        "size_page": "Báo cáo: rộng 2400 px, cao theo nội dung",
        "size_wide": "Ngang, 2400 × 1350 px",
        "size_square": "Vuông, 2160 × 2160 px",
        "size_plain": "Chỉ biểu đồ, không tiêu đề và nguồn",
        "format": "Định dạng",
        "dark": "Nền tối",
        "sized": "Một ảnh {size} px",
        "sized_many": "{n} ảnh đánh số, {size} px",
        "save_image": "Lưu ảnh",
        "copy_image": "Sao chép ảnh",
        "copied_image": "Đã sao chép ảnh; có thể dán vào văn bản",
        "copied_first": "Đã sao chép ảnh đầu trong {total} ảnh; bấm “Lưu ảnh” để có đủ",
        "no_copy_image": "Trình duyệt không cho sao chép ảnh từ trang này. Hãy lưu ảnh rồi chèn vào văn bản.",
        "copy_table": "Sao chép bảng",
        "copied_table": "Đã sao chép bảng; dán được vào Word và Excel",
        "no_copy_table": "Trình duyệt không cho sao chép. Hãy mở “Bảng số liệu”, bôi đen rồi tự sao chép.",
        "embedding": "Nhúng vào trang web",
        "embed_how": "Dán đoạn mã này vào trang web của bạn. Nếu trang có nền tối, thêm &mode=dark vào địa chỉ. "
        "Phần script để khung cao vừa biểu đồ; bỏ đi vẫn dùng được.",
        "embed_private": "Người đọc chỉ thấy biểu đồ khi mở được địa chỉ trong đoạn mã.",
        "copy_snippet": "Sao chép đoạn mã",
        "copied_snippet": "Đã sao chép đoạn mã",
        "shut": "Đóng",
        "back": "Xem đầy đủ, kèm nguồn của từng số liệu, trên Đối sánh",
        "table": "Bảng số liệu",
        "link": "Sao chép liên kết",
        "copied": "Đã sao chép liên kết",
        "not_copied": "Trình duyệt không cho sao chép; hãy tự sao chép: {text}",
        "cite": "Trích dẫn số liệu này",
        "cited": "Đã sao chép trích dẫn",
        "pair": "So sánh với số liệu khác",
        "page": word("page_at", "vi"),
        "archive": word("page_archived", "vi"),
        "report": "Báo sai số liệu",
        "reported": "Đã sao chép nội dung báo sai; hãy gửi cho người phụ trách dữ liệu",
        "printed": "Nguyên văn: “{printed}”",
        "marks": "Các dòng của biểu đồ; dùng phím mũi tên lên, xuống để di chuyển",
        "sources": "Nguồn",
        "notes": "Ghi chú",
        "exporting": "Đang vẽ ảnh {n} trên {total}: {title}",
        "exported": "Đã tải xuống {file}",
        "export_failed": "Không tạo được {file}. Hãy tải lại trang rồi thử lại.",
        "plotly_failed": "Không tải được phần vẽ biểu đồ nên số liệu hiện ở dạng bảng. Hãy tải lại trang để thử lại.",
        "draw_failed": "Không vẽ được biểu đồ này nên số liệu hiện ở dạng bảng.",
        "board_failed": "Không tải được các biểu đồ. Hãy tải lại trang.",
    },
    "en": {
        "board": "Charts",
        "shown": "{n} charts shown",
        "shown_one": "1 chart shown",
        "all": "Download all charts (ZIP)",
        "png": "Save PNG",
        "options": "Options",
        "title": "Title on the image",
        "size": "Size",
        "size_page": "Report: 2400 px wide, as high as needed",
        "size_wide": "Wide, 2400 × 1350 px",
        "size_square": "Square, 2160 × 2160 px",
        "size_plain": "Chart only, without title and sources",
        "format": "Format",
        "dark": "Dark background",
        "sized": "One image, {size} px",
        "sized_many": "{n} numbered images, {size} px",
        "save_image": "Save image",
        "copy_image": "Copy image",
        "copied_image": "Image copied; paste it into your document",
        "copied_first": "Copied the first of {total} images; use “Save image” to get them all",
        "no_copy_image": "The browser does not allow images to be copied from this page. Save the image and insert it.",
        "copy_table": "Copy table",
        "copied_table": "Table copied; it pastes into Word and Excel",
        "no_copy_table": "The browser does not allow copying. Open “Data table”, select it and copy it by hand.",
        "embedding": "Embed in a web page",
        "embed_how": "Paste this code into your page. Add &mode=dark to the address if your page is dark. "
        "The script fits the frame to the chart; it works without, too.",
        "embed_private": "Readers see the chart only if they can open the address in this code.",
        "copy_snippet": "Copy code",
        "copied_snippet": "Code copied",
        "shut": "Close",
        "back": "Open in Đối sánh, with the source of every figure",
        "table": "Data table",
        "link": "Copy link",
        "copied": "Link copied",
        "not_copied": "The browser does not allow copying; please copy by hand: {text}",
        "cite": "Cite this figure",
        "cited": "Citation copied",
        "pair": "Compare with another figure",
        "page": word("page_at", "en"),
        "archive": word("page_archived", "en"),
        "report": "Report an error",
        "reported": "Report copied; please send it to the people in charge of the data",
        "printed": "As printed: “{printed}”",
        "marks": "Rows of the chart; use the up and down arrow keys to move",
        "sources": "Sources",
        "notes": "Notes",
        "exporting": "Drawing image {n} of {total}: {title}",
        "exported": "Downloaded {file}",
        "export_failed": "{file} could not be made. Reload the page and try again.",
        "plotly_failed": "The charting library could not be loaded, so tables are shown. Reload the page to try again.",
        "draw_failed": "This chart could not be drawn, so its figures are shown as a table.",
        "board_failed": "The charts could not be loaded. Please reload the page.",
    },
}


def packed(cards: Sequence[dict[str, Any]], *, language: Language, **more: str) -> bytes:
    """``board_data`` as JSON in UTF-8, compressed with gzip: once, not anew for each visitor."""
    return gzip.compress(orjson.dumps(board_data(cards, language=language, **more)), 5, mtime=0)


def board_data(
    cards: Sequence[dict[str, Any]],
    *,
    language: Language,
    archive: str = "",
    pictures: str = "",
    chart: str = "",
    back: str = "",
    mode: str = "",
) -> dict[str, Any]:
    """All that the browser needs to draw the cards: they themselves, words, colours, and where the files are.

    ``archive`` is the name of the ZIP file of all charts, ``pictures`` where these are asked for; ``chart`` the card to
    bring into sight. ``back``, where the cards stand alone in a frame: the address of the full page. ``mode``: "light"
    or "dark", "" for what the page is. A fact with an ``id`` stands once in ``facts``, and in the marks by that alone.
    """
    facts: dict[str, Any] = {}
    found = [card | {"marks": [_shared(mark, facts) for mark in card["marks"]]} for card in cards]
    return {
        "lang": language,
        "strings": STRINGS[language],
        "palettes": PALETTES,
        "plotlyUrl": plotly_url(),
        "fontFamily": FONT_FAMILY,
        "fonts": [
            {"style": "normal", "url": font_url("normal")},
            {"style": "italic", "url": font_url("italic")},
        ],
        "cards": found,
        "facts": facts,
        "archive": archive,
        "pictures": pictures,
        "chart": chart,
        "back": back,
        "mode": mode,
    }


def _shared(mark: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """A mark whose facts are in ``facts`` as far as they have an id; the same fact may stand in several charts."""
    found = [
        fact["id"] if "id" in fact and facts.setdefault(fact["id"], fact) == fact else fact for fact in mark["facts"]
    ]
    return mark | {"facts": found}
