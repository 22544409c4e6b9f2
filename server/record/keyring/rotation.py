"""Change the key-encryption key: wrap every living data key anew, so that the old one can be destroyed.

1. Move the key file to `<name>.old`, put a new one in its place, and restart the services.
2. Run `rewrap` until it gives 0.
3. Delete `<name>.old`, on backups too.

Wrapped keys that were destroyed may lie in old pages, in the write-ahead log and in backups for a while;
after step 3 nothing opens them. This ends an erasure: rotate within the time for which backups are kept.
"""

from typing import Any

from psycopg import AsyncConnection

from server.record.keyring.encryption import PURPOSES, KeyEncryption, KeyPurpose, Plain, Wrapped
from server.record.keyring.vault import place

BATCH = 200
OLDER = """
SELECT subject, kind, wrapped, kek_version FROM vault.keys
WHERE kind = ANY(%s) AND wrapped IS NOT NULL AND kek_version <> %s
LIMIT %s FOR UPDATE
"""
REPLACE = """
UPDATE vault.keys AS k SET wrapped = new.wrapped, kek_version = %s
FROM unnest(%s::uuid[], %s::text[], %s::bytea[]) AS new (subject, kind, wrapped)
WHERE (k.subject, k.kind) = (new.subject, new.kind)
"""


async def rewrap(dsn: str, encryption: KeyEncryption) -> int:
    """Wrap every data key under the newest key-encryption key, as baove_migrate. Gives how many were not."""
    done = 0
    async with await AsyncConnection.connect(dsn, autocommit=True) as connection:
        for purpose in KeyPurpose:
            while batch := await _batch(connection, encryption, purpose):
                done += batch
    return done


async def _batch(connection: AsyncConnection[Any], encryption: KeyEncryption, purpose: KeyPurpose) -> int:
    kinds = [kind for kind, its in PURPOSES.items() if its is purpose]
    newest = await encryption.newest(purpose)
    async with connection.transaction(), connection.cursor(binary=True) as cursor:
        await cursor.execute(OLDER.encode(), [kinds, newest, BATCH])
        rows = await cursor.fetchall()
        places = [place((subject, kind)) for subject, kind, _, _ in rows]
        old = [Wrapped(w, version, at) for (_, _, w, version), at in zip(rows, places, strict=True)]
        keys = await encryption.unwrap(purpose, old)
        new = await encryption.wrap(purpose, [Plain(k, at) for k, at in zip(keys, places, strict=True)])
        columns = [[row[0] for row in rows], [row[1] for row in rows], [key.wrapped for key in new]]
        if rows:
            await cursor.execute(REPLACE.encode(), [new[0].version, *columns])
    return len(rows)
