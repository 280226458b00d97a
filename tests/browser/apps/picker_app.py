"""A page around the locality picker: `?many=1` 3,321 communes, `?sidebar=1`, `?lang=en`, `?places=a,b`."""

import streamlit as st

from dashboard.language.words import Language
from dashboard.records.models.locality import Level
from dashboard.web.components.picker import Option, own_words, pick

PLACES = [
    ("quang-binh", "Tỉnh Quảng Bình", Level.PROVINCE, None, False),
    ("quang-binh.quang-ninh", "Huyện Quảng Ninh (Quảng Bình)", Level.DISTRICT, "quang-binh", True),
    ("ben-tre", "Tỉnh Bến Tre", Level.PROVINCE, None, True),
    *(
        (f"ben-tre.{number}", f"Huyện {name} (Bến Tre)", Level.DISTRICT, "ben-tre", True)
        for number, name in enumerate(
            ["Ba Tri", "Bình Đại", "Châu Thành", "Chợ Lách", "Giồng Trôm", "Mỏ Cày Bắc", "Thạnh Phú"]
        )
    ),
    ("quang-ninh", "Tỉnh Quảng Ninh", Level.PROVINCE, None, False),
    ("quang-ninh.ha-long", "Thành phố Hạ Long (Quảng Ninh)", Level.DISTRICT, "quang-ninh", False),
    ("quang-ninh.ha-long.ha-lam", "Phường Hà Lầm (Hạ Long)", Level.COMMUNE, "quang-ninh.ha-long", True),
    ("bac-kan", "Tỉnh Bắc Kạn", Level.PROVINCE, None, False),
    ("bac-kan.cho-moi", "Huyện Chợ Mới (Bắc Kạn)", Level.DISTRICT, "bac-kan", True),
    ("vinh-phuc", "Tỉnh Vĩnh Phúc", Level.PROVINCE, None, False),
    ("ninh-binh", "Tỉnh Ninh Bình", Level.PROVINCE, None, False),
    ("ninh-binh.ninh-binh", "Thành phố Ninh Bình (Ninh Bình)", Level.DISTRICT, "ninh-binh", True),
    ("dong-nai", "Tỉnh Đồng Nai", Level.PROVINCE, None, True),
    ("hcm", "Thành phố Hồ Chí Minh", Level.PROVINCE, None, False),
    ("hcm.10", "Quận 10 (TP Hồ Chí Minh)", Level.DISTRICT, "hcm", False),
    ("hcm.10.14", "Phường 14 (Quận 10, TP Hồ Chí Minh)", Level.COMMUNE, "hcm.10", True),
    ("vinh-phuc.yen-lac", "Huyện Yên Lạc (Vĩnh Phúc)", Level.DISTRICT, "vinh-phuc", True),
]
TYPES = {"Tỉnh": "Province", "Huyện": "District", "Phường": "Ward", "Quận": "District", "Thành phố": "City"}
SYLLABLES = ["An", "Bình", "Châu", "Đông", "Giang", "Hòa", "Lạc", "Minh", "Quảng", "Quang", "Tân", "Yên"]


def _named(label: str) -> tuple[str, tuple[str, ...]]:
    """The name and the types in a label."""
    own = label.partition(" (")[0]
    (kind,) = (kind for kind in TYPES if own.startswith(kind))
    return own.removeprefix(kind + " "), (kind, TYPES[kind])


def few() -> list[Option]:
    return [
        Option(
            place,
            label,
            "6 số liệu · Báo địa phương" if own else "không có bài riêng",
            level,
            parent,
            own,
            *_named(label),
        )
        for place, label, level, parent, own in PLACES
    ]


def many() -> list[Option]:
    """34 provinces and 3,287 communes: 3,321 places."""
    places: list[Option] = []
    for number in range(34):
        name = f"{SYLLABLES[number % 12]} {SYLLABLES[number * 5 // 12 % 12]} {number}"
        places.append(Option(f"p{number}", f"Tỉnh {name}", "", Level.PROVINCE, None, False))
        for each in range(97 if number < 23 else 96):
            own = f"{SYLLABLES[each % 12]} {SYLLABLES[each // 12]}"
            places.append(
                Option(f"p{number}.{each}", f"Xã {own} ({name})", "1 số liệu", Level.COMMUNE, f"p{number}", True)
            )
    return places


st.set_page_config(layout="wide")
st.session_state.runs = st.session_state.get("runs", 0) + 1
language: Language = "en" if st.query_params.get("lang") == "en" else "vi"
state = st.session_state
if "places" not in state:
    state.places = [place for place in st.query_params.get("places", "").split(",") if place]

if st.button("Python: Bến Tre"):
    state.places = ["ben-tre"]
if st.button("Python: nothing"):
    state.places = []
st.button("Python: only rerun")

with st.sidebar if "sidebar" in st.query_params else st.container():
    options = many() if "many" in st.query_params else few()
    state.places = pick(options, state.places, strings=own_words(language), key="places_picker")
    st.text_input("Chủ đề", key="after")

st.write(f"chosen: {', '.join(state.places) or 'nothing'}.")
st.write(f"runs: {state.runs}.")
