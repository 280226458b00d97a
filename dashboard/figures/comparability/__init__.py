"""When two figures may stand on one axis, and what must be said when they do: ``judge``, by data/rules.yaml."""

from dashboard.figures.comparability.judging import judge, panel_key, ranked, set_apart
from dashboard.figures.comparability.verdict import Judgement, Reason, Verdict

__all__ = ["Judgement", "Reason", "Verdict", "judge", "panel_key", "ranked", "set_apart"]
