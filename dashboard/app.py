"""The app that Streamlit runs: settings, data, page. Started by ``doisanh serve``."""

from __future__ import annotations

import streamlit as st

from dashboard import store
from dashboard.settings import Settings
from dashboard.views import compare, faults

st.set_page_config(page_title="Đối sánh", page_icon=":material/bar_chart:", layout="wide")
good, problems = store.current(Settings.from_environment().root)
if good is None:
    faults.nothing_to_show(problems)
else:
    if problems:
        faults.banner(problems)
    compare.show(good)
