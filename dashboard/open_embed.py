"""The page script of one chart alone, for a frame in another page."""

from dashboard.views import embed, opening

opening.show(embed.show)
