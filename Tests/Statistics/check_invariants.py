#!/usr/bin/env python3
"""Checks the rows of a panel one by one: nothing impossible, and every hazard as the report's table says.

    policy-repl panel job_seekers --model 1 --out panel.csv
    check_invariants.py panel.csv --table job_seekers --model 1

Exit status: 0 all hold, 1 one is broken (the first rows that break it are shown), 2 the input cannot be used.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from broken_panels import FAULTS, LATER_MEASURE_FAULTS, NO_FRAILTY_FAULTS
from hazard_table import HazardTable, InputError, add_table_options, chosen_table
from invariants import INVARIANTS, Spells
from panel import read_panel, write_panel
from simulated_panel import LAST_MONTH, SPELLS_PER_PERSON, simulate_panel


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("panel", type=Path, nargs="?", help="the file that `policy-repl panel` wrote")
    add_table_options(parser)
    parser.add_argument("--months", type=int, default=76, help="length of the observed window (default 76)")
    parser.add_argument("--self-test", action="store_true", help="simulate a panel: it must pass, broken ones fail")
    options = parser.parse_args()
    if (options.panel is None) != options.self_test:
        parser.error("give either a panel or --self-test")
    try:
        table = chosen_table(options)
        if options.self_test:
            return 0 if self_test(table) else 1
        return 0 if check(Spells(read_panel(options.panel, table), table, options.months)) else 1
    except InputError as error:
        print(f"check_invariants: {error}", file=sys.stderr)
        return 2


def check(spells: Spells) -> bool:
    """Prints every invariant with the first rows that break it; says whether all hold."""
    panel = spells.panel
    print(f"{len(panel):,} person-months in {len(spells.first):,} spells, {spells.late_entries:,} of them joined late")
    broken = 0
    for invariant in INVARIANTS:
        rows = invariant(spells)
        print(f"  {'BROKEN' if len(rows) else 'ok':7} {invariant.__doc__.splitlines()[0]}")
        for row in rows[:3]:
            print(f"          {spells.describe(row)}")
        if len(rows):
            broken += 1
            print(f"          {len(rows):,} rows")
    print(f"invariants, {spells.table}: " + (f"{broken} BROKEN" if broken else "all hold"))
    return broken == 0


def self_test(table: HazardTable) -> bool:
    """A panel drawn from the table keeps the invariants; a panel with a fault breaks the one that is meant for it."""
    months = LAST_MONTH * SPELLS_PER_PERSON
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "panel.csv"
        write_panel(simulate_panel(table, 3000, 1), path)
        panel = read_panel(path, table)
    passed = check(Spells(panel, table, months))
    print("\nA fault must be noticed:")
    faults = list(FAULTS)
    if not table.factors.keys().isdisjoint(("chain", "rest")):
        faults += LATER_MEASURE_FAULTS
    if table.frailty_variance is None:
        faults += NO_FRAILTY_FAULTS
    for fault, invariant in faults:
        noticed = len(invariant(Spells(fault(panel), table, months))) > 0
        passed &= noticed
        print(f"  {'noticed' if noticed else 'MISSED':8} {invariant.__doc__.splitlines()[0]}")
    print(f"\nself-test of the invariants, {table}: " + ("passed" if passed else "FAILED"))
    return passed


if __name__ == "__main__":
    sys.exit(main())
