"""Newspapers by the abbreviation that they open an article with and by their host: what is not here stays open.

An outlet is under the name that it has today or had last. Its place is the province whose paper it is: that an article
is about some place in it is likely and no more.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from dashboard.language.vietnamese import search_key

ABBREVIATIONS: Final = {
    "QBĐT": "Báo Quảng Bình", "BBK": "Báo Bắc Kạn", "BDK": "Báo Đồng Khởi",
    "TTXVN": "Thông tấn xã Việt Nam", "ĐCSVN": "Báo điện tử Đảng Cộng sản Việt Nam", "HNM": "Báo Hà Nội Mới",
    "QNO": "Báo Quảng Nam", "BPO": "Báo Bình Phước", "ABO": "Báo Ấp Bắc", "THO": "Báo Thanh Hóa",
    "BGĐT": "Báo Bắc Giang",
}  # fmt: skip


class Outlet(NamedTuple):
    """An outlet's name, and the province of a provincial one, without its type ("": of the whole country)."""

    name: str
    province: str = ""


_NAMED_FOR = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bình Dương", "Bình Định",
    "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Đồng Nai",
    "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình",
    "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An",
    "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi",
    "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Trà Vinh",
    "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip
"""Provinces whose paper is Báo and their name, its host bao and that name: baolamdong.vn."""
_OTHERS: Final = {
    "baodongkhoi.vn": Outlet("Báo Đồng Khởi", "Bến Tre"), "baoapbac.vn": Outlet("Báo Ấp Bắc", "Tiền Giang"),
    "baothuathienhue.vn": Outlet("Báo Thừa Thiên Huế", "Thừa Thiên Huế"),
    "huengaynay.vn": Outlet("Huế ngày nay", "Huế"), "hanoimoi.vn": Outlet("Báo Hà Nội Mới", "Hà Nội"),
    "hanoimoi.com.vn": Outlet("Báo Hà Nội Mới", "Hà Nội"), "kinhtedothi.vn": Outlet("Báo Kinh tế & Đô thị", "Hà Nội"),
    "sggp.org.vn": Outlet("Báo Sài Gòn Giải Phóng", "Hồ Chí Minh"),
    "baodienbienphu.vn": Outlet("Báo Điện Biên Phủ", "Điện Biên"),
    "nhandan.vn": Outlet("Báo Nhân Dân"), "qdnd.vn": Outlet("Báo Quân đội nhân dân"),
    "cand.com.vn": Outlet("Báo Công an nhân dân"), "tienphong.vn": Outlet("Báo Tiền Phong"),
    "thanhnien.vn": Outlet("Báo Thanh Niên"), "tuoitre.vn": Outlet("Báo Tuổi Trẻ"),
    "nld.com.vn": Outlet("Báo Người Lao Động"),
    "vietnamplus.vn": Outlet("Báo điện tử VietnamPlus"), "vietnamnet.vn": Outlet("Báo VietNamNet"),
    "dantri.com.vn": Outlet("Báo Dân trí"), "daibieunhandan.vn": Outlet("Báo Đại biểu Nhân dân"),
    "dangcongsan.vn": Outlet("Báo điện tử Đảng Cộng sản Việt Nam"),
    "xaydungdang.org.vn": Outlet("Tạp chí Xây dựng Đảng"),
}  # fmt: skip

_MONTH = re.compile(r"/((?:19|20)[0-9]{2})/?(0[1-9]|1[0-2])/")


def host_name(name: str) -> str:
    """A name as a host writes it: Vĩnh Linh is vinhlinh."""
    return re.sub("[^a-z0-9]", "", search_key(name))


_BY_HOST: Final = {host_name(name): name for name in _NAMED_FOR}
_PROVINCES: Final = _BY_HOST | {
    host_name(name): name for name in ("Bến Tre", "Điện Biên", "Hà Nội", "Huế", "Thừa Thiên Huế", "Tiền Giang")
} | {"hochiminhcity": "Hồ Chí Minh", "tphcm": "Hồ Chí Minh"}  # fmt: skip


def outlet_of(address: str) -> Outlet | None:
    """The outlet whose host an address has (www., m., amp. before it or not); None for one that is not known."""
    host = _host(address)
    while host.count("."):
        if host in _OTHERS:
            return _OTHERS[host]
        own = host.removesuffix(".com.vn").removesuffix(".vn")
        if own.startswith("bao") and (name := _BY_HOST.get(own.removeprefix("bao"))):
            return Outlet(f"Báo {name}", name)
        host = host.partition(".")[2]
    return None


def portal_of(address: str) -> tuple[str, str] | None:
    """A place, as its host writes it, and its province, where an address is on a portal of the State or the Party.

    vinhlinh.quangtri.gov.vn gives ("vinhlinh", "Quảng Trị"), www.lamdong.gov.vn ("", "Lâm Đồng").
    """
    labels = _host(address).split(".")
    province = _PROVINCES.get(labels[-3]) if len(labels) > 2 and labels[-2:] in (["gov", "vn"], ["dcs", "vn"]) else None
    if province is None:
        return None
    inside = labels[-4] if len(labels) > 3 and labels[-4] not in ("www", "m") else ""
    return inside, province


def month_of(address: str) -> tuple[str, ...]:
    """The month of publication, as many addresses have it: /201609/, /2016/09/; none or one."""
    return tuple("-".join(one) for one in _MONTH.findall(address)[:1])


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:  # an address that can't be one
        return ""
