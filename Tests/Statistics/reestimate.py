#!/usr/bin/env python3
"""Estimates the report's table again from simulated person-months and compares the coefficients.

    policy-repl panel job_seekers --model 1 --out panel.csv
    reestimate.py panel.csv --table job_seekers --model 1

Exit status: 0 no more deviates than chance gives, 1 it does, 2 the input cannot be used.
"""

import argparse
import copy
import sys
from pathlib import Path

import numpy as np

from chance import Chance, Check, check_held
from cloglog import Fit, fit_with_offset
from design import Design, Term
from hazard_table import HazardTable, InputError, add_table_options, chosen_table, panel_term
from panel import Panel, read_panel
from random_intercept import fit_random_intercept
from simulated_panel import simulate_panel

# About the frailty of Tabell 13's model 1: in a table without random effect it must not go unnoticed.
HIDDEN_VARIANCE = 0.5


def main() -> int:
    options = parse_options()
    try:
        table = chosen_table(options)
        if options.self_test:
            return 0 if self_test(table, options) else 1
        panel = read_panel(options.panel, table)
        design = Design(panel, table, options.least_events)
        fit, method = estimate(panel, table, design, options.random_intercept)
        for specification in options.perturb:
            fit = perturbed(fit, specification)
        return 0 if print_comparison(panel, table, design, fit, Chance(fit), method) else 1
    except (InputError, ArithmeticError) as error:
        print(f"reestimate: {error}", file=sys.stderr)
        return 2


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("panel", type=Path, nargs="?", help="the file that `policy-repl panel` wrote")
    add_table_options(parser)
    parser.add_argument("--random-intercept", action="store_true", help="integrate over the frailty, do not look at it")
    parser.add_argument("--least-events", type=float, default=25, help="hold categories that expect fewer (default 25)")
    parser.add_argument(
        "--perturb", action="append", default=[], metavar="GROUP:KEY=X", help="compare with a truth made wrong by X"
    )
    parser.add_argument("--self-test", action="store_true", help="simulate a panel: it must pass, wrong truths fail")
    parser.add_argument("--persons", type=int, default=30_000, help="size of the self-test")
    parser.add_argument("--seed", type=int, default=1, help="seed of the self-test")
    options = parser.parse_args()
    if (options.panel is None) != options.self_test:
        parser.error("give either a panel or --self-test")
    return options


def estimate(panel: Panel, table: HazardTable, design: Design, random_intercept: bool) -> tuple[Fit, str]:
    """The fit and the name of its method."""
    if not random_intercept:
        method = "no frailty" if table.frailty_variance is None else "frailty as offset"
        return fit_with_offset(design, panel.frailty), method
    if table.frailty_variance is None:
        raise InputError(f"{table} has no random effect to integrate over")
    group, unit = frailty_groups(panel)
    return fit_random_intercept(design, group, table.frailty_variance), f"random intercept of a {unit}"


def frailty_groups(panel: Panel) -> tuple[np.ndarray, str]:
    """Persons, or spells where the panel shows a person with more than one frailty."""
    first = panel.spell_starts()
    person, frailty = panel.person[first], panel.frailty[first]
    shared = person[1:] == person[:-1]
    if np.array_equal(frailty[1:][shared], frailty[:-1][shared]):
        return panel.person, "person"
    return np.repeat(np.arange(len(first)), np.diff(np.append(first, len(panel)))), "spell"


def perturbed(fit: Fit, specification: str) -> Fit:
    """The fit against a truth that `GROUP:KEY=X` makes wrong by X."""
    name, _, shift = specification.rpartition("=")
    names = [f"{term.group}:{term.key}" for term in fit.terms]
    try:
        return fit.with_wrong_truth(names.index(name), float(shift))
    except ValueError:
        raise InputError(f"--perturb {specification}: expected GROUP:KEY=X for an estimated term, as printed") from None


def shifted(table: HazardTable, term: Term, shift: float) -> HazardTable:
    """The table with one wrong coefficient."""
    wrong = copy.deepcopy(table)
    column, key = panel_term(term.group, term.key)
    wrong.factors[column].coefficients[key] += shift
    return wrong


