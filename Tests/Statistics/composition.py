#!/usr/bin/env python3
"""Compares who has measures and who has none with Vedlegg 4: the last spell of each person in a panel.

    policy-repl panel job_seekers --persons 300000 --out panel.csv
    composition.py panel.csv --table job_seekers

Prints percent with and without measures, of the report and of the panel. It checks nothing: the panel has unfinished
spells too, and how far the composition may differ is a question of judgement.
Exit status: 0 printed, 2 the input cannot be used.
"""

import argparse
import sys
from pathlib import Path

import pandas as pd

ANNEXES = {"job_seekers": "annex4_jobseekers.csv", "reduced_capacity": "annex4_reduced_capacity.csv"}
FACTORS = ["sex", "age", "reason", "education", "health"]
# What the annex calls otherwise than the panel.
KEYS = {"refugee_asylum": "flight_asylum"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("panel", type=Path, help="the file that `policy-repl panel` wrote")
    parser.add_argument("--table", choices=sorted(ANNEXES), required=True)
    options = parser.parse_args()
    data = Path(__file__).resolve().parents[2] / "stdlib" / "data"
    try:
        columns = ["person", "spell", "measure", *FACTORS]
        months = pd.read_csv(options.panel, keep_default_na=False, usecols=columns)
        annex = pd.read_csv(data / ANNEXES[options.table], keep_default_na=False)
    except (OSError, ValueError) as error:
        print(f"composition: {error}", file=sys.stderr)
        return 2
    persons = last_spells(months)
    print(f"{len(persons)} persons, {100 * persons['had_measure'].mean():.0f} % with measures")
    print(f"{'':36}{'with measures':>20}{'without':>16}{'difference':>16}")
    print(f"{'':36}{'report':>12}{'panel':>8}{'report':>8}{'panel':>8}{'report':>8}{'panel':>8}")
    for factor in FACTORS:
        shares = [
            100 * persons.loc[persons["had_measure"] == had, factor].value_counts(normalize=True)
            for had in (True, False)
        ]
        for row in annex[annex["group"] == factor].itertuples():
            found = [share.get(KEYS.get(row.key, row.key)) for share in shares]
            if None in found:
                continue
            printed = [float(row.percent_with_measures), float(row.percent_without_measures)]
            print(
                f"{factor:10}{row.key:26}{printed[0]:12.0f}{found[0]:8.1f}{printed[1]:8.0f}{found[1]:8.1f}"
                f"{printed[0] - printed[1]:+8.0f}{found[0] - found[1]:+8.1f}"
            )
    return 0


def last_spells(months: pd.DataFrame) -> pd.DataFrame:
    """The first month of each person's last spell, and whether the spell had a measure."""
    spells = months.assign(had_measure=months["measure"] != "none").groupby(["person", "spell"], sort=True)
    first = spells.first()
    first["had_measure"] = spells["had_measure"].any()
    return first.reset_index().groupby("person").last()


if __name__ == "__main__":
    sys.exit(main())
