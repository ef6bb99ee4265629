#!/usr/bin/env python3
"""Compares who has measures and who has none with Vedlegg 4: the last spell of each person in a panel.

    policy-repl panel job_seekers --persons 300000 --model 3 --out panel.csv
    composition.py panel.csv --table job_seekers --model 3

Prints percent with and without measures, of the report and of the panel. It checks nothing: the panel has unfinished
spells too, and how far the composition may differ is a question of judgement.
Exit status: 0 printed, 2 the input cannot be used.
"""

import argparse
import csv
import sys
from pathlib import Path

import numpy as np

from hazard_table import DATA, MEASURE_FACTORS, InputError, add_table_options, chosen_table
from panel import Panel, read_panel, run_starts

ANNEXES = {"job_seekers": "annex4_jobseekers.csv", "reduced_capacity": "annex4_reduced_capacity.csv"}
FACTORS = ["sex", "age", "reason", "education", "health"]
# What the annex calls otherwise than the panel.
KEYS = {"refugee_asylum": "flight_asylum"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("panel", type=Path, help="the file that `policy-repl panel` wrote")
    add_table_options(parser)
    options = parser.parse_args()
    try:
        panel = read_panel(options.panel, chosen_table(options))
        with open(DATA / ANNEXES[options.table], encoding="utf-8", newline="") as file:
            annex = [row for row in csv.DictReader(file) if row["group"] in FACTORS]
    except (OSError, InputError) as error:
        print(f"composition: {error}", file=sys.stderr)
        return 2
    starts, had_measure = last_spells(panel)
    print(f"{len(starts)} persons, {100 * had_measure.mean():.0f} % with measures")
    print(f"{'':36}{'with measures':>20}{'without':>16}{'difference':>16}")
    print(f"{'':36}{'report':>12}{'panel':>8}{'report':>8}{'panel':>8}{'report':>8}{'panel':>8}")
    for row in annex:
        factor, key = row["group"], KEYS.get(row["key"], row["key"])
        if key not in panel.keys[factor]:
            continue
        is_key = panel.codes[factor][starts] == panel.keys[factor].index(key)
        found = [100 * is_key[had_measure].mean(), 100 * is_key[~had_measure].mean()]
        printed = [float(row["percent_with_measures"]), float(row["percent_without_measures"])]
        print(
            f"{factor:10}{row['key']:26}{printed[0]:12.0f}{found[0]:8.1f}{printed[1]:8.0f}{found[1]:8.1f}"
            f"{printed[0] - printed[1]:+8.0f}{found[0] - found[1]:+8.1f}"
        )
    return 0


def last_spells(panel: Panel) -> tuple[np.ndarray, np.ndarray]:
    """The first row of each person's last spell, and whether the spell had a measure."""
    starts = panel.spell_starts()
    on_measure = np.zeros(len(panel), dtype=bool)
    for name in MEASURE_FACTORS:
        if name in panel.codes:
            on_measure |= panel.codes[name] != panel.keys[name].index("none")
    had_measure = np.logical_or.reduceat(on_measure, starts)
    last = np.append(run_starts(panel.person[starts])[1:], len(starts)) - 1
    return starts[last], had_measure[last]


if __name__ == "__main__":
    sys.exit(main())
