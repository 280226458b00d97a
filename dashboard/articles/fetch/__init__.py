"""An article taken from its page on the web: the page, and in it the article's own text."""
