"""The app that Streamlit runs: its window and its pages. Started by ``doisanh serve``."""

from __future__ import annotations

import streamlit as st
from PIL import Image, ImageDraw

from dashboard import forged
from dashboard.pages import EMBED, PAGES
from dashboard.palette import LIGHT
from dashboard.words import word


def icon() -> Image.Image:
    """Two bars set side by side: drawn here, since a named icon would be fetched from outside."""
    image = Image.new("RGBA", (32, 32))
    draw = ImageDraw.Draw(image)
    draw.rectangle((3, 5, 28, 13), fill=LIGHT["bar"])
    draw.rectangle((3, 18, 18, 26), fill=LIGHT["bar2"])
    return image


forged.ignore()
st.set_page_config(page_title="Đối sánh", page_icon=icon(), layout="wide")
st.navigation(
    [
        st.Page(page.script, title=word(page.name, "vi"), url_path=page.path, default=not page.path)
        for page in (*PAGES, EMBED)
    ],
    position="hidden",
).run()
