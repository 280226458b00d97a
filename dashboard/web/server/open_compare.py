"""The page script of So sánh / Compare."""

from dashboard.web.components import page_frame
from dashboard.web.pages import compare

page_frame.show(compare.show)
