"""What forbids an erasure: a matter that lives, a duty that runs or has lapsed, a file that is still kept.

Records are kept for as long as they may be evidence: destroying a key is no way to hide a failure. Whoever orders an
erasure names the person; in which files that person's data lies, the record itself says.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from domain.law.rule import due_at
from domain.record.file import DecisionContext, File
from domain.record.file_kind import Scope
from domain.record.refusal import Check, present
from domain.record.register import Register
from domain.record.vocabulary import Role, UnitRef
from domain.subject.refusals import (
    ERASURE_CONSENT_MISSING,
    ERASURE_DUTIES_OPEN,
    ERASURE_FILES_INCOMPLETE,
    ERASURE_LAPSE_UNDECIDED,
    ERASURE_MATTER_LIVE,
    ERASURE_TOO_EARLY,
    ERASURE_WAITS,
    SUBJECT_NOT_IN_FILES,
)
from domain.subject.rows import LapseOnFile
from domain.subject.state import Erasure

CONCERNED = (Scope.PLACE, Scope.RESIDENCE, Scope.LEAD, Scope.RECEIVER)


def subjects(file: File) -> frozenset[UUID]:
    """Whose data the file holds: all for whom it seals something or whom it is about, and itself for its free texts."""
    return frozenset({file.id}) | file.subjects | file.kind.people(file.state)


def files_of(subject: UUID | None, known: Mapping[UUID, File]) -> tuple[File, ...]:
    """The files that hold the subject's data, and those that belong to the same matter; in order of their ids."""
    found = [i for i, file in known.items() if subject in subjects(file)]
    for each in found:
        linked = known[each].kind.links(known[each].state)
        found.extend(i for i in sorted(linked) if i in known and i not in found)
    return tuple(known[i] for i in sorted(found))


def keeps_data(files: Sequence[File], at: datetime) -> tuple[Check, ...]:
    """The checks, for `insist`, that the files must pass when an erasure is ordered, approved and carried out."""
    return (
        (bool(files), SUBJECT_NOT_IN_FILES, "subject"),
        (not any(file.kind.lives(file.state) for file in files), ERASURE_MATTER_LIVE),
        (not any(file.running or file.lapsed for file in files), ERASURE_DUTIES_OPEN),
        (all(kept_until(file) <= at for file in files if not file.kind.lives(file.state)), ERASURE_TOO_EARLY),
    )


def kept_until(file: File) -> datetime:
    """Until when nobody's data in the file is erased: so long after its last line."""
    return due_at(file.kind.kept(file.state), present(file.told_at)).instant


def in_the_way(erasure: Erasure, known: Mapping[UUID, File], at: datetime) -> tuple[Check, ...]:
    """The checks before an erasure that was ordered is approved, and again before it is carried out."""
    files = files_of(erasure.subject, known)
    as_ordered = (tuple(file.id for file in files), lapses_of(files)) == (erasure.files, erasure.lapses)
    return (
        (as_ordered, ERASURE_FILES_INCOMPLETE),
        (at >= present(erasure.objections_until), ERASURE_WAITS),
        (not erasure.waits_for, ERASURE_CONSENT_MISSING),
        (not erasure.undecided, ERASURE_LAPSE_UNDECIDED),
        *((check[0], check[1]) for check in keeps_data(files, at)),
    )


def lapses_of(files: Sequence[File]) -> tuple[LapseOnFile, ...]:
    """Every lapse that the files tell of, numbered."""
    told = [(file.id, lapse) for file in files for lapse in file.lapses]
    return tuple(
        LapseOnFile(
            ref=str(number), file=file, code=each.code, due_at=each.due_at, answers=each.answers, holder=each.holder
        )
        for number, (file, each) in enumerate(told, 1)
    )


def concerned(files: Sequence[File], register: Register, at: datetime) -> tuple[UnitRef, ...]:
    """The units that have to do with one of the files: they see the order, and may object."""
    standing = [file.kind.where(file.state, None) for file in files]
    ids = {unit for where in standing for scope in CONCERNED for unit in where.get(scope, ())}
    refs = [known.called(at) for unit in ids if (known := register.units.get(unit)) is not None]
    return tuple(sorted((ref for ref in refs if ref is not None), key=lambda ref: (ref.code, ref.id)))


def in_charge(file: File, context: DecisionContext) -> bool:
    """A Chair orders it for files of the own commune, also of one whose place it has taken; others for all below."""
    unit, own, register = file.kind.matter(file.state), context.own_unit.id, context.register
    if context.by.role is Role.COMMUNE_CHAIR:
        return unit is not None and own in register.living(unit.id, context.at)
    return unit is not None and register.oversees(own, unit.id, context.at)


def matter_of(own: Sequence[File]) -> UnitRef:
    """The unit whose matter it is: that of the file to which others led."""
    led_to = sorted(own, key=lambda file: (not file.kind.sources(file.state), file.id))
    return present(led_to[0].kind.matter(led_to[0].state))


def others_leading(files: Sequence[File]) -> tuple[UnitRef, ...]:
    """The units in the lead of these files, whose consent is asked."""
    units = {unit.id: unit for file in files if (unit := file.kind.matter(file.state))}
    return tuple(sorted(units.values(), key=lambda unit: (unit.code, unit.id)))
