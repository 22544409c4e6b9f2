"""Whether the web process answers: a module of its own, since it is asked every few seconds and loads nothing else."""

import urllib.request

from server.config import Config


def healthy(config: Config) -> int:
    """0 when the web process of this configuration answers, 1 when it does not."""
    host = "127.0.0.1" if config.http_host == "0.0.0.0" else config.http_host  # noqa: S104
    try:
        with urllib.request.urlopen(f"http://{host}:{config.http_port}/health", timeout=4) as answer:
            return 0 if answer.status == 200 else 1
    except OSError:
        return 1
