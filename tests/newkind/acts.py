"""The acts on an errand: it is given, it is run, and its time runs out."""

from dataclasses import dataclass, replace
from typing import Annotated, Any
from uuid import UUID, uuid5

from domain.label import Label
from domain.law import basis
from domain.record import personal
from domain.record.action import Action, May, met, owed
from domain.record.clear import Clear
from domain.record.field import PERSON, AskedAs, points_at, says
from domain.record.file import DecisionContext
from domain.record.file_kind import Scope
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.vocabulary import BAOVE, OfficeRef, Role, UnitRef
from tests.newkind.limit import ERRAND_LIMIT
from tests.newkind.state import Errand, ErrandPhase

WORKER = (May(role=Role.PROTECTION_WORKER, scope=Scope.PLACE),)
SYSTEM = (May(role=Role.SYSTEM, scope=Scope.ANY),)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveErrand:
    """What is to be done for which child."""

    place: Annotated[UnitRef, says("Nơi làm", "The commune that runs it"), AskedAs("place_unit")]
    child_name: Annotated[str, says("Họ và tên trẻ em", "The child's name")]
    task: Annotated[str, says("Việc cần làm", "What is to be done")]
    document_no: Annotated[str, says("Số văn bản", "Number of the letter"), Clear.NUMBER]
    after: Annotated[UUID | None, says("Việc vặt trước đó", "Errand it goes on from"), points_at("child_errand")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandGiven:
    """An errand was given."""

    number: Annotated[str, says("Số việc vặt", "Number of the errand"), Clear.SYSTEM]
    place: UnitRef
    child: Annotated[UUID, says("Mã định danh của trẻ em", "Internal id of the child"), PERSON]
    child_name: Personal
    task: Personal
    document_no: str
    after: UUID | None


def decide_giving(errand: Errand, command: GiveErrand, context: DecisionContext) -> ErrandGiven:
    child = uuid5(BAOVE, f"child:{context.file_id}")
    return ErrandGiven(
        number=f"VV-{command.place.code}-{context.file_id.hex[:6].upper()}",
        place=command.place,
        child=child,
        child_name=personal.child(child, command.child_name),
        task=context.text(command.task),
        document_no=command.document_no,
        after=command.after,
    )


def evolve_giving(errand: Errand, event: ErrandGiven, line: Line) -> Errand:
    return replace(
        errand,
        phase=ErrandPhase.GIVEN,
        number=event.number,
        place=event.place,
        child=event.child,
        child_name=event.child_name,
        task=event.task,
        after=event.after,
        given_at=line.occurred_at,
    )


def chair(errand: Errand, event: ErrandGiven, context: DecisionContext) -> OfficeRef:
    return context.register.answerable(event.place, Role.COMMUNE_CHAIR, context.at)


GIVE_ERRAND = Action(
    basis=basis.CHECK_TRUTH,
    command=GiveErrand,
    event=ErrandGiven,
    stored_as="child_errand.given.1",
    asks=Label(vi="Giao việc vặt", en="Give an errand"),
    tells=Label(vi="Đã giao việc vặt", en="Errand given"),
    may=WORKER,
    opens=True,
    decide=decide_giving,
    evolve=evolve_giving,
    starts=owed(ERRAND_LIMIT, since=lambda errand, event, context: context.occurred_at, answers=chair),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunErrand:
    """What came of it."""

    result: Annotated[str, says("Kết quả", "What came of it")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandRun:
    """The errand was run."""

    result: Personal


RUN_ERRAND: Action[Errand, RunErrand, ErrandRun] = Action(
    basis=basis.CHECK_TRUTH,
    command=RunErrand,
    event=ErrandRun,
    stored_as="child_errand.run.1",
    asks=Label(vi="Báo cáo đã xong", en="Run the errand"),
    tells=Label(vi="Đã làm xong việc vặt", en="Errand run"),
    may=WORKER,
    phases=frozenset({ErrandPhase.GIVEN}),
    decide=lambda errand, command, context: ErrandRun(result=context.text(command.result)),
    evolve=lambda errand, event, line: replace(errand, phase=ErrandPhase.RUN),
    ends=met(ERRAND_LIMIT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireErrand:
    """The errand whose time ran out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandExpired:
    """The time of the errand ran out."""


EXPIRE_ERRAND: Action[Errand, ExpireErrand, ErrandExpired] = Action(
    basis=basis.CHECK_TRUTH,
    command=ExpireErrand,
    event=ErrandExpired,
    stored_as="child_errand.expired.1",
    asks=Label(vi="Ghi nhận hết hạn", en="Expire the errand"),
    tells=Label(vi="Việc vặt đã hết hạn", en="Errand expired"),
    may=SYSTEM,
    phases=frozenset({ErrandPhase.GIVEN}),
    upon=(ERRAND_LIMIT,),
    decide=lambda errand, command, context: ErrandExpired(),
    evolve=lambda errand, event, line: replace(errand, overdue=True),
)

ERRAND_ACTS: tuple[Action[Any, Any, Any], ...] = (GIVE_ERRAND, RUN_ERRAND, EXPIRE_ERRAND)
