"""Everything that talks to the world outside: store, projector, clock, authority, API and commands."""
