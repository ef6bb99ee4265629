"""What must hold for every row of a panel. Each invariant returns the rows that break it."""

import numpy as np

from hazard_table import MEASURE_FACTORS, HazardTable
from panel import Panel, run_starts

# Months that one spell, or one person, can spend in a band; the last band of each is open.
DURATION_WIDTH = {f"month_{month}": 1 for month in range(1, 25)}
DURATION_WIDTH |= {"month_25_27": 3, "month_28_30": 3, "month_31_33": 3, "month_34_36": 3}
DURATION_WIDTH |= {"month_37_42": 6, "month_43_48": 6, "over_48": 10_000}
DURATIONS = list(DURATION_WIDTH)
RESIDENCE_WIDTH = {"0_1": 24, "2_3": 24, "4_6": 36, "7_10": 48, "11_15": 60, "16_20": 60, "over_20": 10_000}
AGES = ["up_to_19", "20_29", "30_39", "40_49", "50_59", "60_67"]

# Facts about a person that no month changes.
CONSTANT_FACTORS = ("sex", "country", "reason")

TOLERANCE = 1e-6
# Standard errors by which the transitions of a tenth may miss their expectation.
FAR = 4


class Spells:
    """The panel with its spells and the position of every row within them."""

    def __init__(self, panel: Panel, table: HazardTable, months: int):
        self.panel, self.table, self.months = panel, table, months
        self.first = panel.spell_starts()
        self.begins = np.zeros(len(panel), dtype=bool)
        self.begins[self.first] = True
        self.ends = np.append(self.begins[1:], True)
        self.same_person = np.append(False, panel.person[1:] == panel.person[:-1])
        self.late_entries = int((self.values("duration", DURATIONS)[self.first] > 0).sum())

    def values(self, factor: str, order: list[str]) -> np.ndarray:
        """The factor as numbers in the given order of its keys; a key outside it is −1."""
        place = [order.index(key) if key in order else -1 for key in self.panel.keys[factor]]
        return np.array(place)[self.panel.codes[factor]]

    def keys(self, factor: str) -> np.ndarray:
        return np.array(self.panel.keys[factor])[self.panel.codes[factor]]

    @property
    def measure_factors(self) -> list[str]:
        return [name for name in MEASURE_FACTORS if name in self.panel.keys]

    @property
    def whole(self) -> np.ndarray:
        """Of every spell, whether the panel has it from its first month."""
        return self.values("duration", DURATIONS)[self.first] == 0

    @property
    def measure_state(self) -> np.ndarray:
        """The measure of every row and its phase, whichever column has the term that acts."""
        state = self.keys("measure")
        seconds = {f"{phase}_{pair}": f"{phase}_{second}" for (_, second), pair in self.table.chains.items()
                   for phase in ("during", "after")}
        for factor in self.measure_factors[1:]:
            named = np.array([seconds.get(key, key) for key in self.panel.keys[factor]])[self.panel.codes[factor]]
            state = np.where(state == "none", named, state)
        return state

    def measure_number(self, state: np.ndarray) -> np.ndarray:
        """How many measures the spell has had by each row, the present one among them."""
        during = np.char.startswith(state, "during_")
        starts = np.cumsum(during & (self.begins | ~np.append(False, during[:-1])))
        spell = np.cumsum(self.begins) - 1
        return starts - (starts - during)[self.first][spell]

    def describe(self, row: int) -> str:
        panel = self.panel
        columns = ", ".join(f"{name} {panel.keys[name][panel.codes[name][row]]}" for name in ("duration", "measure"))
        return f"line {row + 2}: person {panel.person[row]}, spell {panel.spell[row]}, {columns}"


def each_spell_in_one_piece(spells: Spells) -> np.ndarray:
    """A person's rows are one block, and the spells within it are one block each, in rising order."""
    panel = spells.panel
    person_first = run_starts(panel.person)
    _, kept = np.unique(panel.person[person_first], return_index=True)
    again = np.setdiff1d(person_first, person_first[kept])
    falls = np.flatnonzero(spells.same_person & (np.diff(panel.spell, prepend=panel.spell[0]) < 0))
    return np.union1d(again, falls)


def durations_consecutive(spells: Spells) -> np.ndarray:
    """Within a spell every month of duration follows the one before, none left out and none twice."""
    duration = spells.values("duration", DURATIONS)
    step = np.diff(duration, prepend=duration[0])
    run = run_starts(spells.panel.person, spells.panel.spell, duration)
    length = np.diff(np.append(run, len(duration)))
    width = np.array(list(DURATION_WIDTH.values()))[duration[run]]
    joined_inside = spells.begins[run]  # a spell that was under way may enter in the middle of a band
    goes_on = ~spells.ends[run + length - 1]
    wrong_length = (length > width) | (goes_on & ~joined_inside & (length < width))
    return np.union1d(np.flatnonzero(~spells.begins & (step != 0) & (step != 1)), run[wrong_length])


def event_ends_the_spell(spells: Spells) -> np.ndarray:
    """A spell has at most one transition to work, in its last row."""
    return np.flatnonzero((spells.panel.event > 0) & ~spells.ends)


def person_never_younger(spells: Spells) -> np.ndarray:
    """Age, residence and NAV before 2010 never go back, sex, country and reason never change."""
    panel, broken = spells.panel, np.zeros(len(spells.panel), dtype=bool)
    for factor in CONSTANT_FACTORS:
        broken[1:] |= panel.codes[factor][1:] != panel.codes[factor][:-1]
    for factor, order in (("age", AGES), ("residence_years", list(RESIDENCE_WIDTH)), ("prior_nav", ["no", "yes"])):
        value = spells.values(factor, order)
        broken[1:] |= (value[1:] >= 0) & (value[1:] < value[:-1])
    return np.flatnonzero(broken & spells.same_person)


