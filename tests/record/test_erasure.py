"""After an erasure nothing of the person is left anywhere in the database, and not a line of the record has changed."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.intake.open_case import OpenCase
from domain.case.movement.reopen_case import ReopenCase
from domain.case.state.case import RiskLevel
from domain.law.harm import HarmKind
from domain.record.naming import forms
from domain.record.personal import Personal
from domain.record.refusal import Refused
from domain.record.vocabulary import Role, UnitRef, case_id, subject_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.subject.approve_erasure import APPROVE_ERASURE, ApproveErasure, ErasureApproved
from domain.subject.hold import subjects
from domain.subject.object_to_erasure import ObjectToErasure
from domain.subject.order_erasure import OrderErasure
from domain.subject.withdraw_erasure import WithdrawErasure
from domain.subject.withdraw_objection import WithdrawObjection
from domain.unit.state import Level
from projections.text_index import hashes
from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.follow.follower import Follower
from server.follow.projector import FromThread
from server.follow.rebuild import build_anew
from server.record.erasure import carry_out
from server.record.folding import all_about
from server.record.keyring import KeyFiles, Keyring
from server.record.mapper import encode, load, personal_values
from server.record.one_child import keep_anew
from server.record.store import Draft
from tests.cases.casefile import instant
from tests.cases.sightings import MET
from tests.database import Database
from tests.record.kit import Record, record

NAME = "Nguyễn Thị Mai Khôi"
NARRATIVE = "Cháu Khôi kể ở nhà một mình từ hôm xembreken."
RARE = "xembreken"
ORDERED, WAITED = "2026-06-10T09:00", "2026-06-25T09:00"
OTHER_NAME = "Trần Gia Linh"
OTHER_NARRATIVE = "Cháu Linh bị bạn đánh ở cổng trường."


@dataclass
class Matter:
    """A record with two reports that became unfounded cases: of Khôi, whose data is erased, and of Linh."""

    record: Record
    database: Database
    folder: Path
    khoi: UUID
    linh: UUID
    chair: UUID
    approver: UUID
    inspector: UUID
    health_officer: UUID
    worker: UUID
    elsewhere: UnitRef

    async def person(self, report: UUID) -> UUID:
        """The child of a report."""
        return next(iter(await self.values(report, "event.child_name"))).subject

    async def values(self, file_id: UUID, path: str) -> list[Personal]:
        lines = [load(stored) for stored in await self.record.log.history(file_id)]
        return [value for line in lines for its, value in personal_values(line) if its == path]

    async def texts(self, report: UUID) -> list[str | None]:
        """The child's name and the narrative, as they open now."""
        values = await self.values(report, "event.child_name") + await self.values(report, "event.narrative")
        return await self.record.keyring.open_many([(report, value) for value in values])

    async def decide(self, subject: UUID) -> UUID:
        """Order and approve the erasure of a subject; gives the erasure's file."""
        file_id = await self.order(subject)
        await self.record.at(WAITED).act(file_id, ApproveErasure(decision_no="QĐ-77"), by=self.approver)
        return file_id

    async def order(self, subject: UUID) -> UUID:
        """Order it on 10 June; it waits for ten working days."""
        order = OrderErasure(subject=subject, grounds="Đại diện yêu cầu.", document_no="YC-01")
        await self.record.at(ORDERED).act(subject_id(subject), order, by=self.chair)
        return subject_id(subject)

    async def decide_khoi(self) -> tuple[UUID, UUID]:
        """The child's name and the report's texts: two subjects."""
        child = await self.person(self.khoi)
        return await self.decide(child), await self.decide(self.khoi)

    async def carry_out(self) -> int:
        return await carry_out(self.record.handler, self.record.keyring)

    async def rebuild(self) -> None:
        """Build the projections from nothing."""
        async with self.opener() as opener:
            await asyncio.to_thread(build_anew, self.database.dsn("baove_projector"), opener)

    async def follow(self) -> None:
        """Bring the projections up to the record."""
        async with self.opener() as opener:
            await asyncio.to_thread(self._follow, opener)

    @asynccontextmanager
    async def opener(self) -> AsyncGenerator[FromThread]:
        files = KeyFiles(self.folder / "key")
        async with Keyring(self.database.dsn("baove_projector"), files, texts_only=True) as keyring:
            yield FromThread(keyring, asyncio.get_running_loop())

    def _follow(self, opener: FromThread) -> None:
        dsn = self.database.dsn("baove_projector")
        with (
            psycopg.connect(dsn, autocommit=True) as connection,
            psycopg.connect(dsn, autocommit=True) as source,
            Follower(connection, source, opener) as follower,
        ):
            follower.catch_up()

    def lines(self) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database.dsn()) as connection:
            return connection.execute("SELECT * FROM log.events ORDER BY notification_id").fetchall()

    def marks(self, subject: UUID) -> list[bytes]:
        """By what the subject is known across files."""
        with psycopg.connect(self.database.dsn()) as connection:
            rows = connection.execute("SELECT mark FROM vault.marks WHERE subject = %s", [subject]).fetchall()
        return [mark for (mark,) in rows]

    def wrapped(self, subject: UUID) -> list[bytes]:
        with psycopg.connect(self.database.dsn()) as connection:
            rows = connection.execute("SELECT wrapped FROM vault.keys WHERE subject = %s", [subject]).fetchall()
        return [wrapped for (wrapped,) in rows if wrapped is not None]


