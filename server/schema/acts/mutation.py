"""All mutations: one per act that a person may do."""

import strawberry

from server.schema.acts.case_assessment import CaseAssessmentMutations
from server.schema.acts.case_care import CaseCareMutations
from server.schema.acts.case_movement import CaseLifeMutations
from server.schema.acts.case_plan import CasePlanMutations
from server.schema.acts.case_protection import CaseProtectionMutations
from server.schema.acts.office import OfficeMutations
from server.schema.acts.report import ReportMutations
from server.schema.acts.subject import SubjectMutations
from server.schema.acts.unit import UnitMutations


@strawberry.type(description="Acts. Each answers with the file, the new line and all refusals.")
class Mutation(
    UnitMutations,
    OfficeMutations,
    ReportMutations,
    CaseLifeMutations,
    CaseAssessmentMutations,
    CaseProtectionMutations,
    CasePlanMutations,
    CaseCareMutations,
    SubjectMutations,
):
    pass
