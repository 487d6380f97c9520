"""The quarterly review of a large team, beside the same figures by hand-written queries."""
import subprocess
import textwrap
from pathlib import Path

from ..comparison import Case, Line, Outcome, at_most, compared, interleaved, limited, missing, time
from ..figures import agreement, differences
from ..peers import program, say
from ..process import Failed
from ..workshop import BENCHMARKS, QUARTER, Workshop

LIMIT = 0.150


def run(shop: Workshop) -> list[Line]:
    job = f"quarterly review over ten years of leads and touches, {QUARTER}"
    own, lines = beside(shop, job, ["report", "quarter", QUARTER, "-O", "json"], PEERS, "quarter")
    fast = own.is_measured and own.wall <= LIMIT
    return lines + [limited("the same, as it is", own, time(LIMIT), time(own.wall) if own.is_measured else "", fast)]


def beside(
    shop: Workshop, job: str, words: list[str], peers: list, query: str, remark: str = ""
) -> tuple[Outcome, list[Line]]:
    """Runs a command on ten years beside peers, whose answers to a query are compared with the figures that it shows."""
    folder, shown = shop.data(), shop.scratch / f"{query}.json"
    cases, lines, targets = [Case("leadpact", shop.leadpact_command(shop.loaded(10), *words, stdout=shown))], [], {}
    for name, target, make in peers:
        try:
            cases.append(make(shop, folder, query))
            targets[cases[-1].name] = target
        except Failed as failure:
            lines.append(missing(job, name, str(failure)))
    found = interleaved(shop.watch, cases, shop.runs)
    own = found["leadpact"]
    for case in cases[1:]:
        peer, note = found[case.name], remark
        if own.is_measured and peer.is_measured:
            note = "; ".join(filter(None, [remark, agreement(*differences(shown, case.command.stdout))]))
        lines.append(compared(job, own, peer, targets[case.name], note))
    return own, lines


def built(target: Path, stamp: Path, make) -> None:
    """Makes a peer's own file of the data, once for each data."""
    mark = target.with_name(target.name + ".stamp")
    if target.exists() and mark.exists() and mark.read_text() == stamp.read_text():
        return
    say(f"making {target.name}")
    target.unlink(missing_ok=True)
    make()
    mark.write_text(stamp.read_text())


def shell(words: list, script: str) -> None:
    result = subprocess.run(list(map(str, words)), input=textwrap.dedent(script), capture_output=True, text=True)
    if result.returncode != 0:
        raise Failed(f"{Path(words[0]).name}: {result.stderr.strip()}")


def duckdb_case(shop: Workshop, folder: Path, query: str) -> Case:
    duckdb, database = shop.python.program("duckdb"), folder / "review.duckdb"
    built(database, folder / "stamp", lambda: shell([duckdb, "-bail", database], f"""
        CREATE TABLE lead AS SELECT * REPLACE (amount::DECIMAL(18, 2) AS amount) FROM read_csv('{folder}/leads.csv');
        CREATE TABLE touch AS SELECT * FROM read_csv('{folder}/touches.csv');
        CREATE TABLE source AS SELECT * FROM read_csv('{folder}/sources.csv');
        CREATE TABLE workday AS SELECT * FROM read_csv('{folder}/workdays.csv');
        """))
    return shop.case(
        f"DuckDB {shop.python.version('duckdb')}", duckdb, "-readonly", "-csv", "-noheader", database,
        stdin=BENCHMARKS / f"queries/{query}.duckdb.sql", stdout=shop.scratch / f"{query}-duckdb.csv")


def sqlite_case(shop: Workshop, folder: Path, query: str) -> Case:
    sqlite, database = program("sqlite3"), folder / "review.sqlite"
    queries = BENCHMARKS / "queries"
    built(database, folder / "stamp", lambda: shell([sqlite, "-bail", database], f"""
        .read {queries}/tables.sqlite.sql
        .mode csv
        .import --skip 1 {folder}/leads.csv lead
        .import --skip 1 {folder}/touches.csv touch
        .import --skip 1 {folder}/sources.csv source
        .import --skip 1 {folder}/workdays.csv workday
        .read {queries}/indexes.sqlite.sql
        """))
    return shop.case(
        "sqlite3", sqlite, "-readonly", "-csv", "-noheader", database,
        stdin=BENCHMARKS / f"queries/{query}.sqlite.sql", stdout=shop.scratch / f"{query}-sqlite.csv")


def pandas_case(shop: Workshop, folder: Path, query: str) -> Case:
    python = shop.python.program("python")
    times = "['delivered', 'sql', 'opportunity', 'won', 'lost', 'disqualified', 'modified']"
    built(folder / "touch.pickle", folder / "stamp", lambda: shell([python, "-"], f"""
import pandas
pandas.read_csv('{folder}/leads.csv', parse_dates={times}).to_pickle('{folder}/lead.pickle')
pandas.read_csv('{folder}/touches.csv', parse_dates=['at']).to_pickle('{folder}/touch.pickle')
"""))
    return shop.case(
        f"pandas {shop.python.version('pandas')}, from pickles", python, BENCHMARKS / f"queries/{query}_pandas.py", folder,
        stdout=shop.scratch / f"{query}-pandas.csv")


PEERS = [
    ("DuckDB", at_most(1), duckdb_case),
    ("sqlite3", None, sqlite_case),
    ("pandas", None, pandas_case),
]
