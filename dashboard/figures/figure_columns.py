"""The columns of the table of figures: name, type, heading and meaning in both languages, each declared once.

The frame takes the types from here, files the headings, the Data page and the data package the meanings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dashboard.language.words import LANGUAGES, Language

Type = Literal["string", "number", "integer", "boolean", "date", "period"]
"""The types of Table Schema. A ``period`` is text such as 2019-10-18, 2019-10, 2019, 2015/2019 or undated."""

_DTYPES: Final[dict[Type, str]] = {
    "string": "str", "period": "str", "number": "float64", "integer": "Int64", "boolean": "bool",
    "date": "datetime64[s]",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: its name in programs, its heading for readers, and its meaning.

    ``required``: never empty. ``refers``: the table and column that its values refer to. ``words``: a closed list of
    values, each with a label in both languages. ``width``: in characters, in a sheet made for reading.
    """

    name: str
    type: Type
    heading: tuple[str, str]
    meaning: tuple[str, str]
    required: bool = False
    refers: tuple[str, str] | None = None
    words: dict[str, tuple[str, str]] | None = None
    width: int = 0

    @property
    def dtype(self) -> str:
        """The pandas dtype."""
        return _DTYPES[self.type]

    def titled(self, language: Language) -> str:
        """Its heading in a language."""
        return self.heading[LANGUAGES.index(language)]

    def told(self, language: Language) -> str:
        """Its meaning in a language."""
        return self.meaning[LANGUAGES.index(language)]


