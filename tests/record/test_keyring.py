"""Keys of personal data: what is sealed opens in its own place only, for whom it should, until the key is gone."""

import asyncio
import doctest
import os
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg import AsyncConnection
from psycopg.errors import InsufficientPrivilege

from domain.record.personal import Personal, PersonalKind
from domain.record.vocabulary import subject_id
from server.record.keyring import (
    DoesNotOpen,
    Erased,
    KeyCache,
    KeyedSealer,
    KeyFiles,
    KeyMissing,
    Keyring,
    KeysUnfit,
    boxes,
    make_key,
    rewrap,
)
from server.record.mapper import bound_to
from server.record.store import Writer
from tests.database import Database
from tests.record.store_kit import draft

NAME = "Nguyễn Thị Mai Khôi"
ORIGIN = "1/report.received.1/event.child_name"


@dataclass(frozen=True)
class Office:
    """A database, a key file, and keyrings that work with both."""

    database: Database
    file: Path

    def ring(self, cache: KeyCache | None = None) -> Keyring:
        return Keyring(self.database.dsn("baove_app"), KeyFiles(self.file), cache=cache)

    async def approve(self, subject: UUID) -> UUID:
        """The file in which the subject's erasure was approved; what the line says is all that counts here."""
        state = f'{{"event":{{"subject":"{subject}"}}}}'.encode()
        async with Writer(self.database.dsn("baove_app"), simulated=True) as writer:
            await writer.append(draft(subject_id(subject), name="subject.erasure_approved.1", state=state))
        return subject_id(subject)


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    make_key(tmp_path / "key")
    return Office(database, tmp_path / "key")


def sealed(sealer: KeyedSealer, subject: UUID, kind: PersonalKind, file_id: UUID, text: str = NAME) -> Personal:
    box = sealer.seal(subject, kind, text, bound_to(file_id, ORIGIN, subject, kind))
    return Personal(subject=subject, kind=kind, box=box, origin=ORIGIN)


def test_the_stored_format_is_the_one_in_the_docstring() -> None:
    assert doctest.testmod(boxes) == (0, 5)


def test_what_was_sealed_comes_back_and_the_database_holds_neither_text_nor_key(office: Office) -> None:
    async def seal_and_open() -> None:
        child, report = uuid4(), uuid4()
        async with office.ring() as ring, office.ring() as other:
            sealer = await ring.prepare([(child, PersonalKind.CHILD)])
            name = sealed(sealer, child, PersonalKind.CHILD, report)
            assert await ring.open(report, name) == NAME
            assert await other.open(report, name) == NAME
        with psycopg.connect(office.database.dsn()) as connection:
            rows = connection.execute("SELECT wrapped FROM vault.keys WHERE subject = %s", [child]).fetchall()
        assert len(rows) == 1
        assert sealer.keys[child, PersonalKind.CHILD] not in rows[0][0]

    asyncio.run(seal_and_open())


PLACES: dict[str, Callable[[UUID, Personal], tuple[UUID, str]]] = {
    "another file": lambda file_id, value: (uuid4(), value.origin),
    "another line": lambda file_id, value: (file_id, "2/report.received.1/event.child_name"),
    "another act": lambda file_id, value: (file_id, "1/report.corrected.1/event.child_name"),
    "another field": lambda file_id, value: (file_id, "1/report.received.1/event.reporter_name"),
}


@pytest.mark.parametrize("moved_to", PLACES)
def test_a_box_opens_in_no_other_place(office: Office, moved_to: str) -> None:
    async def move() -> None:
        child, report = uuid4(), uuid4()
        async with office.ring() as ring:
            sealer = await ring.prepare([(child, PersonalKind.CHILD)])
            name = sealed(sealer, child, PersonalKind.CHILD, report)
            file_id, origin = PLACES[moved_to](report, name)
            moved = Personal(subject=child, kind=PersonalKind.CHILD, box=name.box, origin=origin)
            with pytest.raises(DoesNotOpen):
                await ring.open(file_id, moved)
            assert await ring.open(report, name) == NAME

    asyncio.run(move())


def test_a_box_opens_under_no_other_subject_or_kind(office: Office) -> None:
    async def swap() -> None:
        mai, linh, report = uuid4(), uuid4(), uuid4()
        pairs = [(mai, PersonalKind.CHILD), (mai, PersonalKind.FAMILY), (linh, PersonalKind.CHILD)]
        async with office.ring() as ring:
            name = sealed(await ring.prepare(pairs), mai, PersonalKind.CHILD, report)
            for subject, kind in pairs[1:]:
                with pytest.raises(DoesNotOpen):
                    await ring.open(report, Personal(subject=subject, kind=kind, box=name.box, origin=ORIGIN))

    asyncio.run(swap())


