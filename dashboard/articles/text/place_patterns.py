"""How a text names the place or body that it goes on about: patterns, each with ``type`` and ``name`` or their like."""

from __future__ import annotations

import re

from dashboard.articles.text.capitals import CAPITAL, NAME, WORD
from dashboard.articles.text.place_types import TYPES

BODY = "(?:đảng bộ|chi bộ|đảng ủy|đảng uỷ)"
SMALL = "thôn|ấp|bản|buôn|làng|xóm|khóm|khu phố|tổ dân phố|khu dân cư"
_OTHER = "công ty|hợp tác xã|trường|bệnh viện|trung tâm|cụm|khối"
_NO_NAME = "có|đã|được|và|hiện|là|toàn|cơ|sở|trực|thuộc|với|ban|cùng|các|đảng|chỉ|tổ|phải|cho"
_LOWER = rf"(?!(?:{_NO_NAME})(?!\w)|{CAPITAL})[^\W\d_]+"
_ORGANISATION = rf"(?i:{BODY})(?: {_LOWER}){{0,4}}"
UNIT = rf"(?i:{BODY} )?(?i:{TYPES})"
_LIST = rf"(?!Ủy|Uỷ|Đoàn|Đảng){NAME}(?:(?:, | và |, và |; )(?:(?i:{TYPES}|{SMALL}) )?{NAME})*"
PLACE = (
    rf"(?:(?P<type>{UNIT}|{_ORGANISATION}|(?i:{SMALL}|{_OTHER})(?: {_LOWER}){{0,2}}) (?P<name>{_LIST})"
    rf"|(?P<kind>(?i:{BODY} )?(?i:{SMALL})) (?P<number>[0-9]+)(?![0-9.,%]|\w| (?i:đảng|chi|tổ|đồng|cán|xã|thôn|hộ)))"
)
"""A place or body with its name, or with its number: xã Tân Khê, Chi bộ Trường Tiểu học Mai Lĩnh, khu phố 3."""
_LEAD = (
    r"(?:(?i:riêng|điển hình|điển hình là|tiêu biểu|tiêu biểu là|như|trong đó|trong số đó|còn|nổi bật là|đơn cử|cụ thể"
    r"|tại|ở|của|thuộc|có|là|với|đối với|các|những|hai|ba|bốn|năm|sáu|bảy|[0-9]+),?:? )*"
)
MENTION = re.compile(
    rf"(?:(?:^|[,;:(–-]|[.!?]\s)\s*{_LEAD}|(?<!\w)(?i:tại|ở|của|thuộc|riêng|như|cho) (?i:các |những )?){PLACE}"
)
ANYWHERE = re.compile(rf"(?<!\w)(?P<type>{UNIT}|{_ORGANISATION}) (?P<name>{_LIST})")
_NO_TOTAL = "(?!Số |Tổng |Tỷ |Tỉ )"
UNTYPED = re.compile(
    rf"(?:(?:^|[,;:(] ?|[.!?] )(?P<type>)(?P<name>{_NO_TOTAL}{WORD}(?: {WORD})+)"
    r"(?= (?:có|đã|hiện|được|kết nạp|đạt|còn)(?!\w))"
    rf"|(?<!\w)(?P<kind>)(?P<number>{_NO_TOTAL}{WORD}(?: {WORD})+)(?= [0-9]))"
)
"""A name without its type word that something is told of: Vĩnh Khê có 12 xã; tiếp đến là Vĩnh Khê 211 đảng viên."""
BLOC = re.compile(r"(?:^|[,;]|\.\s)\s*(?P<type>(?i:đảng bộ|đảng ủy|đảng uỷ)) (?P<name>khối (?:các )?\w+(?: \w+)?)")
HERE = re.compile(rf"(?:(?i:{BODY}) )?(?i:{TYPES}|chi bộ|đảng bộ|nơi đây|tại đây|ở đây|đơn vị)(?= (?!{CAPITAL}))")
LISTED = re.compile(rf"(?:^|[,;:(])\s*(?:(?i:trong đó|gồm|gồm có)[:,]? )?(?:((?i:{TYPES})) )?({NAME})(?:: ?| có | )$")
TAIL = re.compile(rf"[^,;.:(0-9]{{0,60}}?(?<!\w)(?:ở|tại|của|thuộc|trong) (?:các |những )?{PLACE}")
UNNAMED = (
    r"(?P<name>(?<!\w)(?i:cả|toàn) (?i:{0})|(?:^|(?<=[,;:.!?] )(?<!thôn, )(?<!ấp, )(?<!bản, )(?<!xã, )(?<!phố, )"
    r"(?<!phường, )|(?<=“))(?i:{0}|chi bộ))"
    r"(?= (?:đã|có|hiện|còn|chỉ|được|kết nạp|cũng|luôn|vận động)(?!\w))"
)
"""A place below the article's that is not named: cả thôn chỉ có …, Chi bộ hiện có …"""
TELLS = re.compile(r" (?:có|hiện|đã|còn|là|kết nạp|đạt)(?!\w)")
"""Behind the name of a place around the article's, that something is told of that one: tỉnh An Lĩnh có 49.000 …"""
ABOVE = r"(?<!\w)(?i:của|toàn|cả) (?:{0})(?= (?:có|hiện|đã|còn|là|kết nạp|đạt|[0-9])(?!\w))"
"""A place around the article's that is not named: của tỉnh là 92,1%."""
ALL_OF = (
    r"(?:^|(?<=[,;:.!?] ))(?:(?i:riêng|hiện nay|hiện|đến nay|trong khi|còn) )?"
    rf"(?P<name>(?:(?i:toàn|cả|trong|{BODY}) )?(?i:{{0}})(?: {NAME})?)(?= (?:hiện |đã |cũng |chỉ |mới )?"
    r"(?:có|còn|kết nạp|đạt|giảm|tăng|thành lập|sắp xếp)(?!\w))"
)
"""A place around the article's that a clause begins with: toàn tỉnh có …, tỉnh Quảng Bình kết nạp …"""
WEAK = 2  # the pattern for places named in passing
WHOLE = re.compile(r"đảng bộ|đảng ủy|đảng uỷ", re.IGNORECASE)
BELOW = re.compile(rf"chi bộ|(?:^|\s)(?:{SMALL})(?:\s|$)", re.IGNORECASE)
APPOSITION = re.compile(rf", (?={TYPES} )")
WITHIN = re.compile(rf"(?i:{TYPES}) {NAME}, $")
"""What a place around another is named behind, to say where that one is: huyện Quảng Ninh, tỉnh Quảng Bình."""
JOINT = re.compile(r"\s?[,(]\s?")