_FIGURES: Final = (
    Column("figure_id", "string", ("Mã số liệu", "Figure"),
           ("Mã bài báo/mã chỉ tiêu, thêm @nơi và ~khóa nếu số liệu có riêng; với số tính ra, trong ngoặc là số "
            "liệu gốc",
            "Article/indicator, @locality and ~key where it has its own; computed: see derived.Derived"),
           required=True),
    Column("article", "string", ("Mã bài báo", "Article"),
           ("Mã của bài báo", "Id of the article"), required=True, refers=("sources", "id")),
    Column("locality", "string", ("Mã địa phương", "Locality id"),
           ("Mã của địa phương", "Id of the locality"), required=True, refers=("localities", "id")),
    Column("locality_label_vi", "string", ("Địa phương", "Locality (Vietnamese)"),
           ("Tên địa phương kèm cấp trên, tiếng Việt", "Its label with its parent, Vietnamese"), required=True),
    Column("locality_label_en", "string", ("Địa phương (tiếng Anh)", "Locality"),
           ("Tên địa phương kèm cấp trên, tiếng Anh", "The same, English"), required=True),
    Column("level", "string", ("Cấp", "Level"),
           ("Cấp hành chính lúc đó: province tỉnh, district huyện, commune xã",
            "Province, district or commune"), required=True),
    Column("code", "string", ("Mã đơn vị hành chính", "GSO code"),
           ("Mã của Tổng cục Thống kê lúc đó, giữ số 0 ở đầu", "GSO code of the locality at the time")),
    Column("code_valid", "period", ("Mã có hiệu lực", "Code valid"),
           ("Mã ấy chỉ nơi này trong khoảng thời gian nào, nếu biết",
            "Between which dates the code meant it, where known")),
    Column("indicator", "string", ("Mã chỉ tiêu", "Indicator id"),
           ("Mã của chỉ tiêu", "Id of the indicator"), required=True, refers=("indicators", "id")),
    Column("indicator_vi", "string", ("Chỉ tiêu", "Indicator (Vietnamese)"),
           ("Tên chỉ tiêu, tiếng Việt; số tính ra từ một số liệu thì kèm tên chỉ tiêu của số liệu đó",
            "Its name, Vietnamese; what is computed from one figure also names that indicator"), required=True),
    Column("indicator_en", "string", ("Chỉ tiêu (tiếng Anh)", "Indicator"),
           ("Tên chỉ tiêu, tiếng Anh", "The same, English"), required=True),
    Column("of_vi", "string", ("Bộ phận", "Part (Vietnamese)"),
           ("Số liệu của riêng bộ phận nào của nơi ấy (một cơ quan, một hạng); bỏ trống nếu là của toàn bộ; tiếng "
            "Việt",
            "Of which part of the place it is, a body or a class, Vietnamese; missing: of the whole")),
    Column("of_en", "string", ("Bộ phận (tiếng Anh)", "Part"),
           ("Số liệu của riêng bộ phận nào, tiếng Anh", "The same, English")),
    Column("theme", "string", ("Chủ đề", "Theme"), ("Mã của chủ đề", "Id of the theme"), required=True),
    Column("kind", "string", ("Loại số liệu", "Kind"),
           ("Stock hiện có, flow diễn ra trong kỳ, change tăng giảm, target chỉ tiêu đặt ra, attainment mức hoàn "
            "thành kế hoạch, visits lượt, share tỷ lệ, ratio số tính ra, grade mức xếp loại",
            "Stock, flow, change, target, attainment, visits, share, ratio or grade"), required=True),
    Column("subject", "string", ("Đối tượng", "Subject"),
           ("Đếm hoặc xếp loại cái gì", "What is counted or rated"), required=True),
    Column("context", "boolean", ("Bối cảnh", "Background"),
           ("Số liệu bối cảnh, không phải về chính tổ chức đảng",
            "Background, not about the Party organisation itself"), required=True),
    Column("value", "number", ("Giá trị", "Value"),
           ("Con số, theo đơn vị ở unit_vi, unit_en; bỏ trống nếu là mức xếp loại",
            "The number, in the unit of unit_vi and unit_en; missing for a grade")),
    Column("out_of", "number", ("Trên tổng số", "Out of"),
           ("Tổng số mà giá trị là một phần, cùng đơn vị", "The total that value is a part of, same unit")),
    Column("before", "number", ("Trước đó", "Before"),
           ("Giá trị trước khi thay đổi, cùng đơn vị", "The value before, same unit")),
    Column("hedge", "string", ("Mức gần đúng", "Hedge"),
           ("Chữ đứng ngay trước con số: over trên, nearly gần, about khoảng, at_least ít nhất, under dưới, at_most "
            "không quá; bỏ trống nếu là số chính xác",
            "Over, nearly, about, at_least, under or at_most, of value; missing: exact")),
    Column("hedge_noted", "boolean", ("Chữ gần đúng do người đọc ghi", "Hedge noted by the reader"),
           ("Chữ gần đúng do người đọc bài ghi lại, không nằm trong nguyên văn",
            "Whether the hedge is the reader's note: the printed phrase does not hold its word"), required=True),
    Column("unit_vi", "string", ("Đơn vị", "Unit (Vietnamese)"),
           ("Đơn vị của value, out_of, before, tiếng Việt; % là phần trăm",
            "Unit of value, out_of and before, Vietnamese; % for per cent"), required=True),
    Column("unit_en", "string", ("Đơn vị (tiếng Anh)", "Unit"),
           ("Đơn vị của value, out_of, before, tiếng Anh", "The same, English"), required=True),
    Column("as_of", "period", ("Thời điểm", "Date"),
           ("Ngày hoặc khoảng thời gian, biết đến đâu ghi đến đó: 2019-10-18, 2019-10, 2019, 2015/2019, ../2021; "
            "undated: không rõ",
            "Date or period as curated: 2019-10-18, 2019-10, 2019, 2015/2019, ../2021 or undated"), required=True),
    Column("as_of_is", "string", ("Thời điểm là", "Date is"),
           ("Period: số đếm trong cả khoảng ấy; moment: của một lúc nào đó trong khoảng ấy, bài báo không nói rõ "
            "lúc nào",
            "Period: all of as_of is meant; moment: some time in it, not said when"), required=True),
    Column("as_of_vi", "string", ("Thời điểm bằng lời", "Date in words (Vietnamese)"),
           ("Thời điểm bằng lời, tiếng Việt", "As_of in words, Vietnamese"), required=True),
    Column("as_of_en", "string", ("Thời điểm bằng lời (tiếng Anh)", "Date in words"),
           ("Thời điểm bằng lời, tiếng Anh", "The same, English"), required=True),
    Column("as_of_start", "date", ("Từ ngày", "First day"),
           ("Ngày đầu của thời điểm; bỏ trống nếu không rõ", "Its first day; missing where undated or open")),
    Column("as_of_end", "date", ("Đến ngày", "Last day"),
           ("Ngày cuối của thời điểm; bỏ trống nếu không rõ", "Its last day; missing where undated or open")),
    Column("undated", "boolean", ("Không rõ thời điểm", "Undated"),
           ("Không biết thời điểm nào", "Whether no date is known"), required=True),
    Column("term", "boolean", ("Nhiệm kỳ", "Party term"),
           ("Thời điểm là một nhiệm kỳ năm năm, giữa hai kỳ đại hội",
            "Whether as_of is a Party term: five years, from one congress to the next")),
    Column("length", "number", ("Đếm trong mấy năm", "Length in years"),
           ("Số năm mà số liệu được đếm, khi bài báo không nói là những năm nào",
            "Years that it is counted over, where the article does not say which years these are")),
    Column("adds_up", "boolean", ("Cộng dồn", "Adds up"),
           ("Kỳ càng dài thì số càng lớn", "Whether it is the larger, the longer its period is"), required=True),
    Column("inferred", "boolean", ("Thời điểm suy ra", "Date inferred"),
           ("Bài báo không ghi thời điểm, phải suy ra", "Whether the date is inferred, not printed"), required=True),
    Column("inferred_vi", "string", ("Vì sao suy ra", "Why inferred (Vietnamese)"),
           ("Căn cứ để suy ra thời điểm ấy, tiếng Việt", "Why it is believed, Vietnamese")),
    Column("inferred_en", "string", ("Vì sao suy ra (tiếng Anh)", "Why inferred"),
           ("Căn cứ để suy ra thời điểm ấy, tiếng Anh", "The same, English")),
    Column("since", "period", ("Mốc so sánh", "Since"),
           ("Tăng giảm so với thời điểm nào", "The baseline of a change")),
    Column("base", "string", ("Tính trên", "Base"),
           ("Tỷ lệ tính trên số nào: all toàn bộ, rated số được xếp loại, subset một phần, not_stated bài không nêu",
            "What a share is a share of: all, rated, subset or not_stated")),
    Column("base_note_vi", "string", ("Tính trên, bằng lời", "Base in words (Vietnamese)"),
           ("Số dùng để tính tỷ lệ, nói bằng lời, tiếng Việt", "The base in words, Vietnamese")),
    Column("base_note_en", "string", ("Tính trên, bằng lời (tiếng Anh)", "Base in words"),
           ("Số dùng để tính tỷ lệ, nói bằng lời, tiếng Anh", "The same, English")),
    Column("scheme", "string", ("Mã cách xếp loại", "Rating scheme id"),
           ("Mã của cách xếp loại", "Id of the rating scheme")),
    Column("scheme_vi", "string", ("Tên cách xếp loại", "Rating scheme (Vietnamese)"),
           ("Tên cách xếp loại, tiếng Việt", "Its name, Vietnamese")),
    Column("scheme_en", "string", ("Tên cách xếp loại (tiếng Anh)", "Rating scheme"),
           ("Tên cách xếp loại, tiếng Anh", "The same, English")),
    Column("scheme_family", "string", ("Nhóm cách xếp loại", "Scheme family"),
           ("Mã của cách xếp loại mà nó giữ tên các mức: chính nó hoặc cách trước đó; bỏ trống nếu không rõ quy định",
            "Id of the scheme whose label names it has: its own or an earlier one; missing where its rules are not "
            "known")),
    Column("title", "boolean", ("Danh hiệu địa phương", "Local title"),
           ("Danh hiệu riêng của địa phương, không phải xếp loại hằng năm",
            "Whether the scheme is a locality's own title, not the annual rating")),
    Column("tier", "string", ("Mức", "Tier"),
           ("Mức xếp loại: excellent xuất sắc, good tốt, completed hoàn thành, not_completed không hoàn thành, "
            "_or_better trở lên, unclear không rõ",
            "The rating tier")),
    Column("label", "string", ("Tên mức xếp loại", "Rating label (Vietnamese)"),
           ("Tên mức xếp loại như bài báo viết", "The rating label as printed")),
    Column("label_en", "string", ("Tên mức xếp loại (tiếng Anh)", "Rating label"),
           ("Tên mức xếp loại, tiếng Anh", "The rating label, English")),
    Column("grade", "string", ("Mức của đảng bộ", "Grade"),
           ("Mức xếp loại của chính đảng bộ", "The tier given to the unit itself")),
    Column("printed", "string", ("Nguyên văn", "As printed"),
           ("Câu chữ trong bài báo; bỏ trống nếu là số tính ra",
            "The words as printed; missing for a computed figure")),
    Column("paragraph", "integer", ("Đoạn", "Paragraph"),
           ("Đoạn thứ mấy, đếm các dòng không trống của bài", "Counting the lines of the text that are not empty")),
    Column("computed", "boolean", ("Số tính ra", "Computed"),
           ("Tính từ các số liệu khác, không phải số bài báo nêu",
            "Computed from other figures, not printed"), required=True),
    Column("inputs", "string", ("Tính từ", "Computed from"),
           ("Mã các số liệu dùng để tính, cách nhau bằng dấu cách",
            "Figure_ids it was computed from, separated by a space")),
    Column("digits", "integer", ("Số chữ số thập phân", "Decimal places"),
           ("Số chữ số thập phân được hiện của số tính ra", "Decimal places shown of a computed value")),
    Column("note_vi", "string", ("Lưu ý", "Caveat (Vietnamese)"),
           ("Chỗ bài báo chưa rõ, tự mâu thuẫn hoặc lệch với số liệu công khai, tiếng Việt",
            "Where the article is unclear or contradicts itself or public data, Vietnamese")),
    Column("note_en", "string", ("Lưu ý (tiếng Anh)", "Caveat"),
           ("Chỗ bài báo chưa rõ, tự mâu thuẫn hoặc lệch với số liệu công khai, tiếng Anh", "The same, English")),
    Column("contradicts_vi", "string", ("Mâu thuẫn với", "Contradicts (Vietnamese)"),
           ("Con số khác không thể cùng đúng với nó, tiếng Việt",
            "Which other number it can't be true beside, Vietnamese")),
    Column("contradicts_en", "string", ("Mâu thuẫn với (tiếng Anh)", "Contradicts"),
           ("Con số khác không thể cùng đúng với nó, tiếng Anh", "The same, English")),
    Column("outlet", "string", ("Báo, trang", "Outlet"),
           ("Tên báo hoặc trang mạng", "The newspaper or site"), required=True),
    Column("published", "period", ("Ngày đăng", "Published"),
           ("Ngày đăng bài, biết đến đâu ghi đến đó", "Date of publication as curated"), required=True),
)  # fmt: skip
COLUMNS: Final[dict[str, Column]] = {column.name: column for column in _FIGURES}
"""The columns of ``frame.build``, in its order."""
