"""The columns of the trail that the lists read: each once, by name, with the SQL it is read by."""

from __future__ import annotations

from functools import cache
from typing import Annotated, NamedTuple, get_type_hints

HEAVY = "heavy"
INSTANT = "replace(replace({}::text, ' ', 'T'), '+00', 'Z')"


class TrailRow(NamedTuple):
    """A row as it is selected."""

    place: Annotated[int, "t.position AS place"]
    position: Annotated[str, "t.position::text"]
    recorded_text: Annotated[str, INSTANT.format("t.recorded_at")]
    occurred_text: Annotated[str, INSTANT.format("t.occurred_at")]
    late: Annotated[bool, "t.late"]
    file_kind: Annotated[str, "t.kind"]
    file_key: Annotated[str, "t.file_id::text"]
    version: Annotated[int, "t.version"]
    key: Annotated[str, "t.id::text"]
    stored_as: Annotated[str, "t.stored_as"]
    person: Annotated[str | None, "t.person_id::text"]
    name: Annotated[str, "t.actor_name"]
    role: Annotated[str, "t.role"]
    capacity: Annotated[str, "t.capacity"]
    delegation: Annotated[str | None, "t.delegation"]
    rule: Annotated[str | None, "t.rule"]
    office: Annotated[str | None, "t.office_id::text"]
    office_role: Annotated[str | None, "t.office_role"]
    own_unit: Annotated[str | None, "t.actor_unit_id::text"]
    own_unit_code: Annotated[str, "t.actor_unit_code"]
    own_unit_name: Annotated[str, "t.actor_unit_name"]
    unit_key: Annotated[str | None, "t.unit_id::text"]
    unit_code: Annotated[str, "t.unit_code"]
    unit_name: Annotated[str, "t.unit_name"]
    correlation_id: Annotated[str, "t.correlation_id::text"]
    cause: Annotated[str | None, "t.causation_id::text"]
    seen_version: Annotated[int | None, "t.seen_version"]
    basis_document: Annotated[str | None, "t.basis_document"]
    basis_article: Annotated[str, "t.basis_article"]
    basis_form: Annotated[str, "t.basis_form"]
    regime: Annotated[str, "t.regime"]
    has_reason: Annotated[bool, "t.reason"]
    has_late_reason: Annotated[bool, "t.late_reason"]
    details_text: Annotated[str, "t.details", HEAVY]
    starts_text: Annotated[str, "t.starts", HEAVY]
    ends_text: Annotated[str, "t.ends", HEAVY]
    attachments_text: Annotated[str, "t.attachments", HEAVY]


@cache
def columns_for(*, heavy: bool) -> str:
    """What is selected, in the order of the row: the columns that are heavy only where they are asked for."""
    told = [hint.__metadata__ for hint in get_type_hints(TrailRow, include_extras=True).values()]
    return ", ".join("NULL" if HEAVY in rest and not heavy else sql for sql, *rest in told)
