"""The page script of Đối sánh hai số liệu / Two figures side by side."""

from dashboard.web.components import page_frame
from dashboard.web.pages import pair

page_frame.show(pair.show)
