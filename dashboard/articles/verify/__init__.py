"""Proof against the articles' own texts: each figure by its phrase, each numeral of a text accounted for."""
