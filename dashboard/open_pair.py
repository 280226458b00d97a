"""The page script of Đối sánh hai số liệu / Two figures side by side."""

from dashboard.views import opening, pair

opening.show(pair.show)
