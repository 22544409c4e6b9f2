"""Which regime a deadline was counted under."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from domain.law.regime import REGIMES, Regime, regime_at


def test_regimes_begin_one_after_another() -> None:
    starts = [regime.in_force_from for regime in REGIMES]
    assert starts == sorted(set(starts))
    assert starts[0] == date(2017, 6, 1)
    assert len({regime.code for regime in REGIMES}) == len(REGIMES)


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.code)
def test_each_regime_reads_in_both_languages_and_names_its_law(regime: Regime) -> None:
    for label in (regime.label, *regime.effects):
        assert label.vi != label.en
        assert not label.vi.isascii()
    assert regime.effects
    assert all(basis.document for basis in regime.basis)


@pytest.mark.parametrize(("former", "later"), list(pairwise(REGIMES)), ids=lambda r: r.code)
def test_a_regime_begins_at_midnight_in_hai_phong(former: Regime, later: Regime) -> None:
    start = datetime.fromisoformat(f"{later.in_force_from}T00:00:00+07:00")
    assert regime_at(start) is later
    assert regime_at(start - timedelta(microseconds=1)) is former


def test_the_two_tier_government_holds_from_july_2025() -> None:
    assert regime_at(datetime.fromisoformat("2025-07-01T08:00:00+07:00")).code == "R2025T"


def test_no_regime_is_known_before_the_law_on_children() -> None:
    with pytest.raises(LookupError, match="2017-05-31"):
        regime_at(datetime.fromisoformat("2017-05-31T23:00:00+07:00"))
