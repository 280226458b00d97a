"""The picker where one place is chosen, or none: of several choices the last counts."""

from __future__ import annotations

from functools import partial

from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.web.components import picker, place_options
from dashboard.web.pages.compare_url import Address, Choice, choice

PLACE = "place"
"""The place in the address, and in the session's state; "" for none."""


def address(page: str, dataset: Dataset) -> Address[Choice]:
    """The view of a page about one place, or none."""
    return choice(page, PLACE, lambda id: not id or known(id, dataset))


def known(id: str, dataset: Dataset) -> bool:
    """Whether there is such a place, be there figures of it or not."""
    return id in dataset.localities or dataset.units.get(id) is not None


def choose(address: Address[Choice], dataset: Dataset, language: Language, key: str) -> None:
    """Show the picker, without its offers to add more; ``key`` is its own in the app."""
    strings = picker.STRINGS[language] | {"label": word("place_label", language)}
    strings |= dict.fromkeys(("add_within", "add_within_figures", "add_one"), "")
    place, keep = address.view().one, address.choose("one")

    def take(chosen: list[str]) -> None:
        """Keep the place chosen last."""
        keep(([id for id in chosen if id != place] or chosen or [""])[-1])

    options = place_options.options(dataset, language)
    if place and place not in {one.id for one in options} and dataset.units.get(place):
        options = [*options, place_options.other(place, dataset, language)]
    chosen = [place] if place else []
    others = partial(known, dataset=dataset)
    picker.pick(options, chosen, strings=strings, key=key, on_change=take, others=others)
