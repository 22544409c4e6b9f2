"""The record on disk: `Writer` adds lines to the log, `Log` reads them."""

from server.store.fitness import require_fit
from server.store.lines import (
    Answer,
    Conflict,
    Draft,
    Mismatch,
    Overloaded,
    Recorded,
    RegisterMoved,
    Replayed,
    StoredLine,
    Unavailable,
    UnfitDatabase,
    WriterClosed,
)
from server.store.reader import Log
from server.store.writer import Writer

__all__ = [
    "Answer",
    "Conflict",
    "Draft",
    "Log",
    "Mismatch",
    "Overloaded",
    "Recorded",
    "RegisterMoved",
    "Replayed",
    "StoredLine",
    "Unavailable",
    "UnfitDatabase",
    "Writer",
    "WriterClosed",
    "require_fit",
]