def one_spell_at_a_time(spells: Spells) -> np.ndarray:
    """Nobody is in more months than the window has, nor longer in a band of residence than it lasts."""
    panel = spells.panel
    first = run_starts(panel.person)
    crowded = [first[np.diff(np.append(first, len(panel))) > spells.months]]
    residence = spells.values("residence_years", list(RESIDENCE_WIDTH))
    moves = spells.same_person & ~spells.begins & (np.diff(residence, prepend=residence[0]) != 0)
    if moves.any():  # residence runs on within spells, so that its bands bound the months
        run = run_starts(panel.person, residence)
        length = np.diff(np.append(run, len(panel)))
        width = np.append(list(RESIDENCE_WIDTH.values()), 10_000)[residence[run]]
        crowded.append(run[length > width])
    return np.unique(np.concatenate(crowded))


def measures_in_legal_order(spells: Spells) -> np.ndarray:
    """none → during_X → after_X → during_Y → after_Y: nothing is skipped and nobody returns to none."""
    state = spells.measure_state
    names, code = np.unique(state, return_inverse=True)
    legal = np.array([[is_legal_step(before, now) for now in names] for before in names])
    illegal = np.flatnonzero(~spells.begins & ~np.append(True, legal[code[:-1], code[1:]]))
    begins_after = np.char.startswith(state[spells.first], "after_")
    return np.union1d(illegal, spells.first[spells.whole & begins_after])


def is_legal_step(before: str, now: str) -> bool:
    """Whether the state of measures `now` may follow `before` in the next month of a spell."""
    if before == now:
        return True
    old_phase, _, old = before.partition("_")
    phase, _, new = now.partition("_")
    if phase == "after":
        return old_phase == "during" and old == new
    return phase == "during" and old_phase != "during"


def one_term_at_a_time(spells: Spells) -> np.ndarray:
    """Of the terms of measures, chains and later measures no more than one acts in a month."""
    acting = sum((spells.keys(name) != "none").astype(int) for name in spells.measure_factors)
    return np.flatnonzero(acting > 1)


def later_measures_take_their_terms(spells: Spells) -> np.ndarray:
    """Later measures take the terms of later measures or of their chain where the model has them, first ones never."""
    state = spells.measure_state
    number = spells.measure_number(state)
    spell = np.cumsum(spells.begins) - 1
    known = spells.whole[spell]  # in a spell that was under way the panel may lack the first measures
    broken = np.zeros(len(state), dtype=bool)
    if "rest" in spells.panel.keys:
        later = spells.keys("rest") != "none"
        broken |= (number > 1) & ~later | (number == 1) & later & known
    if "chain" in spells.panel.keys:
        chain, kind = without_phase(spells.keys("chain")), without_phase(state)
        broken |= (number == 1) & (chain != "none") & known
        first = np.full(len(spells.first), "none", dtype=object)
        first[spell[number == 1]] = kind[number == 1]
        second = np.flatnonzero((number == 2) & known)
        chains = spells.table.chains
        wanted = [chains.get(pair, "none") for pair in zip(first[spell[second]], kind[second])]
        broken[second] |= chain[second] != np.array(wanted, dtype=object)
    return np.flatnonzero(broken)


def without_phase(keys: np.ndarray) -> np.ndarray:
    """The measures, or the pairs of them, that keys during or after them are of."""
    names, code = np.unique(keys, return_inverse=True)
    return np.array([name.removeprefix("during_").removeprefix("after_") for name in names], dtype=object)[code]


def predictor_is_the_tables(spells: Spells) -> np.ndarray:
    """The linear predictor is the sum of the table's coefficients for the row's keys and the frailty."""
    expected = spells.panel.true_predictor(spells.table)
    return np.flatnonzero(~(np.abs(spells.panel.linear_predictor - expected) <= TOLERANCE))


def frailty_stands_still(spells: Spells) -> np.ndarray:
    """The frailty does not change within a spell, and is 0 where the table has no random effect."""
    frailty = spells.panel.frailty
    if spells.table.frailty_variance is None:
        return np.flatnonzero(frailty != 0)
    return np.flatnonzero(~spells.begins & (np.diff(frailty, prepend=frailty[0]) != 0))


def events_as_often_as_predicted(spells: Spells) -> np.ndarray:
    """In every tenth of the linear predictor the transitions are as many as the hazard gives."""
    predictor = spells.panel.linear_predictor
    hazard = -np.expm1(-np.exp(predictor))
    tenth = np.searchsorted(np.quantile(predictor, np.arange(1, 10) / 10), predictor)
    surplus = np.bincount(tenth, spells.panel.event - hazard, 10)
    spread = np.sqrt(np.bincount(tenth, hazard * (1 - hazard), 10))
    return np.flatnonzero(np.isin(tenth, np.flatnonzero(np.abs(surplus) > FAR * spread)))


INVARIANTS = [
    each_spell_in_one_piece,
    durations_consecutive,
    event_ends_the_spell,
    person_never_younger,
    one_spell_at_a_time,
    measures_in_legal_order,
    one_term_at_a_time,
    later_measures_take_their_terms,
    predictor_is_the_tables,
    frailty_stands_still,
    events_as_often_as_predicted,
]