def test_without_the_binding_a_moved_box_would_open() -> None:
    key, nonce = AESGCM.generate_key(256), os.urandom(12)
    unbound = AESGCM(key).encrypt(nonce, NAME.encode(), None)
    assert AESGCM(key).decrypt(nonce, unbound, None).decode() == NAME
    bound = b64decode(boxes.seal(key, NAME, b"here"))
    with pytest.raises(InvalidTag):
        AESGCM(key).decrypt(bound[:12], bound[12:], None)


def test_a_box_that_was_changed_does_not_open() -> None:
    key = AESGCM.generate_key(256)
    box = boxes.seal(key, NAME, b"here")
    for damaged in (box[:-8] + "AAAAAAA=", box[:20], "", "không phải hộp"):
        with pytest.raises(DoesNotOpen):
            boxes.unseal(key, damaged, b"here")


def test_two_values_are_never_sealed_under_one_nonce() -> None:
    key = AESGCM.generate_key(256)
    assert len({boxes.seal(key, NAME, b"here")[:16] for _ in range(1000)}) == 1000


def test_writers_that_make_a_subjects_key_at_once_agree_on_one(office: Office) -> None:
    async def together() -> None:
        pairs = [(uuid4(), kind) for _ in range(20) for kind in PersonalKind]
        async with office.ring() as one, office.ring() as two, office.ring() as three:
            orders = [pairs, pairs[::-1], pairs[40:] + pairs[:40]]
            work = (ring.prepare(order) for ring, order in zip((one, two, three), orders, strict=True))
            sealers = await asyncio.gather(*work)
        assert sealers[0].keys == sealers[1].keys == sealers[2].keys
        assert len(set(sealers[0].keys.values())) == len(pairs)

    asyncio.run(together())


def test_a_writer_that_kept_the_key_it_had_offered_would_seal_what_nobody_opens(office: Office) -> None:
    async def apart() -> None:
        child, report = uuid4(), uuid4()
        async with office.ring() as one:
            await one.prepare([(child, PersonalKind.CHILD)])
            offered = KeyedSealer({(child, PersonalKind.CHILD): os.urandom(32)})
            with pytest.raises(DoesNotOpen):
                await one.open(report, sealed(offered, child, PersonalKind.CHILD, report))

    asyncio.run(apart())


def test_the_projector_opens_texts_and_no_names(office: Office) -> None:
    async def read() -> None:
        child, report = uuid4(), uuid4()
        dsn = office.database.dsn("baove_projector")
        async with office.ring() as ring, Keyring(dsn, KeyFiles(office.file), texts_only=True) as projectors:
            sealer = await ring.prepare([(child, PersonalKind.CHILD), (report, PersonalKind.TEXT)])
            name = sealed(sealer, child, PersonalKind.CHILD, report)
            text = sealed(sealer, report, PersonalKind.TEXT, report, "Cháu nói")
            assert await projectors.open(report, text) == "Cháu nói"
            assert projectors.index_key() == ring.index_key()
            with pytest.raises(KeyMissing):
                await projectors.open(report, name)
            with pytest.raises(KeysUnfit):
                projectors.fingerprint(b"")

    asyncio.run(read())
    with psycopg.connect(office.database.dsn("baove_projector"), autocommit=True) as connection:
        for query in ("SELECT * FROM vault.get('{}', '{}')", "SELECT vault.put_if_absent('{}','{}','{}','{}','{}')"):
            with pytest.raises(InsufficientPrivilege):
                connection.execute(query.encode())


@pytest.mark.parametrize("role", ["baove_app", "baove_projector", "baove_reader"])
def test_no_service_touches_the_table_of_keys_itself(office: Office, role: str) -> None:
    with psycopg.connect(office.database.dsn(role), autocommit=True) as connection:
        for query in ("SELECT * FROM vault.keys", "DELETE FROM vault.keys", "UPDATE vault.keys SET wrapped = ''"):
            with pytest.raises(InsufficientPrivilege):
                connection.execute(query.encode())


