"""A few indicators and made-up places for the tests of the draft, so that new data does not change what they prove."""

from __future__ import annotations

from dashboard.articles.draft.context_reading import contexts
from dashboard.articles.draft.counted_nouns import Nouns
from dashboard.articles.draft.drafting import Draft, draft
from dashboard.articles.draft.non_figures import Sifted
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.numbers import numbers
from dashboard.articles.draft.proposal import Proposal
from dashboard.articles.draft.reference_tables import Tables
from dashboard.articles.draft.source import read_source
from dashboard.articles.draft.word_matching import Abbreviations
from dashboard.articles.text.paragraphs import Paragraph, spaced
from dashboard.records.models.fields import Text
from dashboard.records.models.indicator import Indicator, Kind, Rating, Scheme, Tier
from dashboard.records.models.locality import Level, Locality


def text(vi: str) -> Text:
    return Text(vi=vi, en=vi)


def indicator(id: str, name: str, unit: str, kind: Kind, words: list[str], **more: object) -> Indicator:
    return Indicator.model_validate({
        "id": id, "name": text(name), "definition": text(name), "unit": text(unit), "kind": kind, "theme": "t",
        "words": words, "subject": more.pop("subject", id), **more,
    })  # fmt: skip


def rating(label: str, tier: Tier, scheme: str | None = None) -> Rating:
    return Rating(label=label, label_en=label, tier=tier, scheme=scheme)


ABOVE = [Level.PROVINCE, Level.DISTRICT]
GOOD, BETTER = "hoàn thành tốt nhiệm vụ", "hoàn thành tốt nhiệm vụ trở lên"
INDICATORS = [
    indicator("members", "Đảng viên", "đảng viên", Kind.STOCK, ["đảng viên"], subject="member"),
    indicator("admitted", "Đảng viên kết nạp", "đảng viên", Kind.FLOW, ["kết nạp"], subject="member"),
    indicator("organizations", "Tổ chức cơ sở đảng", "tổ chức cơ sở đảng", Kind.STOCK,
              ["TCCSĐ", "tổ chức cơ sở đảng", "chi, đảng bộ trực thuộc"], levels=ABOVE, subject="organization"),
    indicator("committees", "Đảng bộ cơ sở", "đảng bộ cơ sở", Kind.STOCK, ["đảng bộ cơ sở"], levels=ABOVE,
              part_of="organizations", subject="organization"),
    indicator("base_cells", "Chi bộ cơ sở", "chi bộ cơ sở", Kind.STOCK, ["chi bộ cơ sở"], levels=ABOVE,
              part_of="organizations", subject="organization"),
    indicator("cells", "Chi bộ trực thuộc đảng ủy cơ sở", "chi bộ", Kind.STOCK, ["chi bộ trực thuộc"], subject="cell"),
    indicator("hamlet_cells", "Chi bộ ấp, thôn, khu phố", "chi bộ", Kind.STOCK, ["chi bộ khu phố"],
              part_of="cells", subject="cell"),
    indicator("hamlets", "Thôn, tổ dân phố", "thôn, tổ dân phố", Kind.STOCK, ["thôn, tổ dân phố"]),
    indicator("posts_cut", "Chỉ tiêu biên chế đã giảm", "chỉ tiêu biên chế", Kind.CHANGE, ["chỉ tiêu biên chế"],
              subject="post"),
    indicator("posts_attained", "Giảm biên chế: mức hoàn thành kế hoạch", "%", Kind.ATTAINMENT, ["kế hoạch"],
              subject="post"),
    indicator("visits", "Lượt dự sinh hoạt với chi bộ", "lượt", Kind.VISITS, ["dự sinh hoạt"]),
    indicator("organizations_strong", "TCCSĐ đạt “trong sạch, vững mạnh”", "%", Kind.SHARE, ["trong sạch, vững mạnh"],
              subject="organization", rating=rating("trong sạch, vững mạnh", Tier.EXCELLENT, "old")),
    indicator("organizations_weak", "TCCSĐ “yếu kém”", "tổ chức cơ sở đảng", Kind.STOCK, ["yếu kém"],
              subject="organization", rating=rating("yếu kém", Tier.NOT_COMPLETED, "old")),
    indicator("members_good", f"Đảng viên “{GOOD}”", "%", Kind.SHARE, [GOOD], subject="member",
              rating=rating(GOOD, Tier.GOOD)),
    indicator("members_better", f"Đảng viên “{BETTER}”", "%", Kind.SHARE, [BETTER], subject="member",
              rating=rating(BETTER, Tier.GOOD_OR_BETTER)),
    indicator("staff_better", f"Cán bộ, công chức cấp xã “{BETTER}”", "%", Kind.SHARE, [BETTER], subject="staff",
              rating=rating(BETTER, Tier.GOOD_OR_BETTER, "state")),
    indicator("own_rating", "Mức xếp loại của đảng bộ", "mức xếp loại", Kind.GRADE, [f"công nhận {GOOD}"]),
    indicator("money", "Tiền huy động", "đồng", Kind.FLOW, ["huy động"]),
]  # fmt: skip


