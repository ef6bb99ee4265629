"""How far estimates may lie from the truth by chance."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from cloglog import Fit
from design import Term

# Each check fails a correct panel once in a thousand.
FALSE_ALARM = 0.001
DRAWS = 20_000


@dataclass
class Check:
    """One comparison of the fit with what chance gives."""

    name: str
    found: float
    bound: float
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.found <= self.bound


class Chance:
    """What chance gives for the terms of one fit, held against any truth.

    Coefficients of one factor share its reference, so that one unlucky reference moves many of them at once. The
    count of large deviations is therefore held against its distribution under the correlation of this very fit. The
    binomial bound is for the same deviations freed of their correlation, each turned as little as that takes. Besides
    there is one joint test for each group, and the likelihood ratio of all together.
    """

    def __init__(self, fit: Fit):
        scale = fit.standard_error
        values, self.vectors = np.linalg.eigh(fit.covariance / np.outer(scale, scale))
        self.spread = np.sqrt(values)
        draws = np.random.default_rng(13).standard_normal((DRAWS, len(scale))) * self.spread @ self.vectors.T
        self.bounds = {
            limit: np.quantile((np.abs(draws) > limit).sum(axis=1), 1 - FALSE_ALARM, method="higher")
            for limit in (3, 2)
        }

    def checks(self, fit: Fit) -> list[Check]:
        """The fit, or the same estimates against another truth."""
        size = len(fit.terms)
        independent = self.vectors @ ((self.vectors.T @ fit.z) / self.spread)
        checks = []
        for limit, bound in self.bounds.items():
            found, free = (int((np.abs(deviations) > limit).sum()) for deviations in (fit.z, independent))
            checks.append(Check(f"terms beyond {limit} standard errors", found, bound, f"of {size}"))
            bound = stats.binom.ppf(1 - FALSE_ALARM, size, 2 * stats.norm.sf(limit))
            checks.append(Check(f"beyond {limit}, made uncorrelated", free, bound, "binomial"))
        groups = list(dict.fromkeys(term.group for term in fit.terms))
        for group in groups:
            member = np.array([term.group == group for term in fit.terms])
            deviation = (fit.estimate - fit.truth)[member]
            distance = deviation @ np.linalg.solve(fit.covariance[np.ix_(member, member)], deviation)
            degrees = int(member.sum())
            bound = stats.chi2.isf(FALSE_ALARM / len(groups), degrees)
            checks.append(Check(f"χ² of {group}", distance, bound, f"{degrees} terms"))
        ratio = 2 * (fit.log_likelihood(fit.estimate) - fit.log_likelihood(fit.truth))
        checks.append(Check("likelihood ratio of all", ratio, stats.chi2.isf(FALSE_ALARM, size), f"{size} terms"))
        return checks


def check_held(terms: list[Term]) -> Check:
    """The events of each term that is too rare for an estimate, against the Poisson distribution of their number."""
    least, rarest = 1.0, ""
    for term in terms:
        expected = max(term.expected_events, 1e-9)
        tail = min(stats.poisson.cdf(term.events, expected), stats.poisson.sf(term.events - 1, expected))
        if tail < least:
            least, rarest = tail, f"{term.group}:{term.key}, {term.events:.0f} for {expected:.1f}"
    bound = FALSE_ALARM / 2 / max(len(terms), 1)
    return Check("−log₁₀ p of terms held", abs(np.log10(max(least, 1e-300))), -np.log10(bound), rarest)