def test_a_key_is_not_destroyed_without_an_approved_erasure_not_even_by_a_superuser(office: Office) -> None:
    async def destroy() -> None:
        mai, linh, report = uuid4(), uuid4(), uuid4()
        async with office.ring() as ring:
            sealer = await ring.prepare([(mai, PersonalKind.CHILD)])
            name = sealed(sealer, mai, PersonalKind.CHILD, report)
            for under in (subject_id(mai), await office.approve(linh)):
                with pytest.raises(InsufficientPrivilege):
                    await ring.destroy(mai, under)
            assert not await ring.is_erased(mai)
            assert await ring.open(report, name) == NAME
        with psycopg.connect(office.database.dsn(), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for query in (
                "DELETE FROM vault.keys",
                "TRUNCATE vault.keys",
                "UPDATE vault.keys SET subject = gen_random_uuid()",
                "UPDATE vault.keys SET wrapped = NULL, kek_version = NULL, destroyed_at = now(), "
                "destroyed_under = subject",
            ):
                with pytest.raises(InsufficientPrivilege):
                    connection.execute(query.encode())

    asyncio.run(destroy())


def test_a_destroyed_key_opens_nothing_seals_nothing_and_does_not_come_back(office: Office) -> None:
    async def destroy() -> None:
        mai, linh, report = uuid4(), uuid4(), uuid4()
        pairs = [(mai, PersonalKind.CHILD), (linh, PersonalKind.CHILD)]
        async with office.ring() as ring:
            sealer = await ring.prepare(pairs)
            names = [(report, sealed(sealer, who, PersonalKind.CHILD, report)) for who in (mai, linh)]
            under = await office.approve(mai)
            destroyed = await ring.destroy(mai, under)
            assert [key.kind for key in destroyed] == ["child"]
            assert await ring.destroy(mai, under) == destroyed
            assert await ring.open_many(names) == [None, NAME]
            for kind in PersonalKind:
                with pytest.raises(Erased):
                    await ring.prepare([(mai, kind)])
        with (
            psycopg.connect(office.database.dsn(), autocommit=True) as connection,
            pytest.raises(InsufficientPrivilege),
        ):
            connection.execute(
                "UPDATE vault.keys SET wrapped = '\\x00', kek_version = 1, destroyed_at = NULL WHERE subject = %s",
                [mai],
            )

    asyncio.run(destroy())


class Told(KeyCache):
    """A cache that remembers which notices came."""

    def __init__(self) -> None:
        super().__init__()
        self.told: set[UUID] = set()

    def drop(self, subject: UUID) -> None:
        super().drop(subject)
        self.told.add(subject)


class Deaf(Told):
    """A cache that does not act on notices."""

    def drop(self, subject: UUID) -> None:
        self.told.add(subject)


@pytest.mark.parametrize(("cache", "opens"), [(Told, None), (Deaf, NAME)])
def test_a_notice_of_erasure_empties_the_caches_of_others(office: Office, cache: type[Told], opens: str | None) -> None:
    async def erase() -> None:
        mai, report = uuid4(), uuid4()
        kept = cache()
        async with office.ring(kept) as other, office.ring() as ring:
            await until(lambda: kept.hearing)
            name = sealed(await ring.prepare([(mai, PersonalKind.CHILD)]), mai, PersonalKind.CHILD, report)
            assert await other.open(report, name) == NAME
            assert len(kept) == 1
            await ring.destroy(mai, await office.approve(mai))
            await until(lambda: mai in kept.told)
            assert await other.open(report, name) == opens

    asyncio.run(erase())


def test_a_lost_connection_empties_the_cache_and_nothing_is_kept_until_notices_are_heard_again(
    office: Office,
) -> None:
    async def lose() -> None:
        kept = KeyCache()
        async with office.ring(kept) as ring:
            await until(lambda: kept.hearing)
            await ring.prepare([(uuid4(), PersonalKind.CHILD)])
            assert len(kept) == 1
            async with await AsyncConnection.connect(office.database.dsn(), autocommit=True) as connection:
                await connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN vault'"
                )
            await until(lambda: len(kept) == 0)
            await until(lambda: kept.hearing)
            await ring.prepare([(uuid4(), PersonalKind.CHILD)])
            assert len(kept) == 1

    asyncio.run(lose())


def test_the_cache_is_bounded_in_number_and_time() -> None:
    small, short = KeyCache(size=2), KeyCache(kept_s=0)
    keys = {(uuid4(), "child"): os.urandom(32) for _ in range(3)}
    for cache in (small, short):
        cache.keep(keys, 0)
        assert len(cache) == 0
        cache.listening(True)
        cache.keep(keys, 0)
    assert list(small.find(keys)) == list(keys)[1:]
    assert short.find(keys) == {}
    small.drop(uuid4())
    small.keep({(uuid4(), "child"): b""}, 0)
    assert list(small.find(keys)) == list(keys)[1:], "a key asked for before a notice is not kept after it"


def test_the_hash_of_a_command_is_keyed_and_outlives_a_change_of_the_key_file(office: Office) -> None:
    async def print_twice() -> None:
        body = f"receive_report {NAME}".encode()
        async with office.ring() as ring, office.ring() as other:
            first = ring.fingerprint(body)
            assert first == other.fingerprint(body) != sha256(body).digest()
        rotate(office.file)
        await rewrap(office.database.dsn("baove_migrate"), KeyFiles(office.file))
        office.file.with_name("key.old").unlink()
        async with office.ring() as ring:
            assert ring.fingerprint(body) == first

    asyncio.run(print_twice())


