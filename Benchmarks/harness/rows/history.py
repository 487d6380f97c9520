"""The same quarter with more and more history before it."""
import json
from pathlib import Path

from ..comparison import Case, Line, at_most, compared, interleaved
from ..figures import numbers, told_by_queries
from ..workshop import QUARTER, Workshop

YEARS = [1, 3, 10]


def run(shop: Workshop) -> list[Line]:
    cases = [
        Case(name(years), shop.leadpact_command(
            shop.loaded(years), "report", "quarter", QUARTER, "-O", "json", stdout=output(shop, years)))
        for years in YEARS
    ]
    found = interleaved(shop.watch, cases, shop.runs)
    lines = []
    for years in YEARS[1:]:
        own, base = found[name(years)], found[name(YEARS[0])]
        note = ""
        if own.is_measured and base.is_measured:
            same = told(output(shop, years)) == told(output(shop, YEARS[0]))
            note = "the same figures" if same else "FIGURES DIFFER"
        job = f"quarterly review with {name(years)}"
        lines.append(compared(job, own, base, at_most(1.2) if years == YEARS[-1] else None, note))
    return lines


def name(years: int) -> str:
    return f"{years} years of history" if years > 1 else "1 year of history"


def output(shop: Workshop, years: int) -> Path:
    return shop.scratch / f"history-{years}.json"


def told(review: Path):
    figures = numbers(json.loads(review.read_text()))
    return {key: value for key, value in figures.items() if told_by_queries(key)}
