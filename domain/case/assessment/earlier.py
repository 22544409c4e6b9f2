"""Events of an assessment as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass

from domain.case.assessment.fields import ChildHeard, HarmKindsThen, NoChildFound, NumberOfAssessment
from domain.case.state.case import RiskLevel
from domain.case.state.plan import Finding
from domain.case.state.protection import SeparationGround
from domain.record.fields import ChildViewThen, Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class InitialRiskAssessed1:
    """A level was proposed, as it was written before the line said whether the child was met."""

    number: NumberOfAssessment
    level: RiskLevel
    findings: Personal
    harm_kinds: HarmKindsThen
    parent_is_harmer: bool
    serious_danger: bool
    separation_ground: SeparationGround | None
    carers_safe: bool | None
    child_view: ChildViewThen


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailedAssessmentRecorded1:
    """As it was written before the line said whether the child was met."""

    child_state: Personal
    family: Personal
    capacity: Personal
    environment: Personal
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFoundUnfounded1:
    """As it was written when a case could be found unfounded without the child being met."""

    findings: Personal
    sources: Personal
    child_heard: ChildHeard


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFoundUnfounded2:
    """A case was found untrue, as it was written before the line kept the decision's number."""

    findings: Personal
    sources: Personal
    child_heard: ChildHeard
    no_child: NoChildFound
