"""How long a command takes that does little: `sqlite3` runs the very statements that leadpact runs."""
import shutil
import subprocess
from pathlib import Path

from ..comparison import Case, Line, at_most, compared, interleaved
from ..peers import program
from ..process import Command, compiled
from ..workshop import BENCHMARKS, Workshop, fresh_copy

TARGET = at_most(1.5)
#: A week that is left out of the year that is on record.
WEEK, DURING = "2025-W51", "2025-12-22"
COUNTS = ["website-form=212", "outbound=80", "content-download=240", "event=31", "live-chat=44"]


def run(shop: Workshop) -> list[Line]:
    sqlite = program("sqlite3")
    year = year_before(shop)
    log = shop.leadpact_command(
        shop.scratch / "log.leadpact", "log", WEEK, "--stream", "unit-01", *COUNTS, today=DURING)
    standup = shop.leadpact_command(shop.scratch / "standup.leadpact", "standup", today=DURING)
    return [
        version(shop, sqlite),
        beside_sqlite(shop, sqlite, "`leadpact log` of one week, durable", year, log),
        beside_sqlite(shop, sqlite, "`leadpact standup` on a year of counts", year, standup),
        static(shop),
    ]


def year_before(shop: Workshop) -> Path:
    """A year of counts but for one week."""
    target = shop.scratch / "year.leadpact"
    counts = shop.scratch / "year.csv"
    lines = (shop.data(1) / "counts.csv").read_text().splitlines(keepends=True)
    late = ("2025-W51", "2025-W52", "2025-12-29")
    counts.write_text("".join(line for line in lines if not line.startswith(late)))
    fresh_copy(shop.signed(1, "counts-contract.yaml"), target)
    shop.quietly(shop.leadpact_command(target, "import", "deliveries", str(counts), today=DURING))
    return target


def version(shop: Workshop, sqlite: str) -> Line:
    own = Case("leadpact", shop.leadpact_command(shop.scratch / "none.leadpact", "--version"))
    found = interleaved(shop.watch, [own, shop.case("sqlite3", sqlite, "-version")], 5 * shop.runs)
    return compared("`leadpact --version`", found["leadpact"], found["sqlite3"], TARGET)


def beside_sqlite(shop: Workshop, sqlite: str, job: str, database: Path, command: Command) -> Line:
    """Sets a command beside the sqlite3 shell, which runs the same statements on the same file."""
    own_file = Path(command.env["LEADPACT_DB"])
    peer_file = own_file.with_suffix(".sqlite")
    statements = traced(shop, database, command)
    found = interleaved(
        shop.watch,
        [
            Case("leadpact", command, lambda: fresh_copy(database, own_file)),
            shop.case(
                "sqlite3", sqlite, "-bail", peer_file, stdin=statements,
                prepare=lambda: fresh_copy(database, peer_file)),
        ], 5 * shop.runs)
    count = statements.read_text().count(";\n")
    return compared(job, found["leadpact"], found["sqlite3"], TARGET, f"{count} statements")


def traced(shop: Workshop, database: Path, command: Command) -> Path:
    """The statements that a command runs, with their values."""
    tracer = compiled(BENCHMARKS / "harness/statements.c", shop.tools / "statements.so", "-shared", "-fPIC", "-ldl")
    statements = shop.scratch / "statements.sql"
    target = shop.scratch / f"{command.words[1]}.sql"
    statements.unlink(missing_ok=True)
    fresh_copy(database, Path(command.env["LEADPACT_DB"]))
    environment = command.env | {"LD_PRELOAD": str(tracer), "STATEMENTS": str(statements)}
    shop.quietly(Command([str(shop.traced), *command.words[1:]], environment, command.folder))
    return Path(shutil.move(statements, target))


def static(shop: Workshop) -> Line:
    """Whether the program looks for libraries when it starts."""
    found = subprocess.run(["ldd", shop.leadpact], capture_output=True, text=True).stdout
    needed = [line.split()[0] for line in found.splitlines() if "=>" in line]
    return Line(
        "libraries that the program looks for when it starts", str(len(needed)), "", "", "", "none",
        "missed: " + ", ".join(needed) if needed else "ok")
