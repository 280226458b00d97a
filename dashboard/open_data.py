"""The page script of Dữ liệu / Data."""

from dashboard.views import data, opening

opening.show(data.show)
