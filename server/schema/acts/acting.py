"""From an input to a request and from the answer to a payload: what every mutation shares."""

from typing import Annotated, Any
from uuid import uuid5

import strawberry
from strawberry.types import Info

from domain.record.action import Action
from domain.record.ahead import on_our_clock, taken_as_now
from domain.record.file import Request
from domain.record.formal import request_reasons
from domain.record.refusal import Reason, Refused, present
from domain.record.refusals import FILE_HAS_CHANGED, SIGN_IN_AGAIN, UNIT_UNKNOWN
from domain.record.vocabulary import Attachment
from server.record.folding import folded
from server.record.handle import Answered
from server.schema.acts.inputs import ActInput, InputReader, input_of, input_path
from server.schema.acts.payloads import Payload
from server.schema.base.common import label, office_then, unit_then
from server.schema.base.context import Context
from server.schema.base.entry import entry_of
from server.schema.base.enums import RefusalCode
from server.schema.base.errors import RefusalError, UserError, VersionConflict
from server.schema.base.ids import position_token
from server.schema.base.store_faults import store_faults
from server.schema.base.visibility import may_see

GIVEN = strawberry.argument(description="What the act needs.")


def mutation_of(action: Action[Any, Any, Any], answers: type[Payload]) -> Any:
    """The mutation of an act; its description comes from the catalogue."""

    async def resolve(info: Info[Context, None], input: ActInput) -> Payload:
        return await answer(info.context, action, input, answers)

    asked = input_of(action)
    resolve.__name__ = action.name
    resolve.__annotations__ = {"info": Info[Context, None], "input": Annotated[asked, GIVEN], "return": answers}
    roles = sorted({(m.role.label.en, m.role.label.vi) for m in action.may})
    who = "; ".join(f"{en} / {vi}" for en, vi in roles)
    return strawberry.mutation(resolver=resolve, description=f"{action.asks.en} / {action.asks.vi}. By: {who}.")


async def answer(context: Context, action: Action[Any, Any, Any], given: ActInput, answers: type[Payload]) -> Payload:
    """Hand the input to the handler and answer from the folded file; refusals come back as data."""
    at = given.occurred_at or context.services.now()
    reading = InputReader(context.services.register_cache.register, at, context.person)
    request = _request(context, action, given, reading)
    if action.decides and not context.may_sign:
        return await _refused(context, request, Refused(SIGN_IN_AGAIN), answers)
    with store_faults():
        if reading.reasons:
            # Whether a unit exists is for those to know who may ask: authority is decided of a file, and none is named.
            others = (r for r in request_reasons(on_our_clock(request)) if r.refusal is not UNIT_UNKNOWN)
            reasons = (*reading.reasons, *others)
            return await _refused(context, request, Refused(*reasons), answers)
        try:
            answered = await context.services.handler.handle(request)
        except Refused as refused:
            await context.services.attempts.note(request, refused)
            return await _refused(context, request, refused, answers)
        return _recorded(context, request, answered, answers)


def _request(context: Context, action: Action[Any, Any, Any], given: ActInput, reading: InputReader) -> Request:
    command = reading.command(action, given)
    return Request(
        file_id=reading.file(action, given, command),
        command=command,
        command_id=uuid5(context.person, str(given.idempotency_key)),
        at=context.services.now(),
        person=context.person,
        office=reading.office(given),
        occurred_at=given.occurred_at,
        reason=given.reason,
        late_reason=given.late_reason,
        expected_version=given.expected_version,
        attachments=tuple(
            Attachment(sha256=a.sha256, size_bytes=a.size_bytes, media_type=a.media_type) for a in given.attachments
        ),
    )


def _recorded(context: Context, request: Request, answered: Answered, answers: type[Payload]) -> Payload:
    command: type[Any] = request.command.__class__
    ahead = taken_as_now(request, present(answered.line.recorded_at))
    entry = entry_of(answered.line, answered.file.kind.name)
    return answers(
        entry=entry,
        duties_started=entry.starts,
        duties_met=entry.ends,
        position=position_token(answered.line.position or 0),
        taken_as_now=[input_path(command, path) for path in ahead],
        errors=[],
        **answers.file_field(answered.file, context),
    )


async def _refused(context: Context, request: Request, refused: Refused, answers: type[Payload]) -> Payload:
    errors = [await _error(context, request, reason) for reason in refused.reasons]
    return answers(
        entry=None,
        duties_started=[],
        duties_met=[],
        position=None,
        taken_as_now=[],
        errors=errors,
        **answers.file_field(None, context),
    )


async def _error(context: Context, request: Request, reason: Reason) -> UserError:
    command: type[Any] = request.command.__class__
    told: dict[str, Any] = {
        "code": RefusalCode(reason.code),
        "message": label(reason.words),
        "field": input_path(command, reason.path) or None,
    }
    if reason.refusal is not FILE_HAS_CHANGED or request.expected_version is None:
        return _refusal(reason, told)
    lines = await context.services.history(request.file_id)
    if not lines or not may_see(context, file := folded(request.file_id, lines)):
        return _refusal(reason, told)
    return VersionConflict(
        **told,
        expected_version=request.expected_version,
        actual_version=len(lines),
        missed=[entry_of(line, file.kind.name) for line in lines[max(request.expected_version, 0) :]],
    )


def _refusal(reason: Reason, told: dict[str, Any]) -> RefusalError:
    units, offices = [unit_then(unit) for unit in reason.units], [office_then(office) for office in reason.offices]
    return RefusalError(**told, units=units, offices=offices)
