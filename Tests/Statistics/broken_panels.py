"""Panels with one fault each, so that every invariant is seen to fail."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

import invariants
from panel import Panel


def taken(panel: Panel, rows: np.ndarray) -> Panel:
    """The panel of the given rows."""
    columns = {name: getattr(panel, name)[rows] for name in ("person", "spell", "event", "linear_predictor", "frailty")}
    return replace(panel, **columns, codes={name: codes[rows] for name, codes in panel.codes.items()})


def with_code(panel: Panel, factor: str, row: int, key: str) -> Panel:
    codes = panel.codes[factor].copy()
    codes[row] = panel.keys[factor].index(key)
    return replace(panel, codes=panel.codes | {factor: codes})


def with_number(panel: Panel, column: str, row: int, shift: float) -> Panel:
    numbers = getattr(panel, column).copy()
    numbers[row] += shift
    return replace(panel, **{column: numbers})


def inner_row(panel: Panel) -> int:
    """The third month of a spell of at least five months that has no measure yet."""
    first = panel.spell_starts()
    length = np.diff(np.append(first, len(panel)))
    waits = panel.codes["measure"][np.minimum(first + 4, len(panel) - 1)] == 0
    return int(first[(length >= 6) & waits][0]) + 2


def doubled_months(panel: Panel) -> Panel:
    """One person's spell four times over, each under a new number."""
    first = panel.spell_starts()
    length = np.diff(np.append(first, len(panel)))
    longest = int(np.argmax(length))
    rows = np.arange(first[longest], first[longest] + length[longest])
    copies = taken(panel, np.tile(rows, 4))
    return replace(copies, spell=np.repeat(np.arange(4), len(rows)))


def insert_again(panel: Panel) -> Panel:
    row = inner_row(panel)
    return taken(panel, np.insert(np.arange(len(panel)), row, row))


def contradict(panel: Panel) -> Panel:
    """A month during one measure and after another, where the model has terms for later measures."""
    row, factor = inner_row(panel), "rest" if "rest" in panel.keys else "chain"
    after = next(key for key in panel.keys[factor] if key.startswith("after_"))
    return with_code(with_code(panel, "measure", row, "during_job_club"), factor, row, after)


# What is done to the panel and the invariant that must notice.
FAULTS: list[tuple[Callable[[Panel], Panel], Callable]] = [
    (lambda p: taken(p, np.append(np.arange(len(p)), inner_row(p))), invariants.each_spell_in_one_piece),
    (lambda p: taken(p, np.delete(np.arange(len(p)), inner_row(p))), invariants.durations_consecutive),
    (insert_again, invariants.durations_consecutive),
    (lambda p: with_number(p, "event", inner_row(p), 1), invariants.event_ends_the_spell),
    (lambda p: with_code(p, "age", inner_row(p), "60_67"), invariants.person_never_younger),
    (lambda p: with_code(p, "country", inner_row(p), "sudan"), invariants.person_never_younger),
    (doubled_months, invariants.one_spell_at_a_time),
    (lambda p: with_code(p, "measure", inner_row(p), "during_job_club"), invariants.measures_in_legal_order),
    (lambda p: with_code(p, "measure", inner_row(p), "after_job_club"), invariants.measures_in_legal_order),
    (lambda p: with_number(p, "linear_predictor", inner_row(p), 1e-5), invariants.predictor_is_the_tables),
    (lambda p: with_number(p, "frailty", inner_row(p), 1e-5), invariants.frailty_stands_still),
    (lambda p: replace(p, event=np.roll(p.event, 1)), invariants.events_as_often_as_predicted),
]
LATER_MEASURE_FAULTS = [(contradict, invariants.measure_columns_agree)]
