"""Random histories of a report and its case: people try acts, fitting and unfitting, and `perform` has the word.

`Chance` makes any command of the catalogue from its type hints, so an act added later is tried too. It is steered:
most tries fit the file's phase and come from somebody who may; the rest is noise.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.hold_needs_meeting import HoldNeedsMeeting
from domain.case.plan.fields import WhyLeft
from domain.case.plan.leaving import ItemToLeave
from domain.case.plan.visits import VISIT_CODES
from domain.case.seeing.sightings import SightingTold
from domain.case.state.case import LIVE, Case, Phase, RiskLevel
from domain.case.state.plan import ItemStatus
from domain.case.state.sighting import ChildView, WhyNotHeard
from domain.catalogue import ACTIONS
from domain.law import duty
from domain.record.action import Action
from domain.record.file import File, Request
from domain.record.perform import authorise
from domain.record.record_lapse import RecordLapse
from domain.record.refusal import Refused
from domain.record.units import HANOI
from domain.record.vocabulary import BAOVE, Attachment, Kind, Role, UnitRef
from tests.cases.casefile import Person, instant
from tests.cases.plan_ground import MEETING, PAPER, SINCE, PlanStory, with_a_delegation

NEXT: dict[str, str] = {
    "unknown": "receive_report open_case",
    "open": "verify_truth assess_initial_risk",
    "verified": "assess_initial_risk confirm_risk",
    "assessed": "confirm_risk override_risk assess_detailed assess_detailed",
    "detailed": "confirm_risk hold_needs_meeting draft_plan",
    "needs_set": "confirm_risk record_visit draft_plan",
    "plan_drafted": "assess_detailed hold_needs_meeting submit_plan submit_plan return_plan",
    "plan_submitted": "approve_plan approve_plan return_plan",
    "plan_approved": "accept_item accept_item decline_item record_visit refuse_plan_by_carer review_plan",
    "in_service": "accept_item deliver_service propose_amendment approve_amendment record_visit review_plan",
    "under_review": "review_plan "
    + "close_case " * 4
    + "start_new_round deliver_service answer_direction complete_urgent_measure",
    "deceased": "annul_death request_information provide_information correct_case",
    "closed": "reopen_case monitor_alternative_care",
}
DEATH_TOLD = "refute_death refute_death confirm_death"
ENDING = frozenset({"find_unfounded", "merge_cases", "reject_report", "absorb_case"})
STRANGER = Person("Người lạ")
WORDS = ("Đã gặp cháu và người chăm sóc.", "Có đủ căn cứ.", "Cháu nói muốn ở với bà.")
LIKELY = frozenset({"stable", "medium", "low", "by_plan", "protection_worker", "no_such_child", "safe_and_stable"})
HEARD = SightingTold(view=ChildView.HEARD, alone=True, child_said="Cháu nói muốn ở với bà.")
SILENT = SightingTold(view=ChildView.NOT_HEARD, why_not_heard=WhyNotHeard.REFUSED)
UNMET = SightingTold(view=ChildView.NOT_MET)
RARE = {"earlier_case": 0.97, "residence": 0.7, "lead": 0.9, "request": 0.4}
AHEAD = {"due": (4, 20), "ends_on": (25, 40), "starts_on": (0, 1), "on": (-2, 0), "until": (1, 9), "due_at": (1, 9)}


ON_THE_ROAD = frozenset(
    d.code
    for d in (
        *(duty.DETAILED_ASSESSMENT, duty.NEEDS_MEETING, duty.PLAN, duty.PLAN_APPROVAL),
        *(duty.PLAN_REVIEW, duty.CLOSING_DECISION),
    )
)


DECIDED_BY = {
    duty.INITIAL_RISK.code: "assess_initial_risk",
    duty.URGENT_MEASURES.code: "decline_urgent_measure",
    duty.SEPARATION_DECISION.code: "decline_separation",
    duty.NO_CONTACT_DECISION.code: "refuse_no_contact",
    duty.URGENT_MEASURE_COMPLETION.code: "complete_urgent_measure",
    duty.TRACING.code: "record_visit",
}


def moves_on(file: File) -> None:
    """From its assessment on a case always owes a next step, and a visit: holding no meeting is in time nowhere."""
    if file.kind.name == Kind.CASE and file.state.phase in LIVE - {Phase.OPEN, Phase.VERIFYING, Phase.VERIFIED}:
        codes = {code for code, _ in file.running}
        assert codes & ON_THE_ROAD, (file.state.phase, codes)
        assert codes & VISIT_CODES, (file.state.phase, codes)


def towards_the_end(file: File) -> list[str]:
    """What a case that was reviewed still lacks to be closed, besides what only luck brings."""
    case: Case = file.state
    review, codes = case.plan.review, {code for code, _ in file.running}
    if left := [name for code, name in DECIDED_BY.items() if code in codes]:
        return left
    if case.risk_proposed is not RiskLevel.LOW or case.danger_proposed or case.serious_danger:
        return ["assess_initial_risk"]
    if not case.risk_confirmed:
        return ["confirm_risk"]
    fresh = review is not None and case.looked_at is not None and review.at >= case.looked_at
    return ["close_case" if fresh and not case.plan.open_items else "review_plan"]


@cache
def hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


@dataclass
class Chance:
    """Dice for one try, at one instant."""

    dice: random.Random
    at: datetime
    tale: PlanStory
    file: File

    def value(self, hint: Any, name: str) -> Any:
        """A value of the type, likely to fit by the field's name, at times not."""
        dice, options = self.dice, get_args(hint)
        if name == "leaves" and get_origin(hint) is tuple and dice.random() < 0.9:
            left = [i.ref for i in self.file.state.plan.items if i.status is ItemStatus.EXPLAINED]
            return tuple(ItemToLeave(item=i, cause=WhyLeft.NOT_NEEDED, why=WORDS[1]) for i in left)
        if get_origin(hint) is tuple:
            return tuple(self.value(options[0], name) for _ in range(dice.choice((0, *(1, 2) * 6, 3))))
        if isinstance(hint, UnionType):
            some = next(o for o in options if o is not NoneType)
            return None if dice.random() < RARE.get(name, 0.1) else self.value(some, name)
        if is_dataclass(hint) and hint not in (UnitRef, Attachment):
            return self.command(cast(type, hint))
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return dice.choice([*hint, *[m for m in hint if m.value in LIKELY] * 8])
        return self.plain(hint, name)

    def plain(self, hint: Any, name: str) -> Any:
        dice = self.dice
        if hint is UnitRef and name in ("place", "residence"):
            return dice.choice([self.tale.an_bien] * 9 + [self.tale.kien_an])
        if hint is UnitRef:
            return dice.choice([self.tale.centre, self.tale.school, self.tale.an_bien, self.tale.kien_an])
        if hint is bool:
            return dice.random() < (0.25 if name in ("risk_left", "anonymous", "serious_danger") else 0.5)
        if hint is int:
            return dice.choice((self.at.year - 17, 2012, 2021)) if "year" in name else dice.randint(0, 6)
        if hint is UUID:
            return self.tale.report if name == "report" else dice.choice([*self.tale.story.files, self.file.id])
        if hint in (date, datetime):
            low, high = AHEAD.get(name, (-1, 0))
            then = self.at + timedelta(days=dice.randint(low, high), minutes=-dice.randint(0, 90))
            return then.astimezone(HANOI).date() if hint is date else then
        waiting = [i.ref for i in self.file.state.plan.open_items] if self.file.kind.name == Kind.CASE else []
        if name in ("item", "drops") and waiting and dice.random() < 0.9:
            return dice.choice(waiting)
        if name in ("ref", "item", "request", "drops"):
            return dice.choice(("1", "1", "2", "3"))
        if name.endswith("_no"):
            return dice.choice(("12/QĐ-UBND",) * 10 + (" ", WORDS[0]))
        if name == "article":
            return dice.choice(("19.1", None))
        return dice.choice((*WORDS * 10, " "))

    def command(self, cls: type) -> Any:
        """A command, or a part of one. A lapse names a clock that runs; a child is mostly met, a meeting complete."""
        if cls is SightingTold and self.dice.random() < 0.9:
            return self.dice.choice((HEARD, HEARD, HEARD, SILENT, UNMET))
        if cls is AssessInitialRisk and self.file.state.phase is Phase.UNDER_REVIEW and self.dice.random() < 0.7:
            return AssessInitialRisk(level=RiskLevel.LOW, findings=WORDS[0], sighting=HEARD)
        if cls is RecordLapse and self.file.running and self.dice.random() < 0.9:
            code, ref = self.dice.choice(sorted(self.file.running))
            return RecordLapse(code=code, ref=ref)
        if cls is HoldNeedsMeeting and self.dice.random() < 0.9:
            return MEETING
        return cls(**{f.name: self.value(hints(cls)[f.name], f.name) for f in fields(cls)})


