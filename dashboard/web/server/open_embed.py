"""The page script of one chart alone, for a frame in another page."""

from dashboard.web.components import page_frame
from dashboard.web.pages import embed

page_frame.show(embed.show)
