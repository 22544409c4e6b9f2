"""How clients see each kind of file that they meet: the one list."""

from server.schema.files.case import CASE_VIEW
from server.schema.files.contact import CONTACT_VIEW
from server.schema.files.register_views import OFFICE_VIEW, UNIT_VIEW
from server.schema.files.report import REPORT_VIEW
from server.schema.files.subject import SUBJECT_VIEW
from server.schema.files.view import View

VIEWS: tuple[View, ...] = (UNIT_VIEW, OFFICE_VIEW, CONTACT_VIEW, REPORT_VIEW, CASE_VIEW, SUBJECT_VIEW)
