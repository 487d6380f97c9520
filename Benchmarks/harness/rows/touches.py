"""Reading a file of touches, beside `.import` into a plain table."""
from ..comparison import Case, Line, at_most, compared, interleaved
from ..peers import program
from ..workshop import Workshop, fresh_copy
from .imports import removing, rows, used


def run(shop: Workshop) -> list[Line]:
    touches = shop.data() / "touches.csv"
    database, peer, script = (shop.scratch / name for name in ["touches.leadpact", "touches.sqlite", "touches.sql"])
    script.write_text(
        "CREATE TABLE touch (id TEXT, lead TEXT, at TEXT, kind TEXT, rep TEXT);\n"
        "CREATE INDEX touch_by_id ON touch (id);\nCREATE INDEX touch_by_lead ON touch (lead);\n"
        f".import --csv --skip 1 {touches} touch\n")
    own = Case(
        "leadpact", shop.leadpact_command(database, "import", "touches", str(touches)),
        lambda: fresh_copy(shop.signed(10, "contract.yaml"), database))
    sqlite = shop.case(
        "sqlite3 `.import`", program("sqlite3"), "-bail", peer, stdin=script, prepare=removing(peer))
    found = interleaved(shop.watch, [own, sqlite], min(shop.runs, 3))
    job = f"import {rows(touches):,} touches from CSV"
    return [
        compared(job, found["leadpact"], found["sqlite3 `.import`"], at_most(1)),
        used("memory of that import", found["leadpact"]),
    ]
