"""Twelve hours from the first receipt to protect a child in danger: who orders, who declines, what then happens."""

from typing import Any

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.transfer_lead import TransferLead
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.decline_urgent_measure import DeclineUrgentMeasure
from domain.case.protection.fail_urgent_measure import FailUrgentMeasure
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.case import RiskLevel
from domain.case.state.protection import MeasureKind, MeasureOutcome
from domain.record.vocabulary import Role, unknown_unit
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town


def test_one_order_sets_each_measure_its_own_executor_and_end() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    order = OrderUrgentMeasure(
        decision_no="14/QĐ-UBND",
        carer_name="Bà ngoại của cháu",
        placement="Trung tâm Công tác xã hội",
        child_view="Cháu sợ về nhà.",
        measures=(
            MeasureWanted(kind=MeasureKind.MEDICAL, executor=town.clinic, until=instant("2026-03-03T09:00")),
            MeasureWanted(kind=MeasureKind.SHELTER, executor=town.shelter, until=instant("2026-03-04T09:00")),
        ),
    )
    town.given(order, by=town.thang, at="2026-03-02T10:00")
    assert "T04" not in town.running
    assert town.running["P19:1"] == instant("2026-03-03T09:00")
    assert town.running["P19:2"] == instant("2026-03-04T09:00")
    assert town.file.running["P19", "1"].answers.unit == town.clinic
    assert town.file.running["P19", "2"].answers.unit == town.shelter
    assert town.now.protection.in_force


def test_an_order_without_a_measure_without_a_body_or_ended_before_it_began_is_refused() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.when(OrderUrgentMeasure(decision_no="14/QĐ-UBND", measures=()), by=town.thang, at="2026-03-02T10:00").refused(
        "field_required"
    )
    past = MeasureWanted(kind=MeasureKind.GUARD, executor=unknown_unit("99999"), until=instant("2026-03-02T09:00"))
    town.when(
        OrderUrgentMeasure(decision_no="14/QĐ-UBND", measures=(past, past)), by=town.thang, at="2026-03-02T10:00"
    ).refused("measure_twice", *["unit_unknown", "end_already_past"] * 2)


def test_a_kind_of_measure_that_is_ordered_twice_is_refused_at_its_row() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    kinds = (MeasureKind.MEDICAL, MeasureKind.GUARD, MeasureKind.MEDICAL, MeasureKind.MEDICAL)
    measures = tuple(MeasureWanted(kind=k, executor=town.clinic, until=instant("2026-03-03T09:00")) for k in kinds)
    town.when(
        OrderUrgentMeasure(decision_no="14/QĐ-UBND", measures=measures), by=town.thang, at="2026-03-02T10:00"
    ).refused("measure_twice", "measure_twice").refused_at(("measures", "2", "kind"), ("measures", "3", "kind"))


def test_below_high_the_chair_may_order_on_his_own_judgement_with_a_reason() -> None:
    town = Town().assessed(RiskLevel.LOW)
    order = town.measure("2026-03-03T09:00")
    town.when(order, by=town.lan, at="2026-03-02T10:00").refused("role_not_allowed")
    town.when(order, by=town.thang, at="2026-03-02T10:00").refused("reason_required")
    town.given(order, by=town.thang, at="2026-03-02T10:00", reason="Hàng xóm nói bố vừa mua dao.")


def test_the_police_act_alone_only_while_the_harm_goes_on() -> None:
    town = Town().opened()
    order = town.measure("2026-03-02T23:00", MeasureKind.STOP_ACT)
    town.when(order, by=town.son, at="2026-03-02T08:40").refused("only_in_flagrante")
    caught = town.measure("2026-03-02T23:00", MeasureKind.STOP_ACT, in_flagrante=True)
    town.given(caught, by=town.son, at="2026-03-02T08:40")
    assert "T04" not in town.running


def test_the_executor_tells_what_came_of_the_measure() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-03T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(
        OrderUrgentMeasure(
            decision_no="15/QĐ-UBND",
            measures=(
                MeasureWanted(kind=MeasureKind.PSY_FIRST_AID, executor=town.shelter, until=instant("2026-03-04T09:00")),
            ),
        ),
        by=town.thang,
        at="2026-03-02T10:10",
    )
    done = CompleteUrgentMeasure(ref="1", result="Đã khám và băng bó.")
    town.when(done, by=town.dung, at="2026-03-02T12:00").refused("not_the_executor")
    silent = CompleteUrgentMeasure(ref="1", result="")
    town.when(silent, by=town.huy, at="2026-03-02T12:00").refused("field_required")
    town.given(done, by=town.huy, at="2026-03-02T12:00")
    assert town.now.protection.measures[0].outcome is MeasureOutcome.COMPLETED
    assert "P19:1" not in town.running
    town.when(done, by=town.lan, at="2026-03-02T12:10").refused("measure_not_open")


