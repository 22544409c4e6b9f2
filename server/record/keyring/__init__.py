"""Keys of personal data: one per subject and kind, wrapped in the database, destroyed to erase."""

from server.record.keyring.boxes import DoesNotOpen
from server.record.keyring.cache import KeyCache
from server.record.keyring.encryption import KeyEncryption, KeyFiles, KeysUnfit, make_key
from server.record.keyring.ring import Erased, KeyedSealer, KeyMissing, Keyring
from server.record.keyring.rotation import rewrap
from server.record.keyring.vault import DestroyedKey

__all__ = [
    "DestroyedKey",
    "DoesNotOpen",
    "Erased",
    "KeyCache",
    "KeyEncryption",
    "KeyFiles",
    "KeyMissing",
    "KeyedSealer",
    "Keyring",
    "KeysUnfit",
    "make_key",
    "rewrap",
]
