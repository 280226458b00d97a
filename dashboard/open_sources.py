"""The page script of Nguồn / Sources."""

from dashboard.views import opening, sources

opening.show(sources.show)
