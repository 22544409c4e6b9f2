"""A unit and an office as clients see them."""

from domain.office.kind import OFFICE
from domain.unit.kind import UNIT
from server.schema.files.register import office_row, unit_row
from server.schema.files.register_types import Office, Unit
from server.schema.files.view import RegisterView

UNIT_VIEW = RegisterView(
    kind=UNIT,
    shape=Unit,
    noun="a unit",
    shown="The unit as it now is.",
    row=unit_row,
)
OFFICE_VIEW = RegisterView(
    kind=OFFICE,
    shape=Office,
    noun="an office",
    shown="The office as it now is.",
    row=office_row,
)
