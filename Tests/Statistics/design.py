"""The panel as the sparse design of a regression.

Most columns of the panel stand still for long runs of months. The design is kept in two sparse blocks, one row a run
and one row a month, so that a step of the estimation over millions of months costs a second or two.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from hazard_table import MOVING_FACTORS, HazardTable
from panel import Panel, run_starts


@dataclass
class Term:
    """A coefficient, and the transitions in the months that it acts in: expected by the table, and found."""

    group: str
    key: str
    truth: float
    expected_events: float
    events: float


class Design:
    """The panel as a sparse design: constant and still factors by run, moving factors by month.

    A category whose expected number of events is below `least_events` has no usable normal approximation: it is held
    at its true value, in the offset, and named; what remains of it is the count of its events. The expectation
    decides, not the outcome, so nothing is selected.
    Where the reference itself is that rare, the commonest category is held too and takes over as the base.
    """

    def __init__(self, panel: Panel, table: HazardTable, least_events: float):
        hazard = -np.expm1(-np.exp(panel.true_predictor(table)))
        still = [name for name in table.factors if name not in MOVING_FACTORS]
        moving = [name for name in table.factors if name in MOVING_FACTORS]
        self.event = panel.event
        self.starts = run_starts(panel.person, panel.spell, *(panel.codes[name] for name in still))
        self.lengths = np.diff(np.append(self.starts, len(panel)))
        self.held: list[Term] = []
        self.held_offset = np.zeros(len(panel))
        self.terms = [Term("constant", "constant", table.constant, hazard.sum(), self.event.sum())]

        def block(names, rows, first_column):
            entries = []
            for name in names:
                codes = panel.codes[name]
                counts = np.bincount(codes, hazard, len(panel.keys[name]))
                events = np.bincount(codes, self.event, len(panel.keys[name]))
                column = np.full(len(panel.keys[name]), -1)
                base = 0 if counts[0] >= least_events else int(np.argmax(counts))
                for index, key in enumerate(panel.keys[name][1:], start=1):
                    factor = table.factors[name]
                    term = Term(*factor.printed(key), factor.coefficients[key], counts[index], events[index])
                    if counts[index] < least_events or index == base:
                        self.held.append(term)
                        self.held_offset += np.where(codes == index, term.truth, 0.0)
                    else:
                        column[index] = len(self.terms) - first_column
                        self.terms.append(term)
                entries.append(column[codes[rows]])
            return entries

        run_columns = [np.zeros(len(self.starts), dtype=np.int64)] + block(still, self.starts, 0)
        self.runs = one_hot(run_columns, len(self.terms))
        month_columns = block(moving, slice(None), self.runs.shape[1])
        self.months = one_hot(month_columns, len(self.terms) - self.runs.shape[1])

    def predictor(self, coefficients: np.ndarray, offset: np.ndarray) -> np.ndarray:
        split = self.runs.shape[1]
        return (
            np.repeat(self.runs @ coefficients[:split], self.lengths)
            + self.months @ coefficients[split:]
            + self.held_offset
            + offset
        )

    def score(self, residual: np.ndarray) -> np.ndarray:
        return np.concatenate([self.runs.T @ np.add.reduceat(residual, self.starts), self.months.T @ residual])

    def information(self, weight: np.ndarray) -> np.ndarray:
        """X'WX from its three blocks."""
        run_of_month = sparse.csr_array(
            (weight, np.arange(len(weight)), np.append(self.starts, len(weight))), (len(self.starts), len(weight))
        )
        across = (self.runs.T @ (run_of_month @ self.months)).toarray()
        run_weight = sparse.diags_array(np.add.reduceat(weight, self.starts))
        return np.block([
            [(self.runs.T @ (run_weight @ self.runs)).toarray(), across],
            [across.T, (self.months.T @ (sparse.diags_array(weight) @ self.months)).toarray()],
        ])


def one_hot(columns: list[np.ndarray], width: int) -> sparse.csr_array:
    """Rows with a one in each given column; a column of −1 stands for a category without a coefficient."""
    table = np.column_stack(columns)
    present = table >= 0
    pointer = np.concatenate([[0], np.cumsum(present.sum(axis=1))])
    return sparse.csr_array((np.ones(pointer[-1]), table[present], pointer), (len(table), width))
