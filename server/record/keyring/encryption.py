"""The keys that wrap keys: an interface that a key-management service can take over, and key files."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from hmac import digest
from pathlib import Path
from secrets import token_bytes
from typing import Protocol

from server.record.keyring.boxes import KEY_BYTES, DoesNotOpen, decrypt, encrypt


class KeyPurpose(StrEnum):
    """What a key-encryption key is for; whoever holds one purpose's key opens nothing of another's."""

    IDENTITY = "identity"
    REPORTER = "reporter"
    TEXT = "text"
    HASH = "hash"


PURPOSES: Mapping[str, KeyPurpose] = {
    "child": KeyPurpose.IDENTITY,
    "family": KeyPurpose.IDENTITY,
    "reporter": KeyPurpose.REPORTER,
    "text": KeyPurpose.TEXT,
    "command": KeyPurpose.HASH,
    "word": KeyPurpose.HASH,
    "mark": KeyPurpose.HASH,
}


class KeysUnfit(Exception):
    """The key file is missing, damaged, open to others, or not the one that this database was used with."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A data key and what its wrapping is bound to: the subject and kind it is for."""

    key: bytes
    bound_to: bytes


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A wrapped data key, which version of the key-encryption key wraps it, and what that is bound to."""

    wrapped: bytes
    version: int
    bound_to: bytes


class KeyEncryption(Protocol):
    """Wraps and unwraps data keys with a key that never leaves it.

    OpenBao's transit engine fits behind it: one transit key of type aes256-gcm96 per purpose; `wrap` is
    `transit/encrypt/<purpose>` with `batch_input` of plaintext and `associated_data`, `unwrap` is
    `transit/decrypt/<purpose>`, each in batches of at most 200 (1,000 are refused); `version` is the number
    in the answer's `vault:v<number>:` prefix and `newest` the key's `latest_version`; rotating is
    `transit/keys/<purpose>/rotate`, then `rewrap`, then raising `min_decryption_version` and `trim`.
    """

    async def wrap(self, purpose: KeyPurpose, keys: Sequence[Plain]) -> list[Wrapped]:
        """Each key wrapped under the newest version."""
        ...

    async def unwrap(self, purpose: KeyPurpose, keys: Sequence[Wrapped]) -> list[bytes]:
        """The data keys; raises KeysUnfit for one that was wrapped by another key or for another subject."""
        ...

    async def newest(self, purpose: KeyPurpose) -> int:
        """The version that `wrap` uses now."""
        ...


class KeyFiles:
    """The key-encryption key in a file of 32 random bytes; each purpose's key is derived from it.

    Beside it may lie files of the same name with `.old` and anything after it: keys of before a rotation,
    for unwrapping only. `reporter` may name a file of its own for the keys of reporters. A key's version is a
    number derived from the key, so that a file put in the wrong place is noticed. `production` refuses files
    that every user of the machine may read.
    """

    def __init__(self, file: Path, *, reporter: Path | None = None, production: bool = False) -> None:
        self._production = production
        self._files = {purpose: file for purpose in KeyPurpose}
        if reporter is not None:
            self._files[KeyPurpose.REPORTER] = reporter
        self._newest = {purpose: _version(self._read(own)) for purpose, own in self._files.items()}
        self._keys: dict[int, bytes] = {}
        self._read_all()

    async def wrap(self, purpose: KeyPurpose, keys: Sequence[Plain]) -> list[Wrapped]:
        version = self._newest[purpose]
        kek = self._derived(purpose, version)
        return [Wrapped(encrypt(kek, k.key, k.bound_to), version, k.bound_to) for k in keys]

    async def unwrap(self, purpose: KeyPurpose, keys: Sequence[Wrapped]) -> list[bytes]:
        try:
            return [decrypt(self._derived(purpose, k.version), k.wrapped, k.bound_to) for k in keys]
        except DoesNotOpen:
            raise KeysUnfit("A wrapped key was changed, or moved to another subject.") from None

    async def newest(self, purpose: KeyPurpose) -> int:
        return self._newest[purpose]

    def _derived(self, purpose: KeyPurpose, version: int) -> bytes:
        if version not in self._keys:
            self._read_all()
        if version not in self._keys:
            raise KeysUnfit(
                f"A data key was wrapped by a key that {self._files[purpose]} does not hold, nor any .old "
                "file beside it: bring back the key file that this database was used with."
            )
        return digest(self._keys[version], f"baove key-encryption key|{purpose}".encode(), sha256)

    def _read_all(self) -> None:
        """Takes in the files that there are now; one added by a rotation is seen without a restart."""
        for base in set(self._files.values()):
            for file in (base, *sorted(base.parent.glob(f"{base.name}.old*"))):
                key = self._read(file)
                self._keys[_version(key)] = key

    def _read(self, file: Path) -> bytes:
        try:
            mode, key = file.stat().st_mode, file.read_bytes()
        except FileNotFoundError:
            raise KeysUnfit(
                f"There is no key file {file}. For a new database make one with `openssl rand 32`; for one "
                "in use bring back its own: without it no name can be read again."
            ) from None
        except OSError as error:
            raise KeysUnfit(f"The key file {file} cannot be read: {error.strerror}.") from None
        if self._production and mode & 0o007:
            raise KeysUnfit(f"Every user of this machine may open {file}: run `chmod 600 {file}`.")
        if len(key) != KEY_BYTES:
            raise KeysUnfit(f"{file} holds {len(key)} bytes instead of {KEY_BYTES}: damaged, or not a key.")
        return key


def make_key(file: Path) -> None:
    """Makes the key file for its owner alone (mode 600) unless it is there; for demonstrations and tests.

    Of two processes that make it at once, the second keeps the first one's.
    """
    if file.exists():
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{token_bytes(8).hex()}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(token_bytes(KEY_BYTES))
        opened.flush()
        os.fsync(opened.fileno())
    try:
        os.link(partial, file)
    except FileExistsError:
        pass
    finally:
        partial.unlink()
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _version(key: bytes) -> int:
    """A number from 0 to 2^31-1 that tells one key from another and says nothing of it."""
    return int.from_bytes(digest(key, b"baove key version", sha256)[:4]) >> 1
