"""A report as clients see it."""

from domain.record.vocabulary import Kind
from domain.report import state
from domain.report.kind import REPORT
from server.schema.files.file_now import FileNow
from server.schema.files.parts import As, shows
from server.schema.files.same_child import OtherFileOfChild
from server.schema.files.view import FileView


@shows(
    Kind.REPORT,
    state.Report,
    "number",
    "phase",
    "channel",
    "received_at",
    "place",
    "holder",
    "harm_kinds",
    "danger_now",
    "case",
    "told_with",
    "which",
    "told_of",
    As("same_child", part=OtherFileOfChild),
)
class Report(FileNow):
    """A report: what was told, who holds it, what became of it."""


REPORT_VIEW = FileView(
    kind=REPORT,
    shape=Report,
    noun="a report",
    shown="The report as it now is, for who may see it.",
    by_id=True,
)
