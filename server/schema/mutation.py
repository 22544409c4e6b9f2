"""All mutations: one per act that a person may do."""

import strawberry

from server.schema.case_acts import CaseLifeMutations
from server.schema.case_assessment_acts import CaseAssessmentMutations
from server.schema.case_care_acts import CaseCareMutations
from server.schema.case_plan_acts import CasePlanMutations
from server.schema.case_protection_acts import CaseProtectionMutations
from server.schema.office_acts import OfficeMutations
from server.schema.report_acts import ReportMutations
from server.schema.subject_acts import SubjectMutations
from server.schema.unit_acts import UnitMutations


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
