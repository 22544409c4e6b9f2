"""What the system reports to the file of an erasure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGone:
    """A key that was destroyed: of which kind of data, and its fingerprint in hex."""

    kind: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordErasure:
    """The keys are destroyed. None: there was nothing of this person to open."""

    keys: tuple[KeyGone, ...]
