"""Another file of the same child, as clients see it: that it is there and whose it is, nothing of what it says."""

from domain.record.same_child import SameChild
from domain.record.vocabulary import Kind
from server.schema.files.parts import shows


@shows(Kind.CASE, SameChild, "other", "other_number", "other_unit", "standing", "matched")
class OtherFileOfChild:
    """Another file that tells of the same child, or perhaps of the same: number, unit and why, not its content."""
