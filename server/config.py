"""What a server command is told by its environment, with secrets read from files and nothing guessed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from domain.access.patterns import Limits
from server.away import READ_WRITE

Mode = Literal["demo", "test", "production"]
Role = Literal["app", "projector", "reader", "migrate", "superuser"]


class ConfigError(Exception):
    """The environment says too little, or what is not allowed; the text says what to set."""


class Setting(NamedTuple):
    """What a variable means, and what holds without it; none where it has to be set by whoever needs it."""

    meaning: str
    default: str | None = None


SETTINGS = {
    "BAOVE_MODE": Setting("demo, test or production", "production"),
    "BAOVE_DATABASE_URL": Setting("host and name of the database, as postgresql://host/name, without a user"),
    "BAOVE_APP_PASSWORD_FILE": Setting("file with the password of the role baove_app"),
    "BAOVE_PROJECTOR_PASSWORD_FILE": Setting("file with the password of the role baove_projector"),
    "BAOVE_READER_PASSWORD_FILE": Setting("file with the password of the role baove_reader"),
    "BAOVE_MIGRATE_PASSWORD_FILE": Setting("file with the password of the role baove_migrate"),
    "BAOVE_SUPERUSER_PASSWORD_FILE": Setting("file with the superuser's password, for migrations only"),
    "BAOVE_KEY_FILE": Setting("file with the key-encryption key"),
    "BAOVE_ISSUER_KEYS_FILE": Setting("JWKS file with the token issuer's public keys"),
    "BAOVE_ISSUER": Setting("the one issuer whose tokens are accepted, exactly as in `iss`"),
    "BAOVE_AUDIENCE": Setting("the audience that a token must name, exactly as in `aud`"),
    "BAOVE_SIGNING_LOGIN_SECONDS": Setting("how long ago, at most, whoever decides must have signed in", "900"),
    "BAOVE_SIGNING_ACR": Setting("values of `acr`, by spaces, of which whoever decides must bring one; without: any"),
    "BAOVE_HTTP_HOST": Setting("address to listen at", "127.0.0.1"),
    "BAOVE_HTTP_PORT": Setting("port to listen at", "8000"),
    "BAOVE_BODY_BYTES": Setting("largest request body, in bytes", "262144"),
    "BAOVE_QUEUE_EVENTS": Setting("most lines that wait to be written before a command is turned away", "4096"),
    "BAOVE_QUEUE_BYTES": Setting("most bytes that wait to be written", "16777216"),
    "BAOVE_FILES_READ_PER_HOUR": Setting("files one person opens for one purpose in an hour without a reason", "40"),
    "BAOVE_OTHER_UNITS_READ_PER_HOUR": Setting("files of other units that one person opens so in an hour", "20"),
    "BAOVE_WORDS_SEARCHED_PER_HOUR": Setting("words that one person may search for in an hour", "40"),
    "BAOVE_DEVELOPMENT_ISSUER": Setting("directory of the development issuer's key: demo and test only"),
}
NEVER_IN_PRODUCTION = ("BAOVE_DEVELOPMENT_ISSUER",)
READING = ("BAOVE_FILES_READ_PER_HOUR", "BAOVE_OTHER_UNITS_READ_PER_HOUR", "BAOVE_WORDS_SEARCHED_PER_HOUR")
NUMBERS = (
    "BAOVE_SIGNING_LOGIN_SECONDS",
    "BAOVE_HTTP_PORT",
    "BAOVE_BODY_BYTES",
    "BAOVE_QUEUE_EVENTS",
    "BAOVE_QUEUE_BYTES",
    *READING,
)

TOKENS = ("BAOVE_ISSUER_KEYS_FILE", "BAOVE_ISSUER", "BAOVE_AUDIENCE")
NEEDS = {
    "web": ("BAOVE_APP_PASSWORD_FILE", "BAOVE_READER_PASSWORD_FILE", "BAOVE_KEY_FILE", *TOKENS),
    "project": ("BAOVE_PROJECTOR_PASSWORD_FILE", "BAOVE_KEY_FILE"),
    "rebuild": ("BAOVE_PROJECTOR_PASSWORD_FILE", "BAOVE_KEY_FILE"),
    "rewrap": ("BAOVE_MIGRATE_PASSWORD_FILE", "BAOVE_KEY_FILE"),
    "marks": ("BAOVE_APP_PASSWORD_FILE", "BAOVE_KEY_FILE"),
    "clock": ("BAOVE_APP_PASSWORD_FILE", "BAOVE_READER_PASSWORD_FILE", "BAOVE_KEY_FILE"),
    "migrate": (
        "BAOVE_SUPERUSER_PASSWORD_FILE",
        "BAOVE_MIGRATE_PASSWORD_FILE",
        "BAOVE_APP_PASSWORD_FILE",
        "BAOVE_PROJECTOR_PASSWORD_FILE",
        "BAOVE_READER_PASSWORD_FILE",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one command, complete for that command; asking for another's raises `ConfigError`."""

    mode: Mode
    settings: Mapping[str, str]

    @classmethod
    def load(cls, command: str, environment: Mapping[str, str] = os.environ) -> "Config":
        """Reads and checks what `command` needs; all that is wrong is told at once."""
        given = {name: value for name, value in environment.items() if name.startswith("BAOVE_") and value}
        defaults = {name: setting.default for name, setting in SETTINGS.items() if setting.default is not None}
        settings = defaults | given
        faults = [f"{name} is not a setting of this server." for name in given if name not in SETTINGS]
        mode = settings["BAOVE_MODE"]
        if mode not in ("demo", "test", "production"):
            raise ConfigError(f"BAOVE_MODE is {mode!r}: it can be {SETTINGS['BAOVE_MODE'].meaning}.")
        faults += [
            f"{name} must be a number above zero: {SETTINGS[name].meaning}."
            for name in NUMBERS
            if not (settings[name].isdecimal() and int(settings[name]) > 0)
        ]
        needs = ("BAOVE_DATABASE_URL", *(n for n in NEEDS.get(command, ()) if _applies(n, mode)))
        faults += [_missing(name) for name in needs if name not in settings]
        faults += [
            # Its value is not repeated: it may be the secret itself.
            f"{name} does not name a file that can be read: {SETTINGS[name].meaning}."
            for name in needs
            if name.endswith("_FILE") and name in settings and not os.access(settings[name], os.R_OK)
        ]
        if "BAOVE_DATABASE_URL" in settings:
            faults += _faults_of_url(settings["BAOVE_DATABASE_URL"], mode)
        if mode == "production":
            faults += [f"{name} is for demo and test only." for name in NEVER_IN_PRODUCTION if name in given]
        if faults:
            raise ConfigError("\n".join([f"`python -m server {command}` cannot start:", *faults]))
        return cls(mode=mode, settings=settings)

    @property
    def key_file(self) -> Path:
        return Path(self._value("BAOVE_KEY_FILE"))

    @property
    def issuer_keys_file(self) -> Path:
        return Path(self._value("BAOVE_ISSUER_KEYS_FILE"))

    @property
    def issuer(self) -> str:
        return self._value("BAOVE_ISSUER")

    @property
    def audience(self) -> str:
        return self._value("BAOVE_AUDIENCE")

    @property
    def signing_login_seconds(self) -> int:
        return int(self._value("BAOVE_SIGNING_LOGIN_SECONDS"))

    @property
    def signing_acrs(self) -> frozenset[str]:
        return frozenset(self.settings.get("BAOVE_SIGNING_ACR", "").split())

    @property
    def http_host(self) -> str:
        return self._value("BAOVE_HTTP_HOST")

    @property
    def http_port(self) -> int:
        return int(self._value("BAOVE_HTTP_PORT"))

    @property
    def body_bytes(self) -> int:
        return int(self._value("BAOVE_BODY_BYTES"))

    @property
    def queue_events(self) -> int:
        return int(self._value("BAOVE_QUEUE_EVENTS"))

    @property
    def queue_bytes(self) -> int:
        return int(self._value("BAOVE_QUEUE_BYTES"))

    @property
    def reading_limits(self) -> Limits:
        """What is ordinary for one person to read within an hour."""
        files, other_units, words = (int(self._value(name)) for name in READING)
        return Limits(files=files, other_units=other_units, words=words)

    @property
    def development_issuer(self) -> Path | None:
        """Where the development issuer keeps its key; none where tokens come from a real issuer alone."""
        folder = self.settings.get("BAOVE_DEVELOPMENT_ISSUER")
        return Path(folder) if folder is not None else None

    def dsn(self, role: Role) -> str:
        """The connection string of a role, with its password where one is set; keep it out of every log."""
        user = "postgres" if role == "superuser" else f"baove_{role}"
        parts = {"target_session_attrs": READ_WRITE} | conninfo_to_dict(self._value("BAOVE_DATABASE_URL"), user=user)
        if (password := self.password(role)) is not None:
            parts["password"] = password
        return make_conninfo("", **parts)

    def password(self, role: Role) -> str | None:
        """The password of a role; none in demo and test, where the private socket is enough."""
        name = f"BAOVE_{role.upper()}_PASSWORD_FILE"
        if self.mode != "production" and name not in self.settings:
            return None
        secret = Path(self._value(name)).read_text(encoding="utf-8").rstrip("\r\n")
        if not secret:
            raise ConfigError(f"The file that {name} names is empty: {SETTINGS[name].meaning}.")
        return secret

    def passwords(self) -> dict[str, str]:
        """The password of each role by its name, for the migration that sets them; empty in demo and test."""
        roles: tuple[Role, ...] = ("migrate", "app", "projector", "reader")
        known = {f"baove_{role}": self.password(role) for role in roles}
        return {name: password for name, password in known.items() if password is not None}

    def _value(self, name: str) -> str:
        if name not in self.settings:
            raise ConfigError(_missing(name))
        return self.settings[name]


def _applies(name: str, mode: str) -> bool:
    return mode == "production" or not name.endswith("_PASSWORD_FILE")


def _missing(name: str) -> str:
    return f"{name} is not set: {SETTINGS[name].meaning}."


def _faults_of_url(url: str, mode: str) -> list[str]:
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        # The text may hold a password: it is not repeated.
        return ["BAOVE_DATABASE_URL is not a connection string such as postgresql://host/name."]
    if mode == "production" and ("password" in parts or "user" in parts):
        return ["BAOVE_DATABASE_URL holds a user or a password: passwords belong into their files."]
    return []
