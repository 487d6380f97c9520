"""Many processes that log at once: together they should log as much as one that logs alone."""
from datetime import date, timedelta
from pathlib import Path

from ..comparison import Case, Line, compared, interleaved, together
from ..workshop import Workshop, fresh_copy

WRITERS, EACH = 16, 20


def run(shop: Workshop) -> list[Line]:
    signed = shop.signed(1, "counts-contract.yaml")
    cases = []
    for name, writers in [("16 writers", WRITERS), ("one writer", 1)]:
        database = shop.scratch / f"writers-{writers}.leadpact"
        command = shop.leadpact_command(database, "log")
        script = shop.scratch / f"writers-{writers}.sh"
        script.write_text(commands(str(shop.leadpact), writers))
        cases.append(Case(
            name, type(command)(["/bin/bash", str(script)], command.env, command.folder),
            lambda database=database: fresh_copy(signed, database)))
    found = interleaved(shop.watch, cases, min(shop.runs, 3))
    many, one = found["16 writers"], found["one writer"]
    note = ""
    if many.is_measured and one.is_measured:
        total = WRITERS * EACH
        note = f"{total / many.wall:.0f} entries a second together, {total / one.wall:.0f} alone"
    return [compared(f"{WRITERS * EACH} `leadpact log`, by 16 writers at once", many, one, together(0.9), note)]


def commands(leadpact: str, writers: int) -> str:
    """A shell that logs each of so many days once, divided among so many writers, and fails where one fails."""
    days = [date(2025, 1, 1) + timedelta(days=number) for number in range(WRITERS * EACH)]
    lines = ["export LEADPACT_BUSY_TIMEOUT=60000", "pids=()"]
    for writer in range(writers):
        own = " ".join(str(day) for day in days[writer::writers])
        lines.append(
            f"(for day in {own}; do {leadpact} log $day --stream unit-01 website-form=21 >/dev/null || exit 1; done) &")
        lines.append("pids+=($!)")
    lines.append("for pid in ${pids[@]}; do wait $pid || exit 1; done")
    return "\n".join(lines) + "\n"
