"""The door for the permission table: which role may do an act, and how its unit must stand to the file."""

from domain.record.action import May, Scope
from domain.record.vocabulary import Role

__all__ = ["May", "Role", "Scope"]
