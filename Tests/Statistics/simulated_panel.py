"""A small panel drawn from a table with NumPy, so that the estimator is tested without the simulator.

Categories are about as common as they need to be to exercise every coefficient; only the hazard is the report's.
"""

import numpy as np

from hazard_table import MEASURE_FACTORS, MOVING_FACTORS, HazardTable
from panel import Panel

LAST_MONTH = 72
MEASURE_START, SECOND_START, MEASURE_END, EXIT = 0.11, 0.15, 0.2, 0.04
CHAIN_SHARE = 0.8  # of the measures that follow one which may begin a chain
SPELLS_PER_PERSON = 2

# Bands of the clocks that run while a person is registered: category and its first month or year.
AGE = {"up_to_19": 0, "20_29": 20, "30_39": 30, "40_49": 40, "50_59": 50, "60_67": 60}
RESIDENCE = {"0_1": 0, "2_3": 2, "4_6": 4, "7_10": 7, "11_15": 11, "16_20": 16, "over_20": 21}
DURATION = {f"month_{month}": month for month in range(1, 25)}
LONG_BANDS = ((25, 27), (28, 30), (31, 33), (34, 36), (37, 42), (43, 48))
DURATION |= {f"month_{first}_{last}": first for first, last in LONG_BANDS}
DURATION |= {"over_48": 49}


class Measures:
    """The measures of every spell, and the column and key whose term acts."""

    def __init__(self, table: HazardTable, keys: dict[str, list[str]], spells: int):
        self.columns = [name for name in MEASURE_FACTORS if name in keys]
        self.kinds, self.chains = table.kinds, table.chains
        self.codes = {name: {key: code for code, key in enumerate(keys[name])} for name in self.columns}
        self.kind = np.full(spells, -1)
        self.count = np.zeros(spells, dtype=int)
        self.is_during = np.zeros(spells, dtype=bool)
        self.column = np.zeros(spells, dtype=int)
        self.code = np.zeros((2, spells), dtype=int)  # after and during

    def advance(self, random: np.random.Generator, live: np.ndarray) -> None:
        """One month of starts and ends."""
        draw = random.random(len(live))
        is_during = self.is_during[live]
        self.is_during[live[is_during & (draw < MEASURE_END)]] = False
        starts = draw < np.where(self.count[live] > 0, SECOND_START, MEASURE_START)
        self.start(random, live[~is_during & starts])

    def start(self, random: np.random.Generator, rows: np.ndarray) -> None:
        """Measures start: a term of their chain or of later measures acts in the place of the plain one."""
        before = self.kind[rows]
        kind = random.integers(len(self.kinds), size=len(rows))
        may_chain = random.random(len(rows)) < CHAIN_SHARE
        for first in dict.fromkeys(first for first, _ in self.chains):
            seconds = [self.kinds.index(second) for begin, second in self.chains if begin == first]
            chained = may_chain & (before == self.kinds.index(first))
            kind[chained] = random.choice(seconds, chained.sum())
        self.count[rows] += 1
        self.kind[rows] = kind
        self.is_during[rows] = True
        self.act(rows, kind, "measure", self.kinds)
        if "rest" in self.columns:
            later = self.count[rows] > 1
            self.act(rows[later], kind[later], "rest", self.kinds)
        for (first, second), pair in self.chains.items():
            chained = (before == self.kinds.index(first)) & (kind == self.kinds.index(second)) & (self.count[rows] == 2)
            self.act(rows[chained], np.zeros(chained.sum(), dtype=int), "chain", [pair])

    def act(self, rows: np.ndarray, which: np.ndarray, column: str, names: list[str]) -> None:
        """The term of `names[which]` acts in the rows, and no other."""
        self.column[rows] = self.columns.index(column)
        for index, phase in enumerate(("after", "during")):
            codes = np.array([self.codes[column][f"{phase}_{name}"] for name in names])
            self.code[index, rows] = codes[which]

    def acting(self, live: np.ndarray) -> dict[str, np.ndarray]:
        """The code of every column in the present month."""
        code = self.code[self.is_during[live].astype(int), live]
        return {name: np.where(self.column[live] == index, code, 0) for index, name in enumerate(self.columns)}


def simulate_panel(table: HazardTable, persons: int, seed: int, hidden_variance: float = 0) -> Panel:
    """Spells of `persons` persons, two each, as the simulator would write them.

    A frailty of `hidden_variance` acts on the transitions and shows in no column, as no panel's may.
    """
    random = np.random.default_rng(seed)
    spells = persons * SPELLS_PER_PERSON
    keys = {name: list(factor.truth) for name, factor in table.factors.items()}
    truth = {name: np.array(list(factor.truth.values())) for name, factor in table.factors.items()}

    def of_person(values):
        return np.repeat(values, SPELLS_PER_PERSON)

    fixed = {
        name: of_person(random.choice(len(keys[name]), persons, p=shares(len(keys[name]))))
        for name in keys
        if name not in (*MOVING_FACTORS, "age", "residence_years")
    }
    second = np.tile(np.arange(SPELLS_PER_PERSON), persons) * LAST_MONTH / 12
    age = of_person(random.triangular(17, 28, 61, persons)) + second
    residence = of_person(random.exponential(6, persons)) + second
    unknown_residence = of_person(random.random(persons) < 0.04)
    frailty = of_person(random.normal(0, np.sqrt(table.frailty_variance or 0), persons))
    hidden = of_person(random.normal(0, np.sqrt(hidden_variance), persons))
    constant_part = table.constant + frailty + sum(truth[name][codes] for name, codes in fixed.items())

    measures = Measures(table, keys, spells)
    censored = random.integers(6, LAST_MONTH + 1, spells)
    live = np.arange(spells)
    months = []
    for month in range(1, LAST_MONTH + 1):
        live = live[month <= censored[live]]
        measures.advance(random, live)
        years = band(residence[live] + month / 12, RESIDENCE, keys["residence_years"])
        codes = measures.acting(live) | {
            "age": band(age[live] + month / 12, AGE, keys["age"]),
            "residence_years": np.where(unknown_residence[live], keys["residence_years"].index("unknown"), years),
            "duration": band(np.full(len(live), month), DURATION, keys["duration"]),
        }
        predictor = constant_part[live] + sum(truth[name][column] for name, column in codes.items())
        event = random.random(len(live)) < -np.expm1(-np.exp(predictor + hidden[live]))
        months.append({"row": live, "predictor": predictor, "event": event.astype(float)} | codes)
        live = live[~event & (random.random(len(live)) >= EXIT)]
    columns = {name: np.concatenate([month[name] for month in months]) for name in months[0]}
    order = np.argsort(columns["row"], kind="stable")  # the rows of a spell stay in the order of its months
    columns = {name: column[order] for name, column in columns.items()}
    row = columns.pop("row")
    return Panel(
        person=row // SPELLS_PER_PERSON,
        spell=row % SPELLS_PER_PERSON + 1,
        event=columns.pop("event"),
        linear_predictor=columns.pop("predictor"),
        frailty=frailty[row],
        keys=keys,
        codes={name: fixed[name][row] if name in fixed else columns[name] for name in keys},
    )


def band(values: np.ndarray, bands: dict[str, int], keys: list[str]) -> np.ndarray:
    """The codes of the bands that the values fall in."""
    codes = np.array([keys.index(key) for key in bands])
    return codes[np.searchsorted(list(bands.values()), values, side="right") - 1]


def shares(size: int) -> np.ndarray:
    """Unequal shares, the rarest about a tenth of the commonest."""
    share = np.geomspace(1, 0.1, size)
    return share / share.sum()