@cache
def of_kind(kind: str) -> list[Action[Any, Any, Any]]:
    """The acts on files of the kind."""
    return [act for act in ACTIONS if act.kind in (kind, None)]


@cache
def fitting(kind: str, begun: bool, phase: Any) -> list[Action[Any, Any, Any]]:
    """Those that fit the phase in which the file is."""
    return [act for act in of_kind(kind) if act.opens != begun and (act.phases is None or phase in act.phases)]


@dataclass
class History:
    """One random history: what was tried, what was accepted, which codes were given."""

    PAUSES: ClassVar = (5, 20, 90, 400, 1500, 4000)
    tale: PlanStory = field(default_factory=lambda: with_a_delegation(PlanStory()))
    at: datetime = field(default_factory=lambda: instant("2026-03-02T08:00"))
    accepted: Counter[str] = field(default_factory=Counter[str])
    refused: Counter[str] = field(default_factory=Counter[str])
    requests: dict[UUID, datetime] = field(default_factory=dict[UUID, datetime])
    known_roles: dict[Person | None, set[Role]] = field(default_factory=dict[Person | None, set[Role]])

    def __post_init__(self) -> None:
        health = self.tale.story.office(self.tale.city, Role.HEALTH_DEPARTMENT_OFFICER, "Bùi Ngọc Mai", since=SINCE)
        police = self.tale.story.office(self.tale.an_bien, Role.COMMUNE_POLICE_HEAD, "Tô Văn Dũng", since=SINCE)
        chair = self.tale.story.office(self.tale.city, Role.CITY_CHAIR, "Mạc Văn Trường", since=SINCE)
        tale = self.tale
        self.people = (tale.lan, tale.thang, tale.hanh, tale.nga, tale.huy, tale.tam, health, police, chair, STRANGER)

    def reviewed(self) -> History:
        """Go on from a case whose plan was carried out and reviewed: few come so far by chance."""
        self.tale.reviewed()
        self.at = max(line.occurred_at for line in self.tale.story.lines)
        return self

    def attempt(self, seed: str) -> None:
        """Try one act some time later; whatever comes of it, the file is sound."""
        dice = random.Random(seed)  # noqa: S311
        self.at += timedelta(minutes=dice.choice(self.PAUSES))
        self.known_roles.clear()
        self.time_passed(dice)
        story, file = self.tale.story, self.choose_file(dice)
        action, command, able = self.choose_act(dice, file)
        who = dice.choice(able if able and dice.random() > 0.06 else list(self.people))
        before = (file.version, file.state, dict(file.running), len(story.lines))
        told: dict[str, Any] = {
            "reason": dice.choice((*WORDS * 3, None)),
            "attachments": dice.choice((PAPER, PAPER, PAPER, ())),
        }
        if dice.random() < 0.1:
            told["occurred_at"] = self.at + timedelta(hours=dice.choice((-40, -2, 1)))
        told["late_reason"] = dice.choice((WORDS[0], WORDS[0], None))
        stamp = f"{self.at.astimezone(HANOI):%Y-%m-%dT%H:%M}"
        outcome = story.when(file.id, command, by=who, at=stamp, **told).last
        if outcome.line is None:
            self.refused.update(outcome.refusals)
            assert before == (file.version, file.state, dict(file.running), len(story.lines))
        else:
            self.accepted[action.name] += 1
            moves_on(story.files[file.id])

    def time_passed(self, dice: random.Random) -> None:
        """What comes of time alone, before anybody acts: here nothing, and lapses are told at random."""

    def choose_file(self, dice: random.Random) -> File:
        story, tale = self.tale.story, self.tale
        report = story.file(tale.report, Kind.REPORT)
        return report if not report.version or dice.random() < 0.1 else story.file(tale.case, Kind.CASE)

    def choose_act(self, dice: random.Random, file: File) -> tuple[Action[Any, Any, Any], Any, list[Person | None]]:
        """An act, its command and those who may do it; mostly one that somebody may."""
        chances = 1 if dice.random() < 0.1 else 6
        for left in reversed(range(chances)):
            action = self.some_act(dice, file)
            command = Chance(dice, self.at, self.tale, file).command(action.command)
            able = [p for p in (*self.people, None) if self.may(p, action, file, command)]
            if able or not left:
                return action, command, able
        raise AssertionError("no act was chosen")

    def some_act(self, dice: random.Random, file: File) -> Action[Any, Any, Any]:
        phase = file.kind.phase(file.state)
        own, fit = of_kind(file.kind.name), fitting(file.kind.name, bool(file.version), phase)
        fit = [a for a in fit if a.name not in ENDING or dice.random() < 0.12] or own
        told_dead = file.kind.name == Kind.CASE and file.state.death_reported is not None
        names = (DEATH_TOLD if told_dead else NEXT.get(str(phase), "")).split()
        if phase is Phase.UNDER_REVIEW and not told_dead and dice.random() < 0.5:
            names = towards_the_end(file)
        forward = [a for name in names for a in fit if a.name == name]
        untried = [a for a in fit if not self.accepted[a.name]]
        draw = dice.random()
        drawn = forward if draw < 0.72 else untried if draw < 0.84 else fit if draw < 0.97 else own
        return dice.choice(drawn or own)

    def roles(self, person: Person | None) -> set[Role]:
        """As what somebody may act now, wherever that is."""
        if person not in self.known_roles:
            standings = self.tale.story.register.standings(person.id if person else None, self.at, "story.1")
            self.known_roles[person] = {each.role for each in standings}
        return self.known_roles[person]

    def may(self, person: Person | None, action: Action[Any, Any, Any], file: File, command: Any) -> bool:
        if self.roles(person).isdisjoint(may.role for may in action.may):
            return False
        request = Request(
            file_id=file.id,
            command=command,
            command_id=BAOVE,
            at=self.at,
            person=person.id if person else None,
            rule=None if person else "story.1",
        )
        try:
            authorise(action, file, request, self.tale.story.register)
        except Refused:
            return False
        return True
