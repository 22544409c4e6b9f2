"""The acts open to a viewer on a file, derived from the catalogue: role, scope, phase, four eyes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import strawberry
from strawberry.types import Info

from domain.catalogue import ACTIONS
from domain.record.action import Action
from domain.record.file import File
from domain.record.file_kind import Scope
from domain.record.perform import open_to
from domain.record.register import Standing
from server.schema.base.common import Basis, Label, OfficeThen, basis_of, label, office_then
from server.schema.base.context import Context
from server.schema.base.enums import Act
from server.schema.files.lookup import find


@strawberry.type(description="An act that the viewer may do on the file now.")
class OpenAct:
    act: Act = strawberry.field(description="The act.")  # type: ignore[valid-type]
    label: Label = strawberry.field(description="What it does, as an instruction.")
    needs_reason: bool = strawberry.field(description="A reason must be given.")
    scope: Scope = strawberry.field(description="How the viewer's unit stands to the file.")
    scope_label: Label = strawberry.field(description="The same in words.")
    office: OfficeThen | None = strawberry.field(description="The office in which the viewer would act.")
    basis: Basis = strawberry.field(description="Legal ground.")


async def open_acts(info: Info[Context, None], file_id: str) -> list[OpenAct]:
    """The acts open to the viewer; none on a file that is not there or not the viewer's to see."""
    context = info.context
    told = await find(context, file_id)
    return [] if told is None else list(_open(context, told.file))


def _open(context: Context, file: File) -> Iterator[OpenAct]:
    kind = file.kind
    phase, where = kind.phase(file.state), kind.where(file.state, None)
    register, now = context.services.register_cache.register, context.services.now()
    for action in ACTIONS:
        fits = action.kind == kind.name and action.opens is False and (action.phases is None or phase in action.phases)
        if fits and action.four_eyes(file.state) != context.person:
            found = open_to(action, where, context.standings(), register, now)
            if found is not None:
                yield _act(action, *found)


def _act(action: Action[Any, Any, Any], standing: Standing, scope: Scope) -> OpenAct:
    return OpenAct(
        act=Act(action.name),
        label=label(action.asks),
        needs_reason=action.needs_reason,
        scope=scope,
        scope_label=label(scope.label),
        office=office_then(standing.office),
        basis=basis_of(action.basis),
    )
