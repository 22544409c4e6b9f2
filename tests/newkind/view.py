"""An errand as clients see it."""

from server.schema.files.file_now import FileNow
from server.schema.files.parts import shows
from server.schema.files.view import FileView
from tests.newkind.state import ERRAND, Errand


@shows("child_errand", Errand, "phase", "number")
class ChildErrand(FileNow):
    """An errand for a child."""


ERRAND_VIEW = FileView(
    kind=ERRAND,
    shape=ChildErrand,
    noun="an errand",
    shown="The errand as it now is, for who may see it.",
    by_id=True,
)
