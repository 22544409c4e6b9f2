"""The command line: `python -m server COMMAND`; each command says what it does and answers whether it is well."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from server.config import Config, ConfigError

HELP = {
    "web": "serve the GraphQL API / phục vụ API GraphQL",
    "project": "follow the record and keep the read tables / theo dõi hồ sơ, cập nhật bảng đọc",
    "clock": "record lapsed duties and what follows from acts / ghi nhận thời hạn đã hết",
    "migrate": "prepare the database once, as its superuser / chuẩn bị cơ sở dữ liệu",
    "rebuild": "build read tables anew beside the live ones and swap / dựng lại bảng đọc",
    "demo": "run everything with an invented year of work / chạy thử với một năm dữ liệu hư cấu",
    "marks": "keep anew by what children are known, from the log / lập lại dấu đối chiếu trẻ em",
    "rewrap": "wrap every key anew under the newest key-encryption key / bọc lại các khóa",
    "docs": "write the generated tables of the README pages / sinh các bảng trong các trang README",
    "schema": "print the GraphQL schema / in lược đồ GraphQL",
}


def main() -> int:
    """Run one command; 0 is well, 1 is not, 2 is a wrong call or setting."""
    arguments = _parser().parse_args()
    try:
        return COMMANDS[arguments.command](arguments)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m server", description="Baove: the record of a child-protection service."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in HELP.items():
        command = commands.add_parser(name, help=text, description=text)
        if name in ("web", "project", "clock", "migrate"):
            command.add_argument("--health", action="store_true", help="say whether it is well: exit 0 or 1")
        if name == "rebuild":
            command.add_argument("name", nargs="?", default="all", help="one projection, or all")
        if name in ("docs", "schema"):
            command.add_argument("--check", action="store_true", help="change nothing; exit 1 if out of date")
        if name == "demo":
            command.add_argument("--port", type=int, default=8000, help="port to serve at")
            command.add_argument("--fresh", action="store_true", help="throw the demo's data away first")
            command.add_argument("--load-only", action="store_true", help="load the year and stop")
    return parser


def _web(arguments: argparse.Namespace) -> int:
    config = Config.load("web")
    if arguments.health:
        from server.health import healthy

        return healthy(config)
    from server.web import application, serve

    if config.mode != "demo":
        serve(config, application(config))
        return 0
    from server.demo.people import EXAMPLES, PEOPLE

    serve(config, application(config, list(PEOPLE), list(EXAMPLES)))
    return 0


def _project(arguments: argparse.Namespace) -> int:
    from server.follow.projector import healthy, run

    config = Config.load("project")
    return healthy(config) if arguments.health else asyncio.run(run(config))


def _clock(arguments: argparse.Namespace) -> int:
    from server.at_work import healthy
    from server.clock import run

    config = Config.load("clock")
    return healthy(config) if arguments.health else asyncio.run(run(config))


def _migrate(arguments: argparse.Namespace) -> int:
    from server.database.migrate import is_current, migrate

    config = Config.load("migrate")
    if arguments.health:
        return 0 if is_current(config.dsn("superuser")) else 1
    migrate(config.dsn("superuser"), passwords=config.passwords())
    print("migrated / đã chuẩn bị xong")
    return 0


def _rebuild(arguments: argparse.Namespace) -> int:
    from server.follow.projector import rebuild

    return asyncio.run(rebuild(Config.load("rebuild"), arguments.name))


def _marks(arguments: argparse.Namespace) -> int:
    from server.record.keyring import KeyFiles, Keyring
    from server.record.one_child import keep_anew
    from server.record.store import Log

    async def run(config: Config) -> int:
        ring = Keyring(config.dsn("app"), KeyFiles(config.key_file, production=config.mode == "production"))
        async with Log(config.dsn("app")) as log, ring as keyring:
            return await keep_anew(log, keyring)

    print(asyncio.run(run(Config.load("marks"))))
    return 0


def _rewrap(arguments: argparse.Namespace) -> int:
    from server.record.keyring import KeyFiles
    from server.record.keyring.rotation import rewrap

    config = Config.load("rewrap")
    files = KeyFiles(config.key_file, production=config.mode == "production")
    print(asyncio.run(rewrap(config.dsn("migrate"), files)))
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from server.demo.run import demo

    return demo(port=arguments.port, fresh=arguments.fresh, load_only=arguments.load_only)


def _docs(arguments: argparse.Namespace) -> int:
    from server.docs import write

    return write(Path("."), check=arguments.check)


def _schema(arguments: argparse.Namespace) -> int:
    from server.schema.build import printed

    if arguments.check:
        return 0 if Path("schema.graphql").read_text(encoding="utf-8") == printed() else 1
    sys.stdout.write(printed())
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "web": _web,
    "project": _project,
    "clock": _clock,
    "migrate": _migrate,
    "rebuild": _rebuild,
    "marks": _marks,
    "rewrap": _rewrap,
    "demo": _demo,
    "docs": _docs,
    "schema": _schema,
}

if __name__ == "__main__":
    sys.exit(main())
