"""Carry out approved erasures: destroy the keys, then record it; the next run makes good a crash.

What the database still holds after that, and until when: the rows of words, until the projector has met the record's
line; their keyed hashes in the index of words, until `words` is rebuilt; the wrapped key in old pages until the next
vacuum, and in the write-ahead log and backups until the key-encryption key is changed (`keyring/rotation.py`).
"""

import logging
from uuid import UUID, uuid5

from domain.record.file import Request
from domain.record.refusal import present
from domain.record.vocabulary import BAOVE
from domain.subject.follow_ups import KeyGone, RecordErasure
from domain.subject.hold import in_the_way
from domain.subject.state import Erasure, ErasurePhase
from server.record.folding import all_about, folded
from server.record.handle import Handler
from server.record.keyring import Keyring
from server.record.mapper import load

logger = logging.getLogger("baove.erasure")


async def carry_out(handler: Handler, keyring: Keyring) -> int:
    """Erase whatever was approved and is not recorded as erased. Gives how many erasures were recorded.

    Projections purge opened texts when they meet the record's line; other processes drop the keys they hold
    when the database tells them. Two that do this at once record each erasure once.
    """
    return sum([await erase(handler, keyring, file_id) for file_id in await keyring.approved_erasures()])


async def erase(handler: Handler, keyring: Keyring, file_id: UUID) -> bool:
    """Carry out the erasure approved in one file; False when it was done, or something is in the way.

    That is looked for in all files that tell of the person now, whichever the order named.
    """
    erasure: Erasure = folded(file_id, [load(stored) for stored in await handler.log.history(file_id)]).state
    subject = present(erasure.subject)
    if not await keyring.is_erased(subject):
        if erasure.phase is not ErasurePhase.APPROVED:
            return False
        related = await all_about(handler.log, subject)
        against = [check[1].code for check in in_the_way(erasure, related, handler.now()) if not check[0]]
        if against:
            logger.warning("erasure %s waits: %s", file_id, ", ".join(against))
            return False
    destroyed = await keyring.destroy(subject, file_id)
    answered = await handler.handle(
        Request(
            file_id=file_id,
            command=RecordErasure(
                keys=tuple(KeyGone(kind=key.kind, fingerprint=key.fingerprint.hex()) for key in destroyed)
            ),
            command_id=uuid5(BAOVE, f"erased:{file_id}"),
            at=handler.now(),
            rule="erasure.1",
        )
    )
    return not answered.replayed