def print_comparison(
    panel: Panel, table: HazardTable, design: Design, fit: Fit, chance: Chance, method: str
) -> bool:
    """Prints sample, terms and verdict; says whether chance explains the deviations."""
    hazard = -np.expm1(-np.exp(panel.true_predictor(table)))
    deviation = (panel.event.sum() - hazard.sum()) / np.sqrt((hazard * (1 - hazard)).sum())
    first = panel.spell_starts()
    print(f"{table}, {method}")
    print(f"{len(np.unique(panel.person)):,} persons, {len(first):,} spells, {len(panel):,} person-months")
    print(f"{panel.event.sum():,.0f} to work, {hazard.sum():,.0f} expected by the table, z {deviation:.2f}")
    if table.frailty_variance is not None:
        found = panel.frailty[first].var()
        print(f"frailty of variance {found:.4f} over spells, {table.frailty_variance:.4f} in the table")
    for group in dict.fromkeys(term.group for term in fit.terms):
        print(f"\n{group:32} expected events   estimate       se      truth       z")
        for term, value, error, z in zip(fit.terms, fit.estimate, fit.standard_error, fit.z):
            if term.group == group:
                mark = "***" if abs(z) > 3 else "*" if abs(z) > 2 else ""
                numbers = f"{term.expected_events:15.0f} {value:10.4f} {error:8.4f} {term.truth:10.4f} {z:7.2f}"
                print(f"  {term.key:30} {numbers} {mark}".rstrip())
    if design.held:
        print("\nheld at the table's value, as base of the group or for too few expected events")
        print(f"{'':41} expected events      found")
        for term in design.held:
            print(f"  {f'{term.group}:{term.key}':46} {term.expected_events:9.1f} {term.events:10.0f}")
    checks = [*chance.checks(fit), check_held(design.held), never_occurring(design)]
    print("\nfound, and the most that chance gives")
    for check in checks:
        verdict = "ok" if check.passed else "FAIL"
        print(f"  {check.name:32} {check.found:10.1f} {check.bound:10.1f}  {verdict:5} {check.note}")
    print(f"\n{table}, {method}: {summary(checks)}")
    return all(check.passed for check in checks)


def never_occurring(design: Design) -> Check:
    """A group without a single row would pass unseen, so it fails."""
    present = {term.group for term in [*design.terms, *design.held] if term.expected_events > 0}
    absent = sorted({term.group for term in design.held} - present)
    return Check("groups that never occur", len(absent), 0, ", ".join(absent))


def summary(checks: list[Check]) -> str:
    failed = [check.name for check in checks if not check.passed]
    return "FAILED: " + "; ".join(failed) if failed else "passed"


def self_test(table: HazardTable, options: argparse.Namespace) -> bool:
    """A panel drawn from the table passes; wrong truths and frailties that are overlooked fail."""
    panel = simulate_panel(table, options.persons, options.seed)
    design = Design(panel, table, options.least_events)
    fit, method = estimate(panel, table, design, options.random_intercept)
    chance = Chance(fit)
    passed = print_comparison(panel, table, design, fit, chance, method)

    wrong = [(specification, perturbed(fit, specification), chance) for specification in options.perturb]
    for group in dict.fromkeys(term.group for term in fit.terms):
        member = np.array([i for i, term in enumerate(fit.terms) if term.group == group])
        # Ten times the error with which the term would be known if the others of its group were.
        shift = 10 / np.sqrt(np.diag(np.linalg.inv(fit.covariance[np.ix_(member, member)])))
        index, shift = member[np.argmin(shift)], shift.min()
        wrong.append((f"{group}:{fit.terms[index].key}={shift:.3f}", fit.with_wrong_truth(index, shift), chance))
    if table.frailty_variance is None:
        hidden = simulate_panel(table, options.persons, options.seed, HIDDEN_VARIANCE)
        hidden_fit = fit_with_offset(Design(hidden, table, options.least_events), hidden.frailty)
        wrong.append(("a hidden frailty", hidden_fit, Chance(hidden_fit)))
    elif table.frailty_variance > 0.1:
        overlooked_fit = fit_with_offset(design, np.zeros(len(panel)))
        wrong.append(("the frailty overlooked", overlooked_fit, Chance(overlooked_fit)))
    print("\nThese must fail:")
    for name, wrong_fit, its_chance in wrong:
        checks = its_chance.checks(wrong_fit)
        noticed = not all(check.passed for check in checks)
        passed &= noticed
        print(f"  {name:44} {summary(checks)}")
    rarest = min(design.terms, key=lambda term: term.expected_events)
    least_events = max(options.least_events, 10 * rarest.expected_events)  # so that it is held, however wrong
    for name, truth, wanted in (("right", table, True), ("wrong by 1.5", shifted(table, rarest, 1.5), False)):
        held = check_held(Design(panel, truth, least_events).held)
        passed &= held.passed == wanted
        print(f"  {rarest.group}:{rarest.key} held at a value that is {name}: {summary([held])}")
    print(f"\nself-test of the estimation, {table}: " + ("passed" if passed else "FAILED"))
    return passed


if __name__ == "__main__":
    sys.exit(main())
