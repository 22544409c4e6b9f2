"""Fixtures of the room that tries the projector: here it builds everything itself."""

import pytest

from tests.database import Database


@pytest.fixture
def database(bare_database: Database) -> Database:
    """A fresh database that no projector has seen."""
    return bare_database
