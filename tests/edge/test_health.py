"""What an operator is told of the web process: well, with something that needs a person, or away."""

import http.server
import json
import threading
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from server.config import Config
from server.health import healthy
from server.web import alarms
from tests.edge.test_tokens import NOW, Mint, mint

__all__ = ["mint"]


@contextmanager
def answering(body: bytes) -> Generator[Config]:
    """A web process that says this of itself."""

    class Told(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None: ...

    server = http.server.HTTPServer(("127.0.0.1", 0), Told)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = {"BAOVE_HTTP_HOST": "127.0.0.1", "BAOVE_HTTP_PORT": str(server.server_port)}
    try:
        yield Config(mode="test", settings=settings)
    finally:
        server.shutdown()
        server.server_close()


def test_an_alarm_is_no_health_and_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(json.dumps({"status": "ok", "alarms": []}).encode()) as config:
        assert healthy(config) == 0
    with answering(json.dumps({"status": "ok", "alarms": ["issuer keys not readable"]}).encode()) as config:
        assert healthy(config) == 1
    assert "issuer keys not readable" in capsys.readouterr().out
    with answering(b"<html>") as config:
        assert healthy(config) == 1
    assert healthy(config) == 1, "nobody listens"


def test_keys_that_cannot_be_read_are_an_alarm_until_they_can(mint: Mint) -> None:
    assert alarms(mint.verifier) == []
    mint.file.write_text("{")
    mint.time = NOW + 60
    [told] = alarms(mint.verifier)
    assert told.startswith("issuer keys not readable since 2026-09-21")
    mint.publish(mint.key)
    mint.time = NOW + 120
    assert alarms(mint.verifier) == []
