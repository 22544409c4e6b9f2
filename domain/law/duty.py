"""All duties by name, and the two questions asked of them: which rule holds, and when is it due."""

from collections.abc import Mapping

from domain.law.project import ACKNOWLEDGEMENT as ACKNOWLEDGEMENT
from domain.law.project import AMENDMENT_DECISION as AMENDMENT_DECISION
from domain.law.project import CARE_MONITORING as CARE_MONITORING
from domain.law.project import CLOSING_DECISION as CLOSING_DECISION
from domain.law.project import COMMUNE_GROUP as COMMUNE_GROUP
from domain.law.project import CONTACTS_WEIGHED as CONTACTS_WEIGHED
from domain.law.project import CORRECTION_ANSWER as CORRECTION_ANSWER
from domain.law.project import COURT_PETITION as COURT_PETITION
from domain.law.project import DEATH_CONFIRMATION as DEATH_CONFIRMATION
from domain.law.project import DEATH_RECORD as DEATH_RECORD
from domain.law.project import DETAILED_ASSESSMENT as DETAILED_ASSESSMENT
from domain.law.project import DIRECTION_ANSWER as DIRECTION_ANSWER
from domain.law.project import DIRECTION_CHECK as DIRECTION_CHECK
from domain.law.project import FIRST_CARE_MONITORING as FIRST_CARE_MONITORING
from domain.law.project import HOLDER_RECORD as HOLDER_RECORD
from domain.law.project import HOME_CHECK as HOME_CHECK
from domain.law.project import INFORMATION as INFORMATION
from domain.law.project import ITEM_ANSWER as ITEM_ANSWER
from domain.law.project import ITEM_DELIVERY as ITEM_DELIVERY
from domain.law.project import ITEM_PLACEMENT as ITEM_PLACEMENT
from domain.law.project import LOOK_AGAIN as LOOK_AGAIN
from domain.law.project import LOOK_FROM_ABOVE as LOOK_FROM_ABOVE
from domain.law.project import NEEDS_MEETING as NEEDS_MEETING
from domain.law.project import NO_CONTACT_END as NO_CONTACT_END
from domain.law.project import PASSED_UP as PASSED_UP
from domain.law.project import PROJECT
from domain.law.project import REPEATED_LAPSES as REPEATED_LAPSES
from domain.law.project import REPORTER_ANSWER as REPORTER_ANSWER
from domain.law.project import RETURN_OF_REPORT as RETURN_OF_REPORT
from domain.law.project import SEPARATION_END as SEPARATION_END
from domain.law.project import SUSPENDED_CHECK as SUSPENDED_CHECK
from domain.law.project import TRACING as TRACING
from domain.law.project import TRANSFER_ANSWER as TRANSFER_ANSWER
from domain.law.project import TRUTH_CHECK as TRUTH_CHECK
from domain.law.project import URGENT_MEASURE_COMPLETION as URGENT_MEASURE_COMPLETION
from domain.law.project import WORKER_VACANCY as WORKER_VACANCY
from domain.law.rule import Due as Due
from domain.law.rule import Duty as Duty
from domain.law.rule import DutyRule as DutyRule
from domain.law.rule import due_at as due_at
from domain.law.rule import rule_at as rule_at
from domain.law.statutory import FORWARDING as FORWARDING
from domain.law.statutory import INITIAL_RISK as INITIAL_RISK
from domain.law.statutory import NO_CONTACT_DECISION as NO_CONTACT_DECISION
from domain.law.statutory import NO_CONTACT_LIMIT as NO_CONTACT_LIMIT
from domain.law.statutory import PLAN as PLAN
from domain.law.statutory import PLAN_APPROVAL as PLAN_APPROVAL
from domain.law.statutory import PLAN_REVIEW as PLAN_REVIEW
from domain.law.statutory import SEPARATION_DECISION as SEPARATION_DECISION
from domain.law.statutory import SEPARATION_LIMIT as SEPARATION_LIMIT
from domain.law.statutory import STATUTORY
from domain.law.statutory import TELLING as TELLING
from domain.law.statutory import URGENT_MEASURES as URGENT_MEASURES
from domain.law.statutory import VISIT_HIGH as VISIT_HIGH
from domain.law.statutory import VISIT_LOW as VISIT_LOW
from domain.law.statutory import VISIT_MEDIUM as VISIT_MEDIUM

DUTIES: tuple[Duty, ...] = STATUTORY + PROJECT
BY_CODE: Mapping[str, Duty] = {duty.code: duty for duty in DUTIES}
