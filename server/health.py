"""Whether the web process answers: a module of its own, since it is asked every few seconds and loads nothing else."""

import json
import urllib.request

from server.config import Config


def healthy(config: Config) -> int:
    """0 when the web process of this configuration answers and has no alarm, which is printed; else 1."""
    host = "127.0.0.1" if config.http_host == "0.0.0.0" else config.http_host  # noqa: S104
    try:
        with urllib.request.urlopen(f"http://{host}:{config.http_port}/health", timeout=4) as answer:
            told = json.load(answer)
    except (OSError, ValueError):
        return 1
    for alarm in told["alarms"]:
        print(alarm)
    return 1 if told["alarms"] else 0
