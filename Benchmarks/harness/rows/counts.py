"""The quarterly review from logged counts, beside hledger's budget report on the same numbers."""
import csv
import json
from pathlib import Path

from ..comparison import Case, Line, at_most, compared, interleaved
from ..figures import agreement, numbers
from ..peers import program
from ..workshop import QUARTER, Workshop


def run(shop: Workshop) -> list[Line]:
    review, budget = shop.scratch / "counts.json", shop.scratch / "budget.csv"
    journal = shop.data() / "counts.journal"
    cases = [
        Case("leadpact", shop.leadpact_command(
            shop.counted(10), "report", "quarter", QUARTER, "-O", "json", stdout=review)),
        shop.case(
            "hledger", program("hledger"), "-f", journal, "balance", "--budget", "-Q", "-b", "2025-10-01", "-e",
            "2026-01-01", "-O", "csv", "leads", stdout=budget),
    ]
    found = interleaved(shop.watch, cases, shop.runs)
    note = ""
    if found["leadpact"].is_measured and found["hledger"].is_measured:
        note = agreement(*differences(review, budget))
    with open(shop.data() / "counts.csv", "rb") as lines:
        entries = sum(1 for _ in lines) - 1
    job = f"quarterly review from {entries:,} logged counts"
    return [compared(job, found["leadpact"], found["hledger"], at_most(0.2), note)]


def differences(review: Path, budget: Path) -> tuple[int, list[str]]:
    """How many figures both tell, and where they say different counts, or that other counts were owed."""
    own = numbers(json.loads(review.read_text()))
    wrong = []
    with open(budget, newline="") as lines:
        accounts = [row for row in csv.reader(lines) if row and row[0].count(":") == 2]
    for account, delivered, owed in accounts:
        key = f"{QUARTER}/{account.removeprefix('leads:').replace(':', '/')}"
        for name, said in [("leads-delivered", delivered), ("leads-due", owed)]:
            if own.get(f"{key}/{name}") != int(said.split()[0]):
                wrong.append(f"{key}/{name} is {own.get(f'{key}/{name}')}, hledger says {said}")
    expected = sum(1 for key in own if key.startswith(f"{QUARTER}/") and key.endswith("/leads-delivered"))
    if len(accounts) != expected:
        wrong.append(f"{expected} lead types, of which hledger has {len(accounts)}")
    return 2 * len(accounts), wrong
