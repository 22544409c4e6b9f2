"""The web process with other limits or with a fault: `python -m tests.edge.web_process audited|crashing`.

`audited` takes queries in the address and lets one person ask as fast as it can, as audits and loads need. `crashing`
has a fault whose text tells what people wrote: every act fails with it.
"""

import sys
from typing import Any

from domain.record.file import Request
from server.config import Config
from server.edge.allowance import CallerLimits
from server.edge.http import EdgeConfig
from server.record.handle import Answered, Handler
from server.web import application, serve

UNLIMITED = CallerLimits(per_second=1e6, burst=1e6, cost_per_second=1e9, cost_burst=1e9, side_by_side=1000)


async def crash(self: Handler, request: Request) -> Answered:
    """A fault that quotes the command, as careless code does."""
    raise RuntimeError(f"cannot record {said(request.command)}")


def said(command: Any) -> dict[str, Any]:
    return {name: getattr(command, name) for name in command.__dataclass_fields__}


if __name__ == "__main__":
    if sys.argv[1] == "crashing":
        Handler.handle = crash
    config = Config.load("web")
    serve(config, application(config, edge=EdgeConfig(allow_get=True, callers=UNLIMITED, seconds=60)))
