"""Databases for tests: each a fresh copy of one that was migrated once."""

from dataclasses import dataclass

import psycopg
from psycopg.sql import SQL, Identifier

from server.database.embedded import SUPERUSER, Server


@dataclass(frozen=True, slots=True)
class Database:
    """One database of the test run's server."""

    server: Server
    name: str

    def dsn(self, role: str = SUPERUSER) -> str:
        """The connection string of a role: the superuser, `baove_app`, `baove_projector`, ..."""
        return self.server.dsn(role, self.name)

    def create(self) -> None:
        """Makes it, empty."""
        self._on_server(SQL("CREATE DATABASE {}"), self.name)

    def copy(self, template: "Database") -> None:
        """Makes it as a copy of another, to which nobody may be connected."""
        self._on_server(SQL("CREATE DATABASE {} TEMPLATE {}"), self.name, template.name)
        with psycopg.connect(self.server.dsn(), autocommit=True) as connection:
            # A copy has the template's contents, but not who may connect to it.
            connection.execute(
                "update pg_database set datacl = (select datacl from pg_database where datname = %s) "
                "where datname = %s",
                (template.name, self.name),
            )

    def drop(self) -> None:
        """Removes it together with whoever is still connected."""
        self._on_server(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"), self.name)

    def _on_server(self, statement: SQL, *names: str) -> None:
        with psycopg.connect(self.server.dsn(), autocommit=True) as connection:
            connection.execute(statement.format(*map(Identifier, names)))
