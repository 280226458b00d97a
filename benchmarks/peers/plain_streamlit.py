"""A plain Streamlit page: a filter, six times ``st.plotly_chart``, a table."""

from __future__ import annotations

import streamlit as st
from drawing import SAVING, content, figure, table

st.set_page_config(page_title="Streamlit", layout="wide")
st.title("Streamlit")
labels = dict(content()["places"])
chosen = st.pills("Địa phương", list(labels), selection_mode="multi", format_func=labels.__getitem__)
columns = st.columns(2)
for number, chart in enumerate(content()["charts"]):
    with columns[number % 2]:
        st.plotly_chart(figure(chart, chosen), key=chart["id"], config=SAVING)
st.dataframe(table(chosen), hide_index=True)
