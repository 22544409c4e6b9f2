"""Keys of personal data: one per subject and kind, wrapped in the database, destroyed to erase."""

from server.record.keyring.boxes import DoesNotOpen
from server.record.keyring.cache import KeyCache
from server.record.keyring.encryption import KeyFiles, KeysUnfit, make_key
from server.record.keyring.ring import Erased, KeyedSealer, KeyMissing, Keyring
from server.record.keyring.rotation import rewrap

__all__ = [
    "DoesNotOpen",
    "Erased",
    "KeyCache",
    "KeyFiles",
    "KeyMissing",
    "KeyedSealer",
    "Keyring",
    "KeysUnfit",
    "make_key",
    "rewrap",
]
