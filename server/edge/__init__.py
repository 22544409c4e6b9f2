"""Where requests arrive: HTTP, sockets, tokens, limits, and what may leave again."""
