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


def inner_row(panel: Panel, factor: str = "measure", other_than: str = "") -> int:
    """The third month of a spell of six months or more, five without a measure, whose factor has another key."""
    first = panel.spell_starts()
    length = np.diff(np.append(first, len(panel)))
    waits = panel.codes["measure"][np.minimum(first + 4, len(panel) - 1)] == 0
    differs = np.array([key != other_than for key in panel.keys[factor]])[panel.codes[factor][first]]
    return int(first[(length >= 6) & waits & differs][0]) + 2


def changed_for_a_month(panel: Panel, factor: str, key: str) -> Panel:
    return with_code(panel, factor, inner_row(panel, factor, key), key)


def without_every_second_event(panel: Panel) -> Panel:
    event = panel.event.copy()
    event[np.flatnonzero(event)[::2]] = 0
    return replace(panel, event=event)


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


def later_factor(panel: Panel) -> str:
    return "rest" if "rest" in panel.keys else "chain"


def first_later_row(panel: Panel) -> int:
    """The first month in which a term of later measures acts."""
    return int(np.flatnonzero(panel.codes[later_factor(panel)])[0])


def plain_term_too(panel: Panel) -> Panel:
    return with_code(panel, "measure", first_later_row(panel), "during_job_club")


def plain_term_instead(panel: Panel) -> Panel:
    """A later measure whose months take the plain terms."""
    row, factor = first_later_row(panel), later_factor(panel)
    spell = (panel.person == panel.person[row]) & (panel.spell == panel.spell[row])
    rows = np.flatnonzero(spell & (panel.codes[factor] > 0))
    for row in rows:
        phase, _, kind = panel.keys[factor][panel.codes[factor][row]].partition("_")
        keys = [key for key in panel.keys["measure"] if key.startswith(phase)]
        plain = next(key for key in keys if kind.endswith(key.removeprefix(f"{phase}_")))
        panel = with_code(with_code(panel, factor, row, "none"), "measure", row, plain)
    return panel


def later_term_at_once(panel: Panel) -> Panel:
    """A spell's first measure takes a term of later measures."""
    first, factor = panel.spell_starts(), later_factor(panel)
    begins = (panel.codes["measure"][1:] > 0) & (panel.codes["measure"][:-1] == 0)
    begins &= (panel.codes[factor][:-1] == 0) & ~np.isin(np.arange(1, len(panel)), first)
    row = int(np.flatnonzero(begins)[0]) + 1
    during = next(key for key in panel.keys[factor] if key.startswith("during_"))
    return with_code(with_code(panel, "measure", row, "none"), factor, row, during)


# What is done to the panel and the invariant that must notice.
FAULTS: list[tuple[Callable[[Panel], Panel], Callable]] = [
    (lambda p: taken(p, np.append(np.arange(len(p)), inner_row(p))), invariants.each_spell_in_one_piece),
    (lambda p: taken(p, np.delete(np.arange(len(p)), inner_row(p))), invariants.durations_consecutive),
    (insert_again, invariants.durations_consecutive),
    (lambda p: with_number(p, "event", inner_row(p), 1), invariants.event_ends_the_spell),
    (lambda p: changed_for_a_month(p, "age", "60_67"), invariants.person_never_younger),
    (lambda p: changed_for_a_month(p, "country", "sudan"), invariants.person_never_younger),
    (doubled_months, invariants.one_spell_at_a_time),
    (lambda p: with_code(p, "measure", inner_row(p), "during_job_club"), invariants.measures_in_legal_order),
    (lambda p: with_code(p, "measure", inner_row(p), "after_job_club"), invariants.measures_in_legal_order),
    (lambda p: with_number(p, "linear_predictor", inner_row(p), 1e-5), invariants.predictor_is_the_tables),
    (lambda p: with_number(p, "frailty", inner_row(p), 1e-5), invariants.frailty_stands_still),
    (without_every_second_event, invariants.events_as_often_as_predicted),
]
LATER_MEASURE_FAULTS = [
    (plain_term_too, invariants.one_term_at_a_time),
    (plain_term_instead, invariants.later_measures_take_their_terms),
    (later_term_at_once, invariants.later_measures_take_their_terms),
]
NO_FRAILTY_FAULTS = [
    (lambda p: with_number(p, "frailty", np.arange(len(p)), 0.1), invariants.frailty_stands_still),
]
