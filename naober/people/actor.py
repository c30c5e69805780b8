"""Who acts: a person in a seat, on somebody's behalf, by some channel; or a machine by name."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from naober.people.models import Association, Body, Person, Seat


class Channel(StrEnum):
    """How a change reached us."""

    WEB = "web"
    MAIL = "mail"
    PHONE = "phone"
    PAPER = "paper"
    MEETING = "meeting"
    CLOCK = "clock"
    IMPORT = "import"


@dataclass(frozen=True)
class Actor:
    """Who does something, with what is needed to judge whether they may.

    `seats` are the seats the person holds today, `villages` the ids of the villages that the member
    associations of those seats speak for today. `seat` is the one acted from. A machine has a name and
    nothing else; its own list says which actions it may do (`Area.machines`). `second_factor` says that
    they opened a second lock in this session: a passkey, an app or a printed code.
    """

    channel: Channel = Channel.WEB
    person: Person | None = None
    seat: Seat | None = None
    on_behalf_of: Association | None = None
    seats: tuple[Seat, ...] = ()
    villages: frozenset[int] = field(default_factory=frozenset)
    machine_name: str = ""
    second_factor: bool = False

    @classmethod
    def visitor(cls) -> "Actor":
        """Somebody we do not know."""
        return cls()

    @classmethod
    def machine(cls, name: str) -> "Actor":
        """A part of the program that acts by itself, such as the intake."""
        return cls(channel=Channel.CLOCK, machine_name=name)

    def by(self, channel: Channel) -> "Actor":
        """The same actor by another channel."""
        return replace(self, channel=channel)

    @property
    def is_known(self) -> bool:
        return self.person is not None

    @property
    def is_officer(self) -> bool:
        return any(s.role == Seat.Role.RURAL_OFFICER and _is_of_umbrella(s) for s in self.seats)

    @property
    def is_umbrella_board(self) -> bool:
        return any(s.role != Seat.Role.RURAL_OFFICER and _is_of_umbrella(s) for s in self.seats)

    @property
    def works_for_umbrella(self) -> bool:
        """The umbrella's board and its officer: those who see and confirm everything."""
        return any(_is_of_umbrella(s) for s in self.seats)

    @property
    def is_member_board(self) -> bool:
        return any(s.association and s.association.kind == Association.Kind.MEMBER for s in self.seats)

    @property
    def is_across_the_table(self) -> bool:
        """A village coordinator or the alderman of the municipality."""
        return any(s.body and s.body.kind == Body.Kind.EXECUTIVE for s in self.seats)

    @property
    def label(self) -> str:
        """The person and the function acted from, for the top of a page."""
        if self.person is None:
            return self.machine_name
        return f"{self.person.name}, {self.seat.get_role_display()}" if self.seat else self.person.name


def _is_of_umbrella(seat: Seat) -> bool:
    return seat.association_id is None and seat.body_id is None
