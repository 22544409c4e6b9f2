"""The needs meeting: the worker alone is no meeting; who came and who did not is told, and children are not named."""

from dataclasses import replace

from domain.case.assessment.hold_needs_meeting import HOLD_NEEDS_MEETING, HoldNeedsMeeting, NeedsMeetingHeld1
from domain.case.assessment.meeting import Absent, Attendee, Present, WhyAbsent
from domain.case.state.case import Phase
from domain.catalogue import BY_STORED_NAME, KINDS
from domain.record.fold import fold
from domain.record.vocabulary import Kind
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, PlanStory

ON = "2026-03-04T09:00"


def assessed() -> PlanStory:
    tale = PlanStory().assessed()
    tale.lan_does(DETAILED, "2026-03-03T15:00")
    return tale


def without(*parts: Attendee) -> HoldNeedsMeeting:
    """The meeting, but these were called and did not come."""
    return replace(
        MEETING,
        attendees=tuple(p for p in MEETING.attendees if p.part not in parts),
        absent=(*MEETING.absent, *(Absent(part=p, why=WhyAbsent.DID_NOT_COME) for p in parts)),
    )


def test_the_worker_alone_is_no_meeting() -> None:
    """As it was played: the worker sat down alone and called it a meeting."""
    tale = assessed()
    alone = without(*(p.part for p in MEETING.attendees if p.part is not Attendee.PROTECTION_WORKER))
    tale.when(alone, tale.thang, ON, attachments=PAPER).refused("no_quorum")
    tale.when(without(Attendee.PROTECTION_WORKER), tale.thang, ON, attachments=PAPER).refused("worker_must_attend")
    assert tale.now.phase is Phase.DETAILED
    tale.thang_does(MEETING, ON, attachments=PAPER)
    assert tale.now.phase is Phase.NEEDS_SET


def test_the_chair_or_a_deputy_and_two_bodies_are_there() -> None:
    tale = assessed()
    for parts in ((Attendee.CHAIR,), (Attendee.SCHOOL,), (Attendee.POLICE,)):
        tale.when(without(*parts), tale.thang, ON, attachments=PAPER).refused("no_quorum")
    deputy = Present(part=Attendee.DEPUTY_CHAIR, name="Đỗ Minh Hạnh")
    led = without(Attendee.CHAIR)
    tale.thang_does(replace(led, attendees=(deputy, *led.attendees)), ON, attachments=PAPER)


def test_of_each_who_belongs_there_the_line_says_whether_they_came() -> None:
    tale = assessed()
    silent = replace(MEETING, absent=MEETING.absent[1:])
    tale.when(silent, tale.thang, ON, attachments=PAPER).refused("attendance_untold").refused_at(("absent",))
    both = replace(MEETING, absent=(*MEETING.absent, Absent(part=Attendee.POLICE, why=WhyAbsent.NOT_CONCERNED)))
    tale.when(both, tale.thang, ON, attachments=PAPER).refused("attendance_untold")
    line = tale.thang_does(MEETING, ON, attachments=PAPER)
    assert {a.part for a in line.event.absent} == {
        Attendee.HEALTH_STATION,
        Attendee.PROVIDER,
        Attendee.NEIGHBOURHOOD,
    }


def test_officials_are_named_and_nobody_else() -> None:
    tale = assessed()
    nameless = replace(MEETING, attendees=tuple(replace(p, name=None) for p in MEETING.attendees))
    tale.when(nameless, tale.thang, ON, attachments=PAPER).refused("officials_by_name")
    child = Present(part=Attendee.CHILD, name="Ngô Thị Hoa")
    named = replace(MEETING, attendees=(*MEETING.attendees, child))
    tale.when(named, tale.thang, ON, attachments=PAPER).refused("officials_by_name")
    line = tale.thang_does(MEETING, ON, attachments=PAPER)
    assert [p.name for p in line.event.attendees if p.name][:2] == ["Vũ Đức Thắng", "Phạm Thị Lan"]


def test_a_meeting_has_needs_and_minutes_and_is_held_by_the_unit_in_the_lead() -> None:
    tale = assessed()
    tale.when(replace(MEETING, needs=""), tale.thang, ON).refused("field_required", "minutes_required")
    tale.when(MEETING, tale.nga, ON, attachments=PAPER).refused("outside_your_unit")


def test_a_meeting_written_before_is_still_one() -> None:
    tale = assessed()
    line = tale.thang_does(MEETING, ON, attachments=PAPER)
    (before,) = HOLD_NEEDS_MEETING.earlier
    old = NeedsMeetingHeld1(round=1, attendees=(Attendee.PROTECTION_WORKER,), needs=line.event.needs)
    lines = [each for each in tale.story.lines if each.file_id == tale.case]
    then = [replace(each, stored_as=before.stored_as, event=old) if each.id == line.id else each for each in lines]
    assert fold(tale.case, KINDS[Kind.CASE], BY_STORED_NAME, then).state == tale.now
