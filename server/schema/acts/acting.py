"""From an input to a command and from the answer to a payload: what every mutation shares."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID, uuid5

import strawberry
from strawberry.types import Info
from strawberry.utils.str_converters import to_camel_case

from domain.record.action import Action
from domain.record.file import File, Request
from domain.record.refusal import Refusal as Refusing
from domain.record.refusal import Refused
from domain.record.register import Register, midnight
from domain.record.vocabulary import BAOVE, Attachment, Kind, UnitRef
from server.record.handle import Answered, folded
from server.schema.base.common import DutyEnd, DutyStart, label
from server.schema.base.context import Context
from server.schema.base.entry import Entry, entry_of
from server.schema.base.enums import RefusalCode
from server.schema.base.errors import Refusal, UserError, VersionConflict
from server.schema.base.ids import key_of, position_token
from server.schema.base.scalars import Instant
from server.schema.base.store_faults import store_faults
from server.schema.base.visibility import may_see


@strawberry.input(description="A document kept elsewhere, named by its bytes.")
class AttachmentInput:
    sha256: str = strawberry.field(description="SHA-256, 64 lower-case hex digits.")
    size_bytes: int = strawberry.field(description="Size.")
    media_type: str = strawberry.field(description="Media type.")


@strawberry.input(description="What every act takes.")
class ActInput:
    idempotency_key: UUID = strawberry.field(
        description="A UUID made by the client: the same key with the same input gives the same answer again."
    )
    expected_version: int | None = strawberry.field(
        default=None,
        description="Version of the file that was looked at; refused when the file has moved on.",
    )
    reason: str | None = strawberry.field(default=None, description="Why; some acts demand it.")
    occurred_at: Instant | None = strawberry.field(default=None, description="When it happened, if not now.")
    late_reason: str | None = strawberry.field(
        default=None, description="Why it is recorded more than 24 hours after it happened."
    )
    attachments: list[AttachmentInput] = strawberry.field(default_factory=list, description="Documents.")
    office_id: strawberry.ID | None = strawberry.field(
        default=None, description="The office to act in, for somebody who holds several."
    )

    def file(self, codes: "Codes") -> UUID:
        """The file the act is recorded on; a new file's id follows from the person and the idempotency key."""
        return uuid5(BAOVE, f"file:{codes.person}:{self.idempotency_key}")

    def command(self, codes: "Codes") -> Any:
        """The domain's command."""
        raise NotImplementedError


@strawberry.input(description="An act on an existing case.")
class CaseActInput(ActInput):
    case_id: strawberry.ID = strawberry.field(description="The case.")

    def file(self, codes: "Codes") -> UUID:
        return key_of(self.case_id, "Case")


class Codes:
    """Resolves what `person` names by code, as the register knows it when the act happens."""

    def __init__(self, register: Register, at: datetime, person: UUID) -> None:
        self.register, self.at, self.person = register, at, person
        self.unknown: list[Refusing] = []

    def unit(self, code: str, on: date | None = None) -> UnitRef | None:
        """The unit that bears the code, at the beginning of the day `on` if one is given; None: none does."""
        return self.register.unit_at(code.strip(), midnight(on) if on else self.at)

    def unit_if_named(self, code: str | None, field: str) -> UnitRef | None:
        """The unit of a code that may be left out; a code that nobody bears is refused, not passed over."""
        if code is None:
            return None
        unit = self.unit(code)
        if unit is None:
            self.unknown.append(Refusing(code="unit_unknown", field=field))
        return unit


