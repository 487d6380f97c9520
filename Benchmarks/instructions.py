#!/usr/bin/env python3
"""Counts the instructions of leadpact's main jobs under valgrind, and compares them with instructions.txt.

usage: instructions.py [--update]

Instructions are the same on a busy machine and on an idle one. They differ a little between versions of SQLite and of
the C library, so a rise is named only where it is more than a tenth.
"""
import argparse
import re
import shutil
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


def stripped(shop: Workshop) -> Path:
    """The program without what debuggers read of it, which valgrind cannot always read; it runs the same instructions."""
    target = shop.scratch / "leadpact"
    for words in (["strip", "-o", target, shop.leadpact], ["llvm-objcopy", "--strip-all", shop.leadpact, target]):
        if shutil.which(words[0]):
            subprocess.run(words, check=True)
            return target
    return shop.leadpact


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


def compare(counts: dict[str, int], before: dict[str, int]) -> int:
    """Prints what changed; the number of jobs that take more than a tenth more."""
    risen = 0
    for name, count in counts.items():
        if name not in before:
            print(f"{name:<20}{count:>18,}  not in {KEPT.name}; add it: make instructions UPDATE=1")
            risen += 1
            continue
        ratio = count / before[name]
        word = "risen" if ratio > ALLOWED else "fallen; keep it so: make instructions UPDATE=1" if ratio < 1 / ALLOWED else ""
        risen += ratio > ALLOWED
        print(f"{name:<20}{count:>18,}  {ratio:6.2f} × {before[name]:,}  {word}".rstrip())
    for name in before.keys() - counts.keys():
        print(f"{name:<20}  is no job any more; make instructions UPDATE=1")
    return risen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true", help="write what is found into instructions.txt")
    options = parser.parse_args()
    try:
        valgrind = program("valgrind")
        shop = Workshop(SCALE, runs=1, limit=3_600)
        program_file = str(stripped(shop))
        counts = {}
        for name, prepare, command in jobs(shop):
            say(name)
            prepare()
            counts[name] = counted(shop, [valgrind, program_file], command)
    except Failed as failure:
        say(str(failure))
        return 1
    risen = compare(counts, kept())
    if options.update:
        write(counts)
        return 0
    if risen:
        say(f"{risen} of {len(counts)} jobs take over a tenth more instructions than {KEPT.name} says")
    return 1 if risen else 0


sys.exit(main())
