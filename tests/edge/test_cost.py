"""What an operation costs is known before it runs, and one person's budget is one, however the operations come."""

from typing import Any

import pytest
from graphql import build_schema, parse

from server.edge.allowance import Allowance, CallerLimits
from server.edge.cost import ASKING, FOLDING, GUESSED, price_of
from server.edge.http import EdgeConfig
from server.edge.limits import DocumentLimits
from server.faults import CodedError
from server.schema.base.paging import PAGE_DEFAULT
from tests.edge.edge_schema import edge
from tests.edge.test_http import ask, code
from tests.schema.api_kit import SCHEMA

CORE = build_schema(SCHEMA.as_str())
TRAIL = "{ auditTrail%s { edges { node { id label { vi en } } } } }"
NODES = "query($ids: [ID!]!) { %s }"
FACTS = "nodes(ids: $ids) { ... on Case { facts { path value } } }"


def cost(text: str, **variables: Any) -> int:
    return price_of(CORE, parse(text), None).at(variables)


def test_a_page_costs_its_rows_by_its_fields() -> None:
    row = 1 + 1 + 1 + 1 + 1  # node, id, label, vi, en
    assert cost(TRAIL % "(first: 7)") == ASKING + 1 + 7 * row
    assert cost(TRAIL % "(last: 7)") == ASKING + 1 + 7 * row
    assert cost(TRAIL % "") == ASKING + 1 + PAGE_DEFAULT * row
    spread = (
        "query($n: Int = 7) { auditTrail(first: $n) { edges { ...e } } } fragment e on TrailEdge { cursor node { id } }"
    )
    assert cost(spread) == ASKING + 1 + 7 * 3
    assert cost(spread, n=9) == ASKING + 1 + 9 * 3
    assert cost(spread, n=None) == ASKING + 1 + PAGE_DEFAULT * 3


def test_each_file_is_folded_and_lists_within_are_guessed() -> None:
    each = FOLDING + 1 + 2 * GUESSED
    assert cost(NODES % FACTS, ids=["a"] * 100) == FOLDING + 100 * each
    assert cost(NODES % f"a: {FACTS} b: {FACTS}", ids=["a"] * 3) == 2 * (FOLDING + 3 * each)
    assert cost('{ case(by: {number: "1"}) { id } }') == FOLDING + 1
    assert cost("mutation($i: CloseCaseInput!) { closeCase(input: $i) { position } }") == FOLDING + 1


def test_fifteen_times_a_hundred_files_are_more_than_any_operation_may_cost() -> None:
    aliases = " ".join(f"n{n}: {FACTS}" for n in range(15))
    most = DocumentLimits().cost
    assert cost(NODES % aliases, ids=["a"] * 100) > most
    assert cost(NODES % FACTS, ids=["a"] * 100) < most, "the negative control: once is what may be asked"


@pytest.mark.parametrize("size", [0, -1, 101])
def test_a_page_of_no_row_or_of_too_many_is_refused_before_anything_runs(size: int) -> None:
    with pytest.raises(CodedError, match="BAD_USER_INPUT"):
        cost(TRAIL % f"(first: {size})")


def test_a_debt_is_paid_before_anything_more_is_given() -> None:
    now = [0.0]
    allowance = Allowance(CallerLimits(cost_per_second=10, cost_burst=100), lambda: now[0])
    allowance.charge("lan", 100)
    allowance.debit("lan", 50)
    for at, holds in ((5.0, False), (6.0, True)):
        now[0] = at
        if holds:
            allowance.charge("lan", 10)
        else:
            with pytest.raises(CodedError, match="RATE_LIMITED"):
                allowance.charge("lan", 10)
    allowance.charge("hai", 100)


def test_who_has_spent_the_budget_is_told_when_to_return() -> None:
    app, _ = edge(EdgeConfig(callers=CallerLimits(cost_per_second=0.01, cost_burst=ASKING + 40)))
    assert ask("{ still }", app=app).json()["data"] == {"still": "."}
    answer = ask("{ still }", app=app)
    assert (answer.status_code, code(answer)) == (429, "RATE_LIMITED")
    assert int(answer.headers["retry-after"]) > 0
