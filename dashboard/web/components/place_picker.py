"""The picker where one place is chosen, or none: of several choices the last counts."""

from __future__ import annotations

from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.web.components import picker, place_options
from dashboard.web.pages.compare_url import Address, Choice, choice

PLACE = "place"
"""The place in the address, and in the session's state; "" for none."""


def address(page: str, dataset: Dataset) -> Address[Choice]:
    """The view of a page about one place, or none."""
    return choice(page, PLACE, lambda id: not id or id in dataset.localities)


def choose(address: Address[Choice], dataset: Dataset, language: Language, key: str) -> None:
    """Show the picker, without its offers to add more; ``key`` is its own in the app."""
    strings = picker.own_words(language) | {"label": word("place_label", language)}
    strings |= dict.fromkeys(("add_within", "add_within_figures", "add_one"), "")
    place, keep = address.view().one, address.choose("one")

    def take(chosen: list[str]) -> None:
        """Keep the place chosen last."""
        keep(([id for id in chosen if id != place] or chosen or [""])[-1])

    options = place_options.options(dataset, language)
    picker.pick(options, [place] if place else [], strings=strings, key=key, on_change=take)
