#!/usr/bin/env python3
"""Measures leadpact beside what a user would pick instead, and prints a Markdown table of ratios.

usage: bench.py [--scale 1] [--rows start,import] [--runs 5] [--limit 600]
"""
import argparse
import os
import platform
import sys
from datetime import date
from pathlib import Path

from harness.comparison import markdown, missing
from harness.peers import say
from harness.process import Failed
from harness.rows import counts, day, history, imports, review, start, touches, writers
from harness.workshop import Workshop

ROWS = {
    "start": start, "import": imports, "touches": touches, "review": review, "day": day, "history": history,
    "counts": counts, "writers": writers,
}


def machine() -> str:
    """The processor, its cores, memory and system."""
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    release = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{names[0] if names else platform.machine()}, {len(names)} cores, {memory:.0f} GiB, {release}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scale", default="1", help="1, 10, 1/100")
    parser.add_argument("--rows", default=",".join(ROWS), help=f"some of {','.join(ROWS)}")
    parser.add_argument("--runs", type=int, default=5, help="how often each command is run")
    parser.add_argument("--limit", type=int, default=600, help="seconds after which a command is stopped")
    options = parser.parse_args()
    chosen = [name for name in options.rows.split(",") if name]
    unknown = [name for name in chosen if name not in ROWS]
    if unknown:
        parser.error(f"there is no row {unknown[0]}; there are {', '.join(ROWS)}")

    shop = Workshop(options.scale, options.runs, options.limit)
    lines = []
    for name in chosen:
        say(f"{name} …")
        try:
            lines += ROWS[name].run(shop)
        except Failed as failure:
            lines.append(missing(name, "", str(failure)))
        # A long run that is broken off leaves what it had found.
        (shop.build / "table.md").write_text(markdown(lines) + "\n")
    load = os.getloadavg()[0]
    print(f"Scale {options.scale}, {date.today()}, {machine()}; load at the end {load:.1f}.\n")
    print(markdown(lines))
    return 1 if any("DIFFER" in line.verdict for line in lines) else 0


sys.exit(main())
