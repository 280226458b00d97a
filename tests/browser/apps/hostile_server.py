"""``python -m tests.browser.apps.hostile_server PORT ROOT FIRST``: the dashboard, every text of its data like markup.

ROOT is a small data set; FIRST the string to begin with (``tests.hostile``).
"""

import sys
from pathlib import Path

from dashboard.checks.loading import load
from dashboard.web.server import store
from dashboard.web.server.serving import serve
from tests.hostile import Maker

if __name__ == "__main__":
    port, root, first = int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    dataset, _ = load(root)
    assert dataset
    good = Maker(first, several=5).good(dataset)
    store.current = lambda *_: store.Now(good, [])
    sys.exit(serve(root, "127.0.0.1", port, None))
