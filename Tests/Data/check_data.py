#!/usr/bin/env python3
"""Checks stdlib/data against its own sums, references and counts. Needs no network and no source text."""

import csv
import pathlib
import sys

DATA = pathlib.Path(__file__).resolve().parents[2] / "stdlib" / "data"
LAST_LINE = 10233  # of the report's text

problems = []


def read(name):
    with open(DATA / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def check(holds, message):
    if not holds:
        problems.append(message)


def check_lines(name, rows, optional=False):
    for number, row in enumerate(rows, 2):
        line = row["line"]
        if optional and line == "":
            continue
        check(line.isdigit() and 0 < int(line) <= LAST_LINE, f"{name}:{number}: no line of the report: {line!r}")


def check_coefficients(name, rows, categories, constants):
    """One reference in each group of each model, all keys once, a standard error wherever one is printed."""
    check_lines(name, rows)
    models = sorted({row["model"] for row in rows})
    for model in models:
        keys = [(row["group"], row["key"]) for row in rows if row["model"] == model]
        check(len(keys) == len(set(keys)), f"{name}: model {model} repeats a category")
        for group, count in categories.items():
            mine = [row for row in rows if row["model"] == model and row["group"] == group]
            check(len(mine) == count, f"{name}: model {model}, {group}: {len(mine)} categories, not {count}")
            references = [row for row in mine if row["reference"] == "true"]
            wanted = 0 if group in constants else 1
            check(len(references) == wanted, f"{name}: model {model}, {group}: {len(references)} references")
    for number, row in enumerate(rows, 2):
        is_fixed = row["reference"] == "true" or row.get("dropped") == "true"
        check(not is_fixed or float(row["coef"]) == 0, f"{name}:{number}: a reference that is not 0")
        if not is_fixed and row["group"] != "observations":
            check(row["se"] != "" and float(row["se"]) > 0, f"{name}:{number}: no standard error")
    return models


# What stands in both tables of the transition to work from NAV, and how many categories it has.
PERSON_GROUPS = {
    "sex": 2, "age": 6, "children": 5, "marital": 4, "country": 11, "reason": 5, "residence_years": 8,
    "prior_nav": 2, "education": 4, "health": 6, "unemployment": 7, "county": 20, "housing": 2,
}


def check_hazard_table(name, attributes, others, chain, rest, observations):
    """Three models of the hazard of work; chain terms stand in model 2 alone, rest terms in model 3 alone."""
    rows = read(name)
    others |= {"duration": 30, "constant": 1, "observations": 1}
    groups = PERSON_GROUPS | attributes | others
    models = check_coefficients(name, rows, groups, constants=others)
    check(models == ["1", "2", "3"], f"{name}: models {models}")
    for group, model, count in (("chain", "2", chain), ("rest", "3", rest)):
        mine = [row["model"] for row in rows if row["group"] == group]
        check(mine == [model] * count, f"{name}: model {model} has {count} {group} terms and no other model any")
    strangers = {row["group"] for row in rows} - groups.keys() - {"chain", "rest"}
    check(not strangers, f"{name}: groups {sorted(strangers)}")
    found = {row["model"]: int(row["coef"]) for row in rows if row["group"] == "observations"}
    check(found == observations, f"{name}: observations {found}")
    for model in models:
        terms = {(row["group"], row["key"]) for row in rows if row["model"] == model}
        kinds = {key for group, key in terms if group == "measure_during"}
        check(kinds == {key for group, key in terms if group == "measure_after"},
              f"{name}: model {model}: a measure without its time during or after it")
        later = {key for group, key in terms if group == "rest"}
        check(not later or later == {f"{phase}_{kind}" for phase in ("during", "after") for kind in kinds},
              f"{name}: model {model}: the rest terms are of other measures than the plain ones")


def check_table13():
    check_hazard_table(
        "table13.csv",
        attributes={"student_aid": 2},
        others={"measure_during": 6, "measure_after": 6, "lnsig2u": 1},
        chain=8, rest=12,
        observations={"1": 511615, "2": 600691, "3": 703101},
    )


def check_table14():
    """A plain complementary log-log: no random effect, and no student aid."""
    check_hazard_table(
        "table14.csv",
        attributes={},
        others={"measure_during": 9, "measure_after": 9},
        chain=2, rest=18,
        observations={"1": 399124, "2": 424580, "3": 688920},
    )


def check_annex3():
    rows = read("annex3.csv")
    groups = {
        "sex": 2, "nav_measure": 10, "country": 11, "lone_parent": 2, "age": 6, "unemployment": 7, "track": 5, "health": 5,
    }
    others = {"constant": 1, "lnsig2u": 1, "observations": 1}
    check_coefficients("annex3.csv", rows, groups | others, constants=others)
    dropped = {row["key"] for row in rows if row["dropped"] == "true"}
    expected = {
        "work_rehabilitation", "adapted_work", "job_creation_self_employment", "facilitation", "literacy_alphabetisation",
    }
    check(dropped == expected, f"annex3.csv: dropped categories {sorted(dropped)}")


def check_table5():
    rows = read("table5.csv")
    check(len(rows) == 32, f"table5.csv: {len(rows)} rows")
    check_lines("table5.csv", rows)
    for row in rows:
        check((row["effect_pp"] == "") == (row["applicable"] == "false"), f"table5.csv: {row['measure']} {row['sex']}")


def check_annex4(name, persons):
    rows = read(name)
    check_lines(name, rows)
    for group in ("sex", "age", "reason", "marital", "children"):
        mine = [row for row in rows if row["group"] == group]
        total = sum(int(row["n"]) for row in mine)
        check(total == persons, f"{name}: {group} sums to {total}, not {persons}")
        for column in ("percent_with_measures", "percent_without_measures"):
            share = sum(float(row[column]) for row in mine)
            check(abs(share - 100) <= 1.5, f"{name}: {group}, {column} sums to {share}")
    keys = [(row["group"], row["key"]) for row in rows]
    check(len(keys) == len(set(keys)), f"{name}: a category stands twice")
    work = [row for row in rows if row["group"] == "transition_to_work"]
    check(len(work) == 1 and all(row["n"] == row["percent_without_measures"] == "" for row in work),
          f"{name}: the transition to work without measures is left out, and n would give it")


def check_annex4_tables():
    check_annex4("annex4_jobseekers.csv", persons=33793)
    check_annex4("annex4_reduced_capacity.csv", persons=11961)
    keys = [{(row["group"], row["key"]) for row in read(f"annex4_{group}.csv")} for group in ("jobseekers", "reduced_capacity")]
    check(keys[0] == keys[1], f"annex4: categories of one group alone: {sorted(keys[0] ^ keys[1])}")


def check_facts():
    rows = read("facts.csv")
    check_lines("facts.csv", rows)
    by_id = {row["id"]: row for row in rows}
    check(len(by_id) == len(rows), "facts.csv: an id stands twice")
    for row in rows:
        check(row["use"] in ("fitted", "held_out", "input", "unused"), f"facts.csv: {row['id']}: use {row['use']!r}")
        check(row["precision"] in ("exact", "approx", "bound"), f"facts.csv: {row['id']}: precision {row['precision']!r}")
        check((row["precision"] == "bound") == (row["bound"] != ""), f"facts.csv: {row['id']}: a bound has a direction")
        check(row["reason"] != "" and row["statement"] != "", f"facts.csv: {row['id']}: no reason or statement")
        value = float(row["value"])
        check(row["value_high"] == "" or float(row["value_high"]) >= value, f"facts.csv: {row['id']}: range reversed")
        if row["unit"] == "percent":
            check(0 <= value <= 100, f"facts.csv: {row['id']}: {value} %")

    naive = {row["id"]: row["naive"] for row in read("holdout.csv")}
    held_out = {row["id"] for row in rows if row["use"] == "held_out"}
    check(held_out == set(naive), f"facts.csv and holdout.csv disagree on {sorted(held_out ^ set(naive))}")
    for fact, sibling in naive.items():
        check(sibling in by_id and sibling not in naive, f"holdout.csv: {fact}: {sibling} is no sibling")
        check(by_id[fact]["unit"] == by_id[sibling]["unit"], f"holdout.csv: {fact}: {sibling} has another unit")

    def value(fact):
        return float(by_id[fact]["value"])

    names = "palestine somalia iraq myanmar congo iran afghanistan sudan syria eritrea ethiopia".split()
    countries = sum(value(f"intro_n_{name}") for name in names)
    check(countries == 21536, f"facts.csv: the eleven countries of Figur 14 sum to {countries}")
    tracks = sum(value(f"intro_track{track}_average") for track in (1, 2, 3))
    check(abs(tracks - 100) < 0.05, f"facts.csv: the tracks sum to {tracks}")
    censored = 100 * value("nav_js_spells_censored") / value("nav_js_spells")
    check(round(censored) == value("nav_js_censored_share"), f"facts.csv: {censored} % of the spells are censored")


def check_participation():
    rows = read("participation.csv")
    check(len(rows) == 12, f"participation.csv: {len(rows)} countries")
    for row in rows:
        ratio = float(row["women"]) / float(row["men"])
        check(abs(ratio - float(row["ratio"])) < 0.0006, f"participation.csv: {row['country']}: {ratio:.4f}")


if __name__ == "__main__":
    steps = (
        check_table13, check_table14, check_annex3, check_table5, check_annex4_tables, check_facts, check_participation,
    )
    for step in steps:
        step()
    print("\n".join(problems) if problems else "stdlib/data holds together.")
    sys.exit(1 if problems else 0)