@pytest.mark.parametrize("tell", [CompleteUrgentMeasure, FailUrgentMeasure])
def test_a_commune_that_handed_the_case_on_tells_of_what_it_carries_out_and_of_nothing_else(tell: Any) -> None:
    town = Town().assessed(RiskLevel.HIGH)
    ordered = OrderUrgentMeasure(
        decision_no="14/QĐ-UBND",
        measures=tuple(
            MeasureWanted(kind=kind, executor=unit, until=instant("2026-03-04T09:00"))
            for kind, unit in ((MeasureKind.MEDICAL, town.clinic), (MeasureKind.PSY_FIRST_AID, town.an_bien))
        ),
    )
    town.given(ordered, by=town.thang, at="2026-03-02T10:00")
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T10:10")
    town.given(AcceptTransfer(), by=town.nga, at="2026-03-02T10:20")
    result = "Đã ở bên cháu, cháu bình tĩnh lại."
    town.when(tell(ref="1", result=result), by=town.lan, at="2026-03-02T11:00").refused("not_the_executor")
    town.given(tell(ref="2", result=result), by=town.lan, at="2026-03-02T11:00")
    assert {"P19:1", "P19:2"} & town.running.keys() == {"P19:1"}
    town.given(tell(ref="1", result=result), by=town.mo, at="2026-03-02T11:10")


def test_a_failed_measure_leaves_the_child_unprotected_and_the_same_twelve_hours_go_on() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-03T09:00"), by=town.thang, at="2026-03-02T10:00")
    failed = FailUrgentMeasure(ref="1", result="Gia đình đưa trẻ đi nơi khác.")
    town.when(FailUrgentMeasure(ref="1", result=" "), by=town.huy, at="2026-03-02T15:00").refused("field_required")
    town.when(failed, by=town.mo, at="2026-03-02T15:00").refused("outside_your_unit")
    line = town.given(failed, by=town.huy, at="2026-03-02T15:00")
    assert town.running["T04:failed-1"] == instant("2026-03-02T20:00"), "trying in vain buys no time"
    assert (line.event.restart, line.event.prolonged) == (1, False)
    assert town.file.running["T04", "failed-1"].answers.role is Role.COMMUNE_CHAIR
    town.when(failed, by=town.lan, at="2026-03-02T15:10").refused("measure_not_open")


def test_a_failed_measure_beside_one_that_holds_starts_nothing() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    both = town.measure("2026-03-03T09:00", MeasureKind.MEDICAL, MeasureKind.GUARD)
    town.given(both, by=town.thang, at="2026-03-02T10:00")
    town.given(FailUrgentMeasure(ref="1", result="Trẻ không cần khám."), by=town.huy, at="2026-03-02T15:00")
    assert not any(code.startswith("T04") for code in town.running)


def test_to_decline_takes_a_reason_a_level_and_an_answer_to_the_worker() -> None:
    town = Town().opened()
    decline = DeclineUrgentMeasure()
    town.when(decline, by=town.thang, at="2026-03-02T09:00").refused("reason_required", "risk_not_assessed")

    town = Town().assessed(RiskLevel.HIGH)
    told = DeclineUrgentMeasure(answer_to_worker="Đã gặp trẻ, vết cũ.")
    town.when(told, by=town.thang, at="2026-03-02T10:00", reason="Không cần.").refused("risk_is_high")

    town = Town().assessed(RiskLevel.MEDIUM, serious_danger=True)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T09:50")
    town.when(decline, by=town.thang, at="2026-03-02T10:00", reason="Không cần.").refused("answer_to_worker_required")
    line = town.given(told, by=town.thang, at="2026-03-02T10:00", reason="Bố đã bị tạm giữ.")
    assert "T04" not in town.running
    assert line.event.answer_to_worker.text == "Đã gặp trẻ, vết cũ."


def test_a_chair_does_not_lower_the_level_first_to_decline_the_measure() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    lower = OverrideRisk(level=RiskLevel.MEDIUM, serious_danger=True)
    town.when(lower, by=town.thang, at="2026-03-02T10:00", reason="Vết bầm nhẹ.").refused("finding_stands")
    assert "T04" in town.running
    town.when(DeclineUrgentMeasure(), by=town.thang, at="2026-03-02T10:10", reason="Chỉ bị nhẹ.").refused(
        "risk_is_high", "answer_to_worker_required"
    )
