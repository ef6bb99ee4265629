"""Panels with one fault each, so that every invariant is seen to fail."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

import invariants
from panel import Panel


def without_rows(panel: Panel, rows: np.ndarray) -> Panel:
    """The panel with some rows left out."""
    kept = np.setdiff1d(np.arange(len(panel)), rows)
    return taken(panel, kept)


def taken(panel: Panel, rows: np.ndarray) -> Panel:
    columns = {name: getattr(panel, name)[rows] for name in ("person", "spell", "event", "linear_predictor", "frailty")}
    return replace(panel, **columns, codes={name: codes[rows] for name, codes in panel.codes.items()})


def with_code(panel: Panel, factor: str, row: int, key: str) -> Panel:
    codes = panel.codes[factor].copy()
    codes[row] = panel.keys[factor].index(key)
    return replace(panel, codes=panel.codes | {factor: codes})


def with_number(panel: Panel, column: str, rows: np.ndarray | int, shift: float) -> Panel:
    numbers = getattr(panel, column).copy()
    numbers[rows] += shift
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


# What is done to the panel and the invariant that must notice.
FAULTS: list[tuple[Callable[[Panel], Panel], Callable]] = [
    (lambda panel: taken(panel, np.append(np.arange(len(panel)), inner_row(panel))), invariants.each_spell_in_one_piece),
    (lambda panel: without_rows(panel, np.array([inner_row(panel)])), invariants.durations_consecutive),
    (lambda panel: taken(panel, np.sort(np.append(np.arange(len(panel)), inner_row(panel)))),
     invariants.durations_consecutive),
    (lambda panel: with_number(panel, "event", inner_row(panel), 1), invariants.event_ends_the_spell),
    (lambda panel: with_code(panel, "age", inner_row(panel), "60_67"), invariants.person_never_younger),
    (lambda panel: with_code(panel, "country", inner_row(panel), "sudan"), invariants.person_never_younger),
    (doubled_months, invariants.one_spell_at_a_time),
    (lambda panel: with_code(panel, "measure", inner_row(panel), "during_job_club"), invariants.measures_in_legal_order),
    (lambda panel: with_code(panel, "measure", inner_row(panel), "after_job_club"), invariants.measures_in_legal_order),
    (lambda panel: with_number(panel, "linear_predictor", inner_row(panel), 1e-5), invariants.predictor_is_the_tables),
    (lambda panel: with_number(panel, "frailty", inner_row(panel), 1e-5), invariants.frailty_stands_still),
    (lambda panel: replace(panel, event=np.roll(panel.event, 1)), invariants.events_as_often_as_predicted),
]  # fmt: skip
