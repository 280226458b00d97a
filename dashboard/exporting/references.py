"""The tables that the figures refer to: indicators, localities, sources, blanks, rules of comparison."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dashboard.dataset import Dataset
from dashboard.exporting.blanks import Missing
from dashboard.exporting.tables import Table, Value, plain
from dashboard.figure_columns import Column, Type
from dashboard.models import BlankKind, Indicator, Measure, Text
from dashboard.places import labels
from dashboard.verify.proofs import Proof
from dashboard.words import LANGUAGES, word


def indicators(dataset: Dataset, wanted: Collection[str] | None = None) -> Table:
    """One row an indicator, of those wanted (None: all), in the order declared."""
    columns = (
        _column("id", "Mã chỉ tiêu", "Indicator id", "Mã của chỉ tiêu", "Id of the indicator", required=True),
        *_both("name", "Tên", "Name", "Tên chỉ tiêu", "Its name", required=True),
        *_both("definition", "Định nghĩa", "Definition", "Đếm gì, gồm và không gồm những gì",
               "What is counted, what is in and what is not", required=True),
        *_both("unit", "Đơn vị", "Unit", "Đơn vị của con số", "What the number counts", required=True),
        _column("kind", "Loại số liệu", "Kind", "Như cột kind của bảng số liệu", "As in the table of figures",
                required=True),
        _column("subject", "Đối tượng", "Subject", "Đếm hoặc xếp loại cái gì", "What is counted or rated",
                required=True),
        _column("theme", "Mã chủ đề", "Theme id", "Mã của chủ đề", "Id of the theme", required=True),
        *_both("theme_name", "Chủ đề", "Theme", "Tên chủ đề", "Name of the theme"),
        _column("levels", "Có ở cấp", "Levels", "Các cấp mà chỉ tiêu này có, cách nhau bằng dấu cách",
                "The levels at which it can exist, separated by a space", required=True),
        _column("communes_since", "Cấp xã có từ", "Communes since", "Từ ngày nào cấp xã cũng có",
                "From which day communes have it too", "date"),
        *_both("not_applicable", "Vì sao không áp dụng", "Why not elsewhere",
               "Vì sao cấp khác không có", "Why it does not exist at the other levels"),
        _column("part_of", "Thuộc", "Part of", "Chỉ tiêu mà nó là một phần", "The indicator that it is a part of",
                refers=("indicators", "id")),
        *_both("rating_label", "Tên mức xếp loại", "Rating label", "Tên mức như bài báo viết", "The label as printed"),
        _column("rating_tier", "Mức", "Tier", "Mức xếp loại", "The rating tier"),
        _column("rating_scheme", "Cách xếp loại", "Rating scheme", "Mã của cách xếp loại, nếu tên mức đủ cho biết",
                "Id of the rating scheme, where the label decides it"),
        _column("context", "Bối cảnh", "Background", "Không phải về chính tổ chức đảng",
                "Not about the Party organisation itself", "boolean", required=True),
        _column("formula", "Công thức", "Formula", "Tính từ các chỉ tiêu nào; bỏ trống nếu là số bài báo nêu",
                "From which indicators it is computed; missing where it is printed"),
    )  # fmt: skip
    rows = [_indicator(one, dataset) for id, one in dataset.indicators.items() if wanted is None or id in wanted]
    return Table("indicators", ("Chỉ tiêu", "Indicators"), columns, rows, "id")


def _indicator(one: Indicator, dataset: Dataset) -> tuple[Value, ...]:
    rating, theme = one.rating, dataset.themes.get(one.theme)
    return (
        one.id, *_texts(one.name), *_texts(one.definition), *_texts(one.unit), str(one.kind), one.subject, one.theme,
        *_texts(theme.name if theme else None), " ".join(one.levels),
        one.communes_since.start if one.communes_since else None, *_texts(one.not_applicable), one.part_of,
        rating.label if rating else None, rating.label_en if rating else None, plain(rating.tier if rating else None),
        rating.scheme if rating else None, one.context, formula(one),
    )  # fmt: skip


def formula(indicator: Indicator) -> str | None:
    """How an indicator is computed, as declared: ``ratio: party_members, grassroots_organizations``."""
    if indicator.formula is None:
        return None
    declared = indicator.formula.model_dump(exclude_none=True, exclude={"digits"})
    return "; ".join(
        f"{name}: {value if isinstance(value, str) else ', '.join(map(str, value))}" for name, value in declared.items()
    )


def localities(dataset: Dataset, wanted: Collection[str] | None = None) -> Table:
    """One row a place, of those wanted (None: all), in the order written."""
    columns = (
        _column("id", "Mã địa phương", "Locality id", "Mã của địa phương: mã cấp trên, dấu chấm, tên",
                "Id: the parent's, a full stop, its own name", required=True),
        _column("name", "Tên", "Name", "Tên không kèm chữ chỉ loại", "Its name without its type", required=True),
        *_both("type", "Loại", "Type", "Tỉnh, huyện, phường …", "Province, district, ward …", required=True),
        *_both("label", "Tên kèm cấp trên", "Name with its parent", "Tên để phân biệt nơi trùng tên",
               "The name that tells namesakes apart", required=True),
        _column("level", "Cấp", "Level", "province tỉnh, district huyện, commune xã", "Province, district or commune",
                required=True),
        _column("parent", "Thuộc", "Parent", "Nơi cấp trên trực tiếp", "The place directly above",
                refers=("localities", "id")),
        _column("code", "Mã đơn vị hành chính", "GSO code", "Mã của Tổng cục Thống kê, giữ số 0 ở đầu",
                "Code of the General Statistics Office, with its leading zeros"),
        _column("code_valid", "Mã có hiệu lực", "Code valid", "Mã này chỉ nơi này trong khoảng thời gian nào",
                "When the code meant this place", "period"),
        *_measure("population", "Dân số", "Population", "Số dân", "Inhabitants"),
        *_measure("area_km2", "Diện tích (km²)", "Area (km²)", "Diện tích, km²", "Area in square kilometres"),
        *_both("became", "Về sau", "Since then", "Từ năm 2025 nơi này ra sao", "What became of it in 2025 and after"),
    )  # fmt: skip
    names = {language: labels(dataset, language) for language in LANGUAGES}
    rows: list[tuple[Value, ...]] = [
        (
            id, one.name, *_texts(one.type), *(names[language][id] for language in LANGUAGES), str(one.level),
            one.parent, one.code, plain(one.code_valid), *_measured(one.population), *_measured(one.area_km2),
            *_texts(one.became),
        )
        for id, one in dataset.localities.items()
        if wanted is None or id in wanted
    ]  # fmt: skip
    return Table("localities", ("Địa phương", "Localities"), columns, rows, "id")


def sources(dataset: Dataset, proofs: Mapping[str, Proof], wanted: Collection[str] | None = None) -> Table:
    """One row an article, of those wanted (None: all)."""
    columns = (
        _column("id", "Mã bài báo", "Article id", "Mã của bài báo", "Id of the article", required=True),
        _column("title", "Tên bài", "Title", "Tên bài như đã đăng", "The title as printed", required=True),
        _column("outlet", "Báo, trang", "Outlet", "Tên báo hoặc trang mạng", "The newspaper or site", required=True),
        _column("outlet_inferred", "Tên báo suy ra", "Outlet inferred", "Bài không ghi tên báo, phải suy ra",
                "The outlet is not printed but inferred", "boolean", required=True),
        _column("byline", "Tên ký", "Byline", "Tên ký dưới bài", "The author as printed"),
        _column("published", "Ngày đăng", "Published", "Ngày đăng, biết đến đâu ghi đến đó",
                "The day of publication, as exact as it is known", "period", required=True),
        _column("published_inferred", "Ngày đăng suy ra", "Date inferred", "Bài không ghi ngày, phải suy ra",
                "The date is not printed but inferred", "boolean", required=True),
        _column("address", "Địa chỉ", "Address", "Địa chỉ trên mạng; bỏ trống nếu không rõ",
                "Its web address; missing where unknown"),
        _column("locality", "Mã địa phương", "Locality id", "Nơi bài viết về", "The place that it is about",
                required=True, refers=("localities", "id")),
        _column("read", "Đã đọc", "Read", "full: đọc cả bài; excerpt: mới đọc trích đoạn",
                "full: the whole article; excerpt: only an excerpt",
                required=True, words={"full": ("đọc cả bài", "read in full"),
                                      "excerpt": ("mới đọc trích đoạn", "read in an excerpt only")}),
        _column("figures", "Số liệu", "Figures", "Bài có bao nhiêu số liệu", "How many figures it gives", "integer",
                required=True),
        _column("proven", "Đã đối chiếu", "Checked", "Bao nhiêu số liệu đã đối chiếu với toàn văn",
                "How many of them were checked against its text", "integer", required=True),
        _column("curated", "Ngày nhập", "Curated", "Ngày nhập hoặc sửa gần nhất", "When it was last curated",
                "period", required=True),
        *_both("note", "Lưu ý", "Note", "Điều cần biết về bài", "What a reader should know about it"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for id, one in dataset.articles.items():
        if wanted is not None and id not in wanted:
            continue
        entries = dataset.by_article.get(id, ())
        proven = sum(proofs.get(entry.id) is Proof.PROVEN for entry in entries)
        rows.append(
            (
                id, one.title, one.outlet.value, one.outlet.inferred is not None,
                one.byline.value if one.byline else None,
                str(one.published.date), one.published.inferred is not None, one.address, one.locality,
                str(one.text.read), len(entries), proven, str(one.curated), *_texts(one.note),
            )
        )  # fmt: skip
    return Table("sources", ("Nguồn", "Sources"), columns, rows, "id")


def blanks(found: Sequence[Missing]) -> Table:
    """One row a blank, with its kind."""
    kinds = {
        "not_stated": (word("not_stated", "vi"), word("not_stated", "en")),
        "excerpt_only": (word("excerpt_only", "vi"), word("excerpt_only", "en")),
        "words_only": ("chỉ nêu bằng lời", "given in words only"),
        "part_only": (word("part_only", "vi"), word("part_only", "en")),
        "refused": ("quy tắc không cho tính", "a rule forbids to compute it"),
        "not_applicable": (word("not_applicable_plain", "vi"), word("not_applicable_plain", "en")),
        "no_article": (word("no_article", "vi"), word("no_article", "en")),
    }
    assert set(kinds) == set(BlankKind) - {BlankKind.OTHER_YEARS}
    columns = (
        _column("id", "Mã", "Blank", "Mã của chỗ trống", "Id of the blank", required=True),
        _column("locality", "Mã địa phương", "Locality id", "Nơi không có số liệu", "The place without a figure",
                required=True, refers=("localities", "id")),
        _column("kind", "Vì sao trống", "Why", "Loại chỗ trống; không loại nào là số 0",
                "The kind of blank; none of them is zero", required=True, words=kinds),
        _column("indicator", "Mã chỉ tiêu", "Indicator id", "Chỉ tiêu không có; bỏ trống là mọi chỉ tiêu",
                "The indicator that is missing; empty for all of them", refers=("indicators", "id")),
        _column("article", "Mã bài báo", "Article id", "Bài báo đã đọc; bỏ trống nếu chưa có",
                "The article that was read; empty where there is none", refers=("sources", "id")),
        _column("printed", "Nguyên văn", "As printed", "Câu chữ đứng thay con số", "The words in place of a number"),
        _column("paragraph", "Đoạn", "Paragraph", "Đoạn thứ mấy, đếm các dòng không trống",
                "Counting the lines that are not empty", "integer"),
        *_both("note", "Lưu ý", "Note", "Điều cần biết thêm", "What a reader should know about it"),
        *_both("why", "Vì sao không tính", "Why not computed", "Quy tắc không cho tính",
               "The rule that forbids to compute it"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (one.id, one.locality, str(one.kind), one.indicator, one.article, one.printed, one.paragraph, one.note_vi,
         one.note_en, one.why_vi, one.why_en)
        for one in found
    ]  # fmt: skip
    return Table("blanks", ("Chỗ trống", "Blanks"), columns, rows, "id")


def rules(dataset: Dataset) -> Table | None:
    """One row a rule of comparison, by its words; None where the data declares none."""
    if not dataset.rules:
        return None
    columns = (
        _column("id", "Mã quy tắc", "Rule", "Mã của quy tắc", "Id of the rule", required=True),
        _column("verdict", "Kết luận", "Verdict", "not_comparable không so sánh được, caution thận trọng",
                "What follows: not_comparable or caution", required=True),
        _column("trait", "Xét điều gì", "Trait", "Điều được xét ở các số liệu", "What of the figures is looked at",
                required=True),
        *_both("reason", "Lý do", "Reason", "Lý do; trong ngoặc nhọn là chỗ điền vào",
               "The reason; braces stand for what is filled in", required=True),
        *_both("remedy", "Để so sánh được", "Remedy", "Cần gì để so sánh được",
               "What would make them comparable"),
        *_both("source", "Căn cứ", "Source", "Văn bản hoặc quy ước", "The document or convention it rests on"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (one.id, str(one.verdict), str(one.trait), *_texts(one.reason), *_texts(one.remedy), *_texts(one.source))
        for one in dataset.rules.values()
    ]
    return Table("rules", ("Quy tắc so sánh", "Rules of comparison"), columns, rows, "id")


def _column(
    name: str, vi: str, en: str, meaning_vi: str, meaning_en: str, of: Type = "string", *, required: bool = False,
    refers: tuple[str, str] | None = None, words: dict[str, tuple[str, str]] | None = None,
) -> Column:  # fmt: skip
    return Column(name, of, (vi, en), (meaning_vi, meaning_en), required, refers, words)


def _both(name: str, vi: str, en: str, meaning_vi: str, meaning_en: str, *, required: bool = False) -> list[Column]:
    """A column in each language, each heading marked in the other language's table."""
    return [
        _column(f"{name}_vi", vi, f"{en} (Vietnamese)", f"{meaning_vi}, tiếng Việt", f"{meaning_en}, Vietnamese",
                required=required),
        _column(f"{name}_en", f"{vi} (tiếng Anh)", en, f"{meaning_vi}, tiếng Anh", f"{meaning_en}, English",
                required=required),
    ]  # fmt: skip


def _measure(name: str, vi: str, en: str, meaning_vi: str, meaning_en: str) -> list[Column]:
    return [
        _column(name, vi, en, meaning_vi, meaning_en, "number"),
        _column(f"{name}_date", f"{vi}: thời điểm", f"{en}: date", "Thời điểm của con số ấy", "Date of that number",
                "period"),
        *_both(f"{name}_source", f"{vi}: nguồn", f"{en}: source", "Nguồn của con số ấy", "Source of that number"),
    ]  # fmt: skip


def _measured(measure: Measure | None) -> tuple[Value, ...]:
    if measure is None:
        return (None,) * 4
    return plain(measure.value), str(measure.date), *_texts(measure.source)


def _texts(text: Text | None) -> tuple[str | None, str | None]:
    return (text["vi"], text["en"]) if text else (None, None)
