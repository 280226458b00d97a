"""The place picker for one place or none: a new choice replaces the last."""

from __future__ import annotations

from functools import partial

from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.web.components import picker, place_options
from dashboard.web.components.page_url import Choice, PageUrl, choice

PLACE = "place"
"""The name of the place in the address and in session_state; "" for none."""


def page_url(page: str, dataset: Dataset) -> PageUrl[Choice]:
    """The page URL of a page about one place, or none."""
    return choice(page, PLACE, lambda id: not id or known(id, dataset))


def known(id: str, dataset: Dataset) -> bool:
    """Whether there is such a place, with figures or without."""
    return id in dataset.localities or dataset.units.get(id) is not None


def choose(url: PageUrl[Choice], dataset: Dataset, language: Language, key: str) -> None:
    """Show the picker, without its offers to add more places; ``key`` is unique in the app."""
    strings = picker.own_words(language) | {"label": word("place_label", language)}
    strings |= dict.fromkeys(("add_within", "add_within_figures", "add_one"), "")
    place, keep = url.view().one, url.choose("one")

    def take(chosen: list[str]) -> None:
        """Keep the place chosen last; none, where it was taken away."""
        newly_chosen = [id for id in chosen if id != place]
        keep((newly_chosen or chosen or [""])[-1])

    options = place_options.options(dataset, language)
    if place and place not in {one.id for one in options} and dataset.units.get(place):
        options = [*options, place_options.other(place, dataset, language)]
    chosen = [place] if place else []
    others = partial(known, dataset=dataset)
    picker.pick(options, chosen, strings=strings, key=key, on_change=take, others=others)
