"""Boxes of format 1: AES-256-GCM, a random nonce of 96 bits, bound by associated data to one place.

>>> key, nonce = bytes(range(32)), bytes(range(12))
>>> place = b"1|6f0e|1/report.received.1/event.child_name|9c55|child"
>>> box = seal(key, "Nguyễn Thị Mai Khôi", place, nonce)
>>> box
'AAECAwQFBgcICQoLCWWjYiReR3WtFf9qCmJYIOK/p3+YuOsVm1WIaGQL2NWT6ayZWDvWiA=='
>>> unseal(key, box, place)
'Nguyễn Thị Mai Khôi'
"""

from base64 import b64decode, b64encode
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class DoesNotOpen(Exception):
    """What was sealed was changed, moved to another place, or sealed under another key."""


def encrypt(key: bytes, plain: bytes, bound_to: bytes, nonce: bytes | None = None) -> bytes:
    """nonce 12 | ciphertext | tag 16. Only tests give a nonce: two values under one nonce betray both."""
    nonce = nonce or token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def decrypt(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """The inverse of `encrypt`; raises DoesNotOpen."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):
        raise DoesNotOpen from None


def seal(key: bytes, text: str, bound_to: bytes, nonce: bytes | None = None) -> str:
    """The box: base64 of nonce, ciphertext and tag."""
    return b64encode(encrypt(key, text.encode(), bound_to, nonce)).decode()


def unseal(key: bytes, box: str, bound_to: bytes) -> str:
    """The text in a box; raises DoesNotOpen."""
    try:
        sealed = b64decode(box, validate=True)
    except ValueError:
        raise DoesNotOpen from None
    return decrypt(key, sealed, bound_to).decode()
