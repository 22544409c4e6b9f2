"""Keys of personal data: one per subject and kind, wrapped in the database, destroyed to erase."""

from server.keyring.boxes import DoesNotOpen
from server.keyring.cache import KeyCache
from server.keyring.encryption import KeyEncryption, KeyFiles, KeysUnfit, make_key
from server.keyring.ring import Erased, KeyMissing, Keyring, Sealer
from server.keyring.rotation import rewrap
from server.keyring.vault import DestroyedKey

__all__ = [
    "DestroyedKey",
    "DoesNotOpen",
    "Erased",
    "KeyCache",
    "KeyEncryption",
    "KeyFiles",
    "KeyMissing",
    "Keyring",
    "KeysUnfit",
    "Sealer",
    "make_key",
    "rewrap",
]