async def unfounded(r: Record, lan: UUID, thang: UUID, ward: UnitRef, name: str, narrative: str) -> UUID:
    """A report that became a case and proved unfounded; gives the report."""
    report = uuid4()
    told = ReceiveReport(
        channel=Channel.PHONE,
        received_at=instant("2026-03-02T22:10"),
        place=ward,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative=narrative,
        child_name=name,
    )
    await r.at("2026-03-02T22:20").act(report, told, by=lan)
    await r.at("2026-03-03T05:30").act(case_id(report), OpenCase(report=report, place=ward), by=lan)
    none = AssessInitialRisk(level=RiskLevel.NONE, findings="Không có căn cứ.", sighting=MET)
    await r.at("2026-03-03T05:40").act(case_id(report), none, by=lan)
    found = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có căn cứ.", sources="Cô giáo, hàng xóm.")
    await r.at("2026-03-03T06:00").act(case_id(report), found, by=thang)
    return report


@asynccontextmanager
async def matter(database: Database, folder: Path) -> AsyncGenerator[Matter]:
    async with record(database, folder, at="2026-03-02T22:00") as r:
        city = await r.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        ward = await r.unit("11359", "Phường An Biên", Level.COMMUNE, city)
        lan = await r.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
        thang = await r.office(ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng")
        affairs = await r.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, city)
        watch = await r.unit("HP-TTTP", "Thanh tra thành phố", Level.INSPECTORATE, city)
        dung = await r.office(affairs, Role.HOME_AFFAIRS_OFFICER, "Ngô Tiến Dũng")
        tue = await r.office(watch, Role.CHIEF_INSPECTOR, "Hoàng Minh Tuệ")
        there = await r.unit("11383", "Phường Lê Chân", Level.COMMUNE, city)
        health = await r.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT, city)
        mo = await r.office(there, Role.PROTECTION_WORKER, "Bùi Thị Mơ")
        binh = await r.office(health, Role.HEALTH_DEPARTMENT_OFFICER, "Lê Quang Bình")
        khoi = await unfounded(r, lan, thang, ward, NAME, NARRATIVE)
        linh = await unfounded(r, lan, thang, ward, OTHER_NAME, OTHER_NARRATIVE)
        yield Matter(r, database, folder, khoi, linh, thang, dung, tue, binh, mo, there)


