"""Specs of the edge: requests, sockets, tokens, limits, fuzzing, web suites."""
