"""Taking the register along. Nothing changes by it, and everybody who keeps it can read who did."""

from naober.journal.action import action, require
from naober.people.actor import Actor
from naober.register.actions import note
from naober.register.exports import rules
from naober.register.exports.records import Record, records


@action
def export_register(*, by: Actor, form: str) -> list[Record]:
    """The records to take along in a `form` ("Excel"); leaves the line that it was done."""
    require(rules.may_export(by))
    note(by, "list_exported", f"Het register is meegenomen: {form}", 0)
    return records(by)