def found(database: Database, needles: dict[str, bytes]) -> set[tuple[str, str]]:
    """Where in any table of any schema, the system's own among them, a needle lies: as text or as bytes."""
    hits: set[tuple[str, str]] = set()
    with psycopg.connect(database.dsn(), autocommit=True) as connection:
        tables = connection.execute(
            "SELECT nspname, relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
            "WHERE relkind IN ('r', 'm') AND nspname <> 'pg_toast'"
        ).fetchall()
        for schema, table in tables:
            rows = SQL("SELECT t::text FROM {} t").format(Identifier(schema, table))
            for (row,) in connection.execute(rows):
                text = str(row).encode()
                hits |= {
                    (f"{schema}.{table}", name)
                    for name, needle in needles.items()
                    if needle in text or needle.hex().encode() in text
                }
    return hits


def on_disk(database: Database, needles: dict[str, bytes]) -> set[str]:
    """Which needles lie in the files of tables and indexes, after the database has cleaned and written them."""
    with psycopg.connect(database.dsn(), autocommit=True) as connection:
        connection.execute("VACUUM")
        connection.execute("CHECKPOINT")
        row = connection.execute("SHOW data_directory").fetchone()
        assert row is not None
    files = [file for folder in ("base", "global") for file in (Path(row[0]) / folder).rglob("*") if file.is_file()]
    assert files
    return {name for file in files for name, needle in needles.items() if needle in file.read_bytes()}


async def reopen(m: Matter) -> None:
    """The Chair reopens the case of Khôi."""
    command = ReopenCase(new_fact="Có người thứ hai báo tin.", known_at=instant("2026-06-25T10:00"))
    await m.record.at("2026-06-25T10:30").act(case_id(m.khoi), command, by=m.chair, reason="Có tin mới.")


async def needles(m: Matter) -> dict[str, bytes]:
    """What must be gone: the texts, the rare word's index entry, the wrapped keys, by what the child is known."""
    index_key = m.record.keyring.index_key()
    wrapped = m.wrapped(await m.person(m.khoi)) + m.wrapped(m.khoi)
    return {
        "name": NAME.encode(),
        "narrative": NARRATIVE.encode(),
        "word": RARE.encode(),
        "index entry": hashes(RARE, index_key)[0].encode(),
        **{f"wrapped key {i}": key for i, key in enumerate(wrapped)},
        **{f"mark {i}": mark for i, mark in enumerate(m.marks(await m.person(m.khoi)))},
    }


SEALED = {"index entry", "wrapped key 0", "wrapped key 1", "mark 0", "mark 1"}


@pytest.mark.parametrize("rebuilt", [False, True])
def test_after_an_erasure_the_person_is_gone_and_the_record_is_whole(
    database: Database, tmp_path: Path, rebuilt: bool
) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            await m.rebuild()
            gone, before = await needles(m), m.lines()
            assert {name for _, name in found(database, gone)} == SEALED
            assert await m.texts(m.khoi) == [NAME, NARRATIVE]

            await m.decide_khoi()
            assert await m.carry_out() == 2
            await (m.rebuild() if rebuilt else m.follow())

            assert found(database, gone) == set()
            assert await m.texts(m.khoi) == [None, None]
            assert await m.texts(m.linh) == [OTHER_NAME, OTHER_NARRATIVE]
            assert len(m.marks(await m.person(m.linh))) == 2
            assert m.lines()[: len(before)] == before

    asyncio.run(story())


def test_without_the_destroyed_key_the_scan_would_find_it_and_the_texts_would_open(
    database: Database, tmp_path: Path
) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            await m.rebuild()
            gone = await needles(m)
            await m.decide_khoi()
            await m.follow()
            assert {name for _, name in found(database, gone)} == SEALED
            assert await m.texts(m.khoi) == [NAME, NARRATIVE]

    asyncio.run(story())


