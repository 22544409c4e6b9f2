"""The eventsourcing library's own Application reads our log: the vocabulary is shared, so are its tools."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.application import Application
from eventsourcing.persistence import Mapper, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg.conninfo import conninfo_to_dict

from server.record.store import Writer
from tests.database import Database
from tests.record.store_kit import draft


@dataclass(frozen=True)
class Told:
    """A line as the library hands it out."""

    originator_id: UUID
    originator_version: int
    name: str
    body: dict[str, Any]


class LogRecorder(PostgresApplicationRecorder):
    """The library's recorder, pointed at `log.events`."""

    def __init__(self, datastore: PostgresDatastore, *, events_table_name: str = "events") -> None:
        super().__init__(datastore, events_table_name="events")


class LineMapper(Mapper[UUID]):
    """Maps stored names, where the library's own mapper expects paths of Python classes."""

    def to_domain_event(self, stored_event: StoredEvent) -> Told:
        return Told(
            originator_id=UUID(str(stored_event.originator_id)),
            originator_version=stored_event.originator_version,
            name=stored_event.topic,
            body=json.loads(stored_event.state),
        )


def _application(database: Database) -> Application[UUID]:
    where = conninfo_to_dict(database.dsn("baove_app"))
    return Application(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "APPLICATION_RECORDER_TOPIC": f"{__name__}:LogRecorder",
            "MAPPER_TOPIC": f"{__name__}:LineMapper",
            "POSTGRES_DBNAME": str(where["dbname"]),
            "POSTGRES_HOST": str(where["host"]),
            "POSTGRES_PORT": str(where.get("port") or 5432),
            "POSTGRES_USER": "baove_app",
            "POSTGRES_PASSWORD": str(where.get("password") or "none"),
            "POSTGRES_SCHEMA": "log",
            "CREATE_TABLE": "no",
        }
    )


def test_the_librarys_application_follows_the_log_and_reads_a_file(real_database: Database) -> None:
    case = uuid4()

    async def story() -> None:
        async with Writer(real_database.dsn("baove_app")) as writer:
            await writer.append(draft(case, state=b'{"by":"Lan"}'))
            await writer.append(draft(name="case.opened.1"))
            await writer.append(draft(case, 2, name="report.assessed.1", state='{"by":"Hải"}'.encode()))

    asyncio.run(story())
    application = _application(real_database)
    try:
        notifications = application.notification_log.select(start=2, limit=10)
        assert [(notification.id, notification.topic) for notification in notifications] == [
            (2, "case.opened.1"),
            (3, "report.assessed.1"),
        ]
        assert application.recorder.max_notification_id() == 3
        assert list(application.events.get(case)) == [
            Told(case, 1, "report.received.1", {"by": "Lan"}),
            Told(case, 2, "report.assessed.1", {"by": "Hải"}),
        ]
    finally:
        application.close()


def test_the_librarys_recorder_cannot_write_past_append(real_database: Database) -> None:
    application = _application(real_database)
    try:
        event = StoredEvent(uuid4(), 1, "report.received.1", b"{}")
        with pytest.raises(Exception, match="permission denied"):
            application.recorder.insert_events([event])
    finally:
        application.close()
