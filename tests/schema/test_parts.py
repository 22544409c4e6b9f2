"""What a view shows of a state: the fields it names alone, in the words of the state, personal ones masked."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import pytest
import strawberry
from strawberry.tools import create_type

from domain.case.state.case import Case
from domain.case.state.plan import Plan, PlanItem, Service
from domain.catalogue import KINDS
from domain.record.field import PERSON, says
from domain.record.personal import Personal, PersonalKind
from domain.record.vocabulary import Kind, OfficeRef, Role, UnitRef
from server.schema.base.ids import global_id
from server.schema.build import parts
from server.schema.files import case as case_view
from server.schema.files.parts import SHAPES, As, field_of_state, fields_of_state, part_of, shows
from server.schema.files.views import VIEWS

KEY = UUID(int=7)
HERE = UnitRef(id=KEY, code="10123", name="Xã Hoa Phượng")
CHAIR = OfficeRef(id=KEY, role=Role.COMMUNE_CHAIR, unit=HERE)
AT = datetime(2026, 11, 23, tzinfo=UTC)
SECRET = "Đưa cháu đến nhà bà ngoại"


def personal(text: str) -> Personal:
    """A personal text as a state holds it; whoever shows it in clear shows the text."""
    return Personal(kind=PersonalKind.TEXT, text=text, subject=KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room."""

    wall: Annotated[str, says("Tường; màu", "Wall; its colour")]
    owner: Annotated[UUID, says("Chủ", "Owner"), PERSON]
    place: Annotated[UnitRef | None, says("Nơi", "Place")] = None
    keeper: Annotated[OfficeRef | None, says("Người giữ", "Keeper")] = None
    looked: Annotated[tuple[datetime, ...], says("Các lần xem", "Looks")] = ()
    bare: str = ""
    secret: Annotated[Personal | None, says("Kín", "Secret")] = None

    @property
    def colour(self) -> Annotated[str, says("Màu", "Colour")]:
        """A property with words."""
        return self.wall

    @property
    def hidden(self) -> Annotated[Personal | None, says("Kín", "Secret")]:
        """A property that tells something personal."""
        return self.secret


def printed(shape: type[Any]) -> str:
    """The schema in which somebody can ask for the type."""

    def look() -> Any:
        return None

    look.__annotations__["return"] = shape
    return strawberry.Schema(create_type("Query", [strawberry.field(look)]), config=parts()["config"]).as_str()


def shown(*named: str | As) -> type[Any]:
    """A type that shows these fields of a room."""

    class RoomNow:
        """A room."""

    return shows(Kind.CASE, Room, *named)(RoomNow)


def case_with_a_plan() -> Case:
    item = PlanItem(ref="1", service=Service.MEDICAL, measure=personal(SECRET), provider=HERE, due=AT.date())
    return Case(plan=Plan(goals=personal(SECRET), items=(item,)))


def plan_of(case: Case, opened: dict[str, str | None]) -> Any:
    return fields_of_state(case_view.Case, case, opened)["plan"]


def test_a_view_has_the_types_and_the_words_of_the_state() -> None:
    shape = shown("wall", "owner", "place", "keeper", "looked", As("paint", "colour"), "secret")
    for line in (
        '"""Wall; its colour."""\n  wall: String!',
        '"""Owner."""\n  ownerId: ID!',
        '"""Place."""\n  place: UnitThen\n',
        '"""Keeper."""\n  keeper: OfficeThen\n',
        '"""Looks."""\n  looked: [DateTime!]!',
        '"""Colour."""\n  paint: String!',
        '"""Secret, masked for who may not read it."""\n  secret: Detail\n',
    ):
        assert line in printed(shape)


def test_a_state_is_read_as_the_api_writes_it() -> None:
    shape = shown("wall", "owner", "place", "keeper", "looked", As("paint", "colour"))
    room = part_of(shape, Room(wall="blue", owner=KEY, place=HERE, keeper=CHAIR, looked=(AT,)), "plan")
    assert (room.wall, room.paint, room.looked) == ("blue", "blue", [AT])
    assert room.owner_id == global_id("Person", KEY)
    assert (room.place.unit_id, room.place.code) == (global_id("Unit", KEY), HERE.code)
    assert (room.keeper.office_id, room.keeper.unit) == (global_id("Office", KEY), room.place)


def test_a_field_that_is_not_named_is_not_shown() -> None:
    shape = shown("wall")
    assert "owner" not in printed(shape)
    assert vars(part_of(shape, Room(wall="blue", owner=KEY), "plan")) == {"wall": "blue"}
    with pytest.raises(AttributeError, match="news_at"):
        field_of_state(case_view.Case, "news_at", Case())
    assert field_of_state(case_view.Case, "number", Case(number="7")) == "7"


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("bare", r"Room\.bare: no words"),
        ("door", r"Room\.door: no field that can be shown"),
        ("hidden", r"Room\.hidden: no field that can be shown"),
        ("wall", r"RoomNow\.wall: said twice"),
    ],
)
def test_what_cannot_be_shown_is_refused_by_its_name(named: str, why: str) -> None:
    with pytest.raises(TypeError, match=why):
        shown("wall", named)
    assert shown("wall", "owner")


def test_a_part_without_a_type_of_its_own_is_refused() -> None:
    with pytest.raises(TypeError, match="plan: a part is shown as a type of its own"):
        shows(Kind.CASE, Case, "plan")(type("CaseOfParts", (), {}))


def test_the_view_of_every_kind_is_read_from_the_state_of_that_kind() -> None:
    for view in VIEWS:
        shape = SHAPES[view.shape]
        assert (shape.kind, shape.state) == (view.kind.name, KINDS[view.kind.name].empty().__class__)


def test_what_is_personal_in_a_part_is_masked_until_it_is_opened_at_its_place() -> None:
    case = case_with_a_plan()
    masked, opened = plan_of(case, {}), plan_of(case, {"event.plan.items.0.measure": SECRET})
    assert SECRET not in repr(masked)
    assert (masked.goals.path, masked.goals.masked) == ("/plan/goals", PersonalKind.TEXT)
    assert (masked.items[0].measure.path, masked.items[0].measure.value) == ("/plan/items/0/measure", None)
    assert masked.items[0].measure.label.en == "Plan of the current round · Items · What is to be done"
    assert (opened.items[0].measure.value, opened.items[0].measure.masked) == (SECRET, None)
    assert opened.goals.value is None, "one place was opened, not the other"


def test_shown_as_it_is_what_is_personal_would_be_found() -> None:
    """Negative control: the same part, with its measure as the state holds it."""
    case = case_with_a_plan()
    item: Any = plan_of(case, {}).items[0]
    assert SECRET in repr(replace(item, measure=case.plan.items[0].measure.text))
