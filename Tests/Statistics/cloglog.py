"""Complementary log-log regression of person-months by maximum likelihood."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from design import Design, Term


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
