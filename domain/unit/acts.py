"""The acts on a unit's file, in the order a file meets them."""

from typing import Any

from domain.record.action import Action
from domain.unit.correct_unit_entry import CORRECT_UNIT_ENTRY
from domain.unit.declare_days_off import DECLARE_DAYS_OFF
from domain.unit.end_unit import END_UNIT
from domain.unit.establish_unit import ESTABLISH_UNIT
from domain.unit.form_commune_group import FORM_COMMUNE_GROUP
from domain.unit.merge_unit import MERGE_UNIT
from domain.unit.rename_unit import RENAME_UNIT
from domain.unit.split_unit import SPLIT_UNIT

UNIT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    ESTABLISH_UNIT,
    FORM_COMMUNE_GROUP,
    RENAME_UNIT,
    MERGE_UNIT,
    SPLIT_UNIT,
    END_UNIT,
    DECLARE_DAYS_OFF,
    CORRECT_UNIT_ENTRY,
)
