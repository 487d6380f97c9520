#!/usr/bin/env python3
"""Counts the instructions of leadpact's main jobs under valgrind, and compares them with instructions.txt.

usage: instructions.py [--update]

Instructions are the same on a busy machine and on an idle one. They differ a little between versions of SQLite and of
the C library, so a rise is named only where it is more than a tenth.
"""
import argparse
import re
import subprocess
import sys
from pathlib import Path

from harness.peers import program, say
from harness.process import Command, Failed
from harness.rows.start import COUNTS, DURING, WEEK, year_before
from harness.workshop import BENCHMARKS, QUARTER, Workshop, fresh_copy

KEPT = BENCHMARKS / "instructions.txt"
#: 20,000 leads in ten years, and 100,000 touches.
SCALE = "1/50"
ALLOWED = 1.10


def jobs(shop: Workshop):
    """The name of each job, what is done before it, and its command."""
    file = shop.scratch / "job.leadpact"

    def job(name: str, database: Path, *words: str, today: str = "2026-01-05"):
        return name, lambda: fresh_copy(database, file), shop.leadpact_command(file, *words, today=today)

    leads = str(shop.data() / "leads.csv")
    year, loaded = year_before(shop), shop.loaded(10)
    yield job("version", year, "--version")
    yield job("log", year, "log", WEEK, "--stream", "unit-01", *COUNTS, today=DURING)
    yield job("standup", year, "standup", today=DURING)
    yield job("import", shop.signed(10, "contract.yaml"), "import", "leads", leads)
    yield job("import-again", loaded, "import", "leads", leads)
    yield job("report-from-leads", loaded, "report", "quarter", QUARTER, "-O", "json")
    yield job("report-from-counts", shop.counted(10), "report", "quarter", QUARTER, "-O", "json")
    yield job("verify", loaded, "verify")


def counted(shop: Workshop, programs: list[str], command: Command) -> int:
    """The instructions that a command takes."""
    words = [
        programs[0], "--tool=callgrind", f"--callgrind-out-file={shop.scratch / 'callgrind.out'}", programs[1],
        *command.words[1:]]
    # Swift seeds its hashing anew in each process unless it is told not to.
    environment = command.env | {"SWIFT_DETERMINISTIC_HASHING": "1"}
    result = subprocess.run(words, env=environment, cwd=command.folder, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or found is None:
        raise Failed(f"{' '.join(command.words)}: {result.stderr.strip()[-300:]}")
    return int(found[1])


def kept() -> dict[str, int]:
    """What was counted when instructions.txt was written."""
    if not KEPT.exists():
        return {}
    lines = [line.split() for line in KEPT.read_text().splitlines() if line and not line.startswith("#")]
    return {name: int(count.replace(",", "")) for name, count in lines}


def write(counts: dict[str, int]) -> None:
    head = (
        "# Instructions of leadpact's main jobs, as 'make instructions' counts them: the release binary, a year of counts\n"
        f"# for log and standup, {SCALE} of the benchmarks' data for the rest. 'make instructions UPDATE=1' writes it anew.\n")
    KEPT.write_text(head + "".join(f"{name:<20}{count:>18,}\n" for name, count in counts.items()))


def told(name: str, count: int, before: dict[str, int]) -> str:
    """The line on a job: how many instructions it takes, and how that compares."""
    if name not in before:
        return f"{name:<20}{count:>18,}"
    ratio = count / before[name]
    word = "RISEN" if ratio > ALLOWED else "fallen" if ratio < 1 / ALLOWED else ""
    return f"{name:<20}{count:>18,}  {ratio:6.2f} × {before[name]:,}  {word}".rstrip()


def verdict(counts: dict[str, int], before: dict[str, int]) -> int:
    """What is to be said of all jobs; the exit status."""
    risen = [name for name in counts if count_rises(counts[name], before.get(name))]
    unknown = [name for name in counts if name not in before]
    if risen:
        say(f"over a tenth more instructions than {KEPT.name} says: {', '.join(risen)}")
    if unknown:
        say(f"not in {KEPT.name} yet: {', '.join(unknown)}")
    if any(name in before and counts[name] * ALLOWED < before[name] for name in counts) or unknown:
        say("keep what was found: make instructions UPDATE=1")
    return 1 if risen or unknown else 0


def count_rises(count: int, before: int | None) -> bool:
    return before is not None and count > ALLOWED * before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true", help="write what is found into instructions.txt")
    parser.add_argument("--jobs", help="only some, such as version,log")
    options = parser.parse_args()
    before, counts = kept(), {}
    try:
        valgrind = program("valgrind")
        shop = Workshop(SCALE, runs=1, limit=3_600)
        binary = str(shop.leadpact)
        for name, prepare, command in jobs(shop):
            if options.jobs and name not in options.jobs.split(","):
                continue
            prepare()
            counts[name] = counted(shop, [valgrind, binary], command)
            print(told(name, counts[name], before), flush=True)
    except Failed as failure:
        say(str(failure))
        return 1
    if options.update:
        write(before | counts if options.jobs else counts)
        return 0
    return verdict(counts, before)


sys.exit(main())
