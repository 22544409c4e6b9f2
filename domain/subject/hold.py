"""What forbids an erasure: a matter that lives, a duty that runs or has lapsed, a file left unnamed."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from domain.record.file import File
from domain.record.refusal import Check, Refusal
from domain.record.vocabulary import UnitRef
from domain.subject.refusals import ERASURE_FILES_INCOMPLETE, SUBJECT_NOT_IN_FILES

ERASURE_MATTER_LIVE = Refusal(
    "erasure_matter_live",
    vi="Tin báo hoặc vụ việc còn đang xử lý: dữ liệu phải được giữ. Hãy đề nghị lại sau khi kết thúc.",
    en="A report or case is still being worked on: its data must be kept. Ask again after it has ended.",
)
ERASURE_DUTIES_OPEN = Refusal(
    "erasure_duties_open",
    vi="Còn thời hạn đang chạy hoặc đã quá hạn chưa giải quyết: dữ liệu là chứng cứ, phải được giữ.",
    en="A duty is running, or has lapsed and is unsettled: the data is evidence and must be kept.",
)


def objections(subject: UUID | None, files: Iterable[UUID], related: Mapping[UUID, File]) -> tuple[Check, ...]:
    """The checks, for `insist`, that an erasure must pass when ordered, when approved and when carried out.

    Records are kept for as long as they may be evidence: destroying a key is no way to hide a failure.
    """
    named = [related[i] for i in files if i in related]
    linked = {i for file in named for i in file.kind.links(file.state)}
    return (
        (any(subject in subjects(file) for file in named), SUBJECT_NOT_IN_FILES, "files"),
        (linked <= {file.id for file in named}, ERASURE_FILES_INCOMPLETE, "files"),
        (not any(file.kind.lives(file.state) for file in named), ERASURE_MATTER_LIVE, "files"),
        (not any(file.running or file.lapsed for file in named), ERASURE_DUTIES_OPEN, "files"),
    )


def subjects(file: File) -> frozenset[UUID]:
    """Whose data the file holds: all for whom it seals something or whom it is about, and itself for its free texts."""
    return frozenset({file.id}) | file.subjects | file.kind.people(file.state)


def matter(files: Iterable[UUID], related: Mapping[UUID, File]) -> UnitRef | None:
    """The unit whose matter it is: that of the file to which others led, else of the first that is somebody's."""
    named = [related[i] for i in files if i in related]
    named.sort(key=lambda file: not file.kind.sources(file.state))
    units = (file.kind.matter(file.state) for file in named)
    return next((unit for unit in units if unit is not None), None)
