"""What forbids an erasure: a matter that lives, a duty that runs or has lapsed, a file left unnamed."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID, uuid5

from domain.case.state.case import LIVE, Case
from domain.record.file import File
from domain.record.refusal import Check, Refusal
from domain.record.vocabulary import BAOVE, UnitRef
from domain.report.state import Report, ReportPhase
from domain.subject.refusals import ERASURE_FILES_INCOMPLETE, SUBJECT_NOT_IN_FILES

OPEN_REPORT = frozenset({ReportPhase.RECEIVED, ReportPhase.FORWARDED, ReportPhase.TRIAGED})


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
    linked = {i for file in named for i in linked_files(file)}
    return (
        (any(subject in subjects(file) for file in named), SUBJECT_NOT_IN_FILES, "files"),
        (linked <= {file.id for file in named}, ERASURE_FILES_INCOMPLETE, "files"),
        (not any(lives(file) for file in named), ERASURE_MATTER_LIVE, "files"),
        (not any(file.running or file.lapsed for file in named), ERASURE_DUTIES_OPEN, "files"),
    )


def subjects(file: File) -> frozenset[UUID | None]:
    """Whose data a report or case holds: its people, and the file itself for its free texts."""
    match file.state:
        case Report(child=child, reporter=reporter):
            return frozenset({file.id, child, reporter} - {None})
        case Case(child=child):
            return frozenset({file.id, child, *family(file)} - {None})
        case _:
            return frozenset()


def family(file: File) -> Iterator[UUID]:
    """Carers and persons kept away, as the acts number them within the case: never more than it has lines."""
    for role in ("carer", "alternative-carer", "kept-away", "barred"):
        for number in range(1, file.version + 1):
            yield uuid5(BAOVE, f"{role}:{file.id}:{number}")


def linked_files(file: File) -> frozenset[UUID]:
    """The files that tell of the same matter."""
    match file.state:
        case Report(case=linked):
            return frozenset({linked} if linked else ())
        case Case(reports=reports, absorbed=absorbed, merged_into=into):
            return frozenset({*reports, *absorbed} | ({into} if into else set[UUID]()))
        case _:
            return frozenset()


def lives(file: File) -> bool:
    """Whether somebody still has to act on the report or case."""
    match file.state:
        case Report(phase=phase):
            return phase in OPEN_REPORT
        case Case(phase=phase):
            return phase in LIVE
        case _:
            return True


def matter(files: Iterable[UUID], related: Mapping[UUID, File]) -> UnitRef | None:
    """The unit whose matter it is: that of the case, else the place of the report."""
    states = [related[i].state for i in files if i in related]
    cases = [s.lead for s in states if isinstance(s, Case)]
    reports = [s.place for s in states if isinstance(s, Report)]
    return next((unit for unit in (*cases, *reports) if unit is not None), None)
