"""What an attempt file is: nobody's to act on, and for those who may know who read what is personal."""

from domain.attempt.state import Attempts
from domain.label import Label
from domain.record.file_kind import FileKind, Heading, Openness
from domain.record.vocabulary import Kind

ATTEMPT = FileKind(
    name=Kind.ATTEMPT,
    label=Label(vi="Việc bị từ chối", en="Refused attempts"),
    heading=Heading("DENIED", Label(vi="Yêu cầu bị từ chối", en="Refused attempt")),
    empty=Attempts,
    phase=lambda attempts: None,
    where=lambda attempts, command: {},
    matter=lambda attempts: attempts.unit,
    openness=Openness.GUARDED,
    always=True,
)
