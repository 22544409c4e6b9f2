"""The root queries."""

import strawberry
from strawberry.types import Info

from domain.words import Kind
from server.handle import folded
from server.schema.common import Label, OfficeThen, office_then
from server.schema.common import ROLE_TEXTS
from server.schema.context import Context
from server.schema.files import Case, Report, case_of, report_of
from server.schema.ids import global_id, key_of


@strawberry.type(description="Who is asking, with the offices held now.")
class Viewer:
    person_id: strawberry.ID = strawberry.field(description="The person.")
    name: str | None = strawberry.field(description="Name as in the register.")
    offices: list[OfficeThen] = strawberry.field(description="Offices under which the viewer may act now.")
    roles: list[Label] = strawberry.field(description="Their roles in words, delegated ones among them.")


@strawberry.type
class Query:
    @strawberry.field(description="Who is asking.")
    async def viewer(self, info: Info[Context, None]) -> Viewer:
        standings = info.context.standings()
        return Viewer(
            person_id=strawberry.ID(global_id("Person", info.context.person)),
            name=standings[0].name if standings else None,
            offices=[o for s in standings if (o := office_then(s.office)) is not None],
            roles=[ROLE_TEXTS[s.role] for s in standings],
        )

    @strawberry.field(description="A case, folded from its own lines.")
    async def case(self, info: Info[Context, None], id: strawberry.ID) -> Case | None:
        key = key_of(id, "Case")
        lines = await info.context.services.history(key)
        return case_of(folded(key, lines, Kind.CASE)) if lines else None

    @strawberry.field(description="A report, folded from its own lines.")
    async def report(self, info: Info[Context, None], id: strawberry.ID) -> Report | None:
        key = key_of(id, "Report")
        lines = await info.context.services.history(key)
        return report_of(folded(key, lines, Kind.REPORT)) if lines else None
