"""Tabell 13 of the report: the coefficients that the panel of job seekers must return."""

import csv
import math
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_PATH = Path(__file__).resolve().parents[2] / "stdlib" / "data" / "table13.csv"

# The omitted category of the factors whose reference the table leaves unprinted.
UNPRINTED_REFERENCE = {"duration": "over_48", "measure": "none", "chain": "none", "rest": "none"}

# Factors that change from month to month within a spell; the others stand still for long runs of months.
MOVING_FACTORS = ("duration", "measure", "chain", "rest")


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
class Table13:
    """One model of Tabell 13: a constant, a frailty variance and factors."""

    model: int
    constant: float = 0.0
    frailty_variance: float = 0.0
    factors: dict[str, Factor] = field(default_factory=dict)


def panel_term(group: str, key: str) -> tuple[str, str]:
    """The panel's column and value for a group and key of the table."""
    if group in ("measure_during", "measure_after"):
        return "measure", f"{group.removeprefix('measure_')}_{key}"
    return group, key.removesuffix("_last") if group == "chain" else key


def read_table(path: Path, model: int) -> Table13:
    """Reads one model from the rows `model,group,key,coef,se,reference,line`."""
    table = Table13(model)
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
