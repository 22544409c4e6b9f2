"""The roles of a small production: each comes in with the password of its own file, and with nothing else."""

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from server.config import Config, Role
from server.database.embedded import Cluster
from server.database.migrate import migrate

ROLES: tuple[Role, ...] = ("migrate", "app", "projector", "reader")


@pytest.fixture
def production(own_cluster: Cluster, directory: Path) -> Config:
    """A migrated database on a server that asks everybody for a password."""
    with psycopg.connect(own_cluster.dsn(), autocommit=True) as connection:
        connection.execute("create database baove")
        connection.execute("alter role postgres password 'superuser-secret'")
        hba = connection.execute("show hba_file").fetchone()
        assert hba is not None
        Path(hba[0]).write_text("local all all scram-sha-256\n")
    own_cluster.stop()
    own_cluster.start()
    socket = conninfo_to_dict(own_cluster.dsn())["host"]
    environment = {"BAOVE_DATABASE_URL": f"host={socket} dbname=baove"}
    for role in ("superuser", *ROLES):
        file = directory / f"{role}-password"
        file.write_text(f"{role}-secret\n")
        environment[f"BAOVE_{role.upper()}_PASSWORD_FILE"] = str(file)
    config = Config.load("migrate", environment)
    migrate(config.dsn("superuser"), simulated=False, passwords=config.passwords())
    return config


def test_each_role_comes_in_with_its_own_password(production: Config) -> None:
    for role in ROLES:
        with psycopg.connect(production.dsn(role)) as connection:
            assert connection.execute("select current_user::text").fetchone() == (f"baove_{role}",)


def test_no_role_comes_in_with_another_password_or_none(production: Config, directory: Path) -> None:
    for wrong in ("app-secret", "none"):
        (directory / "reader-password").write_text(wrong)
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(production.dsn("reader"))


def test_no_service_role_is_a_superuser_or_may_become_one(production: Config) -> None:
    with psycopg.connect(production.dsn("superuser")) as connection:
        found = connection.execute(
            "select rolname::text from pg_roles where rolname like 'baove\\_%' and (rolsuper "
            "or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls "
            "or pg_has_role(oid, 'postgres', 'member'))"
        )
        assert found.fetchall() == []
