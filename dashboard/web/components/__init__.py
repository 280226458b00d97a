"""Parts that several pages have: controls, tables, texts, links."""
