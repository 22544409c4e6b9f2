"""The root queries."""

from __future__ import annotations

from types import new_class
from typing import Any

import strawberry
from strawberry.tools import create_type

from server.schema import resolvers
from server.schema.acts.open_acts import OpenAct
from server.schema.base.common import Node
from server.schema.files.case import Case
from server.schema.files.register_types import Office, Unit, UnitConnection
from server.schema.files.report import Report
from server.schema.files.timeline import Blame, FileDiff, TimelineConnection
from server.schema.lists.counts import Counts
from server.schema.lists.duties import DutyConnection
from server.schema.lists.files import list_fields
from server.schema.lists.parked import ParkedConnection
from server.schema.lists.trail_types import TrailConnection
from server.schema.resolvers import Viewer


def answered_by(resolver: Any, description: str) -> Any:
    """A root field."""
    return strawberry.field(resolver, description=description)


@strawberry.type
class Questions:
    viewer: Viewer = answered_by(resolvers.viewer, description="Who is asking / Người đang hỏi.")
    case: Case | None = answered_by(
        resolvers.case, description="A case, folded from its own lines / Vụ việc, dựng từ các dòng ghi của chính nó."
    )
    report: Report | None = answered_by(
        resolvers.report,
        description="A report, folded from its own lines / Tin báo, dựng từ các dòng ghi của chính nó.",
    )
    timeline: TimelineConnection | None = answered_by(
        resolvers.story, description="The lines of a file, oldest first / Diễn biến của hồ sơ."
    )
    diff: FileDiff | None = answered_by(
        resolvers.difference, description="What differs between two moments, and why / Khác biệt giữa hai thời điểm."
    )
    blame: list[Blame] | None = answered_by(
        resolvers.blame, description="Who last set each field / Ai ghi giá trị hiện tại của từng mục."
    )
    access_readings: TimelineConnection | None = answered_by(
        resolvers.access_readings,
        description="Who read what is personal in a file; null for who may not know / Ai đã xem thông tin cá nhân.",
    )
    actions: list[OpenAct] = answered_by(
        resolvers.actions, description="Acts open to the viewer on a file / Việc người hỏi được làm trên hồ sơ."
    )
    audit_trail: TrailConnection = answered_by(
        resolvers.audit_trail, description="Every line that the viewer may see / Mọi dòng ghi người hỏi được xem."
    )
    audit_counts: Counts = answered_by(
        resolvers.audit_counts, description="How many lines, by act, unit or month / Số dòng ghi."
    )
    duties: DutyConnection = answered_by(
        resolvers.find_duties, description="Statutory duties, soonest due first / Thời hạn theo luật."
    )
    unit: Unit | None = answered_by(resolvers.unit, description="A unit at any date / Đơn vị vào bất kỳ ngày nào.")
    units: UnitConnection = answered_by(
        resolvers.units, description="Units that existed at a date, by code / Các đơn vị vào một ngày."
    )
    office: Office | None = answered_by(
        resolvers.office, description="An office at any date / Chức danh vào bất kỳ ngày nào."
    )
    parked_lines: ParkedConnection | None = answered_by(
        resolvers.find_parked,
        description="Lines that lists lack, and why, for the registrar; null for others / Dòng ghi chưa vào bảng đọc.",
    )
    node: Node | None = answered_by(resolvers.node, description="Anything by its id / Bất kỳ đối tượng nào theo mã.")
    nodes: list[Node | None] = answered_by(
        resolvers.nodes, description="Things by their ids, null where there is none / Nhiều đối tượng theo mã."
    )


Lists = create_type("Lists", list(list_fields()))
Query = strawberry.type(
    new_class("Query", (Questions, Lists)),
    description="What can be asked. What is not there and what is not yours look the same: null.",
)
