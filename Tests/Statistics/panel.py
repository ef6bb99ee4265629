"""The person-months that `policy-repl panel` writes, as columns of category numbers."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from hazard_table import MEASURE_FACTORS, HazardTable, InputError

IDENTITY_COLUMNS = ["person", "spell"]
NUMBER_COLUMNS = ["linear_predictor", "frailty"]


@dataclass
class Panel:
    """Columns of equal length, one entry a person-month, in the order of the file."""

    person: np.ndarray
    spell: np.ndarray
    event: np.ndarray
    linear_predictor: np.ndarray
    frailty: np.ndarray
    keys: dict[str, list[str]]  # factor → keys, the reference first
    codes: dict[str, np.ndarray]  # factor → index into its keys

    def __len__(self) -> int:
        return len(self.event)

    def spell_starts(self) -> np.ndarray:
        """The first row of every unbroken run of one person's spell."""
        return run_starts(self.person, self.spell)

    def true_predictor(self, table: HazardTable) -> np.ndarray:
        """x'b + frailty, summed from the table, not taken from the panel."""
        total = table.constant + self.frailty
        for name, factor in table.factors.items():
            truth = factor.truth
            total = total + np.array([truth[key] for key in self.keys[name]])[self.codes[name]]
        return total


def run_starts(*columns: np.ndarray) -> np.ndarray:
    """The first row of every run in which all the columns stand still."""
    changed = np.zeros(len(columns[0]), dtype=bool)
    changed[:1] = True
    for column in columns:
        changed[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(changed)


def read_panel(path: Path, table: HazardTable) -> Panel:
    """Reads the file strictly: the columns are those of the table, and every value is one of its keys."""
    types = {name: np.int64 for name in IDENTITY_COLUMNS}
    types |= {name: np.float64 for name in NUMBER_COLUMNS}
    types |= {name: "category" for name in [*table.factors, "event"]}
    try:
        header = pd.read_csv(path, nrows=0).columns
        missing = [name for name in types if name not in header]
        if missing:
            raise InputError(f"{table} needs the missing columns {', '.join(missing)}")
        types |= {name: "category" for name in MEASURE_FACTORS if name in header}
        strangers = [name for name in header if name not in types]
        if strangers:
            raise InputError(f"{table} does not know the columns {', '.join(strangers)}")
        frame = pd.read_csv(path, dtype=types, na_filter=False)
        if frame.empty:
            raise InputError("no person-months")
        keys = {name: list(factor.truth) for name, factor in table.factors.items()}
        for name in MEASURE_FACTORS:
            if name in frame and name not in keys:  # without coefficients in this model
                codes_of(frame, name, ["none"], table)
        return Panel(
            person=frame["person"].to_numpy(),
            spell=frame["spell"].to_numpy(),
            event=codes_of(frame, "event", ["0", "1"], table).astype(np.float64),
            linear_predictor=frame["linear_predictor"].to_numpy(),
            frailty=frame["frailty"].to_numpy(),
            keys=keys,
            codes={name: codes_of(frame, name, keys[name], table) for name in keys},
        )
    except (OSError, ValueError, InputError) as error:
        raise InputError(f"{path}: {error}") from None


def codes_of(frame: pd.DataFrame, column: str, keys: list[str], table: HazardTable) -> np.ndarray:
    """The column's values as indices into `keys`; a value that is no key is an error."""
    found = [str(value) for value in frame[column].cat.categories]
    # The panel may write a chain's key with or without the table's suffix.
    found = [value.removesuffix("_last") if column == "chain" else value for value in found]
    strangers = [value for value in found if value not in keys]
    if strangers:
        raise InputError(f"{table} does not know these values of {column}: {', '.join(strangers)}")
    place = np.array([keys.index(value) for value in found], dtype=np.int16)
    return place[frame[column].cat.codes.to_numpy()]


def write_panel(panel: Panel, path: Path) -> None:
    """Writes the panel as `policy-repl panel` does."""
    columns = {"person": panel.person, "spell": panel.spell, "event": panel.event.astype(int)}
    columns |= {name: pd.Categorical.from_codes(codes, panel.keys[name]) for name, codes in panel.codes.items()}
    columns |= {name: getattr(panel, name) for name in NUMBER_COLUMNS}
    pd.DataFrame(columns).to_csv(path, index=False, float_format="%.9f")
