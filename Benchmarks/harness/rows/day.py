"""The stand-up of a large team, beside a query for the leads overdue, and what is asked beside it."""
from pathlib import Path

from ..comparison import Case, Line, interleaved, limited, time
from ..workshop import QUARTER, Workshop
from .review import beside, duckdb_case, sqlite_case

#: What people wait for at the keyboard.
LIMIT = 0.100


def run(shop: Workshop) -> list[Line]:
    peers = [("sqlite3", None, sqlite_case), ("DuckDB", None, duckdb_case)]
    _, lines = beside(
        shop, "stand-up on ten years of leads and touches", ["standup", "-O", "json"], peers, "overdue",
        "the leads overdue alone")
    others = {
        f"plan of {QUARTER}": ["plan", "--for-period", QUARTER],
        "all that is on record for one lead": ["lead", first_lead(shop.data())],
    }
    cases = [Case(name, shop.leadpact_command(shop.loaded(10), *words)) for name, words in others.items()]
    for name, outcome in interleaved(shop.watch, cases, shop.runs).items():
        fast = outcome.is_measured and outcome.wall <= LIMIT
        told = time(outcome.wall) if outcome.is_measured else ""
        lines.append(limited(f"{name}, of as many", outcome, time(LIMIT), told, fast))
    return lines


def first_lead(folder: Path) -> str:
    with open(folder / "leads.csv") as lines:
        next(lines)
        return next(lines).split(",")[0]
