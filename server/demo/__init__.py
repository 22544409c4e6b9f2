"""The demo: an embedded database, an invented year played through the real commands, and all processes."""
