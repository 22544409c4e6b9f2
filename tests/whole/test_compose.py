"""The small production of docker-compose.yml, as far as it can be held without an engine."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from server.config import Config

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
COMMANDS = {"migrate": "migrate", "web": "web", "projector": "project", "clock": "clock"}
STAYING = ("database", "web", "projector", "clock")


def environment(service: str, folder: Path) -> dict[str, str]:
    """A service's environment as its container would see it, its secrets as files in `folder`."""
    for name in SERVICES[service]["secrets"]:
        (folder / name).write_text("a-secret\n")
    given: dict[str, str] = SERVICES[service]["environment"]
    return {
        name: re.sub(r"\$\{\w+:\?.*\}", "https://login.example.vn", value).replace("/run/secrets", str(folder))
        for name, value in given.items()
    }


def test_the_services_are_the_database_a_migration_and_three_that_stay() -> None:
    assert set(SERVICES) == {"database", *COMMANDS}
    assert SERVICES["database"]["image"] == "postgres:18"


@pytest.mark.parametrize(("service", "command"), COMMANDS.items())
def test_a_service_finds_all_it_needs_in_its_environment(service: str, command: str, tmp_path: Path) -> None:
    assert SERVICES[service]["command"] == [command]
    config = Config.load(command, environment(service, tmp_path))
    assert config.mode == "production"


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_gets_the_secrets_it_reads_and_no_others(service: str) -> None:
    read = {
        value.removeprefix("/run/secrets/")
        for name, value in SERVICES[service]["environment"].items()
        if name.endswith("_FILE")
    }
    assert read == set(SERVICES[service]["secrets"])
    assert read <= set(COMPOSE["secrets"])


def test_each_secret_is_a_file_outside_the_repository_and_the_image() -> None:
    assert {secret["file"].split("/")[1] for secret in COMPOSE["secrets"].values()} == {"secrets"}
    assert "/secrets/" in (ROOT / ".gitignore").read_text().splitlines()
    assert "!secrets" not in (ROOT / ".dockerignore").read_text().splitlines()


def test_only_the_database_and_the_migration_know_the_superuser() -> None:
    knowing = {name for name, service in SERVICES.items() if "superuser-password" in service["secrets"]}
    assert knowing == {"database", "migrate"}


def test_no_secret_stands_in_an_environment() -> None:
    for service in SERVICES.values():
        for name, value in service["environment"].items():
            assert name.endswith("_FILE") or not re.search("PASSWORD|SECRET|KEY", name)
            assert "@" not in value


def test_only_the_web_service_is_published_and_the_database_is_not_even_reachable() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"web"}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert {name for name, service in SERVICES.items() if "outside" in service["networks"]} == {"web"}


@pytest.mark.parametrize("service", SERVICES)
def test_no_service_can_change_its_image_or_gain_rights(service: str) -> None:
    assert SERVICES[service]["read_only"] is True
    assert SERVICES[service]["cap_drop"] == ["ALL"]
    assert SERVICES[service]["mem_limit"].endswith("g")
    assert 0 < SERVICES[service]["pids_limit"] <= 256
    assert all("size=" in each or "uid=" in each for each in SERVICES[service]["tmpfs"])
    assert SERVICES[service]["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("service", STAYING)
def test_what_stays_up_is_asked_whether_it_is_well(service: str) -> None:
    asked = SERVICES[service]["healthcheck"]["test"]
    if service == "database":
        assert asked[:2] == ["CMD", "pg_isready"]
    else:
        assert asked == ["CMD", "python", "-m", "server", COMMANDS[service], "--health"]


@pytest.mark.parametrize("command", COMMANDS.values())
def test_the_server_offers_the_commands_and_answers_how_it_is(command: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "server", command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--health" in told.stdout


def test_everything_waits_for_the_migration_and_the_migration_for_the_database() -> None:
    assert SERVICES["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    for service in ("web", "projector", "clock"):
        assert SERVICES[service]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}


def test_the_image_runs_as_nobody_special_and_starts_the_server() -> None:
    lines = (ROOT / SERVICES["web"]["build"]["dockerfile"]).read_text().splitlines()
    assert "USER 10001:10001" in lines
    assert 'ENTRYPOINT ["python", "-m", "server"]' in lines
    assert any("--require-hashes" in line for line in lines)
