"""Databases for tests: each a fresh copy of one that was migrated once."""

from dataclasses import dataclass

import psycopg
from psycopg.sql import SQL, Identifier

from server.embedded import SUPERUSER, Server


@dataclass(frozen=True, slots=True)
class Database:
    """One database of the test run's server."""

    server: Server
    name: str

    def dsn(self, role: str = SUPERUSER) -> str:
        """The connection string of a role: the superuser, `baove_app`, `baove_projector`, ..."""
        return self.server.dsn(role, self.name)

    def create(self, template: str = "template0") -> None:
        """Makes it as a copy of `template`, which nobody may be connected to."""
        self._on_server(SQL("CREATE DATABASE {} TEMPLATE {}"), self.name, template)

    def drop(self) -> None:
        """Removes it together with whoever is still connected."""
        self._on_server(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"), self.name)

    def _on_server(self, statement: SQL, *names: str) -> None:
        with psycopg.connect(self.server.dsn(), autocommit=True) as connection:
            connection.execute(statement.format(*map(Identifier, names)))
