"""The page script of Địa phương / Locality."""

from dashboard.web.components import page_frame
from dashboard.web.pages import locality

page_frame.show(locality.show)
