"""What leadpact is measured against: found, or installed where that can be done."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .process import Failed

DEBIAN = {"sqlite3": "sqlite3", "hledger": "hledger", "valgrind": "valgrind"}


def say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


def program(name: str) -> str:
    """A program of Debian's, installed where it is missing and we may."""
    found = shutil.which(name)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"installing {DEBIAN[name]}")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "--yes", "--no-install-recommends", DEBIAN[name]]
        if subprocess.run(install, env=environment, capture_output=True).returncode != 0:
            subprocess.run(["apt-get", "update"], env=environment, capture_output=True)
            subprocess.run(install, env=environment, capture_output=True)
        found = shutil.which(name)
    if found is None:
        raise Failed(f"{name} is missing; on Debian: apt-get install {DEBIAN[name]}")
    return found


class Environment:
    """The Python packages, in a virtual environment of their own."""

    def __init__(self, folder: Path, requirements: Path):
        self.folder = folder
        self.requirements = requirements

    def program(self, name: str) -> str:
        """A program of the environment, which is made where it is missing or another list was installed."""
        self.install()
        return str(self.folder / "bin" / name)

    def install(self) -> None:
        listed, installed = self.requirements.read_text(), self.folder / "requirements.txt"
        if installed.exists() and installed.read_text() == listed:
            return
        say(f"installing {', '.join(listed.split())} in {self.folder}")
        shutil.rmtree(self.folder, ignore_errors=True)
        steps = [
            [sys.executable, "-m", "venv", self.folder],
            [self.folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", self.requirements],
        ]
        for step in steps:
            result = subprocess.run(step, capture_output=True, text=True)
            if result.returncode != 0:
                raise Failed("the Python packages cannot be installed: " + result.stderr.strip().splitlines()[-1])
        installed.write_text(listed)

    def version(self, package: str) -> str:
        pins = dict(line.split("==") for line in self.requirements.read_text().split())
        return pins[package]


def swift_reader(package: Path, scratch: Path) -> str:
    """The program that reads a file with SwiftCSV, built in a package of its own."""
    say("building the reader with SwiftCSV")
    build = ["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch]
    result = subprocess.run(build, capture_output=True, text=True)
    if result.returncode != 0:
        raise Failed("SwiftCSV cannot be had or built here")
    return str(scratch / "release" / "swiftcsv-reader")
