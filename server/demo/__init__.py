"""The demo: an embedded database, an invented year played through the real commands, and all processes."""

from server.demo.run import demo

__all__ = ["demo"]
