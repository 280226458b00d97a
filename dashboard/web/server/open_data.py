"""The page script of Dữ liệu / Data."""

from dashboard.web.components import page_frame
from dashboard.web.pages import data

page_frame.show(data.show)
