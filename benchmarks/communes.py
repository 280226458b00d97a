"""An article from every commune: a data set of any size in the curators' own format, the same each time.

Nothing in it is true: places, papers and numbers are made up from their position in the list. What it has in common
with the curated data is what takes time to read and to check: the tables (indicators, schemes, rules and charts are the
project's own), the length of the phrases, hedges, totals, values before, ratings with their scheme, notes in both
languages, blanks, sums, and the numerals that are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random

from dashboard.language.number_format import format_number
from dashboard.language.vietnamese import search_key
from dashboard.records.source_files import CHARTS, FIGURES, INDICATORS, LOCALITIES, RULES, SCHEMES, SEEDS

HOUSE = Path(__file__).resolve().parents[1]
PROVINCES = 34
COMMUNES = 3321
EACH = 15
"""Figures of each article."""

_FIRST = (
    "An Bình Châu Đông Đức Gia Hải Hòa Hưng Khánh Long Mỹ Nam Ngọc Phong Phú Quang Tân Thanh Thịnh Thuận Vĩnh".split()
)
_LAST = (
    "Ân Bảo Cường Dương Điền Giang Hiệp Hòa Khê Lạc Lâm Lộc Mỹ Nghĩa Phúc Quý Sơn Thành Thủy Trạch Tường Xuân".split()
)
PAPERS = ("Báo Sớm", "Báo Trưa", "Báo Chiều", "Trang tin điện tử đảng bộ")


def write(root: Path, communes: int = COMMUNES) -> int:
    """Write the data set of so many communes under a folder; returns how many figures it has."""
    for table in (INDICATORS, SCHEMES, RULES, CHARTS):
        _put(root / table, (HOUSE / table).read_text("utf-8"))
    places = list(_places(communes))
    _put(root / LOCALITIES, "localities:\n" + "".join(_provinces()) + "".join(text for _, _, text in places))
    count = 0
    for number, (id, name, _) in enumerate(places):
        article, seed, figures, made = _article(number, id, name)
        _put(root / SEEDS / f"{article}.yaml", seed)
        _put(root / FIGURES / f"{article}.yaml", figures)
        count += made
    return count


def change(root: Path, number: int, times: int) -> None:
    """Another number of members in one article, each time another one, as a curator corrects it."""
    file = root / FIGURES / f"{_slug(number)}.yaml"
    members = 1000 + times
    text = re.sub(r"value: \d+\n    printed: \"[\d.]+ đảng viên\"",
                  f'value: {members}\n    printed: "{format_number(members, "vi")} đảng viên"',
                  file.read_text("utf-8"), count=1)  # fmt: skip
    file.write_text(text, "utf-8")


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _name(number: int) -> str:
    """A name of two words, of three from the 485th on; names come again in other provinces, as in the country."""
    first, last = number % len(_FIRST), number // len(_FIRST) % len(_LAST)
    middle = number // (len(_FIRST) * len(_LAST)) % 9
    between = [_LAST[(last + middle) % len(_LAST)]] if middle else []
    return " ".join([_FIRST[first], *between, _LAST[last]])


def _id(name: str) -> str:
    return search_key(name).replace(" ", "-")


def _provinces() -> Iterator[str]:
    for number in range(PROVINCES):
        name = f"{_LAST[number % len(_LAST)]} {_FIRST[(number * 7 + number // len(_LAST)) % len(_FIRST)]}"
        yield f"""  - id: {_id(name)}
    name: {name}
    type: {{vi: tỉnh, en: Province}}
    level: province
    code: "{number + 10}"
