"""Numbers written for a reader of Vietnamese or English; ``numerals`` reads them."""

from __future__ import annotations

from decimal import MAX_PREC, ROUND_HALF_UP, Decimal, localcontext

from dashboard.language.hedges import SYMBOLS, Hedge

MINUS = "\u2212"
_NEARLY = {"vi": "gần", "en": "nearly"}
_LARGE = {
    "vi": ((10**9, "tỷ"), (10**6, "triệu")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}
_SWAPPED = str.maketrans({",": ".", ".": ","})

Number = Decimal | int | float


def format_number(value: Number, language: str, digits: int | None = None) -> str:
    """7.397 and 96,8 in Vietnamese, 7,397 and 96.8 in English, with U+2212 as the minus sign.

    A Decimal keeps its own decimal places (96.80 → 96,80) unless ``digits`` asks for a number of them,
    rounded half up. Raises ValueError for what is no finite number.
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"{value} can't be written as a number")
    if digits is not None:
        with localcontext(prec=MAX_PREC):
            number = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    printed = f"{number.copy_abs():,f}"
    if language == "vi":
        printed = printed.translate(_SWAPPED)
    return (MINUS if number < 0 else "") + printed


def format_value(
    value: Number,
    *,
    language: str,
    percent: bool = False,
    hedge: Hedge | None = None,
    out_of: Number | None = None,
    digits: int | None = None,
    noted: bool = False,
) -> str:
    """A value as a chart writes it: 7.397, 96,8%, 223/226, > 90%, ≥ 1, gần 4% (nearly 4%); see ``hedged``."""
    printed = format_number(value, language, digits)
    if out_of is not None:
        printed += "/" + format_number(out_of, language, digits)
    return hedged(printed + "%" * percent, hedge, language, noted=noted)


def hedged(printed: str, hedge: Hedge | None, language: str, *, noted: bool = False) -> str:
    """Puts the hedge, as a sign or "gần", before a number that is already written out.

    ``noted``: only the reader noted the hedge, the article's words do not hold it; then in brackets: (>) 9.700.
    """
    if hedge is None:
        return printed
    sign = _NEARLY[language] if hedge is Hedge.NEARLY else SYMBOLS[hedge]
    return f"({sign}) {printed}" if noted else f"{sign} {printed}"


def format_large(value: Number, language: str) -> str:
    """1 tỷ, 2,5 triệu (1 billion, 2.5 million); written in full if that needs more than three decimal places.

    Never rounds. Vietnamese has no word above tỷ: 1.200 tỷ.
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        return format_number(number, language)
    with localcontext(prec=MAX_PREC):
        for scale, word in _LARGE[language]:
            exponent = len(str(scale)) - 1
            scaled = _plain(number.scaleb(-exponent))
            if abs(number) >= scale and -int(scaled.as_tuple().exponent) <= 3:
                return f"{format_number(scaled, language)} {word}"
    return format_number(number, language)


def exact(number: Decimal) -> str:
    """A number as a record writes it, 7397 or 96.8: all its digits, without trailing decimal zeros."""
    written = format(number, "f")
    return (written.rstrip("0").rstrip(".") if "." in written else written) if number else "0"


def _plain(number: Decimal) -> Decimal:
    """The number without trailing decimal zeros; those before the decimal mark stay."""
    number = number.normalize()
    return number.quantize(Decimal(1)) if int(number.as_tuple().exponent) > 0 else number
