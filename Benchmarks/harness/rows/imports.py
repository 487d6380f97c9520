"""Reading a file of leads: into a plain table by the peers, validated and with history and journal by leadpact."""
from pathlib import Path

from ..comparison import Case, Line, at_most, compared, faster, interleaved, limited, memory, missing
from ..peers import program, swift_reader
from ..process import Failed
from ..workshop import BENCHMARKS, ROOT, Workshop, fresh_copy

MEMORY = 64 * 1_048_576
#: What a person would look up: a lead by its id, and the leads of a time.
INDEXES = [("lead_by_id", "external-id"), ("lead_by_delivery", "delivered")]


def run(shop: Workshop) -> list[Line]:
    """The first import beside its peers, and then the same file again."""
    leads = shop.data() / "leads.csv"
    signed = shop.signed(10, "contract.yaml")
    database = shop.scratch / "import.leadpact"
    command = shop.leadpact_command(database, "import", "leads", str(leads))
    cases = [Case("first import", command, lambda: fresh_copy(signed, database)), Case("again", command)]
    lines: list[Line] = []
    targets = {}
    for name, target, make in PEERS:
        try:
            cases.append(make(shop, leads))
            targets[cases[-1].name] = target
        except Failed as failure:
            lines.append(missing("import leads", name, str(failure)))
    found = interleaved(shop.watch, cases, min(shop.runs, 3))
    first = found["first import"]
    job = f"import {rows(leads):,} leads from CSV"
    compares = [compared(job, first, found[name], target) for name, target in targets.items()]
    again = compared("import the same file again", found["again"], first, at_most(0.5))
    return compares + lines + [used("memory of the import", first), again, *reading(shop, leads)]


def used(job: str, outcome) -> Line:
    held = memory(outcome.memory) if outcome.is_measured else ""
    return limited(job, outcome, "64 MiB", held, outcome.is_measured and outcome.memory <= MEMORY)


def rows(file: Path) -> int:
    with open(file, "rb") as lines:
        return sum(1 for _ in lines) - 1


def reading(shop: Workshop, leads: Path) -> list[Line]:
    """Reading and checking without recording anything, beside a CSV reader that only reads."""
    job = "read the same file: `import --dry-run` checks each row"
    try:
        reader = swift_reader(BENCHMARKS / "SwiftCSVReader", ROOT / ".build/swiftcsv")
    except Failed as failure:
        return [missing(job, "SwiftCSV", str(failure))]
    database = shop.scratch / "dry.leadpact"
    fresh_copy(shop.signed(10, "contract.yaml"), database)
    command = shop.leadpact_command(database, "import", "leads", "--dry-run", str(leads))
    found = interleaved(
        shop.watch, [Case("leadpact", command), shop.case("SwiftCSV 0.10.0, reading only", reader, leads)],
        min(shop.runs, 3))
    return [compared(job, found["leadpact"], found["SwiftCSV 0.10.0, reading only"], None)]


def removing(file: Path):
    """Removes a database, so that each run begins with none."""
    def prepare() -> None:
        for rest in ["", "-wal", "-shm", "-journal", ".wal"]:
            file.with_name(file.name + rest).unlink(missing_ok=True)
    return prepare


def indexes() -> str:
    return "".join(f'CREATE INDEX {name} ON lead ("{column}");\n' for name, column in INDEXES)


def sqlite_case(shop: Workshop, leads: Path) -> Case:
    """`.import` into a plain table that has the indexes, as leadpact's has them while it is filled."""
    database, script = shop.scratch / "import.sqlite", shop.scratch / "import.sqlite.sql"
    columns = ", ".join(f'"{name}" TEXT' for name in header(leads))
    script.write_text(f'CREATE TABLE lead ({columns});\n{indexes()}.import --csv --skip 1 {leads} lead\n')
    return shop.case(
        "sqlite3 `.import`", program("sqlite3"), "-bail", database, stdin=script, prepare=removing(database))


def header(file: Path) -> list[str]:
    with open(file) as lines:
        return lines.readline().strip().split(",")


def duckdb_case(shop: Workshop, leads: Path) -> Case:
    database, script = shop.scratch / "import.duckdb", shop.scratch / "import.duckdb.sql"
    script.write_text(f"CREATE TABLE lead AS SELECT * FROM read_csv('{leads}');\n{indexes()}")
    duckdb = shop.python.program("duckdb")
    name = f"DuckDB {shop.python.version('duckdb')} `read_csv`"
    return shop.case(name, duckdb, "-bail", database, stdin=script, prepare=removing(database))


def utils_case(shop: Workshop, leads: Path) -> Case:
    database, script = shop.scratch / "import.utils", shop.scratch / "import-utils.sh"
    utils = shop.python.program("sqlite-utils")
    creating = "".join(f"{utils} create-index {database} lead {column}\n" for _, column in INDEXES)
    script.write_text(f"set -e\n{utils} insert {database} lead {leads} --csv --silent\n{creating}")
    name = f"sqlite-utils {shop.python.version('sqlite-utils')} `insert --csv`"
    return shop.case(name, "/bin/sh", script, prepare=removing(database))


def pandas_case(shop: Workshop, leads: Path) -> Case:
    database, script = shop.scratch / "import.pandas", shop.scratch / "import-pandas.py"
    script.write_text(
        "import sqlite3\nimport pandas\n"
        f"database = sqlite3.connect({str(database)!r})\n"
        f"pandas.read_csv({str(leads)!r}).to_sql('lead', database, index=False)\n"
        f"database.executescript({indexes()!r})\ndatabase.commit()\n")
    name = f"pandas {shop.python.version('pandas')} `to_sql`"
    return shop.case(name, shop.python.program("python"), script, prepare=removing(database))


PEERS = [
    ("sqlite3", at_most(1), sqlite_case),
    ("DuckDB", at_most(1), duckdb_case),
    ("sqlite-utils", faster(10), utils_case),
    ("pandas", faster(1.5), pandas_case),
]
