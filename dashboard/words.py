"""Every word of the interface that does not come from the data, in both languages."""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")

WORDS: Final[dict[str, dict[Language, str]]] = {
    # the page
    "app": {"vi": "Đối sánh", "en": "Đối sánh"},
    "page": {"vi": "So sánh", "en": "Compare"},
    "heading": {
        "vi": "Số liệu xây dựng Đảng của các địa phương, đặt cạnh nhau",
        "en": "Party-building figures of Vietnam’s localities, side by side",
    },
    "lead": {
        "vi": "Số liệu lấy từ bài báo viết về từng địa phương. Mỗi con số dẫn về đúng câu chữ trong bài; số nào không "
        "so sánh được với nhau, biểu đồ ghi rõ. Bấm vào một dòng của biểu đồ để xem nguyên văn và trích dẫn.",
        "en": "The figures come from articles in local newspapers and on official sites. Every number leads back to "
        "the words it was read from; where two may not be compared, the chart says so. Select a row of a chart for "
        "its source and citation.",
    },
    "tally": {
        "vi": "Hiện có {figures} số liệu từ {articles} bài báo, về {places} địa phương",
        "en": "So far: {figures} figures from {articles} articles on {places} localities",
    },
    "language": {"vi": "Ngôn ngữ", "en": "Language"},
    # filters
    "theme": {"vi": "Chủ đề", "en": "Theme"},
    "theme_all": {"vi": "Tất cả", "en": "All"},
    "level": {"vi": "Cấp", "en": "Level"},
    "level_all": {"vi": "Tất cả các cấp", "en": "All levels"},
    "from": {"vi": "Từ năm", "en": "From"},
    "to": {"vi": "Đến năm", "en": "To"},
    "any_year": {"vi": "Bất kỳ", "en": "Any"},
    "sort": {"vi": "Xếp theo", "en": "Sort by"},
    "sort_name": {"vi": "Tên", "en": "Name"},
    "sort_value": {"vi": "Giá trị", "en": "Value"},
    "sort_date": {"vi": "Thời điểm", "en": "Date"},
    "one_scale": {"vi": "Mọi cấp chung một thang đo", "en": "All levels on one scale"},
    "one_scale_help": {
        "vi": "Để thấy độ lớn thật của các cấp; vẫn không xếp hạng giữa các cấp.",
        "en": "Shows the true proportion between levels; still no ranking across levels.",
    },
    "reset": {"vi": "Bỏ mọi bộ lọc", "en": "Clear all filters"},
    "more_filters": {"vi": "Cấp, thời gian, cách xếp", "en": "Level, period, order"},
    # levels, in the heads of panels
    "province": {"vi": "Cấp tỉnh", "en": "Provinces"},
    "district": {"vi": "Cấp huyện", "en": "Districts"},
    "commune": {"vi": "Cấp xã", "en": "Communes and wards"},
    "one_province": {"vi": "cấp tỉnh", "en": "province"},
    "one_district": {"vi": "cấp huyện", "en": "district"},
    "one_commune": {"vi": "cấp xã", "en": "commune"},
    "all_levels": {"vi": "Các cấp", "en": "All levels"},
    # values
    "computed": {"vi": "tính ra {value}", "en": "computed: {value}"},
    "computed_mark": {"vi": "số tính ra", "en": "computed"},
    "rest": {"vi": "Phần còn lại, không nêu loại", "en": "The rest, kind not stated"},
    "legend_change": {"vi": "vòng rỗng: trước; chấm đặc: sau", "en": "hollow ring: before; full dot: after"},
    "legend_hedge": {
        "vi": "đầu thanh kẻ sọc: con số kèm chữ “trên”, “gần”…",
        "en": "striped end of a bar: printed with “over”, “nearly” …",
    },
    "legend_unsplit": {
        "vi": "thanh sọc chéo: bài báo không tách từng phần",
        "en": "hatched bar: the article does not split it",
    },
    "legend_computed": {"vi": "thanh rỗng: số tính ra", "en": "hollow bar: computed"},
    "legend_plan": {"vi": "vạch đứng: 100% kế hoạch", "en": "line: 100% of plan"},
    # blanks
    "not_stated": {"vi": "bài báo không nêu", "en": "not stated in the article"},
    "excerpt_only": {"vi": "mới đọc trích đoạn", "en": "only an excerpt was read"},
    "words_only": {"vi": "chỉ nêu bằng lời: “{printed}”", "en": "in words only: “{printed}”"},
    "not_applicable": {"vi": "không áp dụng: {why}", "en": "does not apply: {why}"},
    "not_applicable_plain": {"vi": "không áp dụng ở cấp này", "en": "does not apply at this level"},
    "no_article": {"vi": "chưa có bài báo", "en": "no article yet"},
    "not_computed": {"vi": "bài báo không đủ số để tính", "en": "the article lacks the numbers to compute it"},
    "out_of_period": {"vi": "có số liệu ngoài thời gian đã chọn", "en": "has a figure outside the chosen period"},
    "silent": {
        "vi": "Bài báo về các nơi sau không có số liệu này: {places}.",
        "en": "The articles about these places give no figure for this: {places}.",
    },
    "empty_charts": {
        "vi": "Không có số liệu trong phạm vi đã chọn: {charts}.",
        "en": "No figures in the chosen scope: {charts}.",
    },
    "nothing": {
        "vi": "Không có số liệu nào khớp với bộ lọc. Hãy thêm địa phương, chọn chủ đề khác, hoặc bỏ mọi bộ lọc.",
        "en": "No figure fits the filters. Add a locality, choose another theme, or clear all filters.",
    },
    # dates
    "inferred": {"vi": "suy ra", "en": "inferred"},
    "undated": {"vi": "không ghi năm", "en": "year not given"},
    "some_undated": {"vi": "có số không ghi năm", "en": "some with no year"},
    "published_undated": {"vi": "không ghi ngày, khoảng {date}", "en": "no date printed, about {date}"},
    "since": {"vi": "so với {date}", "en": "since {date}"},
    # ratings
    "base_all": {"vi": "tính trên tổng số", "en": "of all"},
    "base_rated": {"vi": "tính trên số được xếp loại", "en": "of those rated"},
    "base_subset": {"vi": "tính trên: {note}", "en": "of: {note}"},
    "base_unnamed": {
        "vi": "bài báo không nói rõ tổng số {total} gồm những gì",
        "en": "the article does not say what the {total} are",
    },
    "base_not_stated": {"vi": "bài báo không nói tính trên tổng số nào", "en": "base not stated in the article"},
    "grade_excellent": {"vi": "Hoàn thành xuất sắc nhiệm vụ", "en": "Fulfilled its tasks excellently"},
    "grade_good": {"vi": "Hoàn thành tốt nhiệm vụ", "en": "Fulfilled its tasks well"},
    "grade_completed": {"vi": "Hoàn thành nhiệm vụ", "en": "Fulfilled its tasks"},
    "grade_not_completed": {"vi": "Không hoàn thành nhiệm vụ", "en": "Did not fulfil its tasks"},
    "grade_good_or_better": {"vi": "Hoàn thành tốt nhiệm vụ trở lên", "en": "Fulfilled its tasks well or better"},
    "grade_completed_or_better": {"vi": "Hoàn thành nhiệm vụ trở lên", "en": "Fulfilled its tasks or better"},
    "grade_unclear": {"vi": "Không rõ mức nào", "en": "Grade unclear"},
    # verdicts
    "each_level": {"vi": "Mỗi cấp một thang đo", "en": "Each level on its own scale"},
    "each_panel": {
        "vi": "Mỗi ô một thang đo riêng; không so độ dài giữa các ô",
        "en": "Each panel on its own scale, no ranking across",
    },
    "true_proportion": {
        "vi": "Chung một thang đo để thấy độ lớn; không xếp hạng giữa các cấp",
        "en": "One scale to show size; no ranking across levels",
    },
    "caution": {"vi": "thận trọng: {reasons}", "en": "caution: {reasons}"},
    "comparison": {"vi": "So sánh", "en": "Comparison"},
    # provenance
    "paragraph": {"vi": "đoạn {n} của bản lưu", "en": "paragraph {n} of the stored text"},
    "paragraphs": {"vi": "đoạn\u00a0{n}", "en": "para.\u00a0{n}"},
    "computed_from": {"vi": "Tính ra từ các con số đã in", "en": "Computed from the printed numbers"},
    "date_inferred": {"vi": "Thời điểm suy ra: {why}", "en": "Date inferred: {why}"},
    "as_of": {"vi": "Thời điểm: {date}", "en": "Date: {date}"},
    # one number by itself
    "n_of": {"vi": "{n} trên {total}", "en": "{n} of {total}"},
    "hedge_over": {"vi": "trên", "en": "over"},
    "hedge_nearly": {"vi": "gần", "en": "nearly"},
    "hedge_about": {"vi": "khoảng", "en": "about"},
    "hedge_at_least": {"vi": "ít nhất", "en": "at least"},
    "hedge_under": {"vi": "dưới", "en": "under"},
    "hedge_at_most": {"vi": "không quá", "en": "at most"},
    "cite_date": {"vi": "Thời điểm của số liệu: {date}", "en": "Date of the figure: {date}"},
    "cite_hedge": {
        "vi": "Con số gần đúng: bài báo viết “{hedge}”.",
        "en": "An approximate number: the article says “{hedge}”.",
    },
    "cite_note": {"vi": "Lưu ý: {note}", "en": "Caveat: {note}"},
    "cite_id": {"vi": "Đối sánh, {id}, dữ liệu {version}", "en": "Đối sánh, {id}, data {version}"},
    "no_address": {"vi": "Không rõ địa chỉ của bài trên mạng.", "en": "The article’s web address is unknown."},
    "report_head": {"vi": "Báo sai số liệu: {id}", "en": "Wrong figure: {id}"},
    "report_printed": {"vi": "Bài báo in: “{printed}”", "en": "Printed: “{printed}”"},
    "report_source": {"vi": "Nguồn: {source}", "en": "Source: {source}"},
    "report_page": {"vi": "Trang: {link}", "en": "Page: {link}"},
    "report_version": {"vi": "Dữ liệu: {version}", "en": "Data: {version}"},
    "report_should": {"vi": "Theo tôi, đúng ra là: ", "en": "I think it should be: "},
    # proof
    "proven": {"vi": "đã đối chiếu với bài báo", "en": "checked against the article"},
    "not_proven": {"vi": "chưa đối chiếu lại", "en": "not checked since it changed"},
    "text_not_held": {"vi": "không lưu bài báo để đối chiếu", "en": "article text not held, not checked"},
    # the page of sources
    "sources_page": {"vi": "Nguồn", "en": "Sources"},
    "sources_heading": {"vi": "Nguồn của từng con số", "en": "Where every number comes from"},
    "sources_lead": {
        "vi": "Từng bài báo đã đọc, các con số theo thứ tự trong bài, và những gì phải suy ra.",
        "en": "Every article that was read, its figures in the order of the text, and what had to be inferred.",
    },
    "matrix_heading": {
        "vi": "Nơi nào đã có số liệu, nơi nào còn trống",
        "en": "Where there are figures, and what is missing",
    },
    "matrix_articles": {"vi": "Bài báo", "en": "Articles"},
    "matrix_newest": {"vi": "Mới nhất", "en": "Newest"},
    "matrix_exact": {"vi": "Nêu chính xác", "en": "Printed as exact"},
    "matrix_hedged": {"vi": "Nêu áng chừng", "en": "Printed as approximate"},
    "matrix_none": {"vi": "chưa có", "en": "none"},
    "coverage": {
        "vi": "Bài có {total} con số: {figures} là số liệu, {others} không phải số liệu, {left} còn sót.",
        "en": "The article has {total} numerals: {figures} are figures, {others} are not, {left} are left over.",
    },
    "coverage_unknown": {
        "vi": "Chưa đối chiếu toàn bài: {others} cụm số không phải số liệu đã được liệt kê.",
        "en": "Not checked as a whole: {others} numerals that are no figures are listed.",
    },
    "proofs_tally": {"vi": "{proven} trên {total} số liệu đã đối chiếu", "en": "{proven} of {total} figures checked"},
    "inferred_heading": {"vi": "Phải suy ra", "en": "Inferred"},
    "inferred_outlet": {"vi": "Tên báo: {why}", "en": "Outlet: {why}"},
    "inferred_published": {"vi": "Ngày đăng: {why}", "en": "Date of publication: {why}"},
    "inferred_figures": {"vi": "Thời điểm của {n} số liệu: {why}", "en": "Date of figures ({n}): {why}"},
    "corrections": {"vi": "Đã sửa", "en": "Corrections"},
    "correction": {
        "vi": "{date}, {figure}: từ “{was}” thành “{now}”. {why}",
        "en": "{date}, {figure}: from “{was}” to “{now}”. {why}",
    },
    "no_corrections": {"vi": "Chưa có số liệu nào phải sửa.", "en": "No figure has had to be corrected."},
    "not_figures": {"vi": "Con số không đưa vào dữ liệu", "en": "Numbers left out, and why"},
    "bibtex": {"vi": "Trích dẫn bài báo (BibTeX)", "en": "Cite the article (BibTeX)"},
    "col_paragraph": {"vi": "Đoạn", "en": "Paragraph"},
    "col_meaning": {"vi": "Nghĩa là", "en": "Meaning"},
    "col_proof": {"vi": "Đối chiếu", "en": "Checked"},
    "col_reason": {"vi": "Vì sao", "en": "Why"},
    "reason_date": {"vi": "ngày tháng", "en": "a date"},
    "reason_term": {"vi": "nhiệm kỳ, giai đoạn", "en": "a term or period"},
    "reason_document": {"vi": "số hiệu văn bản", "en": "the number of a document"},
    "reason_congress": {"vi": "khóa, kỳ đại hội, hội nghị Trung ương", "en": "a congress or plenum"},
    "reason_page": {"vi": "phần phụ của trang", "en": "page furniture"},
    "reason_content": {"vi": "nội dung của văn bản", "en": "contents of a document"},
    "reason_duration": {"vi": "khoảng thời gian", "en": "a duration"},
    "reason_named": {"vi": "chỉ mở đầu cho các tên theo sau", "en": "only introduces the names that follow"},
    "reason_occasion": {"vi": "dịp, kỳ họp", "en": "an occasion"},
    # the exported image
    "footer_sources": {"vi": "Nguồn", "en": "Sources"},
    "footer_notes": {"vi": "Ghi chú", "en": "Notes"},
    "version": {"vi": "Đối sánh · dữ liệu {version}", "en": "Đối sánh · data {version}"},
    "licence": {"vi": "CC BY 4.0", "en": "CC BY 4.0"},
    # the table beside each chart
    "col_place": {"vi": "Địa phương", "en": "Locality"},
    "col_what": {"vi": "Chỉ tiêu", "en": "Indicator"},
    "col_value": {"vi": "Giá trị", "en": "Value"},
    "col_unit": {"vi": "Đơn vị", "en": "Unit"},
    "col_date": {"vi": "Thời điểm", "en": "Date"},
    "col_printed": {"vi": "Bài báo in", "en": "As printed"},
    "col_source": {"vi": "Nguồn", "en": "Source"},
    # the picker of places
    "detail_figures": {"vi": "{n} số liệu", "en": "{n} figures"},
    "detail_within": {"vi": "gồm {places}", "en": "has {places}"},
    # faults
    "bad_link": {
        "vi": "Liên kết có phần không dùng được, đã bỏ qua: {parts}.",
        "en": "Parts of the link could not be used and were ignored: {parts}.",
    },
    "bad_data_kept": {
        "vi": "Dữ liệu vừa sửa có {n} chỗ chưa đúng; trang vẫn hiện bản đúng gần nhất.",
        "en": "The data just edited has {n} problem(s); the page still shows the last good version.",
    },
    "bad_data": {
        "vi": "Chưa có dữ liệu dùng được: {n} chỗ chưa đúng. Sửa các dòng dưới đây rồi tải lại trang.",
        "en": "There is no usable data: {n} problem(s). Mend the lines below and reload the page.",
    },
    "footer_page": {
        "vi": "Dữ liệu {version} · giấy phép CC BY 4.0 · mã nguồn MIT",
        "en": "Data {version} · licence CC BY 4.0 · code MIT",
    },
}


def word(key: str, language: Language, **values: object) -> str:
    """The words for ``key`` in ``language``, with their blanks filled. KeyError for a key that is not there."""
    return WORDS[key][language].format(**values)
