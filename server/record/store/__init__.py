"""The record on disk: `Writer` adds lines to the log, `Log` reads them."""

from server.record.store.fitness import require_fit
from server.record.store.lines import (
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
from server.record.store.reader import Log
from server.record.store.writer import Writer

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
