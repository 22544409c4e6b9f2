"""The settings: complete or refused with what to do, secrets from files, no demo in production."""

from pathlib import Path

import pytest

from server.config import NEEDS, SETTINGS, Config, ConfigError

DEMO = {"BAOVE_MODE": "demo", "BAOVE_DATABASE_URL": "postgresql://db.example/record"}


def production(folder: Path, command: str, **changes: str) -> dict[str, str]:
    """A complete environment of a production command, with its secrets in files, and then `changes`."""
    environment = {"BAOVE_DATABASE_URL": "postgresql://db.example/record"}
    for name in NEEDS[command]:
        environment[name] = name.lower()
        if name.endswith("_FILE"):
            file = folder / name.lower()
            file.write_text(f"secret of {name}\n")
            environment[name] = str(file)
    return environment | changes


@pytest.mark.parametrize("command", NEEDS)
def test_a_command_starts_with_what_it_needs_and_no_more(tmp_path: Path, command: str) -> None:
    config = Config.load(command, production(tmp_path, command))
    assert config.mode == "production"
    assert set(config.settings) <= {*NEEDS[command], "BAOVE_DATABASE_URL"} | {
        name for name, setting in SETTINGS.items() if setting.default is not None
    }


@pytest.mark.parametrize("command", NEEDS)
def test_all_that_is_missing_is_named_at_once_with_its_meaning(command: str) -> None:
    with pytest.raises(ConfigError) as told:
        Config.load(command, {})
    for name in ("BAOVE_DATABASE_URL", *NEEDS[command]):
        assert f"{name} is not set: {SETTINGS[name].meaning}" in str(told.value)


def test_each_role_connects_with_its_own_password(tmp_path: Path) -> None:
    config = Config.load("web", production(tmp_path, "web"))
    expected = (
        "target_session_attrs=read-write dbname=record host=db.example user=baove_app"
        " password='secret of BAOVE_APP_PASSWORD_FILE'"
    )
    assert config.dsn("app") == expected
    assert "user=baove_reader" in config.dsn("reader")
    with pytest.raises(ConfigError, match="BAOVE_SUPERUSER_PASSWORD_FILE is not set"):
        config.dsn("superuser")


def test_the_demo_needs_no_passwords_on_its_private_socket(tmp_path: Path) -> None:
    keys = {"BAOVE_KEY_FILE": str(tmp_path / "key")}
    (tmp_path / "key").write_text("key")
    config = Config.load("project", DEMO | keys)
    assert (
        config.dsn("projector") == "target_session_attrs=read-write dbname=record host=db.example user=baove_projector"
    )
    assert config.development_issuer is None


def test_no_secret_shows_when_the_settings_are_printed(tmp_path: Path) -> None:
    assert "secret of" not in repr(Config.load("web", production(tmp_path, "web")))


def test_production_refuses_the_development_issuer_that_the_demo_has(tmp_path: Path) -> None:
    issuer = {"BAOVE_DEVELOPMENT_ISSUER": str(tmp_path)}
    with pytest.raises(ConfigError, match="BAOVE_DEVELOPMENT_ISSUER is for demo and test only"):
        Config.load("clock", production(tmp_path, "clock", **issuer))
    assert Config.load("schema", DEMO | issuer).development_issuer == tmp_path


def test_production_refuses_a_password_in_the_database_url_without_repeating_it(tmp_path: Path) -> None:
    url = "postgresql://baove_app:hunter@db.example/record"
    with pytest.raises(ConfigError, match="passwords belong into their files") as told:
        Config.load("clock", production(tmp_path, "clock", BAOVE_DATABASE_URL=url))
    assert "hunter" not in str(told.value)


def test_a_database_url_that_is_none_is_not_repeated_either(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not a connection string") as told:
        Config.load("clock", production(tmp_path, "clock", BAOVE_DATABASE_URL="hunter"))
    assert "hunter" not in str(told.value)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_limit_is_a_number_above_zero(value: str) -> None:
    with pytest.raises(ConfigError, match="BAOVE_BODY_BYTES must be a number"):
        Config.load("clock", DEMO | {"BAOVE_BODY_BYTES": value})


def test_a_misspelt_setting_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="BAOVE_AUDIENSE is not a setting"):
        Config.load("web", production(tmp_path, "web", BAOVE_AUDIENSE="x"))


def test_an_unknown_mode_is_told() -> None:
    with pytest.raises(ConfigError, match="demo, test or production"):
        Config.load("web", {"BAOVE_MODE": "staging"})


def test_a_secret_in_the_place_of_its_file_is_not_repeated(tmp_path: Path) -> None:
    for name in NEEDS["migrate"]:
        with pytest.raises(ConfigError, match=f"{name} does not name a file that can be read") as told:
            Config.load("migrate", production(tmp_path, "migrate", **{name: "hunter2"}))
        assert "hunter2" not in str(told.value)


def test_a_secret_file_that_is_absent_or_empty_is_told(tmp_path: Path) -> None:
    environment = production(tmp_path, "clock")
    Path(environment["BAOVE_APP_PASSWORD_FILE"]).write_text("\n")
    with pytest.raises(ConfigError, match="BAOVE_APP_PASSWORD_FILE names is empty"):
        Config.load("clock", environment).dsn("app")
    Path(environment["BAOVE_APP_PASSWORD_FILE"]).unlink()
    with pytest.raises(ConfigError, match="does not name a file that can be read"):
        Config.load("clock", environment)
