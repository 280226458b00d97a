"""The app that Streamlit runs: its window and its pages. Started by ``doisanh serve``."""

from __future__ import annotations

import streamlit as st
from PIL import Image, ImageDraw

from dashboard.palette import LIGHT


def icon() -> Image.Image:
    """Two bars set side by side: drawn here, since a named icon would be fetched from outside."""
    image = Image.new("RGBA", (32, 32))
    draw = ImageDraw.Draw(image)
    draw.rectangle((3, 5, 28, 13), fill=LIGHT["bar"])
    draw.rectangle((3, 18, 18, 26), fill=LIGHT["bar2"])
    return image


st.set_page_config(page_title="Đối sánh", page_icon=icon(), layout="wide")
st.navigation(
    [
        st.Page("open_compare.py", title="So sánh", default=True),
        st.Page("open_pair.py", title="Hai số liệu", url_path="pair"),
        st.Page("open_locality.py", title="Địa phương", url_path="place"),
        st.Page("open_sources.py", title="Nguồn", url_path="sources"),
        st.Page("open_data.py", title="Dữ liệu", url_path="data"),
        st.Page("open_method.py", title="Phương pháp", url_path="method"),
        st.Page("open_embed.py", title="Đối sánh", url_path="embed"),
    ],
    position="hidden",
).run()
