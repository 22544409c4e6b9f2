"""GraphQL texts, parsed and validated once each, and the conduct of their execution at the edge."""

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from server.edge.cost import Price, price_of
from server.edge.limits import DocumentLimits, LiteralsAreStorable, excess
from server.faults import CodedError, FaultCode, message, settle
from server.schema.base.run import CURRENT_RUN

TEXTS_REMEMBERED = 512
ERRORS_SHOWN = 5
COST_OF_READING = 1


class Texts:
    """What texts come to under one set of limits: parsed and validated once each, rules built once.

    Strawberry's own limiters build new rule classes for each request, which keeps its validation cache from
    ever hitting; its depth limiter also takes exponential time on fragments that double each other.
    """

    def __init__(self, limits: DocumentLimits, *, introspection: bool) -> None:
        self.limits, self.introspection = limits, introspection
        self.rules = (
            *specified_rules,
            MaybeNullValidationRule,
            OneOfInputValidationRule,
            LiteralsAreStorable,
            *(() if introspection else (NoSchemaIntrospectionCustomRule,)),
        )
        self.parsed = lru_cache(TEXTS_REMEMBERED)(self._parsed)
        self.validated = lru_cache(TEXTS_REMEMBERED)(self._validated)
        self.priced = lru_cache(TEXTS_REMEMBERED)(self._priced)

    def _parsed(self, text: str) -> DocumentNode:
        return parse(text, max_tokens=self.limits.tokens)

    def _priced(self, schema: GraphQLSchema, text: str, name: str | None) -> Price:
        return price_of(schema, self.parsed(text), name)

    def _validated(self, schema: GraphQLSchema, text: str) -> list[GraphQLError]:
        try:
            document = self.parsed(text)
            if too_much := excess(document, self.limits):
                return [too_much]
            errors = validate(schema, document, self.rules, ERRORS_SHOWN, hide_suggestions=not self.introspection)
        except RecursionError as fault:
            errors = [GraphQLError("", original_error=fault)]
            settle(errors, text)
        for error in errors:
            error.extensions = {"code": FaultCode.GRAPHQL_VALIDATION_FAILED.value, **(error.extensions or {})}
        return errors


class Documents(SchemaExtension):
    """Takes each text's document and errors from `texts`, and lets a mutation that has begun finish."""

    texts: Texts

    def on_operation(self) -> Iterator[None]:
        self.execution_context.parse_options["max_tokens"] = self.texts.limits.tokens
        yield

    def on_parse(self) -> Iterator[None]:
        # A text that cannot be parsed is left to the schema's own parser, which reports it as a result;
        # an exception from here would end a socket's operation without an answer.
        known = self.texts.parsed.cache_info().misses
        with suppress(GraphQLError, RecursionError):
            self.execution_context.graphql_document = self.texts.parsed(self.execution_context.query or "")
        run = CURRENT_RUN.get()
        if run is not None and self.texts.parsed.cache_info().misses > known:
            run.spent(len(self.execution_context.query or "") * COST_OF_READING)
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        errors = self.texts.validated(_core(context.schema), context.query or "")
        context.pre_execution_errors = errors or _unnamed(context) or self._not_admitted(context)
        yield

    def _not_admitted(self, context: ExecutionContext) -> list[GraphQLError]:
        """Why an operation that could run may not: it costs too much, at all or of this person now."""
        try:
            price = self.texts.priced(_core(context.schema), context.query or "", context.operation_name)
            cost, most = price.at(context.variables or {}), self.texts.limits.cost
            if cost > most:
                raise CodedError(FaultCode.COST_EXCEEDED, f"cost: {cost} of at most {most}")
            run = CURRENT_RUN.get()
            if run is not None:
                run.admit(context.operation_type, cost)
        except CodedError as fault:
            errors = [GraphQLError("", original_error=fault)]
            settle(errors, context.query)
            return errors
        return []

    async def on_execute(self) -> AsyncIterator[None]:  # type: ignore[override]
        run, kind = CURRENT_RUN.get(), self.execution_context.operation_type
        if run is None or kind is OperationType.SUBSCRIPTION:
            yield
            return
        async with run.turn():
            if kind is OperationType.MUTATION:
                if not run.may_write:
                    raise CodedError(FaultCode.BAD_REQUEST, "mutations are sent over HTTP")
                run.must_finish = True
            yield


def documents(*, limits: DocumentLimits, introspection: bool) -> type[SchemaExtension]:
    """The extension for `Schema(extensions=[...])`, with its caches."""
    return type("LimitedDocuments", (Documents,), {"texts": Texts(limits, introspection=introspection)})


def _unnamed(context: ExecutionContext) -> list[GraphQLError]:
    """Strawberry runs the first operation where several stand and none is named; the standard forbids it."""
    named = context._provided_operation_name  # pyright: ignore[reportPrivateUsage]
    definitions = context.graphql_document.definitions if context.graphql_document else ()
    if named or sum(isinstance(each, OperationDefinitionNode) for each in definitions) == 1:
        return []
    code = FaultCode.BAD_REQUEST
    return [GraphQLError(message(code, "operationName"), extensions={"code": code.value})]


def _core(schema: Any) -> GraphQLSchema:
    return schema._schema


def settle_memory() -> None:
    """Takes everything alive out of the collector's scans; call once, after start-up."""
    gc.collect()
    gc.freeze()
