"""Puts the invented kind into the lists before anything is derived from them: all that a new kind costs outside.

To be loaded first of all, as a plugin of a process of its own.
"""

import importlib
from typing import Any


def add(module: str, name: str, *more: Any) -> None:
    """Put more into a list of the house."""
    lists = importlib.import_module(module)
    setattr(lists, name, (*getattr(lists, name), *more))


def of(module: str, name: str) -> Any:
    return getattr(importlib.import_module(f"tests.newkind.{module}"), name)


add("domain.law.project", "PROJECT", of("limit", "ERRAND_LIMIT"))
add("domain.kinds", "FILE_KINDS", of("state", "ERRAND"))
add("domain.acts", "ACTIONS", *of("acts", "ERRAND_ACTS"))
add("server.schema.files.views", "VIEWS", of("view", "ERRAND_VIEW"))
