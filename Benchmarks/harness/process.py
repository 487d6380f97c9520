"""Running commands, and what they take."""
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """A command did not end as it should; the text says how."""


@dataclass(frozen=True)
class Run:
    """What one run took."""

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Command:
    """A command, its environment beside what every command gets, its input, and where its output goes."""

    words: list[str]
    env: dict[str, str]
    folder: Path
    stdin: Path | None = None
    stdout: Path | None = None


class Stopwatch:
    """Runs commands under the launcher that measures them."""

    def __init__(self, tools: Path, scratch: Path, limit: int):
        self.launcher = tools / "measure"
        self.scratch = scratch
        self.limit = limit

    def run(self, command: Command) -> Run:
        """Runs a command to its end; raises `Failed` where it does not end well, or not in time."""
        report, errors = self.scratch / "report", self.scratch / "stderr"
        words = [str(self.launcher), str(report), str(self.limit), *map(str, command.words)]
        with open(command.stdin or os.devnull, "rb") as stdin, open(errors, "wb") as stderr:
            with open(command.stdout or self.scratch / "stdout", "wb") as stdout:
                subprocess.run(
                    words, env=command.env, cwd=command.folder, stdin=stdin, stdout=stdout, stderr=stderr, check=True)
        wall, cpu, memory, status = report.read_text().split()
        if status == "137":
            raise Failed(f"stopped after {self.limit} s")
        if status != "0":
            said = errors.read_text(errors="replace").strip().splitlines()
            raise Failed(f"ended with {status}: {said[-1] if said else 'nothing was said'}")
        return Run(float(wall), float(cpu), int(memory) * 1024)


def compiled(source: Path, target: Path, *options: str) -> Path:
    """A C file of this folder, compiled where it is newer than what is there."""
    if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
        return target
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        raise Failed("there is no C compiler on the PATH; Swift's own toolchain has one, clang")
    target.parent.mkdir(parents=True, exist_ok=True)
    result = subprocess.run([compiler, "-O2", "-o", target, source, *options], capture_output=True, text=True)
    if result.returncode != 0:
        raise Failed(f"{source.name} does not compile: {result.stderr.strip().splitlines()[-1]}")
    return target
