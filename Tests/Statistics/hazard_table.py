"""The report's tables of the transition to work from NAV: the coefficients that a panel must return.

What a panel must hold follows from the rows of its table: the measures, the chains, the later measures, and whether
there is a frailty.
"""

import argparse
import csv
import math
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "stdlib" / "data"

# The panel of `policy-repl panel NAME`: the report's name of its table and the file that holds it.
TABLES = {"job_seekers": ("Tabell 13", DATA / "table13.csv"), "reduced_capacity": ("Tabell 14", DATA / "table14.csv")}

# The omitted category of the factors whose reference the table leaves unprinted.
UNPRINTED_REFERENCE = {"duration": "over_48", "measure": "none", "chain": "none", "rest": "none"}

# Columns that say which term of a measure acts; in a month at most one of them says anything but none.
MEASURE_FACTORS = ("measure", "chain", "rest")

# Factors that change from month to month within a spell; the others stand still for long runs of months.
MOVING_FACTORS = ("duration", *MEASURE_FACTORS)


class InputError(Exception):
    """The table, the panel or the command line cannot be used."""


@dataclass
class Factor:
    """One categorical column of the panel, its reference and the true coefficient of every other key."""

    name: str
    reference: str = ""
    coefficients: dict[str, float] = field(default_factory=dict)

    def printed(self, key: str) -> tuple[str, str]:
        """The group and key that the table prints for a value of the panel's column."""
        if self.name != "measure":
            return self.name, key
        when, kind = key.split("_", 1)
        return f"measure_{when}", kind

    @property
    def truth(self) -> dict[str, float]:
        return {self.reference: 0.0} | self.coefficients


@dataclass
class HazardTable:
    """One model of a table: a constant, a frailty variance and factors."""

    title: str
    model: int
    constant: float = 0.0
    frailty_variance: float | None = None  # none in a table without random effect
    factors: dict[str, Factor] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.title}, model {self.model}"

    @property
    def kinds(self) -> list[str]:
        """The measures."""
        keys = self.factors["measure"].coefficients
        return [key.removeprefix("during_") for key in keys if key.startswith("during_")]

    @property
    def chains(self) -> dict[tuple[str, str], str]:
        """The key of the chain, without its phase, for each two measures that form one."""
        keys = self.factors["chain"].coefficients if "chain" in self.factors else {}
        pairs = {f"{first}_{second}": (first, second) for first in self.kinds for second in self.kinds}
        return {pairs[pair]: pair for pair in dict.fromkeys(key.split("_", 1)[1] for key in keys)}


def panel_term(group: str, key: str) -> tuple[str, str]:
    """The panel's column and value for a group and key of the table."""
    if group in ("measure_during", "measure_after"):
        return "measure", f"{group.removeprefix('measure_')}_{key}"
    return group, key.removesuffix("_last") if group == "chain" else key


def add_table_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--table", choices=TABLES, required=True, help="what the panel is of: Tabell 13 or Tabell 14")
    parser.add_argument("--model", type=int, choices=(1, 2, 3), default=1)
    parser.add_argument("--coefficients", type=Path, help="the table as CSV (default: the one in stdlib/data)")


def chosen_table(options: argparse.Namespace) -> HazardTable:
    title, path = TABLES[options.table]
    return read_table(title, options.coefficients or path, options.model)


def read_table(title: str, path: Path, model: int) -> HazardTable:
    """Reads one model from the rows `model,group,key,coef,se,reference,line`."""
    table = HazardTable(title, model)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["model"] == str(model)]
        for row in rows:
            group, key, value = row["group"], row["key"], float(row["coef"] or 0)
            if group == "constant":
                table.constant = value
            elif group == "lnsig2u":
                table.frailty_variance = math.exp(value)
            elif group != "observations":
                column, key = panel_term(group, key)
                factor = table.factors.setdefault(column, Factor(column, UNPRINTED_REFERENCE.get(column, "")))
                if row["reference"] in ("true", "1", "yes"):
                    factor.reference = key
                else:
                    factor.coefficients[key] = value
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except (KeyError, ValueError) as error:
        raise InputError(f"{path}: not a table of coefficients ({error})") from None
    if not table.factors:
        raise InputError(f"{path}: no model {model}")
    for factor in table.factors.values():
        if not factor.reference:
            raise InputError(f"{path}: model {model} has no reference for {factor.name}")
    return table
