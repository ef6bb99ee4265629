"""Complementary log-log regression of person-months by maximum likelihood.

Most columns of the panel stand still for long runs of months. The design is kept in two sparse blocks, one row a run
and one row a month, so that a step of Fisher scoring over millions of months costs well under a second or two.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse, special

from panel import Panel, run_starts
from table13 import MOVING_FACTORS, Table13


@dataclass
class Term:
    """A coefficient to estimate."""

    group: str
    key: str
    truth: float
    expected_events: float


@dataclass
class Fit:
    """Estimates with their covariance, and the log-likelihood as a function of the coefficients."""

    terms: list[Term]
    estimate: np.ndarray
    covariance: np.ndarray
    log_likelihood: Callable[[np.ndarray], float]

    @property
    def truth(self) -> np.ndarray:
        return np.array([term.truth for term in self.terms])

    @property
    def standard_error(self) -> np.ndarray:
        return np.sqrt(np.diag(self.covariance))

    @property
    def z(self) -> np.ndarray:
        return (self.estimate - self.truth) / self.standard_error

    def with_wrong_truth(self, index: int, shift: float) -> "Fit":
        """The same estimates against a truth that is wrong by `shift` in one term."""
        terms = list(self.terms)
        terms[index] = replace(terms[index], truth=terms[index].truth + shift)
        return replace(self, terms=terms)


class Design:
    """The panel as a sparse design: constant and still factors by run, moving factors by month.

    A category whose expected number of events is below `least_events` has no usable normal approximation: it is held
    at its true value, in the offset, and named. The expectation decides, not the outcome, so nothing is selected.
    Where the reference itself is that rare, the commonest category is held too and takes over as the base.
    """

    def __init__(self, panel: Panel, table: Table13, least_events: float):
        hazard = -np.expm1(-np.exp(panel.true_predictor(table)))
        still = [name for name in table.factors if name not in MOVING_FACTORS]
        moving = [name for name in table.factors if name in MOVING_FACTORS]
        self.event = panel.event
        self.starts = run_starts(panel.person, panel.spell, *(panel.codes[name] for name in still))
        self.lengths = np.diff(np.append(self.starts, len(panel)))
        self.held: list[Term] = []
        self.held_offset = np.zeros(len(panel))
        self.terms = [Term("constant", "constant", table.constant, hazard.sum())]

        def block(names, rows, first_column):
            entries = []
            for name in names:
                codes = panel.codes[name]
                counts = np.bincount(codes, hazard, len(panel.keys[name]))
                column = np.full(len(panel.keys[name]), -1)
                base = 0 if counts[0] >= least_events else int(np.argmax(counts))
                for index, key in enumerate(panel.keys[name][1:], start=1):
                    factor = table.factors[name]
                    term = Term(*factor.printed(key), factor.coefficients[key], counts[index])
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


def log_likelihood(event: np.ndarray, predictor: np.ndarray) -> float:
    rate = np.exp(predictor)
    return float(np.where(event > 0, np.log(-np.expm1(-rate)), -rate).sum())


def fit_with_offset(design: Design, offset: np.ndarray) -> Fit:
    """Fisher scoring with step halving; `offset` is the frailty, or zeros to leave it out."""
    event = design.event
    coefficients = np.zeros(len(design.terms))
    coefficients[0] = np.log(-np.log1p(-event.mean())) - offset.mean()
    predictor = design.predictor(coefficients, offset)
    current = log_likelihood(event, predictor)
    for _ in range(50):
        rate = np.exp(predictor)
        odds = rate / np.expm1(rate)
        information = design.information(rate * odds)
        gradient = design.score(np.where(event > 0, odds, -rate))
        step = solve(information, gradient, design)
        decrement = gradient @ step
        for _ in range(30):
            predictor = design.predictor(coefficients + step, offset)
            proposed = log_likelihood(event, predictor)
            if proposed >= current - 1e-9 * abs(current):
                break
            step = step / 2
        coefficients, current = coefficients + step, proposed
        if decrement < 1e-10:
            break
    else:
        raise ArithmeticError("Fisher scoring did not converge")
    return Fit(
        design.terms,
        coefficients,
        np.linalg.inv(information),
        lambda parameters: log_likelihood(event, design.predictor(parameters, offset)),
    )


def solve(information: np.ndarray, gradient: np.ndarray, design: Design) -> np.ndarray:
    """One step; aliased columns are named, since a pseudo-inverse would hide them."""
    scale = 1 / np.sqrt(np.diag(information))
    values, vectors = np.linalg.eigh(information * scale[:, None] * scale)
    if values[0] < 1e-10:
        loaded = np.flatnonzero(np.abs(vectors[:, 0]) > 0.1)
        names = ", ".join(f"{design.terms[i].group}:{design.terms[i].key}" for i in loaded if i < len(design.terms))
        raise ArithmeticError(f"these coefficients cannot be told apart: {names}")
    return scale * (vectors @ ((vectors.T @ (scale * gradient)) / values))


def fit_random_intercept(design: Design, group: np.ndarray, variance: float, nodes: int = 16) -> Fit:
    """Integrates a normal intercept shared by the rows of a group by Gauss–Hermite quadrature.

    The frailty column stays unseen. Steps are Berndt–Hall–Hall–Hausman's, on scores summed by group. A month without
    an event enters the integrand through its rate alone, so that only months with one need the full quadrature.
    A `variance` near zero, at the border of its range, is held and not estimated.
    """
    event = design.event > 0
    point, weight = special.roots_hermitenorm(nodes)
    log_weight = np.log(weight / weight.sum())
    _, number = np.unique(group, return_inverse=True)
    groups = number.max() + 1
    held = variance < 0.01
    row_group = sparse.csr_array((np.ones(len(number)), (number, np.arange(len(number)))), (groups, len(number)))
    run_group = sparse.csr_array(
        (np.ones(len(design.starts)), (number[design.starts], np.arange(len(design.starts)))),
        (groups, len(design.starts)),
    )
    event_group = row_group[:, event]
    none = np.zeros(len(event))

    def evaluate(parameters):
        """Log-likelihood and the scores by group."""
        log_variance = np.log(variance) if held else parameters[-1]
        lift = np.exp(log_variance / 2) * point
        rate = np.exp(design.predictor(parameters[: len(design.terms)], none))
        quiet = np.where(event, 0.0, rate)
        event_rate = rate[event][:, None] * np.exp(lift)
        joint = log_weight - np.outer(row_group @ quiet, np.exp(lift)) + event_group @ np.log(-np.expm1(-event_rate))
        total = special.logsumexp(joint, axis=1)
        posterior = np.exp(joint - total[:, None])
        event_score = event_rate / np.expm1(event_rate)
        residual = -quiet * (posterior @ np.exp(lift))[number]
        residual[event] = (posterior[number[event]] * event_score).sum(axis=1)
        by_node = event_group @ event_score - np.outer(row_group @ quiet, np.exp(lift))
        blocks = [
            run_group @ (sparse.diags_array(np.add.reduceat(residual, design.starts)) @ design.runs),
            row_group @ (sparse.diags_array(residual) @ design.months),
        ]
        if not held:
            blocks.append(sparse.csr_array((posterior * by_node * lift / 2).sum(axis=1)[:, None]))
        return total.sum(), sparse.hstack(blocks, format="csr")

    start = fit_with_offset(design, none).estimate
    parameters = start if held else np.append(start, np.log(0.1))
    current, scores = evaluate(parameters)
    for _ in range(200):
        information = (scores.T @ scores).toarray()
        gradient = scores.sum(axis=0)
        step = solve(information, gradient, design)
        decrement = gradient @ step
        if decrement < 1e-5:
            break
        for _ in range(30):
            proposed, proposed_scores = evaluate(parameters + step)
            if proposed >= current:
                break
            step = step / 2
        parameters, current, scores = parameters + step, proposed, proposed_scores
    else:
        raise ArithmeticError("the random-intercept fit did not converge")
    terms = design.terms if held else [*design.terms, Term("lnsig2u", "lnsig2u", float(np.log(variance)), event.sum())]
    return Fit(terms, parameters, np.linalg.inv(information), lambda parameters: evaluate(parameters)[0])
