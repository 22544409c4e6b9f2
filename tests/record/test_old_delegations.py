"""Papers from before only a deputy received power: they load as they were written, and hand on nothing to others."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.catalogue import BY_STORED_NAME
from domain.office.delegate_power import PowerDelegated
from domain.office.revoke_delegation import RevokeDelegation
from domain.record.fold import apply
from domain.record.holders import Held
from domain.record.line import Line
from domain.record.record_lapse import delegates
from domain.record.vocabulary import OfficeRef, Role, office_id
from server.record.mapper import decode
from tests.cases.casefile import instant
from tests.cases.test_offices_change_hands import NINE, Ward
from tests.stored import read

NAME = "office.power_delegated.1"
RECORDED = datetime(2026, 3, 2, 2, tzinfo=UTC)
END_OF_DAY = instant("2026-03-02T23:59")


def paper(to: OfficeRef) -> Line:
    """The stored sample as it would read had that office received the power, for all acts; the rest is the same."""
    sample = read(NAME)
    was: PowerDelegated = decode(sample.file_id, sample.version, NAME, sample.state, 1, RECORDED).event
    state = sample.state.replace(str(was.to_office.id).encode(), str(to.id).encode())
    state = state.replace(was.to_office.role.value.encode(), to.role.value.encode())
    state = state.replace(f'["{was.acts[0]}"]'.encode(), b"[]")
    return decode(sample.file_id, sample.version, NAME, state, 1, RECORDED)


class Old(Ward):
    """The ward, whose Chair signed the paper before the rule."""

    def signs(self, role: Role, seat: int = 1) -> OfficeRef:
        to = OfficeRef(id=office_id(self.unit.id, role, seat), role=role, unit=self.unit)
        line, file = paper(to), self.story.files[self.chair]
        assert line.file_id == self.chair
        apply(file, BY_STORED_NAME[NAME], replace(line, version=file.version + 1))
        self.story.register.put_office(file.id, file.state)
        return to


@pytest.fixture
def ward() -> Old:
    return Old()


def test_the_paper_of_a_worker_loads_and_gives_no_power(ward: Old) -> None:
    """Who proposes a separation does not decide it in the Chair's name."""
    to = ward.signs(Role.PROTECTION_WORKER)
    [kept] = ward.story.state(ward.chair).delegations
    assert (kept.to_office, kept.document_no, kept.acts) == (to, "07/UQ-UBND", ())
    assert ward.roles(ward.lan, instant(NINE)) == {(Role.PROTECTION_WORKER, "holder")}
    assert ward.roles(ward.lan, END_OF_DAY) == {(Role.PROTECTION_WORKER, "holder")}


def test_the_paper_of_a_deputy_holds_as_it_did(ward: Old) -> None:
    ward.signs(Role.COMMUNE_DEPUTY_CHAIR)
    assert (Role.COMMUNE_CHAIR, "delegate") in ward.roles(ward.ha, instant(NINE))


@pytest.mark.parametrize(("role", "named"), [(Role.PROTECTION_WORKER, 0), (Role.COMMUNE_DEPUTY_CHAIR, 1)])
def test_a_lapse_names_as_a_delegate_only_who_had_the_power(ward: Old, role: Role, named: int) -> None:
    ward.signs(role)
    chair = ward.story.register.answerable(ward.unit, Role.COMMUNE_CHAIR, END_OF_DAY)
    held = Held(office=chair, since=instant(NINE), until=END_OF_DAY, holder=ward.thang.id, holder_name=ward.thang.name)
    assert len(delegates(held, ward.story.register)) == named


def test_an_old_paper_is_still_revoked_and_its_number_is_used(ward: Old) -> None:
    """It is on file: what is wrong with it is said by a line, not by forgetting it."""
    ward.signs(Role.PROTECTION_WORKER)
    ward.story.when(ward.chair, ward.paper(), by=ward.thang, at=NINE).refused("document_no_used")
    revoke = RevokeDelegation(document_no="07/UQ-UBND")
    ward.story.given(ward.chair, revoke, by=ward.thang, at="2026-03-03T10:00")
    assert ward.story.state(ward.chair).delegations[0].until == instant("2026-03-03T10:00")
