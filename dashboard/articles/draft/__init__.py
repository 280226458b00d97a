"""From a new article's text: a first record for ``seeds/`` and a first file for ``data/figures/``, to be edited.

What the text does not settle is marked to be decided: ``check`` refuses it until a curator has decided.
"""
