"""The figures of a review, and whether a peer comes to the same ones."""
import csv
import json
import re
from decimal import Decimal
from pathlib import Path

PATTERNS = re.compile(
    r"2026-01-05/rep/[^/]+/overdue-leads"
    r"|2025-\d\d/[^/]+/[^/]+/(leads-delivered|cohort-(sqls|opportunities|won|revenue))"
    r"|2025-Q4/(rep/[^/]+/|follow-up-)(leads|contacted-(due|met)|\d-in-\d+-(due|met))")


def told_by_queries(key: str) -> bool:
    """Whether the hand-written queries tell the figure of this key as well."""
    return PATTERNS.fullmatch(key) is not None


def numbers(review: dict) -> dict[str, Decimal]:
    """The figures of a report that are numbers, by their keys."""
    found = {}
    for key, figure in review["figures"].items():
        if figure["unit"] in ("count", "USD"):
            found[key] = Decimal(str(figure["value"]))
    return found


def differences(review: Path, answers: Path) -> tuple[int, list[str]]:
    """How many figures there are, and what a peer says otherwise; a figure that is not there counts as 0."""
    own = {key: value for key, value in numbers(json.loads(review.read_text())).items() if told_by_queries(key)}
    with open(answers, newline="") as lines:
        theirs = {key: Decimal(value) for key, value in csv.reader(lines)}
    keys = sorted(own | theirs)
    unlike = [key for key in keys if own.get(key, 0) != theirs.get(key, 0)]
    return len(keys), [f"{key} is {own.get(key)}, the peer says {theirs.get(key)}" for key in unlike]


def agreement(count: int, wrong: list[str]) -> str:
    """What the table says of figures that were compared."""
    if count == 0:
        return "FIGURES DIFFER: there are none"
    return f"the same {count} figures" if not wrong else f"{len(wrong)} of {count} FIGURES DIFFER: {wrong[0]}"
