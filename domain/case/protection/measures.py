"""What telling the outcome of an urgent measure has in common, whether it was carried out or failed."""

from dataclasses import replace

from domain.case.clocks import acts_for
from domain.case.state.case import Case
from domain.case.state.protection import MeasureOutcome
from domain.record.file import DecisionContext
from domain.record.refusal import Refusal, insist, present
from domain.record.vocabulary import Role

MEASURE_NOT_OPEN = Refusal(
    "measure_not_open",
    vi="Không có biện pháp khẩn cấp nào đang thực hiện với số này.",
    en="No urgent measure with this number is open.",
)
NOT_THE_EXECUTOR = Refusal(
    "not_the_executor",
    vi="Biện pháp này giao cho cơ quan khác thực hiện.",
    en="This measure was given to another body.",
)


def may_be_told(case: Case, ref: str, context: DecisionContext) -> None:
    """Refuses the outcome of a measure that is not open, by a provider that does not carry it out."""
    measure = next((m for m in case.protection.open_measures if m.ref == ref), None)
    insist((measure is not None, MEASURE_NOT_OPEN, "ref"))
    provider = context.by.role in (Role.SERVICE_PROVIDER, Role.PROVIDER_HEAD)
    insist(
        (not provider or acts_for(present(measure).executor, context), NOT_THE_EXECUTOR, "ref"),
    )


def with_outcome(case: Case, ref: str, outcome: MeasureOutcome) -> Case:
    """The case once the outcome of one of its measures is known."""
    measures = tuple(replace(m, outcome=outcome) if m.ref == ref else m for m in case.protection.measures)
    return replace(case, protection=replace(case.protection, measures=measures))
