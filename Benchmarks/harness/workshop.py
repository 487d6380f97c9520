"""Where everything is, and how leadpact is called."""
import hashlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .comparison import Case
from .peers import Environment, say
from .process import Command, Failed, Stopwatch, compiled

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "Benchmarks"
#: The day on which everything is looked at: the files were exported that morning.
TODAY = "2026-01-05"
QUARTER = "2025-Q4"


@dataclass
class Workshop:
    """The programs, the folders and the settings of one run of the benchmarks."""

    scale: str
    runs: int
    limit: int
    generator: Path = ROOT / ".build/release/leadpact-bench"
    #: It runs the same statements, and has SQLite in a library, where they can be listed.
    traced: Path = ROOT / ".build/debug/leadpact"

    def __post_init__(self) -> None:
        self.build = ROOT / ".build/bench"
        self.build.mkdir(parents=True, exist_ok=True)
        # Removed when the workshop is; beside the data, because another disk may be a quicker or a slower one.
        self.temporary = tempfile.TemporaryDirectory(prefix="scratch-", dir=self.build)
        self.scratch = Path(self.temporary.name)
        self.tools = self.build / "tools"
        compiled(BENCHMARKS / "harness/measure.c", self.tools / "measure")
        self.watch = Stopwatch(self.tools, self.scratch, self.limit)
        self.python = Environment(self.build / "venv", BENCHMARKS / "requirements.txt")
        self.leadpact = self.installed()
        self.digest = hashlib.sha256(self.leadpact.read_bytes()).hexdigest()[:12]

    def installed(self) -> Path:
        """The program as people have it: installed from what was built."""
        prefix = self.scratch / "installed"
        places = {"PREFIX": str(prefix), "DESTDIR": "", "BUILD": ".build/release"}
        words = [ROOT / ".ci/install", "install"]
        subprocess.run(words, env=os.environ | places, check=True, stdout=subprocess.DEVNULL)
        return prefix / "bin/leadpact"

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.scratch), "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def leadpact_command(self, database: Path, *words: str, today: str = TODAY, stdout: Path | None = None) -> Command:
        environment = self.environment | {
            "LEADPACT_DB": str(database), "LEADPACT_TODAY": today, "LEADPACT_USER": "ada@acme.example", "NO_COLOR": "1"}
        return Command([str(self.leadpact), *words], environment, self.scratch, stdout=stdout)

    def command(self, *words: str, stdin: Path | None = None, stdout: Path | None = None) -> Command:
        return Command(list(map(str, words)), self.environment, self.scratch, stdin, stdout)

    def case(self, name: str, *words: str, prepare=lambda: None, **streams) -> Case:
        return Case(name, self.command(*words, **streams), prepare)

    def data(self, years: int = 10) -> Path:
        """The generated files of so many years."""
        folder = self.build / "data" / self.scale.replace("/", "-of-") / f"{years}y"
        if not (folder / "stamp").exists() or (folder / "stamp").read_text() != self.sample:
            say(f"making {years} years of data at scale {self.scale}")
            shutil.rmtree(folder, ignore_errors=True)
            words = [self.generator, "generate", "--scale", self.scale, "--years", str(years), folder]
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
            (folder / "stamp").write_text(self.sample)
        return folder

    @cached_property
    def sample(self) -> str:
        """A digest of little data: where it is another, the generator makes other data."""
        folder = self.scratch / "sample"
        words = [self.generator, "generate", "--leads", "1000", folder]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.iterdir()))).hexdigest()

    def signed(self, years: int, contract: str) -> Path:
        """A database with a contract that everyone has signed."""
        database = self.data(years) / f"{Path(contract).stem}-{self.digest}.leadpact"
        if database.exists():
            return database
        for old in database.parent.glob(f"{Path(contract).stem}-*.leadpact"):
            old.unlink()
        before = f"{2025 - years}-12-15"
        made = self.scratch / "signed.leadpact"
        made.unlink(missing_ok=True)
        self.quietly(self.leadpact_command(made, "contract", "propose", str(database.parent / contract), today=before))
        for person in ["ada", "ben"]:
            self.quietly(self.leadpact_command(made, "sign", "--as", f"{person}@acme.example", "--yes", today=before))
        made.rename(database)
        return database

    def loaded(self, years: int) -> Path:
        """A database with the leads and touches of so many years."""
        return self.imported(years, "contract.yaml", "leads", ["leads", "touches"])

    def counted(self, years: int) -> Path:
        """A database with the counts of so many years."""
        return self.imported(years, "counts-contract.yaml", "counts", ["deliveries"])

    def imported(self, years: int, contract: str, name: str, kinds: list[str]) -> Path:
        database = self.data(years) / f"{name}-{self.digest}.leadpact"
        if not database.exists():
            for old in database.parent.glob(f"{name}-*.leadpact"):
                old.unlink()
            made = self.scratch / "imported.leadpact"
            fresh_copy(self.signed(years, contract), made)
            for kind in kinds:
                file = self.data(years) / ("counts.csv" if kind == "deliveries" else f"{kind}.csv")
                say(f"importing {file}")
                self.watch_quietly(self.leadpact_command(made, "import", kind, str(file)))
            made.rename(database)
        return database

    def quietly(self, command: Command) -> None:
        result = subprocess.run(command.words, env=command.env, cwd=command.folder, capture_output=True, text=True)
        if result.returncode != 0:
            raise Failed(f"{' '.join(command.words)}: {result.stderr.strip()}")

    def watch_quietly(self, command: Command) -> None:
        """Runs a command that may take long; `Failed` where it takes too long."""
        Stopwatch(self.tools, self.scratch, 3_600).run(command)


def fresh_copy(source: Path, target: Path) -> None:
    """A copy of a database that lies on the disk already, so that nobody pays for writing it."""
    for rest in ["-wal", "-shm", "-journal"]:
        target.with_name(target.name + rest).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    subprocess.run(["sync", target], check=True)
