"""How clients see the files of one kind: what each kind's view says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.record.file import File
from domain.record.file_kind import FileKind
from domain.record.register import Register
from server.schema.base.context import Context
from server.schema.base.detail import Opened
from server.schema.base.ids import FILE_TYPES
from server.schema.base.visibility import may_see
from server.schema.files.file_now import file_now
from server.schema.files.opening import seen
from server.schema.files.parts import fields_of_state
from server.schema.files.register import register_at


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The GraphQL type of the files of a kind, and the words of what acts on them answer.

    `by_id`: clients open a file by its id, with its story; otherwise it shows in the answers of its acts alone.
    """

    kind: FileKind[Any]
    shape: type[Any]
    noun: str
    shown: str
    by_id: bool = False

    def __post_init__(self) -> None:
        if self.shape.__name__ != self.type_name:
            raise TypeError(f"{self.shape.__name__}: files of the kind {self.kind.name} are called {self.type_name}")

    @property
    def type_name(self) -> str:
        """The name of the GraphQL type, which ids bear too."""
        return FILE_TYPES[self.kind.name]

    async def node(self, context: Context, key: UUID) -> Any:
        """The file behind an id; None when there is none or it is not the viewer's to see."""
        raise NotImplementedError

    def after(self, context: Context, file: File) -> Any:
        """The file as it is after an act, for who did it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView(View):
    """A file folded from its own lines."""

    def of(self, file: File, opened: Opened | None = None) -> Any:
        """What the file is, given the texts that were opened for the viewer."""
        given = opened or {}
        return self.shape(**file_now(file, given), **fields_of_state(self.shape, file.state, given))

    async def node(self, context: Context, key: UUID) -> Any:
        told = await seen(context, key, (self.kind.name,)) if self.by_id else None
        return self.of(told.file) if told else None

    def after(self, context: Context, file: File) -> Any:
        return self.of(file) if may_see(context, file) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView(View):
    """A file that the register has taken in. `row`: what it is there at an instant."""

    row: Callable[[Register, UUID, datetime], Any]

    async def node(self, context: Context, key: UUID) -> Any:
        return self.row(*await _asked(context, key))

    def after(self, context: Context, file: File) -> Any:
        return self.row(context.services.register_cache.register, file.id, context.services.now())


async def _asked(context: Context, key: UUID) -> tuple[Register, UUID, datetime]:
    register, now = await register_at(context, None)
    return register, key, now
