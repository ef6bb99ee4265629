"""A small panel drawn from Tabell 13 with NumPy, so that the estimator is tested without the simulator.

Categories are about as common as they need to be to exercise every coefficient; only the hazard is the report's.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from panel import IDENTITY_COLUMNS, NUMBER_COLUMNS
from table13 import MOVING_FACTORS, Table13

LAST_MONTH = 72
MEASURE_START, SECOND_START, MEASURE_END, EXIT = 0.11, 0.06, 0.36, 0.04
SPELLS_PER_PERSON = 2

# Bands of the clocks that run while a person is registered: category and its first month.
AGE = [("up_to_19", 0), ("20_29", 20), ("30_39", 30), ("40_49", 40), ("50_59", 50), ("60_67", 60)]
RESIDENCE = [("0_1", 0), ("2_3", 2), ("4_6", 4), ("7_10", 7), ("11_15", 11), ("16_20", 16), ("over_20", 21)]


def duration_key(month: int) -> str:
    """The report's category of the month of a spell, counted from 1."""
    if month <= 24:
        return f"month_{month}"
    for first, last in ((25, 27), (28, 30), (31, 33), (34, 36), (37, 42), (43, 48)):
        if month <= last:
            return f"month_{first}_{last}"
    return "over_48"


def simulate_panel(table: Table13, persons: int, seed: int, path: Path) -> None:
    """Writes spells of `persons` persons, two each, in the format of `policy-repl panel job_seekers`."""
    random = np.random.default_rng(seed)
    spells = persons * SPELLS_PER_PERSON
    person = np.repeat(np.arange(persons), SPELLS_PER_PERSON)
    factors = table.factors
    fixed = {
        name: np.repeat(random.choice(list(factor.truth), persons, p=shares(len(factor.truth))), SPELLS_PER_PERSON)
        for name, factor in factors.items()
        if name not in (*MOVING_FACTORS, "age", "residence_years")
    }
    second = np.tile(np.arange(SPELLS_PER_PERSON), persons) * LAST_MONTH / 12
    age = np.repeat(random.triangular(17, 28, 61, persons), SPELLS_PER_PERSON) + second
    residence = np.repeat(random.exponential(6, persons), SPELLS_PER_PERSON) + second
    unknown_residence = np.repeat(random.random(persons) < 0.04, SPELLS_PER_PERSON)
    frailty = np.repeat(random.normal(0, np.sqrt(table.frailty_variance), persons), SPELLS_PER_PERSON)
    constant_part = table.constant + frailty + sum(effect(factors[name].truth, fixed[name]) for name in fixed)

    kinds = [key.removeprefix("during_") for key in factors["measure"].coefficients if key.startswith("during_")]
    measure = np.full(spells, "none", dtype=object)
    chain, rest = measure.copy(), measure.copy()
    censored = random.integers(6, LAST_MONTH + 1, spells)
    live = np.arange(spells)
    months = []
    for month in range(1, LAST_MONTH + 1):
        live = live[month <= censored[live]]
        advance_measures(random, live, kinds, factors, measure, chain, rest)
        columns = {name: fixed[name][live] for name in fixed}
        columns["age"] = band(age[live] + month / 12, AGE)
        columns["residence_years"] = np.where(
            unknown_residence[live], "unknown", band(residence[live] + month / 12, RESIDENCE)
        )
        columns["duration"] = np.full(len(live), duration_key(month), dtype=object)
        columns["measure"] = measure[live]
        columns |= {name: values[live] for name, values in (("chain", chain), ("rest", rest)) if name in factors}
        moving = [name for name in columns if name not in fixed]
        predictor = constant_part[live] + sum(effect(factors[name].truth, columns[name]) for name in moving)
        event = random.random(len(live)) < -np.expm1(-np.exp(predictor))
        columns |= {"person": person[live], "spell": live % SPELLS_PER_PERSON + 1, "event": event.astype(int)}
        columns |= {"linear_predictor": predictor, "frailty": frailty[live]}
        months.append(pd.DataFrame(columns).assign(month=month))
        live = live[~event & (random.random(len(live)) >= EXIT)]
    frame = pd.concat(months).sort_values(["person", "spell", "month"], kind="stable")
    order = [*IDENTITY_COLUMNS, "duration", "event", *(name for name in factors if name != "duration"), *NUMBER_COLUMNS]
    frame[order].to_csv(path, index=False, float_format="%.9f")


def advance_measures(random, live, kinds, factors, measure, chain, rest) -> None:
    """One month of starts and ends; a second measure shows in `chain` and `rest` where the model has them."""
    state = measure[live].astype(str)
    during = np.char.startswith(state, "during_")
    after = np.char.startswith(state, "after_")
    draw = random.random(len(live))
    ends = during & (draw < MEASURE_END)
    starts = ~during & (draw < np.where(after, SECOND_START, MEASURE_START))
    measure[live[ends]] = [f"after_{value.removeprefix('during_')}" for value in state[ends]]
    for column in (chain, rest):
        column[live[ends]] = [str(value).replace("during_", "after_", 1) for value in column[live[ends]]]
    for row, before in zip(live[starts], state[starts]):
        kind = kinds[random.integers(len(kinds))]
        if before != "none":
            pair = f"during_{before.removeprefix('after_')}_{kind}"
            chain[row] = pair if "chain" in factors and pair in factors["chain"].coefficients else "none"
            rest[row] = f"during_{kind}" if "rest" in factors else "none"
        measure[row] = f"during_{kind}"


def effect(truth: dict[str, float], values: np.ndarray) -> np.ndarray:
    codes, keys = pd.factorize(values)
    return np.array([truth[key] for key in keys])[codes]


def band(years: np.ndarray, bands: list[tuple[str, int]]) -> np.ndarray:
    names = np.array([name for name, _ in bands], dtype=object)
    return names[np.searchsorted([first for _, first in bands], years, side="right") - 1]


def shares(size: int) -> np.ndarray:
    """Unequal shares, the rarest about a tenth of the commonest."""
    share = np.geomspace(1, 0.1, size)
    return share / share.sum()
