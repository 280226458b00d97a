"""The order of ``sort_key`` is that of Chromium's own Vietnamese collation."""

from __future__ import annotations

import unicodedata

from playwright.sync_api import Page

from dashboard.language.vietnamese import sort_key

PLACES = """
An Giang, Bà Rịa - Vũng Tàu, Bắc Giang, Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, Bình Dương,
Bình Phước, Bình Thuận, Cà Mau, Cần Thơ, Cao Bằng, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng
Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hồ Chí Minh, Hòa
Bình, Hoà Bình, Hưng Yên, Khánh Hòa, Khánh Hoà, Kiên Giang, Kon Tum, Lai Châu, Lâm Đồng, Lạng Sơn, Lào
Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng
Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thanh Hoá,
Thừa Thiên - Huế, Thừa Thiên Huế, Thừa Thiên – Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh
Phúc, Yên Bái, Quảng Ninh (Quảng Bình), Quảng Ninh (Quảng Ninh), Chợ Mới (An Giang), Chợ Mới (Bắc Kạn),
Châu Thành (Bến Tre), Châu Thành (Đồng Tháp), Châu Thành A, Hạ Long, Hà Lầm, Hà Lam, Yên Lạc, Yên Lập,
Ba Tri, Ba Vì, Bà Rịa, Bá Thước, Ba Bể, Ba Chẽ, Bình Đại, Thạnh Phú, Mỏ Cày Bắc, Mỏ Cày Nam, Chợ Lách,
Giồng Trôm, Chư Sê, Krông Nô, Tân Phú Đông, Phường 1, Phường 2, Phường 10, Phường 14, Quận 1, Quận 10,
Ủy ban, Uỷ ban, ủy ban, Đảng bộ, đảng bộ, ĐẢNG BỘ, TP. Bến Tre, TP Hạ Long, Cư M'gar, Cư M’gar, Ea
H'leo, Đăk Tô, Đắk R'lấp, Đức Huệ, Dức, Đục, Dục, A Lưới, Á Lưới, À Lưới, Ạ, Ả, Ã, "Trích", “Trích”,
1.024, 1024, 3/2, 30/4, 100%
"""
ONSETS = ("", "Đ", "d", "đ", "gi", "h", "ng", "qu", "t", "th", "Th", "TH", "x")
VOWELS = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "oa", "uy", "ươ")
CODAS = ("", "n", "ng", "t")
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def syllables() -> list[str]:
    """Every tone on the first and on the last vowel of all kinds of syllables."""
    return [
        unicodedata.normalize("NFC", onset + (vowel[:1] + tone + vowel[1:] if early else vowel + tone) + coda)
        for onset in ONSETS
        for vowel in VOWELS
        for coda in CODAS
        for tone in TONES
        for early in ((True, False) if len(vowel) > 1 else (False,))
    ]


def test_the_order_of_names_and_syllables_is_that_of_the_browser(page: Page) -> None:
    names = [" ".join(name.split()) for name in PLACES.split(",")]
    words = list(dict.fromkeys([*names, *(name.lower() for name in names), *syllables()]))
    ordered, alike = page.evaluate(
        """words => {
            const {compare} = new Intl.Collator('vi')
            const sorted = [...words].sort(compare)
            return [sorted, sorted.filter((word, i) => i && compare(sorted[i - 1], word) === 0)]
        }""",
        sorted(words, key=lambda word: word[::-1]),
    )
    assert alike == []
    assert sorted(words, key=sort_key) == ordered