def scheme(id: str, years: str, labels: list[str]) -> Scheme:
    return Scheme(id=id, name=text(id), years=years, documents=text(id), labels=labels)


SCHEMES = [
    scheme("old", "../2017", ["trong sạch, vững mạnh", GOOD, "yếu kém"]),
    scheme("new", "2018/2022", ["hoàn thành xuất sắc nhiệm vụ", GOOD]),
    scheme("unclear", "undated", []),
]


def place(id: str, name: str, kind: str, level: Level) -> Locality:
    return Locality(id=id, name=name, type=text(kind), level=level, parent=id.rpartition(".")[0] or None)


LOCALITIES = [
    place("an-linh", "An Lĩnh", "tỉnh", Level.PROVINCE),
    place("an-linh.an-linh", "An Lĩnh", "thành phố", Level.DISTRICT),
    place("an-linh.an-linh.mai-dong", "Mai Động", "phường", Level.COMMUNE),
    place("an-linh.dong-trach", "Đông Trạch", "huyện", Level.DISTRICT),
    place("an-linh.vinh-khe", "Vĩnh Khê", "huyện", Level.DISTRICT),
    place("dong-trach", "Đông Trạch", "tỉnh", Level.PROVINCE),
]


def paragraph(line: str, number: int = 1) -> Paragraph:
    return Paragraph(number, spaced(line))


def around(line: str) -> list[Context]:
    """The contexts of a line's numbers."""
    one = paragraph(line)
    found = numbers(one.text, [token.numeral for token in Sifted(one).left if token.numeral])
    return contexts(one, found, Nouns(INDICATORS), Abbreviations([line]))


TABLES = Tables(
    {one.id: one for one in INDICATORS}, {one.id: one for one in LOCALITIES}, {one.id: one for one in SCHEMES}
)


def drafted(*lines: str) -> Draft:
    """The draft of an article of some lines."""
    return draft(read_source("bai.txt", "\n".join(lines).encode()), TABLES)


def figures(line: str, *, level: str = "district") -> list[Proposal]:
    """The figures of one line of an article on a place of that level."""
    about = {
        "district": "Đảng bộ huyện Đông Trạch",
        "commune": "Đảng bộ phường Mai Động",
        "province": "Đảng bộ tỉnh An Lĩnh",
    }
    return list(drafted(f"{about[level]} nâng cao chất lượng tổ chức cơ sở đảng", "05/11/2019", line).figures)


def told(line: str, *, level: str = "district") -> list[tuple[str, str | None]]:
    """Each phrase, with the indicator that is written without a mark."""
    return [(one.printed, one.indicators[0] if one.sure else None) for one in figures(line, level=level)]