def test_no_mark_is_kept_of_whom_an_erasure_took_away(database: Database, tmp_path: Path) -> None:
    """A correction under way when the keys went, or marks that are kept anew, bring nothing back."""

    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child, other = await m.person(m.khoi), await m.person(m.linh)
            known = {child: m.marks(child), other: m.marks(other)}
            await m.decide(child)
            await m.carry_out()
            for subject in (child, other):
                await m.record.keyring.marks.keep(m.khoi, 1, subject, forms(NAME, None, None))
            assert (m.marks(child), len(m.marks(other))) == ([], 4), "only of who was not erased"
            await keep_anew(m.record.log, m.record.keyring)
            assert m.marks(child) == []
            assert set(known[other]) == set(m.marks(other))
            assert known[child] != []

    asyncio.run(story())


def test_without_the_purge_the_scan_would_find_the_words(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            await m.rebuild()
            gone = await needles(m)
            await m.decide_khoi()
            await m.carry_out()
            assert {name for _, name in found(database, gone)} == {"index entry"}

    asyncio.run(story())


def test_nothing_of_the_person_lies_on_the_disk_once_the_words_are_rebuilt(
    own_cluster: Cluster, tmp_path: Path
) -> None:
    database = Database(own_cluster, "baove")
    database.create()
    migrate(database.dsn(), simulated=True)

    async def story() -> None:
        async with matter(database, tmp_path) as m:
            await m.rebuild()
            gone = await needles(m)
            assert on_disk(database, gone) == SEALED
            await m.decide_khoi()
            await m.carry_out()
            await m.follow()
            assert on_disk(database, gone) == {"index entry"}, "a GIN index keeps keys that no row has any more"
            await m.rebuild()
            assert on_disk(database, gone) == set()

    asyncio.run(story())


def test_a_crash_between_the_destruction_and_its_record_is_made_good(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child = await m.person(m.khoi)
            under = await m.decide(child)
            destroyed = await m.record.keyring.destroy(child, under)
            assert await m.carry_out() == 1
            line = load((await m.record.log.history(under))[-1])
            assert [key.fingerprint for key in line.event.keys] == [key.fingerprint.hex() for key in destroyed]
            assert await m.carry_out() == 0

    asyncio.run(story())


def test_two_that_carry_it_out_at_once_record_it_once(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m, record(database, tmp_path, at=WAITED) as other:
            files = await m.decide_khoi()
            there = carry_out(other.handler, other.keyring)
            assert sum(await asyncio.gather(m.carry_out(), there)) == 2
            assert [len(await m.record.log.history(file)) for file in files] == [3, 3]

    asyncio.run(story())


def test_an_erasure_that_was_approved_waits_when_the_case_has_been_reopened_since(
    database: Database, tmp_path: Path
) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child = await m.person(m.khoi)
            under = await m.decide(child)
            await reopen(m)
            assert await m.carry_out() == 0
            assert not await m.record.keyring.is_erased(child)
            assert await m.texts(m.khoi) == [NAME, NARRATIVE]
            assert await m.record.keyring.approved_erasures() == [under]

    asyncio.run(story())


def test_about_an_erased_person_nothing_more_is_sealed(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            await m.decide(case_id(m.khoi))
            await m.carry_out()
            with pytest.raises(Refused, match="subject_erased"):
                await reopen(m)

    asyncio.run(story())


def test_the_log_knows_in_which_files_a_person_is(database: Database, tmp_path: Path) -> None:
    """Each person is found in the files that tell of them, and in no others."""

    async def story() -> None:
        async with matter(database, tmp_path) as m:
            for report in (m.khoi, m.linh):
                child = await m.person(report)
                files = await all_about(m.record.log, child)
                assert {i for i, file in files.items() if child in subjects(file)} == {report, case_id(report)}
                for file in files.values():
                    for held in subjects(file) - {file.id}:
                        assert file.id in await m.record.log.files_naming(held)

    asyncio.run(story())


def test_a_live_case_elsewhere_that_nobody_named_keeps_the_key(database: Database, tmp_path: Path) -> None:
    """Another ward goes on with the same child after the approval: it is found in the log as it is at that moment."""

    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child = await m.person(m.khoi)
            under = await m.decide(child)
            health, there = m.health_officer, m.elsewhere
            told = ReceiveReport(
                channel=Channel.PHONE,
                received_at=instant("2026-06-25T09:10"),
                place=there,
                harm_kinds=(HarmKind.NEGLECT,),
                narrative=OTHER_NARRATIVE,
                child_name=NAME,
            )
            report = uuid4()
            await m.record.at("2026-06-25T09:20").act(report, told, by=m.worker)
            opening = OpenCase(report=report, place=there, earlier_case=case_id(m.khoi))
            await m.record.at("2026-06-25T09:30").act(case_id(report), opening, by=health)
            assert await m.carry_out() == 0
            assert not await m.record.keyring.is_erased(child)
            assert await m.record.keyring.approved_erasures() == [under]

    asyncio.run(story())


def test_an_objection_or_a_withdrawal_after_the_approval_keeps_the_key_in_the_database_too(
    database: Database, tmp_path: Path
) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child, text = await m.person(m.khoi), m.khoi
            objected, withdrawn = await m.decide(child), await m.decide(text)
            objection = ObjectToErasure(objection="Dữ liệu là chứng cứ.")
            await m.record.at(WAITED).act(objected, objection, by=m.inspector)
            await m.record.act(withdrawn, WithdrawErasure(), by=m.chair, reason="Gia đình rút yêu cầu.")
            assert await m.carry_out() == 0
            for subject, under in ((child, objected), (text, withdrawn)):
                with pytest.raises(psycopg.errors.InsufficientPrivilege, match="objected to since"):
                    await m.record.keyring.destroy(subject, under)
            assert await m.texts(m.khoi) == [NAME, NARRATIVE]
            taken_back = WithdrawObjection(ref="1")
            await m.record.act(objected, taken_back, by=m.inspector, reason="Đã kết luận.")
            assert await m.carry_out() == 0
            await m.record.act(objected, ApproveErasure(decision_no="QĐ-78"), by=m.approver)
            assert await m.carry_out() == 1
            assert await m.texts(m.khoi) == [None, NARRATIVE]

    asyncio.run(story())


def test_keys_that_went_just_before_an_objection_are_recorded_as_gone(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child = await m.person(m.khoi)
            under = await m.decide(child)
            await m.record.keyring.destroy(child, under)
            await m.record.act(under, ObjectToErasure(objection="Dữ liệu là chứng cứ."), by=m.inspector)
            assert await m.carry_out() == 1
            assert await m.carry_out() == 0

    asyncio.run(story())


def test_it_is_not_carried_out_before_the_time_to_object_is_over(database: Database, tmp_path: Path) -> None:
    """An order and an approval of before there was such a time."""

    async def story() -> None:
        async with matter(database, tmp_path) as m:
            child = await m.person(m.khoi)
            under = await m.order(child)
            line = load((await m.record.log.history(under))[0])
            event = ErasureApproved(subject=child, files=(), decision_no="QĐ-1")
            approved = replace(line, version=2, stored_as=APPROVE_ERASURE.stored_as, event=event)
            draft = Draft(
                file_id=under,
                version=2,
                name=approved.stored_as,
                state=encode(approved, await m.record.keyring.prepare(())),
                command_id=uuid4(),
                command_hash=bytes(32),
                register_seen=m.record.register_cache.register.position,
            )
            await m.record.writer.append(draft)
            assert await m.carry_out() == 0
            assert not await m.record.keyring.is_erased(child)
            m.record.at(WAITED)
            assert await m.carry_out() == 1

    asyncio.run(story())
