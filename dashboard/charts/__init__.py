"""From figures to pictures: what a chart shows (plan), how wide its words are (measure), where it goes (draw)."""