def rotate(file: Path) -> None:
    file.rename(file.with_name(f"{file.name}.old"))
    make_key(file)


@pytest.mark.parametrize("rewrapped", [True, False])
def test_after_a_rotation_the_old_key_may_be_deleted_once_all_was_wrapped_anew(office: Office, rewrapped: bool) -> None:
    async def change() -> None:
        report = uuid4()
        people = [uuid4() for _ in range(250)]
        async with office.ring() as ring:
            sealer = await ring.prepare([(who, PersonalKind.CHILD) for who in people])
            names = [(report, sealed(sealer, who, PersonalKind.CHILD, report)) for who in people]
            rotate(office.file)
            if rewrapped:
                assert await rewrap(office.database.dsn("baove_migrate"), KeyFiles(office.file)) == 253
                assert await rewrap(office.database.dsn("baove_migrate"), KeyFiles(office.file)) == 0
        async with office.ring() as ring:
            assert await ring.open_many(names) == [NAME] * 250
        office.file.with_name("key.old").unlink()
        if rewrapped:
            async with office.ring() as ring:
                assert await ring.open_many(names) == [NAME] * 250
        else:
            with pytest.raises(KeysUnfit):
                await office.ring().__aenter__()

    asyncio.run(change())


def test_a_wrapped_key_moved_to_another_subject_is_noticed(office: Office) -> None:
    async def move() -> None:
        mai, linh, report = uuid4(), uuid4(), uuid4()
        async with office.ring() as ring:
            sealer = await ring.prepare([(mai, PersonalKind.CHILD), (linh, PersonalKind.CHILD)])
            name = sealed(sealer, mai, PersonalKind.CHILD, report)
        with psycopg.connect(office.database.dsn()) as connection:
            connection.execute(
                "UPDATE vault.keys SET wrapped = (SELECT wrapped FROM vault.keys WHERE subject = %s) "
                "WHERE subject = %s",
                [linh, mai],
            )
        async with office.ring() as ring:
            with pytest.raises(KeysUnfit):
                await ring.open(report, name)

    asyncio.run(move())


def test_reporters_may_have_a_key_file_of_their_own(office: Office, tmp_path: Path) -> None:
    async def apart() -> None:
        make_key(tmp_path / "reporter")
        reporter, report = uuid4(), uuid4()
        dsn = office.database.dsn("baove_app")
        async with Keyring(dsn, KeyFiles(office.file, reporter=tmp_path / "reporter")) as ring:
            sealer = await ring.prepare([(reporter, PersonalKind.REPORTER)])
            name = sealed(sealer, reporter, PersonalKind.REPORTER, report)
            assert await ring.open(report, name) == NAME
        async with Keyring(dsn, KeyFiles(office.file)) as without:
            with pytest.raises(KeysUnfit):
                await without.open(report, name)

    asyncio.run(apart())


def test_a_lost_key_is_not_taken_for_an_erasure(office: Office) -> None:
    async def lose() -> None:
        async with office.ring() as ring:
            stranger = KeyedSealer({(uuid4(), PersonalKind.CHILD): os.urandom(32)})
            ((subject, kind),) = stranger.keys
            report = uuid4()
            with pytest.raises(KeyMissing):
                await ring.open(report, sealed(stranger, subject, PersonalKind(kind), report))

    asyncio.run(lose())


def test_a_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    make_key(tmp_path / "keys" / "key")
    first = (tmp_path / "keys" / "key").read_bytes()
    make_key(tmp_path / "keys" / "key")
    assert (tmp_path / "keys" / "key").read_bytes() == first
    assert len(first) == 32
    assert (tmp_path / "keys" / "key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in (tmp_path / "keys").iterdir()] == ["key"]


def test_an_unfit_key_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(KeysUnfit, match="There is no key file"):
        KeyFiles(tmp_path / "key")
    make_key(tmp_path / "key")
    (tmp_path / "key").chmod(0o644)
    KeyFiles(tmp_path / "key")
    with pytest.raises(KeysUnfit, match="chmod 600"):
        KeyFiles(tmp_path / "key", production=True)
    (tmp_path / "key").write_bytes(b"mat khau")
    with pytest.raises(KeysUnfit, match="8 bytes instead of 32"):
        KeyFiles(tmp_path / "key")


def test_another_databases_key_file_is_refused_at_the_start(office: Office, tmp_path: Path) -> None:
    async def start() -> None:
        async with office.ring():
            pass
        make_key(tmp_path / "other")
        ring = Keyring(office.database.dsn("baove_app"), KeyFiles(tmp_path / "other"))
        with pytest.raises(KeysUnfit, match="bring back the key file"):
            await ring.__aenter__()

    asyncio.run(start())


async def until(holds: Callable[[], bool]) -> None:
    """Waits for what another task brings about."""
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.005)
