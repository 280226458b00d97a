"""Names: words that begin with a capital letter of Vietnamese."""

from __future__ import annotations

CAPITAL = "[AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ]"
"""One capital letter. A range such as À-Ỹ would hold small letters too."""

WORD = rf"{CAPITAL}\w*"
NAME = rf"{WORD}(?: {WORD})*"
