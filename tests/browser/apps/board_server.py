"""``python -m tests.browser.apps.board_server PORT``: the board's test page, served as the dashboard is."""

import sys
from pathlib import Path

from dashboard.web.server.serving import run

if __name__ == "__main__":
    sys.exit(run(Path(__file__).with_name("board_app.py"), "127.0.0.1", int(sys.argv[1])))
