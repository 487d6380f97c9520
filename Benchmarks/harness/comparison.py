"""Interleaved runs, their medians, and the lines of the table."""
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

from .process import Command, Failed, Run, Stopwatch


@dataclass(frozen=True)
class Case:
    """One side of a comparison: what to do before each run, off the clock, and what to run."""

    name: str
    command: Command
    prepare: Callable[[], None] = lambda: None


@dataclass
class Outcome:
    """All runs of a case, or why there are none."""

    name: str
    runs: list[Run] = field(default_factory=list)
    failure: str | None = None

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def memory(self) -> int:
        return max(run.memory for run in self.runs)

    @property
    def is_measured(self) -> bool:
        return self.failure is None and bool(self.runs)


def interleaved(watch: Stopwatch, cases: list[Case], runs: int, budget: float = 90) -> dict[str, Outcome]:
    """Runs A B C A B C …; a case that has taken `budget` seconds is not run again, one that failed neither."""
    outcomes = {case.name: Outcome(case.name) for case in cases}
    for _ in range(runs):
        for case in cases:
            outcome = outcomes[case.name]
            if outcome.failure or sum(run.wall for run in outcome.runs) > budget:
                continue
            try:
                case.prepare()
                outcome.runs.append(watch.run(case.command))
            except Failed as failure:
                outcome.failure = str(failure)
    return outcomes


@dataclass(frozen=True)
class Target:
    """A ratio of wall times to reach, leadpact's to the peer's, and how such a ratio is written."""

    text: str
    holds: Callable[[float], bool]
    written: Callable[[float], str] = lambda ratio: f"{ratio:.2f} ×"


def at_most(ratio: float) -> Target:
    return Target(f"≤ {ratio:g} ×", lambda found: found <= ratio)


def faster(factor: float) -> Target:
    return Target(
        f"≥ {factor:g} × faster", lambda found: found * factor <= 1, lambda found: f"{1 / found:.1f} × faster")


def together(share: float) -> Target:
    """What many do at once, beside what one does alone."""
    return Target(f"≥ {share:g} × together", lambda found: found * share <= 1, lambda found: f"{1 / found:.2f} ×")


@dataclass(frozen=True)
class Line:
    """A line of the table."""

    job: str
    own: str
    peer: str
    peer_figures: str
    ratio: str
    target: str
    verdict: str

    @property
    def cells(self) -> list[str]:
        return [self.job, self.own, self.peer, self.peer_figures, self.ratio, self.target, self.verdict]


def time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def memory(bytes: int) -> str:
    return f"{bytes / 1_048_576:.0f} MiB"


def figures(outcome: Outcome) -> str:
    if not outcome.is_measured:
        return outcome.failure or "not run"
    return f"{time(outcome.wall)} (CPU {time(outcome.cpu)}), {memory(outcome.memory)}, {len(outcome.runs)} runs"


def compared(job: str, own: Outcome, peer: Outcome, target: Target | None, note: str = "") -> Line:
    """The line that sets wall times side by side."""
    measured = own.is_measured and peer.is_measured
    ratio = own.wall / peer.wall if measured else None
    verdict = "" if target is None else "not measured" if ratio is None else "ok" if target.holds(ratio) else "missed"
    written = target.written if target else lambda ratio: f"{ratio:.2f} ×"
    # Of CPU time a busy machine changes less.
    ratios = f"{written(ratio)} (CPU {written(own.cpu / max(peer.cpu, 1e-6))})" if measured else ""
    return Line(
        job, figures(own), peer.name, figures(peer), ratios,
        target.text if target else "", "; ".join(filter(None, [verdict, note])))


def limited(job: str, own: Outcome, limit: str, found: str, holds: bool) -> Line:
    """The line of a figure that has a limit of its own."""
    return Line(job, figures(own), "", "", found, f"≤ {limit}", "ok" if holds else "missed")


def missing(job: str, peer: str, why: str) -> Line:
    return Line(job, "", peer, why, "", "", "not measured")


def markdown(lines: list[Line]) -> str:
    """The table."""
    head = ["job", "leadpact", "against", "which took", "ratio", "target", ""]
    rows = [head, ["---"] * len(head)] + [line.cells for line in lines]
    return "\n".join("| " + " | ".join(map(cell, row)) + " |" for row in rows)


def cell(text: str) -> str:
    """A text on one line, in which nothing ends the cell."""
    return " ".join(text.split()).replace("|", "\\|")
