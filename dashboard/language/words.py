"""Every word of the interface that does not come from the data, in both languages."""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"vi": "Tiếng Việt", "en": "English"}

WORDS: Final[dict[str, dict[Language, str]]] = {
    # the page
    "app": {"vi": "Đối sánh", "en": "Đối sánh"},
    "page": {"vi": "So sánh", "en": "Compare"},
    "heading": {
        "vi": "So sánh số liệu xây dựng Đảng giữa các địa phương",
        "en": "The Communist Party of Vietnam in figures, locality by locality",
    },
    "lead": {
        "vi": "Đảng viên, tổ chức cơ sở đảng, xếp loại, cán bộ, biên chế: số liệu do báo chí và cổng thông tin điện "
        "tử đăng tải, không phải số liệu thống kê chính thức.",
        "en": "Party members, organisations, ratings, staff and payroll cuts, as reported by newspapers and official "
        "portals; not official statistics.",
    },
    "lead_how": {
        "vi": "Bấm vào một dòng để xem nguyên văn và nguồn; bấm “Lưu ảnh PNG” dưới biểu đồ để tải ảnh về. Biểu đồ ghi "
        "rõ những số nào không so sánh được với nhau.",
        "en": "Select a row to see the original wording and its source; “Save PNG” below a chart downloads it. Where "
        "figures cannot be compared, the chart says so.",
    },
    "lead_more": {"vi": "Cách xem nguồn và lưu biểu đồ", "en": "How to see sources and save a chart"},
    "tally": {
        "vi": "Hiện có {figures} số liệu từ {articles} bài báo, về {places} địa phương; {proven} số liệu đã đối chiếu "
        "với toàn văn bài báo",
        "en": "So far: {figures} figures from {articles} articles on {places} localities; {proven} checked against "
        "the full article",
    },
    "tally_excerpts": {"vi": "{n} số liệu mới đọc qua trích đoạn", "en": "{n} taken from excerpts only"},
    "language": {"vi": "Ngôn ngữ", "en": "Language"},
    "pages": {"vi": "Các trang", "en": "Pages"},
    # filters
    "theme": {"vi": "Chủ đề", "en": "Theme"},
    "theme_all": {"vi": "Tất cả", "en": "All"},
    "level": {"vi": "Cấp", "en": "Level"},
    "level_all": {"vi": "Tất cả các cấp", "en": "All levels"},
    "from": {"vi": "Từ năm", "en": "From"},
    "to": {"vi": "Đến năm", "en": "To"},
    "any_year": {"vi": "Bất kỳ", "en": "Any"},
    "sort": {"vi": "Sắp xếp theo", "en": "Sort by"},
    "sort_name": {"vi": "Tên", "en": "Name"},
    "sort_value": {"vi": "Giá trị", "en": "Value"},
    "sort_date": {"vi": "Thời điểm", "en": "Date"},
    "one_scale": {"vi": "Mọi cấp chung một thang đo", "en": "All levels on one scale"},
    "one_scale_help": {
        "vi": "Để thấy đúng tương quan độ lớn giữa các cấp; vẫn không xếp hạng giữa các cấp.",
        "en": "Shows the levels in true proportion; they are still not ranked against each other.",
    },
    "reset": {"vi": "Xóa mọi bộ lọc", "en": "Clear all filters"},
    # two figures side by side
    "pair_page": {"vi": "Hai số liệu", "en": "Two figures"},
    "pair_heading": {"vi": "So sánh hai số liệu", "en": "Compare two figures"},
    "pair_lead": {
        "vi": "Chọn hai số liệu bất kỳ để biết có so sánh được không, vì sao, và cần gì để so sánh được.",
        "en": "Choose any two figures to see whether they can be compared, why, and what would make them comparable.",
    },
    "pair_label": {"vi": "Hai số liệu", "en": "Two figures"},
    "pair_placeholder": {"vi": "Gõ tên chỉ tiêu và địa phương, không cần dấu", "en": "Type an indicator and a place"},
    "pair_list": {"vi": "Danh sách số liệu", "en": "List of figures"},
    "pair_chosen": {"vi": "Số liệu đã chọn", "en": "Chosen figures"},
    "pair_candidates": {"vi": "Các số liệu khác của chỉ tiêu này", "en": "Other figures of this indicator"},
    "pair_examples": {"vi": "Vài cặp để xem thử", "en": "Some pairs to try"},
    "pair_alone": {
        "vi": "Chỉ tiêu này chưa có số liệu nào khác; hãy chọn thêm một số liệu bất kỳ ở trên.",
        "en": "This indicator has no other figure yet; choose any figure above.",
    },
    "pair_printed": {"vi": "Nguyên văn:", "en": "As printed:"},
    "pair_computed": {"vi": "Tính từ những câu chữ:", "en": "Computed from the words:"},
    "pair_plain": {
        "vi": "Cùng cấp, cùng loại số liệu, cùng cách tính, thời điểm gần nhau.",
        "en": "Same level, same kind of figure, same base, and dates close to each other.",
    },
    "pair_remedy": {"vi": "Để so sánh được:", "en": "To make them comparable:"},
    "pair_firmer": {"vi": "Để so sánh chắc chắn hơn:", "en": "For a firmer comparison:"},
    "pair_source": {"vi": "Căn cứ:", "en": "Basis:"},
    "verdict_comparable": {"vi": "So sánh được", "en": "Comparable"},
    "verdict_caution": {"vi": "So sánh được, cần thận trọng", "en": "Comparable with caution"},
    "verdict_not_comparable": {"vi": "Không so sánh được", "en": "Not comparable"},
    "query": {"vi": "Tìm chỉ tiêu trong mọi chủ đề", "en": "Find an indicator in any theme"},
    "query_example": {"vi": "ví dụ: kết nạp (gõ không dấu cũng được)", "en": "e.g. admitted"},
    "comparable": {"vi": "Chỉ hiện số liệu so sánh được", "en": "Only comparable figures"},
    "comparable_help": {
        "vi": "Chỉ hiện biểu đồ có ít nhất hai số liệu so sánh được.",
        "en": "Only charts with at least two figures that can be compared.",
    },
    "more_filters": {"vi": "Lọc thêm, sắp xếp", "en": "More filters and sorting"},
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
    "rest": {"vi": "Phần còn lại, bài không nêu loại", "en": "Remainder, kind not stated"},
    "legend_change": {"vi": "vòng rỗng: trước; chấm đặc: sau", "en": "hollow ring: before; full dot: after"},
    "legend_hedge": {
        "vi": "đầu thanh kẻ sọc: con số kèm chữ “trên”, “gần”…",
        "en": "striped end of a bar: printed with “over”, “nearly” …",
    },
    "legend_noted": {
        "vi": "(>), (≥), (gần)…: do người đọc bài ghi thêm, không có trong nguyên văn",
        "en": "(>), (≥), (nearly) …: the reader’s note, not in the printed words",
    },
    "legend_unsplit": {
        "vi": "thanh gạch chéo: bài báo không tách từng phần",
        "en": "hatched bar: the article gives no breakdown",
    },
    "legend_computed": {"vi": "thanh rỗng: số do trang này tính", "en": "hollow bar: computed here"},
    "legend_excerpt": {
        "vi": "dấu *: số đọc từ trích đoạn, chưa đối chiếu với toàn văn bài báo",
        "en": "asterisk (*): read from an excerpt, not checked against the full article",
    },
    "legend_plan": {"vi": "vạch đứng: 100% kế hoạch", "en": "line: 100% of plan"},
    # blanks
    "not_stated": {"vi": "bài báo không nêu", "en": "not stated in the article"},
    "excerpt_only": {"vi": "mới đọc trích đoạn", "en": "only an excerpt was read"},
    "words_only": {"vi": "chỉ nêu bằng lời: “{printed}”", "en": "in words only: “{printed}”"},
    "not_applicable": {"vi": "không áp dụng: {why}", "en": "does not apply: {why}"},
    "not_applicable_plain": {"vi": "không áp dụng ở cấp này", "en": "does not apply at this level"},
    "part_only": {"vi": "bài báo chỉ nêu một phần", "en": "the article gives a part only"},
    "no_article": {"vi": "chưa có bài báo", "en": "no article yet"},
    "other_years": {"vi": "có số liệu ngoài thời gian đã chọn", "en": "has a figure outside the chosen period"},
    "not_computed": {"vi": "bài báo không đủ số liệu để tính", "en": "the article lacks the figures needed"},
    "spread": {
        "vi": "trung vị {median}; một nửa số nơi từ {lower} đến {upper}",
        "en": "median {median}; middle half from {lower} to {upper}",
    },
    "spread_places": {"vi": "{n} số liệu", "en": "{n} figures"},
    "spread_below": {"vi": "của mọi nơi cùng thang đo", "en": "of all places on this scale"},
    "rank": {"vi": "hạng {place} trên {total}", "en": "rank {place} of {total}"},
    "hidden": {
        "vi": "Còn {n} nơi khác không có dòng riêng: chọn ở ô Địa phương, hoặc xem trang Dữ liệu",
        "en": "Places without a row of their own: {n}; choose them under Localities, or see the Data page",
    },
    "and_more": {"vi": "{places} và {n} nơi khác", "en": "{places} and {n} more"},
    "legend_spread": {
        "vi": "dải mảnh: từ thấp nhất đến cao nhất; dải đậm: một nửa số nơi ở giữa; vạch: trung vị",
        "en": "thin band: lowest to highest; thick band: the middle half of the places; mark: median",
    },
    "alt_highest": {"vi": "cao nhất {row}", "en": "highest {row}"},
    "alt_lowest": {"vi": "thấp nhất {row}", "en": "lowest {row}"},
    "alt_equal": {"vi": "bằng nhau {row}", "en": "all equal {row}"},
    "alt_of_those": {"vi": "trong số xếp thứ tự được, {rows}", "en": "of those that have an order, {rows}"},
    "alt_between": {"vi": "giữa hai mức đó có {n} số liệu", "en": "{n} figures between them"},
    "alt_between_one": {"vi": "giữa hai mức đó có 1 số liệu", "en": "1 figure between them"},
    "alt_unranked": {"vi": "không xếp thứ tự được: {rows}", "en": "with no place in the order: {rows}"},
    "alt_missing": {"vi": "Không có số liệu: {rows}", "en": "No figure: {rows}"},
    "alt_scorecard": {
        "vi": "Bảng {indicators} chỉ tiêu của {n} nơi: {places}",
        "en": "A table of {indicators} indicators for {n} places: {places}",
    },
    "absent_not_stated": {"vi": "không nêu", "en": "not stated"},
    "absent_excerpt_only": {"vi": "mới đọc trích đoạn", "en": "excerpt only"},
    "absent_words_only": {"vi": "chỉ bằng lời", "en": "in words only"},
    "absent_not_applicable": {"vi": "không áp dụng", "en": "not applicable"},
    "absent_no_article": {"vi": "chưa có bài", "en": "no article"},
    "absent_part_only": {"vi": "chỉ một phần", "en": "in part only"},
    "absent_other_years": {"vi": "năm khác", "en": "other years"},
    "absent_not_computed": {"vi": "không đủ số liệu để tính", "en": "figures lacking"},
    "absent_elsewhere": {"vi": "ở dòng khác", "en": "in another row"},
    "absent_refused": {"vi": "không tính", "en": "not computed"},
    "scorecard": {"vi": "Bảng tổng hợp", "en": "Scorecard"},
    "scorecard_of": {"vi": "Bảng tổng hợp: {theme}", "en": "Scorecard: {theme}"},
    "scorecard_counted": {
        "vi": "mọi chỉ tiêu có số liệu ở các nơi đã chọn, mỗi cấp một khối; để tra cứu, không để xếp hạng",
        "en": "every indicator with figures for the chosen places, one block per level; for reference, not for ranking",
    },
    "scorecard_note": {
        "vi": "Bảng để tra cứu; số nào so sánh được với nhau thì xem ở từng biểu đồ.",
        "en": "For reference; each chart says which figures can be compared.",
    },
    "refused": {"vi": "không tính: {why}", "en": "not computed: {why}"},
    "contradicts": {"vi": "Mâu thuẫn: {what}", "en": "Contradiction: {what}"},
    "empty_charts": {
        "vi": "Không có số liệu trong phạm vi đã chọn: {charts}.",
        "en": "No figures within the chosen filters: {charts}.",
    },
    "nothing_named": {
        "vi": "Không có chỉ tiêu nào tên là “{query}”. Hãy thử từ khác, hoặc xóa từ tìm kiếm.",
        "en": "No indicator is called “{query}”. Try another word, or clear the search.",
    },
    "nothing": {"vi": "Không có số liệu nào khớp với: {filters}.", "en": "No figures match: {filters}."},
    "nothing_compares": {
        "vi": "Có số liệu, nhưng không có hai số liệu nào so sánh được với nhau, vì:",
        "en": "There are figures, but no two of them can be compared:",
    },
    "apart_alone": {"vi": "chỉ một nơi có số liệu", "en": "only one place has figures"},
    "charts": {"vi": "{n} biểu đồ", "en": "{n} charts"},
    "charts_one": {"vi": "1 biểu đồ", "en": "1 chart"},
    "way_place": {"vi": "Thêm {place}", "en": "Add {place}"},
    "way_comparable": {"vi": "Hiện cả số liệu không so sánh được", "en": "Show figures that cannot be compared, too"},
    "way_theme": {"vi": "Mọi chủ đề", "en": "All themes"},
    "way_level": {"vi": "Mọi cấp", "en": "All levels"},
    "way_years": {"vi": "Mọi năm", "en": "All years"},
    "way_query": {"vi": "Bỏ từ tìm kiếm", "en": "Without the search"},
    "way_places": {"vi": "Mọi địa phương", "en": "All localities"},
    "way_all": {"vi": "Xóa mọi bộ lọc", "en": "Clear all filters"},
    # dates
    "inferred": {"vi": "suy\u00a0ra", "en": "inferred"},
    "undated": {"vi": "không ghi năm", "en": "year not given"},
    "some_undated": {"vi": "có số không ghi năm", "en": "some without a year"},
    "some_unsettled": {"vi": "có số không rõ đúng lúc nào", "en": "some not said exactly when"},
    "published_unknown": {"vi": "không rõ ngày đăng", "en": "date of publication unknown"},
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
    "grade_excellent": {"vi": "Hoàn thành xuất sắc nhiệm vụ", "en": "Fulfilled tasks excellently"},
    "grade_good": {"vi": "Hoàn thành tốt nhiệm vụ", "en": "Fulfilled tasks well"},
    "grade_completed": {"vi": "Hoàn thành nhiệm vụ", "en": "Fulfilled tasks"},
    "grade_not_completed": {"vi": "Không hoàn thành nhiệm vụ", "en": "Did not fulfil tasks"},
    "grade_good_or_better": {"vi": "Hoàn thành tốt nhiệm vụ trở lên", "en": "Fulfilled tasks well or better"},
    "grade_completed_or_better": {"vi": "Hoàn thành nhiệm vụ trở lên", "en": "Fulfilled tasks or better"},
    "grade_unclear": {"vi": "Không rõ mức nào", "en": "Tier unclear"},
    # verdicts
    "apart_levels": {"vi": "Không so sánh giữa các cấp", "en": "Levels are not comparable with each other"},
    "apart_panels": {"vi": "Không so sánh giữa các ô", "en": "Panels are not comparable with each other"},
    "true_proportion": {
        "vi": "Chung một thang đo để thấy tương quan độ lớn; không xếp hạng giữa các cấp",
        "en": "One scale, to show relative size; no ranking across levels",
    },
    "caution": {"vi": "cần thận trọng: {reasons}", "en": "caution: {reasons}"},
    "caution_all": {"vi": "cần thận trọng, ở mọi ô: {reasons}", "en": "caution, in all panels: {reasons}"},
    "contradicted": {"vi": "mâu thuẫn với số khác, xem ghi chú", "en": "contradicts another number, see the note"},
    "comparison": {"vi": "So sánh", "en": "Comparison"},
    # provenance
    "paragraph": {"vi": "đoạn {n} của bản lưu", "en": "paragraph {n} of the stored text"},
    "paragraphs": {"vi": "đoạn\u00a0{n}", "en": "para.\u00a0{n}"},
    "excerpt": {"vi": "trích đoạn", "en": "excerpt"},
    "computed_from": {"vi": "Tính từ các số liệu bài báo nêu", "en": "Computed from printed figures"},
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
        "vi": "Số gần đúng: bài báo viết “{hedge}”.",
        "en": "Approximate figure: the article says “{hedge}”.",
    },
    "cite_hedge_noted": {
        "vi": "Số gần đúng: “{hedge}” do người đọc bài ghi thêm, không có trong nguyên văn trích ở đây.",
        "en": "Approximate figure: the reader of the article noted “{hedge}”, which is not in the words quoted here.",
    },
    "hedge_noted": {"vi": "({hedge}, do người đọc bài ghi thêm)", "en": "({hedge}, the reader’s note)"},
    "cite_note": {"vi": "Lưu ý: {note}", "en": "Caveat: {note}"},
    "cite_id": {"vi": "Đối sánh, {id}, dữ liệu {version}", "en": "Đối sánh, {id}, data {version}"},
    "no_address": {"vi": "Không rõ địa chỉ của bài trên mạng.", "en": "The article’s web address is unknown."},
    "report_head": {"vi": "Báo sai số liệu: {id}", "en": "Error report: {id}"},
    "report_printed": {"vi": "Nguyên văn: “{printed}”", "en": "As printed: “{printed}”"},
    "report_source": {"vi": "Nguồn: {source}", "en": "Source: {source}"},
    "report_page": {"vi": "Trang: {link}", "en": "Page: {link}"},
    "report_version": {"vi": "Dữ liệu: {version}", "en": "Data: {version}"},
    "report_should": {"vi": "Theo tôi, đúng ra là: ", "en": "I think it should be: "},
    # proof
    "proven": {"vi": "đã đối chiếu với bài báo", "en": "checked against the article"},
    "not_proven": {"vi": "chưa đối chiếu với bài báo", "en": "not checked against the article"},
    "text_not_held": {"vi": "không lưu toàn văn nên chưa đối chiếu", "en": "full text not held, so not checked"},
    # the page of sources
    "sources_page": {"vi": "Nguồn", "en": "Sources"},
    "sources_none": {
        "vi": "Chưa có bài báo nào về {place}; số liệu ở bảng trên lấy từ bài về nơi khác.",
        "en": "No article is about {place} yet; figures in the table above come from articles about other places.",
    },
    "sources_more": {
        "vi": "Còn {n} bài báo nữa: hãy chọn địa phương để xem bài về nơi đó.",
        "en": "{n} more articles: choose a locality to see those about it.",
    },
    "matrix_more": {
        "vi": "Còn {n} nơi nữa: hãy chọn một tỉnh để xem các nơi trong tỉnh.",
        "en": "{n} more places: choose a province to see those in it.",
    },
    "sources_heading": {"vi": "Nguồn của từng số liệu", "en": "Where every figure comes from"},
    "sources_lead": {
        "vi": "Từng bài báo đã đọc, các số liệu theo thứ tự trong bài, và những điều phải suy ra.",
        "en": "Every article read, its figures in the order of the text, and what had to be inferred.",
    },
    "matrix_heading": {
        "vi": "Nơi nào đã có số liệu, nơi nào còn trống",
        "en": "Where there are figures, and where there are none",
    },
    "matrix_articles": {"vi": "Bài báo", "en": "Articles"},
    "matrix_newest": {"vi": "Mới nhất", "en": "Newest"},
    "matrix_proven": {"vi": "Đã đối chiếu", "en": "Checked"},
    "matrix_hedged": {"vi": "Kèm “gần”, “trên”…", "en": "With “about”, “over” …"},
    "coverage": {
        "vi": "Bài có {total} con số: {figures} thuộc các số liệu dưới đây, {others} không đưa vào (có nêu lý do), "
        "{left} còn sót.",
        "en": "The article contains {total} numbers: {figures} belong to the figures below, {others} are left out for "
        "a stated reason, {left} are unaccounted for.",
    },
    "coverage_not_proven": {
        "vi": "Đọc cả bài, nhưng các con số chưa được đối chiếu đủ với toàn văn.",
        "en": "Read in full, but its numbers are not all checked against the text.",
    },
    "coverage_unknown": {
        "vi": "Mới đọc trích đoạn, chưa đối chiếu với toàn văn.",
        "en": "Read in an excerpt only, not checked against the full text.",
    },
    "proofs_tally": {"vi": "{proven} trên {total} số liệu đã đối chiếu", "en": "{proven} of {total} figures checked"},
    "inferred_heading": {"vi": "Những điều phải suy ra", "en": "Inferred"},
    "inferred_outlet": {"vi": "Tên báo: {why}", "en": "Outlet: {why}"},
    "inferred_published": {"vi": "Ngày đăng: {why}", "en": "Date of publication: {why}"},
    "inferred_figures": {"vi": "Thời điểm của {n} số liệu: {why}", "en": "Date of figures ({n}): {why}"},
    "corrections": {"vi": "Đính chính", "en": "Corrections"},
    "correction": {
        "vi": "{date}, {figure}: từ “{was}” thành “{now}”. {why}",
        "en": "{date}, {figure}: from “{was}” to “{now}”. {why}",
    },
    "no_corrections": {"vi": "Chưa có số liệu nào phải đính chính.", "en": "No figure has had to be corrected so far."},
    "not_figures": {"vi": "Những con số không đưa vào, và lý do", "en": "Numbers left out, and why"},
    "bibtex": {"vi": "Trích dẫn bài báo (BibTeX)", "en": "Cite the article (BibTeX)"},
    "col_paragraph": {"vi": "Đoạn", "en": "Paragraph"},
    "col_meaning": {"vi": "Ý nghĩa", "en": "Meaning"},
    "col_proof": {"vi": "Đối chiếu", "en": "Checked"},
    "col_reason": {"vi": "Lý do", "en": "Reason"},
    "reason_date": {"vi": "ngày, tháng, năm", "en": "a date"},
    "reason_term": {"vi": "nhiệm kỳ, giai đoạn", "en": "a term or period"},
    "reason_document": {"vi": "số hiệu văn bản", "en": "a document number"},
    "reason_congress": {"vi": "khóa, kỳ đại hội, hội nghị Trung ương", "en": "a congress or plenum"},
    "reason_page": {"vi": "phần phụ của trang", "en": "page furniture"},
    "reason_content": {"vi": "nội dung của văn bản", "en": "contents of a document"},
    "reason_duration": {"vi": "khoảng thời gian", "en": "a duration"},
    "reason_named": {"vi": "chỉ mở đầu cho các tên theo sau", "en": "only introduces the names that follow"},
    "reason_fraction": {"vi": "phần nói ước chừng, không phải số đếm", "en": "a rough part in words, no count"},
    "reason_occasion": {"vi": "dịp, kỳ họp", "en": "an occasion"},
    # the page of data
    "data_page": {"vi": "Dữ liệu", "en": "Data"},
    "data_heading": {"vi": "Toàn bộ số liệu", "en": "All the figures"},
    "data_lead": {
        "vi": "Mỗi dòng là một số liệu do bài báo nêu hoặc được tính từ số liệu bài báo nêu. Lọc lấy phần cần dùng "
        "rồi tải về: tệp tải về chứa đúng những dòng đã lọc, kèm nguồn và phiên bản dữ liệu.",
        "en": "Each row is one figure, printed in an article or computed from printed figures. Filter for what you "
        "need and download it: the file holds exactly the filtered rows, with their sources and the data version.",
    },
    "indicator_all": {"vi": "Tất cả chỉ tiêu", "en": "All indicators"},
    "figures_kind": {"vi": "Nguồn gốc số liệu", "en": "Origin of figures"},
    "figures_all": {"vi": "Tất cả", "en": "All"},
    "figures_printed": {"vi": "Bài báo nêu", "en": "Printed"},
    "figures_computed": {"vi": "Trang này tính", "en": "Computed here"},
    "search": {"vi": "Tìm trong nguyên văn, chỉ tiêu, địa phương", "en": "Search wording, indicators and places"},
    "search_hint": {"vi": "Gõ không dấu cũng được", "en": "Accents optional"},
    "search_numbers": {
        "vi": "Gõ không dấu cũng được; cả con số: 7397, 96,8%",
        "en": "Accents optional; numbers too: 7397, 96.8%",
    },
    "data_filters": {"vi": "Cấp, thời gian, nguồn gốc số liệu", "en": "Level, period, origin of figures"},
    "rows_all": {
        "vi": "{n} số liệu: {printed} do bài báo nêu, {computed} do trang này tính",
        "en": "{n} figures: {printed} printed, {computed} computed here",
    },
    "rows_some": {"vi": "{n} trong {total} số liệu khớp với bộ lọc", "en": "{n} of {total} figures match the filters"},
    "rows_none": {
        "vi": "Không có số liệu nào khớp với bộ lọc. Hãy bớt điều kiện hoặc xóa mọi bộ lọc.",
        "en": "No figures match the filters. Loosen them, or clear all filters.",
    },
    "rows_shown": {"vi": "Đang xem {first}–{last}", "en": "Showing {first}–{last}"},
    "rows_on_paper": {"vi": "dòng {first}–{last} trong {n}", "en": "rows {first}–{last} of {n}"},
    "rows_before": {"vi": "Trang trước", "en": "Previous"},
    "rows_after": {"vi": "Trang sau", "en": "Next"},
    "download_xlsx": {"vi": "Excel (XLSX)", "en": "Excel (XLSX)"},
    "download_csv-comma": {"vi": "CSV cho Excel tiếng Việt", "en": "CSV for Excel, decimal comma"},
    "download_csv": {"vi": "CSV cho chương trình", "en": "CSV for programs"},
    "download_parquet": {"vi": "Parquet", "en": "Parquet"},
    "download_package": {"vi": "Gói dữ liệu (ZIP)", "en": "Data package (ZIP)"},
    "help_csv": {
        "vi": "Ngăn cột bằng dấu phẩy, dấu chấm thập phân: cho Python, R, và Excel đặt tiếng Anh.",
        "en": "Commas between columns, decimal point: for Python, R, and Excel set to English.",
    },
    "help_csv-comma": {
        "vi": "Ngăn cột bằng dấu chấm phẩy: mở thẳng bằng Excel, LibreOffice đặt tiếng Việt.",
        "en": "Semicolons between columns: opens directly in Excel or LibreOffice set to Vietnamese, German or French.",
    },
    "help_xlsx": {
        "vi": "Một bảng gọn để đọc, rồi mọi cột, ý nghĩa các cột, nguồn và định nghĩa, bằng tiếng Việt.",
        "en": "A short table to read, then all columns, what they mean, sources and definitions, in English.",
    },
    "help_parquet": {
        "vi": "Số liệu có kiểu dữ liệu rõ ràng, đủ hai ngôn ngữ, cho Python, R, DuckDB.",
        "en": "Typed data in both languages, for Python, R or DuckDB.",
    },
    "help_package": {
        "vi": "Frictionless Data Package: số liệu, chỉ tiêu, địa phương, nguồn và chỗ trống, mỗi bảng một tệp CSV có "
        "mô tả.",
        "en": "Frictionless Data Package: figures, indicators, localities, sources and blanks, each a CSV file with "
        "its schema.",
    },
    "columns_heading": {"vi": "Tệp tải về có những cột nào", "en": "What the columns of the files mean"},
    "columns_lead": {
        "vi": "CSV và Excel chỉ có các cột của ngôn ngữ đang chọn (_vi hoặc _en); Parquet và gói dữ liệu có đủ hai "
        "ngôn ngữ. Ô trống nghĩa là không có số liệu, không bao giờ là số 0.",
        "en": "CSV and Excel have the columns of the chosen language only (_en or _vi); Parquet and the data package "
        "have both. An empty cell means that there is no figure, never zero.",
    },
    "col_name": {"vi": "Tên cột", "en": "Column"},
    "col_heading": {"vi": "Tiêu đề", "en": "Heading"},
    "col_type": {"vi": "Kiểu", "en": "Type"},
    "col_means": {"vi": "Ý nghĩa", "en": "Meaning"},
    "col_hedge": {"vi": "Gần đúng", "en": "Hedge"},
    "col_out_of": {"vi": "Trên tổng số", "en": "Out of"},
    "was_before": {"vi": "trước đó: {n}", "en": "before: {n}"},
    "col_base": {"vi": "Tính trên", "en": "Base"},
    "caveat": {"vi": "Lưu ý", "en": "Caveat"},
    "short_proven": {"vi": "✓ đã đối chiếu", "en": "✓ checked"},
    "short_not_proven": {"vi": "chưa đối chiếu", "en": "not checked"},
    "short_text_not_held": {"vi": "không lưu toàn văn", "en": "full text not held"},
    "type_string": {"vi": "văn bản", "en": "text"},
    "type_number": {"vi": "số", "en": "number"},
    "type_integer": {"vi": "số nguyên", "en": "whole number"},
    "type_boolean": {"vi": "đúng/sai", "en": "true or false"},
    "type_date": {"vi": "ngày", "en": "day"},
    "type_period": {"vi": "thời điểm", "en": "date or period"},
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
    "col_printed": {"vi": "Nguyên văn", "en": "As printed"},
    "col_source": {"vi": "Nguồn", "en": "Source"},
    # the picker of places
    "detail_figures": {"vi": "{n} số liệu", "en": "{n} figures"},
    "detail_figure": {"vi": "1 số liệu", "en": "1 figure"},
    "detail_within": {"vi": "gồm {places}", "en": "includes {places}"},
    # administrative units, then and now
    "unit_from": {"vi": "từ {day}", "en": "since {day}"},
    "unit_until": {"vi": "đến {day}", "en": "until {day}"},
    "unit_between": {"vi": "một ngày trong khoảng {first} – {last}", "en": "a day between {first} and {last}"},
    "unit_by": {"vi": " theo Nghị quyết {by}", "en": " by Resolution {by}"},
    "unit_new": {"vi": "{unit} mới", "en": "the new {unit}"},
    "unit_type": {"vi": "Từ {day} là {type}{by}.", "en": "{type} since {day}{by}."},
    "unit_became": {"vi": "Từ {day} nhập toàn bộ vào {places}{by}.", "en": "All of it joined {places} on {day}{by}."},
    "unit_renamed": {"vi": "Từ {day} thành {places}{by}.", "en": "It became {places} on {day}{by}."},
    "unit_partly": {"vi": "Từ {day} một phần thuộc {places}{by}.", "en": "Part of it joined {places} on {day}{by}."},
    "unit_unsure": {
        "vi": "Từ {day} nhập vào {places}, toàn bộ hay một phần thì chưa rõ{by}.",
        "en": "It joined {places} on {day}, wholly or in part{by}.",
    },
    "unit_divided": {"vi": "Từ {day} mỗi phần thuộc {places}{by}.", "en": "Divided on {day} among {places}{by}."},
    "unit_district_ended": {
        "vi": "Từ {day} không còn cấp huyện; địa bàn thuộc {places}{by}.",
        "en": "The district level ended on {day}; its area is now in {places}{by}.",
    },
    "unit_ended": {
        "vi": "Không còn từ {day}; chưa rõ nhập vào nơi nào.",
        "en": "Ended on {day}; what it became is not known.",
    },
    "unit_all_of": {"vi": "toàn bộ {places}", "en": "all of {places}"},
    "unit_part_of": {"vi": "một phần {places}", "en": "part of {places}"},
    "unit_some_of": {"vi": "toàn bộ hay một phần (chưa rõ) {places}", "en": "all or part (not known) of {places}"},
    "unit_now_in": {"vi": "nay thuộc {place}", "en": "now in {place}"},
    "unit_none": {"vi": "chưa có số liệu", "en": "no figures yet"},
    "unit_kin": {"vi": "có số liệu của {places}", "en": "figures of {places}"},
    # the page of one locality
    "place_page": {"vi": "Địa phương", "en": "Locality"},
    "place_heading": {"vi": "Mọi số liệu về một địa phương", "en": "All the figures on one locality"},
    "place_lead": {
        "vi": "Chọn một nơi để xem mọi số liệu báo chí đã nêu về nơi ấy, kèm nguyên văn, nguồn, số do trang này tính "
        "và những gì bài báo không nêu. In vừa khổ A4.",
        "en": "Choose a place to see every figure printed about it, with the original wording and source, what is "
        "computed from it, and what the articles leave out. Prints on A4.",
    },
    "place_label": {"vi": "Chọn địa phương", "en": "Choose a locality"},
    "place_all": {"vi": "Các nơi đã có số liệu", "en": "Places with figures"},
    "place_print": {"vi": "In hoặc lưu PDF", "en": "Print or save as PDF"},
    "place_compare": {"vi": "So sánh với nơi khác", "en": "Compare with other places"},
    "place_sources": {"vi": "Xem các bài báo", "en": "See the articles"},
    "place_above": {"vi": "Thuộc", "en": "Part of"},
    "place_code": {"vi": "Mã đơn vị hành chính", "en": "Administrative code"},
    "place_code_valid": {"vi": "{code} ({valid})", "en": "{code} ({valid})"},
    "place_population": {"vi": "Dân số", "en": "Population"},
    "place_people": {"vi": "{n} người ({date}). {source}.", "en": "{n} ({date}). {source}."},
    "place_area": {"vi": "Diện tích", "en": "Area"},
    "place_km2": {"vi": "{n} km² ({date}). {source}.", "en": "{n} km² ({date}). {source}."},
    "place_no_source": {"vi": "chưa có nguồn", "en": "no source yet"},
    "place_became": {"vi": "Về sau", "en": "Since then"},
    "place_came_from": {"vi": "Hình thành từ", "en": "Made of"},
    "place_kin": {"vi": "Số liệu của những nơi liên quan", "en": "Figures of related places"},
    "place_within": {"vi": "Gồm các nơi có số liệu", "en": "Places within it that have figures"},
    "place_counted": {"vi": "{place}: {n} số liệu", "en": "{place}: {n}"},
    "place_articles": {"vi": "Bài báo", "en": "Articles"},
    "place_full": {"vi": "đọc toàn bài", "en": "read in full"},
    "place_excerpt": {"vi": "mới đọc trích đoạn", "en": "read in an excerpt only"},
    "place_mentions": {"vi": "bài viết về {place}", "en": "article about {place}"},
    "place_no_article": {
        "vi": "Chưa có bài báo nào về nơi này, cũng chưa có số liệu.",
        "en": "There is no article about this place yet, and no figure.",
    },
    "place_look_within": {
        "vi": "Nơi này chưa có số liệu riêng. Số liệu của những nơi thuộc {place} ở bên dưới.",
        "en": "This place has no figures of its own. Those of the places in {place} are below.",
    },
    "place_computed_from": {"vi": "tính từ {inputs}", "en": "computed from {inputs}"},
    "place_source": {"vi": "[{n}]", "en": "[{n}]"},
    "place_source_at": {"vi": "[{n}] đoạn {paragraph}", "en": "[{n}] para. {paragraph}"},
    "place_legend": {
        "vi": "Số trong ngoặc vuông: bài báo ở danh sách trên, kèm số thứ tự đoạn. ✓: đã đối chiếu với toàn văn bài "
        "báo.",
        "en": "Numbers in brackets: the articles listed above, with the paragraph. ✓: checked against the full text.",
    },
    "place_silent": {"vi": "Còn thiếu số liệu nào", "en": "What is missing"},
    "place_silent_lead": {
        "vi": "Những số liệu mà ít nhất hai bài báo về nơi khác có nêu, còn ở đây thì thiếu.",
        "en": "Figures that at least two articles on other places give, but that are missing here.",
    },
    "place_silent_none": {
        "vi": "Mọi số liệu mà ít nhất hai bài báo về nơi khác có nêu thì ở đây đều có.",
        "en": "Every figure that at least two articles on other places give is here too.",
    },
    "place_silent_theme": {"vi": "{theme}: {names}.", "en": "{theme}: {names}."},
    "place_silent_more": {
        "vi": "Còn {n} chỉ tiêu khác mới có ở một bài, hoặc chưa bài nào nêu.",
        "en": "Other indicators, given by at most one other article: {n}.",
    },
    "place_downloads": {"vi": "Tải bảng số liệu", "en": "Download the table"},
    "place_inside": {"vi": "Những nơi thuộc {place}", "en": "Places in {place}"},
    "place_inside_more": {"vi": "Còn {n} số liệu nữa: xem ở trang Dữ liệu.", "en": "{n} more: see the Data page."},
    # the page of methods
    "method_page": {"vi": "Phương pháp", "en": "Method"},
    "method_heading": {
        "vi": "Số liệu được thu thập, định nghĩa và so sánh như thế nào",
        "en": "How figures are collected, defined and compared",
    },
    "method_lead": {
        "vi": "Đối sánh tập hợp số liệu về công tác xây dựng Đảng mà báo chí đã nêu, giữ nguyên văn và nguồn của từng "
        "số, rồi đặt các địa phương cạnh nhau. Mọi định nghĩa và quy tắc dưới đây lấy thẳng từ dữ liệu mà biểu đồ "
        "đang dùng.",
        "en": "Đối sánh collects the figures on Party building that the press reports, keeps the original wording and "
        "source of each, and sets localities side by side. All definitions and rules below come straight from the "
        "data that the charts use.",
    },
    "method_contents": {"vi": "Trong trang này", "en": "On this page"},
    "method_about": {"vi": "Một số liệu được đưa vào như thế nào", "en": "How a figure gets here"},
    "method_step_typed": {
        "vi": "Người nhập liệu đọc bài báo, ghi giá trị, rồi chép lại cụm từ có con số, dài nhất {words} chữ. Máy đọc "
        "lại cụm từ ấy theo cách viết số của tiếng Việt; hai bên không khớp thì số liệu không được nhận.",
        "en": "A curator reads the article, types the value, and copies the phrase that holds it, {words} words at "
        "most. The phrase is then read by the rules of Vietnamese numerals; if the two disagree, the figure is "
        "rejected.",
    },
    "method_step_kept": {
        "vi": "Con số giữ đúng như bài báo nêu: chữ “trên”, “gần”, tổng số đi kèm, thời điểm, cách xếp loại. Điều gì "
        "bài không nêu mà phải suy ra thì ghi “suy ra” kèm lý do.",
        "en": "The figure stays as printed, with its “over” or “nearly”, the total beside it, its date and its rating "
        "scheme. Whatever the article does not say and had to be inferred is marked as inferred, with the reason.",
    },
    "method_step_proven": {
        "vi": "Khi có toàn văn bài báo, từng số liệu được đối chiếu với nguyên văn, và mọi con số khác trong bài đều "
        "phải có lý do vì sao không đưa vào. Dấu ✓ chỉ số liệu đã đối chiếu.",
        "en": "Where the full text is held, every figure is checked against it, and every other number in the article "
        "has to be accounted for. ✓ marks a figure that has been checked.",
    },
    "method_step_conflict": {
        "vi": "Số liệu mâu thuẫn với số khác vẫn giữ nguyên, kèm ghi chú. Hai bài nêu hai con số khác nhau về cùng "
        "một việc thì giữ cả hai.",
        "en": "A figure that contradicts another stays as printed, with a note. Where two articles give different "
        "figures for the same fact, both are kept.",
    },
    "method_step_press": {
        "vi": "Đây là số liệu báo chí, phần lớn do ban tổ chức của cấp ủy địa phương cung cấp; không phải số liệu "
        "thống kê chính thức và chưa qua kiểm toán.",
        "en": "These are figures from the press, mostly supplied by the organisation boards of local Party "
        "committees. They are not official statistics and have not been audited.",
    },
    "method_indicators": {"vi": "Chỉ tiêu", "en": "Indicators"},
    "method_search": {"vi": "Tìm chỉ tiêu", "en": "Find an indicator"},
    "method_found": {"vi": "{n} trên {total} chỉ tiêu", "en": "{n} of {total} indicators"},
    "method_none": {
        "vi": "Không có chỉ tiêu nào khớp. Hãy thử ít chữ hơn, hoặc xóa ô tìm kiếm.",
        "en": "No indicator matches. Try fewer words, or clear the box.",
    },
    "method_unit": {"vi": "Đơn vị", "en": "Unit"},
    "method_kind": {"vi": "Loại số liệu", "en": "Kind"},
    "method_subject": {"vi": "Đối tượng", "en": "What is counted"},
    "method_label": {"vi": "Tên mức xếp loại", "en": "Rating label"},
    "method_part_of": {"vi": "Là một phần của", "en": "Part of"},
    "method_levels": {"vi": "Chỉ có ở", "en": "Levels"},
    "method_levels_why": {"vi": "{levels} ({why})", "en": "{levels} ({why})"},
    "method_formula": {"vi": "Cách tính", "en": "Computed as"},
    "method_count": {"vi": "Đã có", "en": "So far"},
    "method_count_printed": {"vi": "{n} số liệu, ở {places} nơi", "en": "{n} figures, {places} places"},
    "method_count_place": {"vi": "{n} số liệu, ở 1 nơi", "en": "{n} figures, 1 place"},
    "method_count_one": {"vi": "1 số liệu, ở 1 nơi", "en": "1 figure, 1 place"},
    "method_count_none": {"vi": "chưa có số liệu", "en": "no figure yet"},
    "method_kinds": {"vi": "Các loại số liệu", "en": "Kinds of figure"},
    "method_kinds_lead": {
        "vi": "Hai số liệu khác loại không bao giờ chung một thang đo.",
        "en": "Figures of different kinds never share a scale.",
    },
    "kind_stock": {"vi": "Số hiện có", "en": "Stock"},
    "kind_flow": {"vi": "Số trong kỳ", "en": "Flow"},
    "kind_change": {"vi": "Số tăng, giảm", "en": "Change"},
    "kind_target": {"vi": "Chỉ tiêu đặt ra", "en": "Target"},
    "kind_attainment": {"vi": "Mức hoàn thành kế hoạch", "en": "Share of plan met"},
    "kind_visits": {"vi": "Số lượt", "en": "Visits"},
    "kind_share": {"vi": "Tỷ lệ", "en": "Share"},
    "kind_ratio": {"vi": "Tỷ số tính ra", "en": "Computed ratio"},
    "kind_grade": {"vi": "Mức xếp loại", "en": "Rating"},
    "kind_means_stock": {"vi": "Có bao nhiêu ở một thời điểm.", "en": "How many there are at a given date."},
    "kind_means_flow": {
        "vi": "Phát sinh bao nhiêu trong một khoảng thời gian, như số đảng viên kết nạp trong nhiệm kỳ.",
        "en": "How many over a period, such as members admitted in a term.",
    },
    "kind_means_change": {
        "vi": "Tăng hay giảm bao nhiêu so với một mốc; mốc ấy luôn được ghi kèm.",
        "en": "By how much something rose or fell since a baseline, which is always given.",
    },
    "kind_means_target": {
        "vi": "Con số phải đạt, chưa phải con số đã đạt.",
        "en": "What is to be reached, not what has been reached.",
    },
    "kind_means_attainment": {
        "vi": "Đã thực hiện được bao nhiêu phần trăm kế hoạch; có thể trên 100%.",
        "en": "How much of a plan has been carried out, in per cent; it may exceed 100%.",
    },
    "kind_means_visits": {
        "vi": "Đếm lượt, nên có thể nhiều hơn số nơi được đến.",
        "en": "Occasions are counted, so there may be more of them than places visited.",
    },
    "kind_means_share": {
        "vi": "Một phần của tổng số, bằng phần trăm hoặc “40 trên 170”. Tổng số ấy gồm những gì thì ghi rõ; bài không "
        "nêu thì ghi là không nêu.",
        "en": "A part of a total, in per cent or as “40 of 170”. What the total comprises is stated; where the "
        "article does not say, that is stated too.",
    },
    "kind_means_ratio": {
        "vi": "Số này chia cho số kia; do trang này tính, không có trong bài báo.",
        "en": "One number divided by another; computed here, not printed.",
    },
    "kind_means_grade": {
        "vi": "Mức mà cấp trên công nhận cho cả đảng bộ, nêu bằng chữ.",
        "en": "The rating that a higher level gave the whole Party organisation, in words.",
    },
    "subject_party_member": {"vi": "đảng viên", "en": "Party members"},
    "subject_grassroots_organization": {"vi": "tổ chức cơ sở đảng", "en": "grassroots Party organisations"},
    "subject_rated_grassroots_organization": {
        "vi": "tổ chức cơ sở đảng được xếp loại",
        "en": "grassroots Party organisations that were rated",
    },
    "subject_subordinate_cell": {
        "vi": "chi bộ trực thuộc đảng ủy cơ sở",
        "en": "Party cells under a grassroots committee",
    },
    "subject_cell_of_either_rank": {
        "vi": "chi bộ cơ sở và chi bộ trực thuộc, gộp chung",
        "en": "Party cells of both ranks together",
    },
    "subject_cell_committee": {"vi": "cấp ủy của chi bộ", "en": "committees of Party cells"},
    "subject_sectional_organization": {"vi": "đảng bộ bộ phận", "en": "sectional Party organisations"},
    "subject_district_level_organization": {
        "vi": "đảng bộ trực thuộc tỉnh",
        "en": "Party organisations directly under the province",
    },
    "subject_own_organization": {"vi": "chính đảng bộ đó", "en": "the Party organisation itself"},
    "subject_admission": {"vi": "việc kết nạp đảng viên", "en": "admissions to the Party"},
    "subject_population": {"vi": "đảng viên so với dân số", "en": "Party members relative to the population"},
    "subject_public_staff": {"vi": "cán bộ, công chức, viên chức", "en": "public staff"},
    "subject_district_staff": {"vi": "cán bộ, công chức, viên chức cấp huyện", "en": "district staff"},
    "subject_commune_staff": {"vi": "cán bộ, công chức cấp xã", "en": "commune staff"},
    "subject_office_and_school_staff": {
        "vi": "người ở phòng, ban, đơn vị sự nghiệp và quản lý trường học",
        "en": "staff of offices and service units, and school managers",
    },
    "subject_professional_staff": {"vi": "viên chức chuyên môn nghiệp vụ", "en": "professional public employees"},
    "subject_cadre": {"vi": "cán bộ", "en": "cadres"},
    "subject_payroll_post": {"vi": "chỉ tiêu biên chế", "en": "payroll posts"},
    "subject_payroll_leaver": {"vi": "người nghỉ do tinh giản biên chế", "en": "people who left under payroll cuts"},
    "subject_part_time_worker": {
        "vi": "người hoạt động không chuyên trách",
        "en": "part-time (non-specialised) workers",
    },
    "subject_deputy_hamlet_head": {"vi": "phó thôn, tổ phó tổ dân phố", "en": "deputy hamlet heads"},
    "subject_post": {"vi": "chức danh", "en": "posts"},
    "subject_public_body": {
        "vi": "tổ chức phối hợp liên ngành, ban quản lý dự án",
        "en": "coordinating bodies and project management boards",
    },
    "subject_commune": {"vi": "xã, phường, thị trấn", "en": "communes, wards and towns"},
    "subject_hamlet": {"vi": "thôn, ấp, tổ dân phố", "en": "hamlets and residential groups"},
    "subject_household": {"vi": "hộ gia đình", "en": "households"},
    "subject_money": {"vi": "tiền", "en": "money"},
    "subject_document": {"vi": "văn bản", "en": "documents"},
    "subject_share": {"vi": "như con số gốc", "en": "as in the figure it comes from"},
    "subject_change": {"vi": "như con số gốc", "en": "as in the figure it comes from"},
    "method_formulas": {"vi": "Số do trang này tính", "en": "Computed figures"},
    "method_formulas_lead": {
        "vi": "Số nào do trang này tính thì luôn ghi rõ. Chỉ tính từ những số nêu trong cùng một bài, về cùng một "
        "nơi, cùng một thời điểm; chữ “trên”, “gần” của số gốc đi theo kết quả. Hiện có {computed} số tính ra; "
        "{refused} trường hợp không tính, kèm lý do ở trang của từng địa phương.",
        "en": "What is computed here is always marked “computed”. It comes only from figures printed in the same "
        "article, for the same place and date, and keeps their “over” or “nearly”. So far, {computed} figures have "
        "been computed; {refused} have not, with the reason on the page of each locality.",
    },
    "formula_ratio": {"vi": "{a} chia cho {b}", "en": "{a} divided by {b}"},
    "formula_percent": {"vi": "{a} tính theo phần trăm của {b}", "en": "{a} as a percentage of {b}"},
    "formula_percent_of_total": {
        "vi": "con số tính theo phần trăm của tổng số nêu kèm (như 40 trên 170)",
        "en": "the number as a percentage of the total printed beside it (as in 40 of 170)",
    },
    "formula_change": {
        "vi": "số sau trừ số trước (như 162 → 154)",
        "en": "the later number minus the earlier (as in 162 → 154)",
    },
    "formula_per_year": {"vi": "{a} chia cho số năm của kỳ", "en": "{a} divided by the number of years in the period"},
    "formula_per_year_per_100": {
        "vi": "{a} chia cho số năm của kỳ, rồi tính trên mỗi 100 của {b} vào cuối kỳ",
        "en": "{a} divided by the number of years in the period, per 100 of {b} at its end",
    },
    "formula_per_100_inhabitants": {
        "vi": "{a} trên mỗi 100 dân của nơi ấy",
        "en": "{a} per 100 inhabitants of the place",
    },
    "formula_unless": {"vi": "Không tính khi", "en": "Not computed when"},
    "formula_of": {"vi": "Tính cho", "en": "Computed for"},
    "unless_ratio": {
        "vi": "hai số không cùng bài, cùng nơi, cùng thời điểm, hoặc số chia bằng 0",
        "en": "the two are not from the same article, place and date, or the divisor is zero",
    },
    "unless_percent_of_total": {"vi": "bài không nêu tổng số đi kèm", "en": "the article gives no total beside it"},
    "unless_change": {"vi": "bài không nêu số trước", "en": "the article gives no earlier number"},
    "unless_per_year": {
        "vi": "không rõ kỳ dài bao lâu, hoặc kỳ chưa tròn một năm; một nhiệm kỳ tính là {term} năm",
        "en": "the length of the period is unknown or less than a year; a term counts as {term} years",
    },
    "unless_per_year_per_100": {
        "vi": "không rõ kỳ dài bao lâu, kỳ chưa tròn một năm, hoặc bài không nêu {b} vào lúc kỳ kết thúc",
        "en": "the length of the period is unknown or less than a year, or the article does not give {b} for its end",
    },
    "unless_per_100_inhabitants": {
        "vi": "chưa có dân số của đúng năm ấy; nguồn dân số ghi ở trang của địa phương",
        "en": "the population in that very year is not known; its source is given on the page of the locality",
    },
    "formula_sum": {"vi": "Tổng của các phần", "en": "Sum of the parts"},
    "formula_sum_said": {
        "vi": "Bài nêu đủ các phần mà không nêu tổng thì tổng bằng các phần cộng lại.",
        "en": "Where an article gives all the parts but not the whole, the whole is their sum.",
    },
    "unless_sum": {"vi": "bài chỉ nêu một số phần", "en": "the article gives only some of the parts"},
    "method_schemes": {"vi": "Cách xếp loại", "en": "Rating schemes"},
    "method_schemes_lead": {
        "vi": "Cùng là “tốt” nhưng theo hai quy định thì là hai mức khác nhau. Tên mức giữ đúng như trong bài; tên "
        "mức và năm không khớp thì giữ cả hai và nói rõ.",
        "en": "The same word “well” under different rules is a different tier. Labels stay as printed; where label "
        "and year disagree, both are kept and the disagreement is noted. They are given in Vietnamese, as the "
        "articles print them.",
    },
    "scheme_years": {"vi": "Năm xếp loại", "en": "Rating years"},
    "scheme_no_years": {"vi": "không gắn với năm nào", "en": "not tied to years"},
    "scheme_documents": {"vi": "Văn bản", "en": "Documents"},
    "scheme_labels": {"vi": "Các mức, từ cao xuống thấp", "en": "Labels, from highest to lowest"},
    "scheme_label": {"vi": "Tên mức", "en": "Label"},
    "scheme_of_which": {"vi": "Trong đó có", "en": "Of which"},
    "scheme_names_of": {"vi": "Giữ tên các mức của", "en": "Keeps the label names of"},
    "method_rules": {"vi": "Quy tắc so sánh", "en": "Rules of comparison"},
    "method_rules_lead": {
        "vi": "Mọi biểu đồ, ảnh và tệp xuất ra đều theo đúng các quy tắc này.",
        "en": "Every chart, image and exported file follows these rules.",
    },
    "rules_not_comparable": {
        "vi": "Không so sánh được: không bao giờ chung thang đo",
        "en": "Not comparable: never on one scale",
    },
    "rules_caution": {
        "vi": "Cần thận trọng: chung thang đo, kèm lời nhắc",
        "en": "With caution: one scale, with a note",
    },
    "rule_years": {"vi": "từ {n} năm trở lên", "en": "{n} or more years"},
    "rule_not_kinds": {"vi": "Không áp dụng cho", "en": "Does not apply to"},
    "rule_remedy": {"vi": "Để so sánh được", "en": "To make them comparable"},
    "rule_source": {"vi": "Căn cứ", "en": "Basis"},
    "rule_unranked": {"vi": "Thứ tự", "en": "Order"},
    "rule_unranked_said": {
        "vi": "số liệu thuộc trường hợp này không được xếp theo giá trị",
        "en": "figures concerned are not ordered by value",
    },
    "method_hedges": {"vi": "Những chữ “trên”, “gần”, “khoảng”", "en": "“Over”, “nearly”, “about”"},
    "method_hedges_lead": {
        "vi": "Chữ đứng ngay trước con số, cho biết số ấy không chính xác tuyệt đối. “Trở lên” sau một mức xếp loại "
        "thì khác: đó là gộp mức ấy với các mức cao hơn.",
        "en": "Words directly before a number that say it is not exact. “Trở lên” (or better) after a rating label is "
        "different: it combines that tier with those above.",
    },
    "hedge_words": {"vi": "Bài báo viết", "en": "Printed as"},
    "hedge_sign": {"vi": "Trên biểu đồ", "en": "On charts"},
    "hedge_means": {"vi": "Ý nghĩa", "en": "Meaning"},
    "hedge_means_over": {"vi": "số thật lớn hơn số in", "en": "the true number is larger"},
    "hedge_means_nearly": {
        "vi": "số thật nhỏ hơn một ít; khi so sánh, coi là kém nhiều nhất {near}",
        "en": "the true number is a little smaller; in comparisons, at most {near} below",
    },
    "hedge_means_about": {
        "vi": "số thật ở quanh số in; khi so sánh, coi là lệch nhiều nhất {near}",
        "en": "the true number is close; in comparisons, at most {near} off",
    },
    "hedge_means_at_least": {"vi": "số thật bằng hoặc lớn hơn", "en": "the true number is the same or larger"},
    "hedge_means_under": {"vi": "số thật nhỏ hơn số in", "en": "the true number is smaller"},
    "hedge_means_at_most": {"vi": "số thật bằng hoặc nhỏ hơn", "en": "the true number is the same or smaller"},
    "method_blanks": {"vi": "Các trường hợp không có số liệu", "en": "Kinds of blank"},
    "method_blanks_lead": {
        "vi": "Chỗ trống không bao giờ là số 0. Chỉ khi bài viết “không có … nào” thì mới ghi số 0.",
        "en": "A blank is never zero. Zero is recorded only where the article says that there are none.",
    },
    "blank_not_stated": {"vi": "Bài báo không nêu", "en": "Not stated"},
    "blank_excerpt_only": {"vi": "Mới đọc trích đoạn", "en": "Excerpt only"},
    "blank_words_only": {"vi": "Chỉ nêu bằng lời", "en": "In words only"},
    "blank_part_only": {"vi": "Chỉ nêu một phần", "en": "In part only"},
    "blank_refused": {"vi": "Không tính", "en": "Not computed"},
    "blank_other_years": {"vi": "Năm khác", "en": "Other years"},
    "blank_not_applicable": {"vi": "Không áp dụng", "en": "Not applicable"},
    "blank_no_article": {"vi": "Chưa có bài báo", "en": "No article yet"},
    "blank_means_not_stated": {
        "vi": "Đã đọc cả bài, bài không có con số ấy.",
        "en": "The whole article was read and does not give it.",
    },
    "blank_means_excerpt_only": {
        "vi": "Mới đọc một đoạn của bài; phần chưa đọc có thể có.",
        "en": "Only part of the article was read; the rest may give it.",
    },
    "blank_means_words_only": {
        "vi": "Bài chỉ nói “tỷ lệ cao”, “giảm mạnh”; câu chữ ấy được giữ lại.",
        "en": "The article says “a high share” or “fell sharply” and no more; the wording is kept.",
    },
    "blank_means_part_only": {
        "vi": "Bài nêu số của một bộ phận hoặc một loại, không nêu số chung.",
        "en": "The article gives the number of a part or a kind, not of the whole.",
    },
    "blank_means_refused": {
        "vi": "Bài có số để tính, nhưng quy tắc không cho tính; lý do ghi kèm.",
        "en": "The article has what it could be computed from, but a rule forbids it; the reason is given.",
    },
    "blank_means_other_years": {
        "vi": "Có số liệu, nhưng ngoài thời gian đang chọn.",
        "en": "There is a figure, but outside the chosen period.",
    },
    "blank_means_not_applicable": {
        "vi": "Cấp ấy không thể có chỉ tiêu này.",
        "en": "The indicator cannot exist at that level.",
    },
    "blank_means_no_article": {
        "vi": "Chưa có bài báo nào về nơi ấy được đưa vào.",
        "en": "No article about the place has been recorded.",
    },
    "method_numbers": {"vi": "Cách viết số", "en": "How numbers are written"},
    "method_numbers_read": {
        "vi": "Báo viết dấu chấm để ngăn hàng nghìn, dấu phẩy cho phần thập phân: 1.250 là một nghìn hai trăm năm "
        "mươi, 96,8% là chín mươi sáu phẩy tám phần trăm. 223/226 là 223 trên tổng số 226. Số 0 đứng đầu (02 xã) chỉ "
        "là lối viết. Số hiệu văn bản, ngày tháng, nhiệm kỳ, khóa đại hội không phải số liệu.",
        "en": "Vietnamese papers group thousands with a full stop and use a comma as the decimal mark: 1.250 is one "
        "thousand two hundred and fifty, 96,8% is 96.8%. 223/226 is 223 of 226. A leading zero (02 communes) is a "
        "matter of style. Document numbers, dates, terms and congress numbers are not figures.",
    },
    "method_numbers_written": {
        "vi": "Trang tiếng Việt viết như báo; trang tiếng Anh viết 1,250 và 96.8%. Số do bài báo nêu không bao giờ bị "
        "làm tròn; số do trang này tính chỉ làm tròn khi hiển thị.",
        "en": "Vietnamese pages write as the papers do, English ones 1,250 and 96.8%. A printed number is never "
        "rounded; a computed one is rounded where it is shown.",
    },
    "method_levels_heading": {"vi": "Các cấp và mốc 1/7/2025", "en": "Levels, and 1 July 2025"},
    "method_levels_before": {
        "vi": "Đến hết ngày 30/6/2025 có ba cấp: tỉnh, huyện và tương đương, xã. Cả xã, phường là một tổ chức cơ sở "
        "đảng, trực thuộc huyện ủy; chi bộ trong đó là chi bộ trực thuộc đảng ủy cơ sở. Số tuyệt đối chỉ so trong "
        "cùng một cấp; tỷ số không phụ thuộc quy mô thì so được giữa các cấp, và cấp vẫn ghi rõ.",
        "en": "Until 30 June 2025 there were three levels: province, district or equivalent, and commune. A whole "
        "commune or ward was one grassroots Party organisation under its district; the cells in it were cells under a "
        "grassroots committee. Absolute numbers can be compared within one level only; a ratio that does not depend "
        "on size may cross levels, which stay named.",
    },
    "method_levels_after": {
        "vi": "Từ ngày 1/7/2025 không còn cấp huyện, 63 tỉnh, thành phố còn 34, và đảng bộ xã, phường không còn là tổ "
        "chức cơ sở đảng. Chuỗi số liệu đứt ở ngày này: số trước và số sau không chung thang đo. Địa phương giữ tên, "
        "cấp và mã ở thời điểm của số liệu; về sau ra sao thì ghi ở trang của nơi ấy.",
        "en": "On 1 July 2025 the district level ended, 63 provinces and cities became 34, and the Party organisations "
        "of communes and wards rose above grassroots rank. Series break there: figures from before and after share no "
        "scale. A place keeps the name, level and code that it had at the time of its figures; what became of it is on "
        "its page.",
    },
    # faults
    "opening": {"vi": "Đang mở…", "en": "Opening…"},
    "no_script": {
        "vi": "Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang.",
        "en": "This page needs JavaScript. Turn it on in your browser and reload the page.",
    },
    "no_page": {"vi": "Không có trang nào ở địa chỉ này.", "en": "There is no page at this address."},
    "home": {"vi": "Về trang đầu", "en": "To the first page"},
    "full": {
        "vi": "Đang có quá nhiều người xem. Hãy thử lại sau ít phút.",
        "en": "Too many people are here just now. Try again in a few minutes.",
    },
    "unconnected": {
        "vi": "Trình duyệt chưa nối được với máy chủ (WebSocket). Có thể mạng hoặc máy chủ trung gian chặn nó. "
        "Hãy tải lại trang, thử mạng khác, hoặc báo cho người quản trị.",
        "en": "The browser can't connect to the server (WebSocket). The network or a proxy in between may block it. "
        "Reload the page, try another network, or tell the administrator.",
    },
    "refused_host": {
        "vi": "Máy chủ này không nhận yêu cầu gửi tới {host}. Nếu đó là tên của nó, người quản trị hãy chạy với "
        "--public-url http(s)://TÊN.",
        "en": "This server does not answer to {host}. If that is its name, its administrator starts it with "
        "--public-url http(s)://NAME.",
    },
    "refused_method": {"vi": "Ở đây chỉ đọc (GET, HEAD).", "en": "There is only reading here (GET, HEAD)."},
    "refused_body": {
        "vi": "Ở đây không nhận tệp hay nội dung gửi kèm.",
        "en": "Nothing can be sent along here, no file and no other content.",
    },
    "reading_data": {"vi": "Đang đọc dữ liệu…", "en": "Reading the data…"},
    "bad_data_more": {
        "vi": "Còn {n} chỗ chưa đúng nữa: doisanh check kê thêm.",
        "en": "{n} more problems: doisanh check lists more of them.",
    },
    "being_read": {
        "vi": "Dữ liệu vừa được sửa và đang được đọc; đọc xong, lần bấm kế tiếp sẽ hiện bản mới.",
        "en": "The data was just edited and is being read; the first interaction after that shows it.",
    },
    "bad_link": {
        "vi": "Liên kết có phần không dùng được, đã bỏ qua: {parts}.",
        "en": "Parts of the link could not be used and were ignored: {parts}.",
    },
    "bad_data_kept": {
        "vi": "Dữ liệu có {n} chỗ chưa đúng; trang đang hiện bản đúng gần nhất.",
        "en": "Problems in the data: {n}. The page shows the last good version.",
    },
    "bad_data": {
        "vi": "Chưa có dữ liệu dùng được: {n} chỗ chưa đúng. Sửa các dòng dưới đây rồi tải lại trang.",
        "en": "There is no usable data (problems: {n}). Correct the lines below and reload the page.",
    },
    "printed_on": {"vi": "in ngày", "en": "printed"},
    "footer_page": {
        "vi": "Dữ liệu {version} · giấy phép CC BY 4.0 · mã nguồn MIT",
        "en": "Data {version} · licence CC BY 4.0 · code MIT",
    },
}


def named(name: str, part: str) -> str:
    """What is counted, with the part of a place that it is of, if any: "Huy hiệu Đảng (30 năm)"."""
    return f"{name} ({part})" if part else name


def capital(text: str) -> str:
    """Text as a sentence begins."""
    return text[:1].upper() + text[1:]


def word(key: str, language: Language, **values: object) -> str:
    """The words for ``key`` in ``language``, with their blanks filled. KeyError for a key that is not there."""
    return WORDS[key][language].format(**values)
