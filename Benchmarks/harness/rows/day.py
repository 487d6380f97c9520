"""The stand-up of a large team, beside a query for the leads overdue, and what is asked beside it."""
from ..comparison import Case, Line, compared, interleaved, limited, missing, time
from ..figures import agreement, differences
from ..process import Failed
from ..workshop import QUARTER, Workshop
from .review import duckdb_case, sqlite_case

#: What people wait for at the keyboard.
LIMIT = 0.100


def run(shop: Workshop) -> list[Line]:
    folder, database = shop.data(), shop.loaded(10)
    shown = shop.scratch / "standup.json"
    cases, lines = [Case("leadpact", shop.leadpact_command(database, "standup", "-O", "json", stdout=shown))], []
    for name, make in [("sqlite3", sqlite_case), ("DuckDB", duckdb_case)]:
        try:
            cases.append(make(shop, folder, "overdue"))
        except Failed as failure:
            lines.append(missing("stand-up", name, str(failure)))
    others = {
        f"plan of {QUARTER}": ["plan", "--for-period", QUARTER],
        "all that is on record for one lead": ["lead", first_lead(folder)],
    }
    cases += [Case(name, shop.leadpact_command(database, *words)) for name, words in others.items()]
    found = interleaved(shop.watch, cases, shop.runs)
    own = found["leadpact"]
    for case in cases[1:]:
        outcome = found[case.name]
        job = "stand-up on ten years of leads and touches"
        if case.name in others:
            fast = outcome.is_measured and outcome.wall <= LIMIT
            told = time(outcome.wall) if outcome.is_measured else ""
            lines.append(limited(f"{case.name}, of as many", outcome, time(LIMIT), told, fast))
        else:
            note = ""
            if own.is_measured and outcome.is_measured:
                note = agreement(*differences(shown, case.command.stdout))
            lines.append(compared(job, own, outcome, None, f"the leads overdue alone; {note}"))
    return lines


def first_lead(folder) -> str:
    with open(folder / "leads.csv") as lines:
        next(lines)
        return next(lines).split(",")[0]