"""


def _places(communes: int) -> Iterator[tuple[str, str, str]]:
    """Each commune's id, name, and record."""
    provinces = [re.findall("id: (.*)", one)[0] for one in _provinces()]
    for number in range(communes):
        province, name = provinces[number % PROVINCES], _name(number // PROVINCES + number % PROVINCES * 5)
        id = f"{province}.{_id(name)}-{number // PROVINCES:03}"
        kind = "{vi: phường, en: Ward}" if number % 4 == 0 else "{vi: xã, en: Commune}"
        record = f"""  - id: {id}
    name: {name}
    type: {kind}
    level: commune
    parent: {province}
    code: "{number + 10000}"
    code_valid: 2025-07-01/..
"""
        if number % 2:
            record += f"""    population:
      value: {8000 + number * 37 % 30000}
      date: 2024
      source: {{vi: "Niên giám thống kê, số liệu thử", en: "Statistical yearbook, made up"}}
"""
        yield id, name, record


def _slug(number: int) -> str:
    return f"{search_key(PAPERS[number % len(PAPERS)]).replace(' ', '-')}-2025-{number % 5 + 7:02}-{number:05}"


def _article(number: int, place: str, name: str) -> tuple[str, str, str, int]:
    """The id, the record, the file of figures, and how many figures."""
    random = Random(number)  # noqa: S311  no secret: the same each time
    article, day = _slug(number), f"2025-{number % 5 + 7:02}-{number % 27 + 1:02}"
    kind = "phường" if number % 4 == 0 else "xã"
    seed = f"""# yaml-language-server: $schema=../data/schema/article.json
id: {article}
title: "Đảng bộ {kind} {name}: Nâng cao chất lượng sinh hoạt, kết quả sau một nhiệm kỳ"
outlet: {{value: "{PAPERS[number % len(PAPERS)]}"}}
byline: {{value: "Người viết thử số {number}"}}
published: {{date: {day}}}
address: null                          # made up
locality: {place}
text:
  file: {number:05}.txt
  sha256: {sha256(str(number).encode()).hexdigest()}
curated: 2026-01-{number % 28 + 1:02}
not_figures:
  - {{printed: "{day[8:]}/{day[5:7]}/2025 (GMT+7)", paragraph: 2, reason: date}}
  - {{printed: "nhiệm kỳ 2020-2025", paragraph: 4, reason: term}}
  - {{printed: "Nghị quyết Trung ương {number % 6 + 4} (khóa XII)", paragraph: 9, reason: congress}}
"""
    head = f"""# yaml-language-server: $schema=../schema/figures.json
article: {article}
locality: {place}
as_of: {day}          # "Đến nay": the day of publication
"""
    if number % 3 == 0:
        head += """inferred:
  vi: "Câu văn nói về hiện tại, không nêu thời điểm; lấy ngày đăng bài."
  en: "The sentence is in the present tense with no date; the day of publication is taken."
"""
    figures = _figures(random)
    dropped = number % 7 + 8
    figures = [text for index, text in enumerate(figures) if index != dropped][:EACH]
    tail = """blanks:
  - indicator: members_disciplined
    printed: "giảm mạnh sau mỗi năm"
    paragraph: 8
""" if number % 2 else ""  # fmt: skip
    tail += """sums:
  - whole: subordinate_cells
    parts: [residential_cells]
    complete: false
"""
    return article, seed, head + "figures:\n" + "".join(figures) + tail, len(figures)


def _figures(random: Random) -> list[str]:
    """Sixteen figures of one commune, of which each article prints fifteen."""
    members, cells = random.randint(180, 2400), random.randint(12, 60)
    staff, hamlets, households = random.randint(22, 60), random.randint(8, 40), random.randint(20, 400)
    share, cut = Decimal(random.randint(700, 980)) / 10, random.randint(1, 12)
    poor, money = Decimal(random.randint(50, 900)) / 100, Decimal(random.randint(11, 99)) / 10

    def vi(value: int | Decimal) -> str:
        return format_number(value, "vi")

    return [
        _figure("party_members", members, f"{vi(members)} đảng viên", 5),
        _figure("subordinate_cells", cells, f"{cells} chi bộ trực thuộc", 5),
        _figure("residential_cells", cells - 6, f"{cells - 6} chi bộ khu phố", 5,
                'note:\n      vi: "Chỉ tách riêng số chi bộ khu phố; các chi bộ còn lại bài không nêu thuộc loại nào."'
                '\n      en: "Only the cells of residential groups are counted apart; the rest are of no kind given."'),
        _figure("women_members", members // 3, f"{vi(members // 3)} đảng viên nữ", 5),
        _figure("probationary_members", members // 30, f"{members // 30} đảng viên dự bị", 5),
        _figure("members_admitted", members // 9, f"đã kết nạp được {members // 9} đảng viên trong nhiệm kỳ", 6,
                "as_of: 2020/2025", "term: true",
                'inferred:\n      vi: "“Trong nhiệm kỳ”: nhiệm kỳ nêu ở đầu bài là 2020-2025."'
                '\n      en: "“In the term”: the term named at the head of the article is 2020-2025."'),
        _figure("members_good", share, f"{vi(share)}% đảng viên hoàn thành tốt nhiệm vụ", 7,
                "as_of: 2024", "base: rated", "scheme: party-2023-2024"),
        _figure("cells_completed", 90, "trên 90% chi bộ hoàn thành nhiệm vụ", 7,
                "hedge: over", "as_of: 2024", "base: not_stated", "scheme: party-2023-2024"),
        _figure("commune_staff_university", staff - 3, f"{staff - 3}/{staff} cán bộ, công chức", 8, f"out_of: {staff}",
                "base: subset", 'base_note: {vi: "cán bộ, công chức cấp xã", en: "cadres and officials of communes"}'),
        _figure("hamlets", hamlets, f"từ {hamlets + 5} thôn xuống còn {hamlets} thôn", 9, f"before: {hamlets + 5}"),
        _figure("payroll_posts_cut", cut, f"giảm {cut} chỉ tiêu biên chế so với năm 2021", 9, "since: 2021"),
        _figure("poor_households", households, f"{households} hộ nghèo, cận nghèo", 12, "as_of: 2024-12-31"),
        _figure("poor_households_share", poor, f"chiếm tỷ lệ {vi(poor)}% tổng số hộ", 12, "as_of: 2024-12-31",
                "base: all", 'base_note: {vi: "tổng số hộ trên địa bàn", en: "all households of the place"}'),
        _figure("money_raised", int(money * 10**9), f"gần {vi(money)} tỷ đồng", 12, "hedge: nearly", "as_of: 2024"),
        _figure("members_excellent", poor + 10, f"{vi(poor + 10)}% đảng viên hoàn thành xuất sắc nhiệm vụ", 7,
                "as_of: 2024", "base: rated", "scheme: party-2023-2024"),
        """  - indicator: own_rating
    grade: good
    printed: "công nhận hoàn thành tốt nhiệm vụ"
    paragraph: 15
    as_of: 2024
    scheme: party-2023-2024
""",
    ]  # fmt: skip


def _figure(indicator: str, value: int | Decimal, printed: str, paragraph: int, *more: str) -> str:
    lines = [f"indicator: {indicator}", f"value: {value}", f'printed: "{printed}"', f"paragraph: {paragraph}", *more]
    return "  - " + "\n    ".join(lines) + "\n"
