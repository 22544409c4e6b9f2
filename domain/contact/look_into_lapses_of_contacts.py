"""Look into the lapses of contacts: the level above says what it did, each for the lapses brought before it."""

from dataclasses import dataclass

from domain.contact.state import Contacts
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import Personal
from domain.record.looking import (
    LEVEL_ABOVE,
    NO_LAPSES_TO_LOOK_INTO,
    CodesLapsed,
    TakenStep,
    WhyLapsed,
    brought_before,
    codes_lapsed,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookIntoLapsesOfContacts:
    """What was found and done."""

    step: TakenStep
    found: WhyLapsed


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLapsesLookedInto:
    """`lapsed`: the duties whose lapses were on the file by then."""

    step: TakenStep
    found: Personal
    lapsed: CodesLapsed


def decide(contacts: Contacts, command: LookIntoLapsesOfContacts, context: DecisionContext) -> ContactLapsesLookedInto:
    insist((bool(brought_before(contacts, command, context)), NO_LAPSES_TO_LOOK_INTO))
    return ContactLapsesLookedInto(step=command.step, found=context.text(command.found), lapsed=codes_lapsed(context))


def evolve(contacts: Contacts, event: ContactLapsesLookedInto, line: Line) -> Contacts:
    return contacts


LOOK_INTO_LAPSES_OF_CONTACTS = Action(
    command=LookIntoLapsesOfContacts,
    event=ContactLapsesLookedInto,
    stored_as="contact.lapses_looked_into.1",
    asks=Label(vi="Xem xét liên hệ nhiều lần quá hạn", en="Look into repeated lapses of contacts"),
    tells=Label(vi="Cấp trên đã xem xét liên hệ nhiều lần quá hạn", en="Level above looked into their lapses"),
    may=LEVEL_ABOVE,
    basis=basis.HEADS_ANSWER,
    refuses=(NO_LAPSES_TO_LOOK_INTO,),
    decide=decide,
    evolve=evolve,
    ends=met(duty.REPEATED_LAPSES, refs=brought_before),
)