@strawberry.type(description="What an act came to. The entry is null when `errors` is not empty.")
class Payload:
    entry: Entry | None = strawberry.field(description="The new line.")
    duties_started: list[DutyStart] = strawberry.field(description="Clocks the line set going.")
    duties_met: list[DutyEnd] = strawberry.field(description="Clocks the line ended.")
    position: str | None = strawberry.field(description="Position token, for `atLeast` on later queries.")
    errors: list[UserError] = strawberry.field(description="All problems found, not just the first.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        """The payload's own field: the file as it now is."""
        raise NotImplementedError


GIVEN = strawberry.argument(description="What the act needs.")


def act(action: Action[Any, Any, Any], asked: type[ActInput], answers: type[Payload]) -> Any:
    """The mutation of an act; its description comes from the catalogue."""

    async def resolve(info: Info[Context, None], input: ActInput) -> Payload:
        return await perform(info.context, input, answers)

    resolve.__name__ = action.name
    resolve.__annotations__ = {"info": Info[Context, None], "input": Annotated[asked, GIVEN], "return": answers}
    roles = sorted({(m.role.label.en, m.role.label.vi) for m in action.may})
    who = "; ".join(f"{en} / {vi}" for en, vi in roles)
    return strawberry.mutation(resolver=resolve, description=f"{action.asks.en} / {action.asks.vi}. By: {who}.")


async def perform(context: Context, asked: ActInput, answers: type[Payload]) -> Payload:
    """Hand the input to the handler and answer from the folded file; refusals come back as data."""
    codes = Codes(context.services.register_cache.register, asked.occurred_at or context.services.now(), context.person)
    request = _request(context, asked, codes)
    with store_faults():
        try:
            if codes.unknown:
                raise Refused(*codes.unknown)
            answered = await context.services.handler.handle(request)
        except Refused as refused:
            await context.services.attempts.note(request, refused)
            return await _refused(context, asked, request, refused, answers)
        return _recorded(context, answered, answers)


def _request(context: Context, asked: ActInput, codes: Codes) -> Request:
    return Request(
        file_id=asked.file(codes),
        command=asked.command(codes),
        command_id=uuid5(context.person, str(asked.idempotency_key)),
        at=context.services.now(),
        person=context.person,
        office=key_of(asked.office_id, "Office") if asked.office_id else None,
        occurred_at=asked.occurred_at,
        reason=asked.reason,
        late_reason=asked.late_reason,
        expected_version=asked.expected_version,
        attachments=tuple(
            Attachment(sha256=a.sha256, size_bytes=a.size_bytes, media_type=a.media_type) for a in asked.attachments
        ),
    )


def _recorded(context: Context, answered: Answered, answers: type[Payload]) -> Payload:
    entry = entry_of(answered.line, answered.file.kind)
    return answers(
        entry=entry,
        duties_started=entry.starts,
        duties_met=entry.ends,
        position=position_token(answered.line.position or 0),
        errors=[],
        **answers.file_field(answered.file, context),
    )


async def _refused(
    context: Context, asked: ActInput, request: Request, refused: Refused, answers: type[Payload]
) -> Payload:
    errors = [await _error(context, asked, request, r) for r in refused.refusals]
    return answers(
        entry=None, duties_started=[], duties_met=[], position=None, errors=errors, **answers.file_field(None, context)
    )


async def _error(context: Context, asked: ActInput, request: Request, refusal: Refusing) -> UserError:
    said = context.refusal_label(refusal.code)
    code = RefusalCode(refusal.code)
    field = field_of(type(asked), refusal.field)
    if refusal.code != "file_has_changed" or request.expected_version is None:
        return Refusal(code=code, message=label(said), field=field)
    lines = await context.services.history(request.file_id)
    file = folded(request.file_id, lines, Kind.CASE)
    if not may_see(context, file):
        return Refusal(code=code, message=label(said), field=field)
    return VersionConflict(
        code=code,
        message=label(said),
        field=field,
        expected_version=request.expected_version,
        actual_version=len(lines),
        missed=[entry_of(line, file.kind) for line in lines[max(request.expected_version, 0) :]],
    )


def field_of(asked: type[ActInput], name: str | None) -> str | None:
    """The input field behind a name that the domain gives: what it calls `files` is called `fileIds` here."""
    if name is None:
        return None
    fields = {to_camel_case(field) for field in asked.__dataclass_fields__}
    return next((n for n in (name, f"{name}Id", f"{name.removesuffix('s')}Ids") if n in fields), name)
