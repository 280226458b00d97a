"""``python -m dashboard.cli.schema``: writes the JSON schemas in data/schema/."""

from __future__ import annotations

import sys
from pathlib import Path

from dashboard.checks.loading import load
from dashboard.records import atomic_write
from dashboard.records.json_schemas import schemas
from dashboard.records.problems import report


def main(root: Path) -> int:
    """Write the schemas of the data under ``root``. Returns the exit code: 1 when the data has problems."""
    dataset, problems = load(root)
    if dataset is None:
        sys.stderr.write(f"{report(problems, 'en')}\n")
        return 1
    folder = root / "data" / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in schemas(dataset).items():
        atomic_write.write(folder / name, text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
