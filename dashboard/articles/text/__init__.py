"""The text of an article: paragraphs, sentences, numerals, phrases, and the places that it names."""
