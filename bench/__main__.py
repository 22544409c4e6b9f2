"""All measurements in one run, one table at the end: `python -m bench [--lines 1000000]`.

Run it with nothing else on the machine. Each part also runs alone: `python -m bench.append`, `bench.projections`,
`bench.page`.
"""

from __future__ import annotations

import argparse

from bench import append, page, projections
from bench.table import print_table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000, help="lines of the long record that is read")
    lines: int = parser.parse_args().lines
    rows = [*append.figures(), *projections.figures(lines), *page.figures(lines)]
    print_table(rows)


if __name__ == "__main__":
    main()
