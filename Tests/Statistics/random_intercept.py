"""Complementary log-log regression with a normal random intercept, by Gauss–Hermite quadrature."""

import numpy as np
from scipy import sparse, special

from cloglog import Fit, fit_with_offset, solve
from design import Design, Term


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
    terms = list(design.terms)
    if not held:
        terms.append(Term("lnsig2u", "lnsig2u", float(np.log(variance)), event.sum(), event.sum()))
    return Fit(terms, parameters, np.linalg.inv(information), lambda parameters: evaluate(parameters)[0])
