"""A documented column: its name, type, heading and meaning in both languages; and those of the table of figures.

The columns of the figures are ``frame.COLUMNS``, which also has their types and their English meanings. Here stand
their headings and Vietnamese meanings, and one column more: the proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dashboard.frame import COLUMNS
from dashboard.verify.proofs import Proof
from dashboard.words import LANGUAGES, Language, capital, word

Type = Literal["string", "number", "integer", "boolean", "date", "period"]
"""Those of Table Schema; a ``period`` is text such as 2019-10-18, 2019-10, 2019, 2015/2019 or undated."""

_TYPES: Final[dict[str, Type]] = {
    "str": "string", "float64": "number", "Int64": "integer", "bool": "boolean", "datetime64[s]": "date",
}  # fmt: skip
_PERIODS = frozenset({"as_of", "published", "since", "code_valid"})


@dataclass(frozen=True)
class Column:
    """A column: what a program calls it, what a reader does, and what it means.

    ``required``: never empty. ``refers``: the table and column that its values are of. ``words``: the closed list
    that they are of, with a label in both languages for each. ``width``: in characters, in a sheet made for reading.
    """

    name: str
    type: Type
    heading: tuple[str, str]
    meaning: tuple[str, str]
    required: bool = False
    refers: tuple[str, str] | None = None
    words: dict[str, tuple[str, str]] | None = None
    width: int = 0

    def titled(self, language: Language) -> str:
        """Its heading in a language."""
        return self.heading[LANGUAGES.index(language)]

    def told(self, language: Language) -> str:
        """Its meaning in a language."""
        return self.meaning[LANGUAGES.index(language)]


def figure_columns() -> tuple[Column, ...]:
    """The columns of the table of figures: those of the frame, in its order, then the proof.

    A column of the frame that has no words here yet is there all the same, under its own name.
    """
    found = []
    for name, (dtype, english) in COLUMNS.items():
        vietnamese, heading, meaning = _WORDS.get(name, (name, name, english))
        kind: Type = "period" if name in _PERIODS else _TYPES[dtype]
        said = (capital(meaning), capital(english))
        found.append(
            Column(name, kind, (vietnamese, heading), said, required=name in _REQUIRED, refers=_REFERS.get(name))
        )
    return (*found, _proof())


def undescribed() -> list[str]:
    """The columns of the frame that have no heading and no Vietnamese meaning here."""
    return [name for name in COLUMNS if name not in _WORDS]


def foreign(name: str, names: frozenset[str], language: Language) -> bool:
    """Whether a column is the one of the other language, of two that ``names`` has: unit_en beside unit_vi."""
    stem, _, own = name.rpartition("_")
    return own in LANGUAGES and own != language and f"{stem}_{language}" in names


_REQUIRED = frozenset({
    "figure_id", "article", "locality", "locality_label_vi", "locality_label_en", "level", "indicator",
    "indicator_vi", "indicator_en", "theme", "kind", "subject", "context", "unit_vi", "unit_en", "as_of",
    "as_of_is", "as_of_vi", "as_of_en", "adds_up",
    "undated", "inferred", "hedge_noted", "computed", "outlet", "published",
})  # fmt: skip
_REFERS: Final[dict[str, tuple[str, str]]] = {
    "article": ("sources", "id"), "locality": ("localities", "id"), "indicator": ("indicators", "id"),
}  # fmt: skip


def _proof() -> Column:
    return Column(
        "proof", "string", ("Đối chiếu", "Checked"),
        ("Số liệu đã được đối chiếu với toàn văn bài báo hay chưa; số tính ra thì bỏ trống",
         "Whether the figure was checked against the article's own text; missing for a computed figure"),
        words={str(proof): (word(proof, "vi"), word(proof, "en")) for proof in Proof},
    )  # fmt: skip


# Vietnamese heading, English heading, Vietnamese meaning. The English meaning is in frame.COLUMNS.
_WORDS: Final[dict[str, tuple[str, str, str]]] = {
    "figure_id": ("Mã số liệu", "Figure", "mã bài báo/mã chỉ tiêu, thêm @nơi và ~khóa nếu số liệu có riêng; với số "
                  "tính ra, trong ngoặc là số liệu gốc"),
    "article": ("Mã bài báo", "Article", "mã của bài báo"),
    "locality": ("Mã địa phương", "Locality id", "mã của địa phương"),
    "locality_label_vi": ("Địa phương", "Locality (Vietnamese)", "tên địa phương kèm cấp trên, tiếng Việt"),
    "locality_label_en": ("Địa phương (tiếng Anh)", "Locality", "tên địa phương kèm cấp trên, tiếng Anh"),
    "level": ("Cấp", "Level", "cấp hành chính lúc đó: province tỉnh, district huyện, commune xã"),
    "indicator": ("Mã chỉ tiêu", "Indicator id", "mã của chỉ tiêu"),
    "indicator_vi": ("Chỉ tiêu", "Indicator (Vietnamese)", "tên chỉ tiêu, tiếng Việt; số tính ra từ một số liệu thì "
                     "kèm tên chỉ tiêu của số liệu đó"),
    "indicator_en": ("Chỉ tiêu (tiếng Anh)", "Indicator", "tên chỉ tiêu, tiếng Anh"),
    "of_vi": ("Bộ phận", "Part (Vietnamese)", "số liệu của riêng bộ phận nào của nơi ấy (một cơ quan, một hạng); bỏ "
              "trống nếu là của toàn bộ; tiếng Việt"),
    "of_en": ("Bộ phận (tiếng Anh)", "Part", "số liệu của riêng bộ phận nào, tiếng Anh"),
    "theme": ("Chủ đề", "Theme", "mã của chủ đề"),
    "kind": ("Loại số liệu", "Kind", "stock hiện có, flow diễn ra trong kỳ, change tăng giảm, target chỉ tiêu đặt ra, "
             "attainment mức hoàn thành kế hoạch, visits lượt, share tỷ lệ, ratio số tính ra, grade mức xếp loại"),
    "subject": ("Đối tượng", "Subject", "đếm hoặc xếp loại cái gì"),
    "context": ("Bối cảnh", "Background", "số liệu bối cảnh, không phải về chính tổ chức đảng"),
    "value": ("Giá trị", "Value", "con số, theo đơn vị ở unit_vi, unit_en; bỏ trống nếu là mức xếp loại"),
    "out_of": ("Trên tổng số", "Out of", "tổng số mà giá trị là một phần, cùng đơn vị"),
    "before": ("Trước đó", "Before", "giá trị trước khi thay đổi, cùng đơn vị"),
    "hedge": ("Mức gần đúng", "Hedge", "chữ đứng ngay trước con số: over trên, nearly gần, about khoảng, at_least ít "
              "nhất, under dưới, at_most không quá; bỏ trống nếu là số chính xác"),
    "hedge_noted": ("Chữ gần đúng do người đọc ghi", "Hedge noted by the reader", "chữ gần đúng do người đọc bài ghi "
                    "lại, không nằm trong nguyên văn"),
    "unit_vi": ("Đơn vị", "Unit (Vietnamese)", "đơn vị của value, out_of, before, tiếng Việt; % là phần trăm"),
    "unit_en": ("Đơn vị (tiếng Anh)", "Unit", "đơn vị của value, out_of, before, tiếng Anh"),
    "as_of": ("Thời điểm", "Date", "ngày hoặc khoảng thời gian, biết đến đâu ghi đến đó: 2019-10-18, 2019-10, 2019, "
              "2015/2019, ../2021; undated: không rõ"),
    "as_of_is": ("Thời điểm là", "Date is", "period: số đếm trong cả khoảng ấy; moment: của một lúc nào đó trong "
                 "khoảng ấy, bài báo không nói rõ lúc nào"),
    "as_of_vi": ("Thời điểm bằng lời", "Date in words (Vietnamese)", "thời điểm bằng lời, tiếng Việt"),
    "as_of_en": ("Thời điểm bằng lời (tiếng Anh)", "Date in words", "thời điểm bằng lời, tiếng Anh"),
    "as_of_start": ("Từ ngày", "First day", "ngày đầu của thời điểm; bỏ trống nếu không rõ"),
    "as_of_end": ("Đến ngày", "Last day", "ngày cuối của thời điểm; bỏ trống nếu không rõ"),
    "undated": ("Không rõ thời điểm", "Undated", "không biết thời điểm nào"),
    "term": ("Nhiệm kỳ", "Party term", "thời điểm là một nhiệm kỳ năm năm, giữa hai kỳ đại hội"),
    "length": ("Đếm trong mấy năm", "Length in years", "số năm mà số liệu được đếm, khi bài báo không nói "
               "là những năm nào"),
    "adds_up": ("Cộng dồn", "Adds up", "kỳ càng dài thì số càng lớn"),
    "inferred": ("Thời điểm suy ra", "Date inferred", "bài báo không ghi thời điểm, phải suy ra"),
    "inferred_vi": ("Vì sao suy ra", "Why inferred (Vietnamese)", "căn cứ để suy ra thời điểm ấy, tiếng Việt"),
    "inferred_en": ("Vì sao suy ra (tiếng Anh)", "Why inferred", "căn cứ để suy ra thời điểm ấy, tiếng Anh"),
    "since": ("Mốc so sánh", "Since", "tăng giảm so với thời điểm nào"),
    "base": ("Tính trên", "Base", "tỷ lệ tính trên số nào: all toàn bộ, rated số được xếp loại, subset một phần, "
             "not_stated bài không nêu"),
    "base_note_vi": ("Tính trên, bằng lời", "Base in words (Vietnamese)", "số dùng để tính tỷ lệ, nói bằng lời, tiếng "
                     "Việt"),
    "base_note_en": ("Tính trên, bằng lời (tiếng Anh)", "Base in words", "số dùng để tính tỷ lệ, nói bằng lời, tiếng "
                     "Anh"),
    "scheme": ("Mã cách xếp loại", "Rating scheme id", "mã của cách xếp loại"),
    "tier": ("Mức", "Tier", "mức xếp loại: excellent xuất sắc, good tốt, completed hoàn thành, not_completed không "
             "hoàn thành, _or_better trở lên, unclear không rõ"),
    "label": ("Tên mức xếp loại", "Rating label (Vietnamese)", "tên mức xếp loại như bài báo viết"),
    "label_en": ("Tên mức xếp loại (tiếng Anh)", "Rating label", "tên mức xếp loại, tiếng Anh"),
    "grade": ("Mức của đảng bộ", "Grade", "mức xếp loại của chính đảng bộ"),
    "printed": ("Nguyên văn", "As printed", "câu chữ trong bài báo; bỏ trống nếu là số tính ra"),
    "paragraph": ("Đoạn", "Paragraph", "đoạn thứ mấy, đếm các dòng không trống của bài"),
    "computed": ("Số tính ra", "Computed", "tính từ các số liệu khác, không phải số bài báo nêu"),
    "inputs": ("Tính từ", "Computed from", "mã các số liệu dùng để tính, cách nhau bằng dấu cách"),
    "digits": ("Số chữ số thập phân", "Decimal places", "số chữ số thập phân được hiện của số tính ra"),
    "note_vi": ("Lưu ý", "Caveat (Vietnamese)", "chỗ bài báo chưa rõ, tự mâu thuẫn hoặc lệch với số liệu công khai, "
                "tiếng Việt"),
    "note_en": ("Lưu ý (tiếng Anh)", "Caveat", "chỗ bài báo chưa rõ, tự mâu thuẫn hoặc lệch với số liệu công khai, "
                "tiếng Anh"),
    "contradicts_vi": ("Mâu thuẫn với", "Contradicts (Vietnamese)", "con số khác không thể cùng đúng với nó, "
                       "tiếng Việt"),
    "contradicts_en": ("Mâu thuẫn với (tiếng Anh)", "Contradicts", "con số khác không thể cùng đúng với nó, tiếng Anh"),
    "code": ("Mã đơn vị hành chính", "GSO code", "mã của Tổng cục Thống kê lúc đó, giữ số 0 ở đầu"),
    "code_valid": ("Mã có hiệu lực", "Code valid", "mã ấy chỉ nơi này trong khoảng thời gian nào, nếu biết"),
    "scheme_vi": ("Tên cách xếp loại", "Rating scheme (Vietnamese)", "tên cách xếp loại, tiếng Việt"),
    "scheme_en": ("Tên cách xếp loại (tiếng Anh)", "Rating scheme", "tên cách xếp loại, tiếng Anh"),
    "scheme_family": ("Nhóm cách xếp loại", "Scheme family", "mã của cách xếp loại mà nó giữ tên các mức: chính nó "
                      "hoặc cách trước đó; bỏ trống nếu không rõ quy định"),
    "title": ("Danh hiệu địa phương", "Local title", "danh hiệu riêng của địa phương, không phải xếp loại hằng năm"),
    "outlet": ("Báo, trang", "Outlet", "tên báo hoặc trang mạng"),
    "published": ("Ngày đăng", "Published", "ngày đăng bài, biết đến đâu ghi đến đó"),
}  # fmt: skip
