"""The page script of Nguồn / Sources."""

from dashboard.web.components import page_frame
from dashboard.web.pages import sources

page_frame.show(sources.show)
