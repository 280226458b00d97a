"""The page script of So sánh / Compare."""

from dashboard.views import compare, opening

opening.show(compare.show)
