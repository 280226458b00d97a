"""The app that Streamlit runs: settings, data, page. Started by ``doisanh serve``."""

from __future__ import annotations

import streamlit as st
from PIL import Image, ImageDraw

from dashboard import store
from dashboard.palette import LIGHT
from dashboard.settings import Settings
from dashboard.views import compare, faults



def icon() -> Image.Image:
    """Two bars set side by side: drawn here, since a named icon would be fetched from outside."""
    image = Image.new("RGBA", (32, 32))
    draw = ImageDraw.Draw(image)
    draw.rectangle((3, 5, 28, 13), fill=LIGHT["bar"])
    draw.rectangle((3, 18, 18, 26), fill=LIGHT["bar2"])
    return image


st.set_page_config(page_title="Đối sánh", page_icon=icon(), layout="wide")
good, problems = store.current(Settings.from_environment().root)
if good is None:
    faults.nothing_to_show(problems)
else:
    if problems:
        faults.banner(problems)
    compare.show(good)
