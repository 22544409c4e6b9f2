"""Every limit can be reached: none is refused before by another, but where that is said here."""

import re
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import msgspec
import pytest
from graphql import build_schema, get_named_type, parse, validate

from domain.access.patterns import Limits
from domain.record.formal import ROWS_MAX, TEXT_CHARACTERS_MAX
from server.config import SETTINGS
from server.demo.people import EXAMPLES
from server.edge.allowance import CallerLimits
from server.edge.cost import price_of
from server.edge.gate import GateRules
from server.edge.http import EdgeConfig
from server.edge.limits import DocumentLimits, excess
from server.edge.tokens import LONGEST_LIFE_SECONDS
from server.schema.base.ids import global_id
from server.schema.base.paging import PAGE_MAX
from server.schema.base.tables import PATIENCE_S
from server.schema.lists.searching import CHARACTERS_MAX
from server.schema.lists.trail import LIST_MAX
from server.schema.resolvers import NODES_MAX
from server.services import SESSION
from tests.schema.api_kit import SCHEMA

CORE = build_schema(SCHEMA.as_str())
NAMED = cast(Any, get_named_type)
DOCUMENT, CALLER, EDGE = DocumentLimits(), CallerLimits(), EdgeConfig()
BODY = int(SETTINGS["BAOVE_BODY_BYTES"].default or 0)
ROOM = 4096
"""Left in a body for the document and the other inputs."""
ID = global_id("FileNow", UUID(int=0))
PRINTED = {
    f"client's page {n}": text
    for n, text in enumerate(
        re.findall(r"```graphql\n(.*?)```", Path("server/schema/README.md").read_text(), re.DOTALL)
    )
} | {f"example {n}": each.query for n, each in enumerate(EXAMPLES)}


def cost(text: str, **variables: Any) -> int:
    return price_of(CORE, parse(text), None).at(variables)


def plain_fields(kind: Any, deeper: int = 1) -> str:
    """Every field of a type that needs no argument, and of the types in it what holds no other."""
    found: list[str] = []
    for name, field in kind.fields.items():
        inner: Any = NAMED(field.type)
        if field.args:
            continue
        if not hasattr(inner, "fields"):
            found.append(name)
        elif deeper and (held := plain_fields(inner, deeper - 1)):
            found.append(f"{name} {{ {held} }}")
    return " ".join(found)


def test_the_body_that_is_read_is_the_one_that_is_told() -> None:
    assert GateRules().max_bytes == BODY


def test_a_text_as_long_as_it_may_be_fits_however_it_is_written() -> None:
    """Six bytes a letter where a client escapes it."""
    longest = "ệ" * TEXT_CHARACTERS_MAX
    assert len(msgspec.json.encode(longest)) <= len(longest.encode("unicode_escape")) + 2 <= BODY - ROOM


@pytest.mark.parametrize(("what", "most"), [("rows", ROWS_MAX), ("a filter", LIST_MAX), ("nodes", NODES_MAX)])
def test_as_many_ids_as_may_be_named_fit_into_a_body(what: str, most: int) -> None:
    assert len(msgspec.json.encode([ID] * most)) <= BODY - ROOM, what


def test_as_many_attachments_as_rows_fit_beside_a_long_text() -> None:
    bound = {"sha256": "0" * 64, "sizeBytes": 2**40, "mediaType": "application/pdf"}
    text = len(("ệ" * TEXT_CHARACTERS_MAX).encode())
    assert len(msgspec.json.encode([bound] * ROWS_MAX)) + text <= BODY - ROOM


def test_the_greatest_page_with_all_that_a_row_tells_costs_no_more_than_one_operation_may() -> None:
    query = cast(Any, CORE.type_map["Query"])
    for name in ("auditTrail", "cases", "duties", "reports"):
        connection: Any = NAMED(query.fields[name].type)
        edge: Any = NAMED(connection.fields["edges"].type)
        each: Any = NAMED(edge.fields["node"].type)
        page = f"readAt pageInfo {{ endCursor }} edges {{ cursor node {{ {plain_fields(each)} }} }}"
        text = f"{{ {name}(first: {PAGE_MAX}) {{ {page} }} }}"
        assert validate(CORE, parse(text)) == []
        assert excess(parse(text, max_tokens=DOCUMENT.tokens), DOCUMENT) is None, name
        assert cost(text) <= DOCUMENT.cost, name


def test_the_control_a_page_of_as_many_fields_as_a_document_may_hold_is_refused_by_its_cost() -> None:
    """By design the cost comes first: rows and fields are bounded each, their product by the cost."""
    wide = " ".join(f"... {{ edges {{ node {{ {'id ' * 40} }} }} }}" for _ in range(11))
    assert cost(f"{{ auditTrail(first: {PAGE_MAX}) {{ {wide} }} }}") < DOCUMENT.cost
    wider = " ".join(f"... {{ edges {{ node {{ {'id ' * 40} }} }} }}" for _ in range(13))
    assert cost(f"{{ auditTrail(first: {PAGE_MAX}) {{ {wider} }} }}") > DOCUMENT.cost


def test_as_many_nodes_as_may_be_named_can_be_asked_for_their_facts() -> None:
    text = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on FileNow { facts { path value masked } } } }"
    assert cost(text, ids=[ID] * NODES_MAX) <= DOCUMENT.cost


def test_what_one_operation_may_cost_a_person_can_pay_at_once_and_again_soon() -> None:
    assert 2 * DOCUMENT.cost <= CALLER.cost_burst, "and the next one"
    assert DOCUMENT.cost / CALLER.cost_per_second <= EDGE.seconds, "then within the time of an operation"


def test_whoever_may_listen_so_often_may_begin_so_often_at_once() -> None:
    assert CALLER.subscriptions + CALLER.sockets <= CALLER.burst
    assert CALLER.at_once <= CALLER.side_by_side <= CALLER.per_second


def test_who_waits_for_a_table_is_told_that_it_lags_and_not_that_time_is_out() -> None:
    """A wait and the statement after it end before the operation does; of two tables, the second wait may not."""
    [statement] = re.findall(r"statement_timeout=(\d+)s", str(SESSION["options"]))
    assert PATIENCE_S + float(statement) < EDGE.seconds
    assert 2 * PATIENCE_S + float(statement) < EDGE.seconds


def test_a_token_outlives_every_operation() -> None:
    assert EDGE.seconds + GateRules().read_seconds < LONGEST_LIFE_SECONDS


def test_a_search_within_its_length_may_hold_more_words_than_an_hour_has() -> None:
    """By design the words come first, as bad input (test_nobody_reads_without_trace): an hour later it is no better."""
    assert Limits().words < CHARACTERS_MAX / 2


@pytest.mark.parametrize("name", PRINTED)
def test_what_we_print_for_clients_can_be_asked(name: str) -> None:
    document = parse(PRINTED[name], max_tokens=DOCUMENT.tokens)
    assert validate(CORE, document) == []
    assert excess(document, DOCUMENT) is None
    assert cost(PRINTED[name]) * CALLER.side_by_side <= CALLER.cost_burst
