"""The page script of Phương pháp / Method."""

from dashboard.views import method, opening

opening.show(method.show)
