"""The page script of Địa phương / Locality."""

from dashboard.views import locality, opening

opening.show(locality.show)
