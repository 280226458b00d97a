"""The page script of Phương pháp / Method."""

from dashboard.web.components import page_frame
from dashboard.web.pages import method

page_frame.show(method.show)
