"""Plays steps for real and in the ledger, and compares how each was judged.

A step is a method of `Play` with three random numbers, which it reads as choices among what there is at that
moment; so any sequence of steps is a story that could happen.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random

from naober.decisions import actions as decisions
from naober.decisions.models import Concern, Item
from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem, Reason
from naober.decisions.taking_in import take_in_document
from naober.journal import digest
from naober.journal.action import NotAllowedError
from naober.journal.models import Audience, Entry
from naober.journal.record import NotNarrowerError
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Membership, Seat
from naober.post import worker
from naober.register import actions as register
from naober.website.tests.ledger import AMSTERDAM, MUNICIPALITY, UMBRELLA, Dated
from naober.website.tests.oracle import Oracle
from naober.website.tests.play_people import PlayPeople
from naober.website.tests.steps import (
    AUDIENCES,
    BEGIN,
    CHOSEN,
    SITTINGS,
    STEPS,
    THEMES,
    VILLAGES,
    WAITS,
    WHO,
    pick,
    pick_likely,
    some,
)


class Play(PlayPeople):
    """One story. `reached` counts, over all stories, each kind of step by how it was judged."""

    def __init__(self, house, reached: Counter) -> None:
        self.house = house
        self.ledger = Oracle(
            BEGIN, {name: str(a.kind) for name, a in house.associations.items()}, set(CHOSEN)
        )
        self.reached = reached
        self.story: list[tuple[str, int, int, int]] = []
        self.seats: dict[int, Seat] = {}
        self.memberships: dict[int, Membership] = {}
        self._open_the_books()

    def _open_the_books(self) -> None:
        """Write down who is who in the house, and the entries that its founding left."""
        keys = {person: key for key, person in self.house.people.items()}
        for row in Membership.objects.select_related("association", "village").order_by("id"):
            membership = Dated(row.association.short_name, row.village.name, row.from_on)
            self.ledger.memberships.append(membership)
            self.memberships[id(membership)] = row
        boards = {}
        for row in Seat.objects.select_related("association", "body", "person").order_by("id"):
            boards[row.pk] = str(row.association.short_name) if row.association else MUNICIPALITY
            if row.association is None and row.body is None:
                boards[row.pk] = UMBRELLA
            seat = Dated(keys[row.person], boards[row.pk], row.from_on, role=row.role)
            self.ledger.seats.append(seat)
            self.seats[id(seat)] = row
        self.ledger.follows.add(("resident", "Hijken"))
        for entry in Entry.objects.order_by("id"):
            if entry.kind != "seat_began":
                self.ledger.write(entry.pk)
                continue
            covered = self.ledger.covered_by(boards[entry.subject_id])
            self.ledger.write(entry.pk, audience="village" if covered else "table", villages=covered)

    def step(self, chance: Random) -> None:
        """One random step."""
        kind = chance.choice(STEPS)
        self.do(kind, *(chance.getrandbits(16) for _ in "abc"))

    def do(self, kind: str, a: int, b: int, c: int) -> None:
        self.story.append((kind, a, b, c))
        with dates.as_if(self.ledger.now):
            getattr(self, kind)(a, b, c)

    # --- papers and points -----------------------------------------------------------------------

    def take_in(self, a, b, c) -> None:
        by = pick((*WHO, "intake"), a)
        name, on, at = pick(SITTINGS, b)
        starts_at = datetime.combine(on, at, tzinfo=AMSTERDAM) if at else None
        items = [
            (str(n), set(some(VILLAGES, c >> 6 * n)), not c >> 6 * n + 5 & 3, pick(THEMES, b >> 4 + n))
            for n in (1, 2)
        ]
        header = ReadHeader(None, None, None, None, None, "agenda")
        read = ReadDocument(header, tuple(read_item(*item) for item in items), ())
        body = self.house.bodies[name]
        self._judge(
            f"take in by {'intake' if by == 'intake' else 'a person'}",
            lambda: take_in_document(by=self._actor(by), body=body, on=on, starts_at=starts_at, read=read),
            lambda entry_id: self.ledger.done_take_in(by, f"{name} {on}", starts_at, items, entry_id),
        )

    def confirm(self, a, b, c) -> None:
        if item := self._item(b):
            self._decide("confirm", decisions.confirm_item, self.ledger.done_confirm, pick(WHO, a), item, c)

    def dismiss(self, a, b, c) -> None:
        if item := self._item(b):
            self._decide("dismiss", decisions.dismiss_item, self.ledger.done_dismiss, pick(WHO, a), item, c)

    def confirm_by_two(self, a, b, c) -> None:
        """The second has the same page open as the first, and learns who was first and when."""
        first, second = pick(WHO, a), pick(WHO, a + 1 + c)
        if item := self._item(b):
            self._decide("confirm first", decisions.confirm_item, self.ledger.done_confirm, first, item, 1)
            self._decide("confirm second", decisions.confirm_item, self.ledger.done_confirm, second, item, 1)

    def _decide(self, name, act, judge, by, item, c) -> None:
        given = set(some(VILLAGES, c // 3)) if c % 3 == 0 else None
        villages = None if given is None else [self.house.villages[v] for v in given]
        board = "umbrella" if self.ledger.works_for_umbrella(by) else "board"
        self._judge(
            f"{name} by {board}",
            lambda: act(by=self._actor(by), item=item, villages=villages),
            lambda entry_id: judge(by, self._key(item), given, entry_id),
        )

    def confirm_everywhere(self, a, b, c) -> None:
        self._everywhere("confirm everywhere", decisions.confirm_everywhere, "confirm", pick(WHO, a), b)

    def dismiss_everywhere(self, a, b, c) -> None:
        self._everywhere("dismiss everywhere", decisions.dismiss_everywhere, "dismiss", pick(WHO, a), b)

    def _everywhere(self, name, act, verb, by, b) -> None:
        if item := pick_likely(self._items(), lambda item: item.everywhere == "proposed", b):
            judge = getattr(self.ledger, f"done_{verb}_everywhere")
            self._judge(
                name,
                lambda: act(by=self._actor(by), item=item),
                lambda entry_id: judge(by, self._key(item), entry_id),
            )

    def add_village(self, a, b, c) -> None:
        by, village = pick(WHO, a), pick(VILLAGES, c)
        if item := self._item(b):
            self._judge(
                "add village",
                lambda: decisions.add_village_to_item(
                    by=self._actor(by), item=item, village=self.house.villages[village]
                ),
                lambda entry_id: self.ledger.done_add_village(by, self._key(item), village, entry_id),
            )

    def reopen(self, a, b, c) -> None:
        by = pick(WHO, a)
        concerns = list(Concern.objects.select_related("village", "item__sitting__body").order_by("-id"))
        if concern := pick_likely(concerns, lambda concern: concern.state == "dismissed", b):
            self._judge(
                "reopen",
                lambda: decisions.reopen_concern(by=self._actor(by), concern=concern),
                lambda entry_id: self.ledger.done_reopen(
                    by, self._key(concern.item), concern.village.name, entry_id
                ),
            )

    # --- what was told -----------------------------------------------------------------------------

    def call_back(self, a, b, c) -> None:
        told = [entry for entry in self.ledger.entries[::-1] if entry.announces]
        entry = pick_likely(told, lambda entry: not entry.withdrawn, b)
        if not entry:
            return
        by = pick(WHO, a)
        when = "after release" if entry.release_at <= self.ledger.now else "before release"
        self._judge(
            f"call back {when}",
            lambda: decisions.call_back(by=self._actor(by), entry=Entry.objects.get(pk=entry.id)),
            lambda entry_id: self.ledger.done_call_back(by, entry, entry_id),
        )

    def narrow(self, a, b, c) -> None:
        told = [entry for entry in self.ledger.entries[::-1] if entry.announces or entry.withdraws]
        entry = pick_likely(told, lambda entry: not entry.withdrawn, b)
        if not entry:
            return
        by, audience = pick(WHO, a), pick(AUDIENCES, c)
        readers = some(sorted(self.house.people), c // len(AUDIENCES)) if audience == "named" else []
        self._judge(
            f"narrow to {audience}",
            lambda: decisions.narrow_announcement(
                by=self._actor(by),
                entry=Entry.objects.get(pk=entry.id),
                audience=Audience(audience),
                readers=[self.house.people[name] for name in readers],
            ),
            lambda entry_id: self.ledger.done_narrow(by, entry, audience, set(readers), entry_id),
        )

    def correct_quietly(self, a, b, c) -> None:
        """What was mailed is kept to fewer and then called back: not all who had the mail may see why."""
        mailed = {owed.entry.id: owed.entry for owed in self.ledger.owed if owed.mail is not None}
        quiet = [entry for entry in mailed.values() if entry.announces and not entry.withdrawn]
        if not quiet:
            return
        entry = pick(quiet, b)
        newest = self.ledger.entries[::-1]
        told = [known for known in newest if known.announces or known.withdraws]
        announced = [known for known in newest if known.announces]
        self.narrow(0, 4 * told.index(entry), AUDIENCES.index("board"))
        self.call_back(0, 4 * announced.index(entry), 0)
        self.wait(6, 0, 0)

    # --- time ------------------------------------------------------------------------------------------

    def wait(self, a, b, c) -> None:
        """Time passes; then the mail that is due is written and leaves. What the clocks of the queues do
        after a day has its own tests: the ledger knows people only."""
        self.ledger.time_passes(self.ledger.now + pick(WAITS, a))
        with dates.as_if(self.ledger.now):
            digest.send_due(dates.now())
            worker.send_mail("story")
        self.reached["wait"] += 1

    # --- the parts of it -------------------------------------------------------------------------------

    def _judge(self, name, act, judge) -> None:
        """Do it, and see that the ledger judges it the same; a refused step changes nothing."""
        before = newest_entry_id()
        late = None
        try:
            act()
            outcome = "done"
        except NotAllowedError:
            outcome = "refused"
        except NotNarrowerError:
            outcome = "wider"
        except register.AlreadyEndedError:
            outcome = "already"
        except decisions.AlreadyDecidedError as error:
            outcome, late = "already", error.decided
        entry_id = newest_entry_id()
        assert (outcome == "done") == (entry_id != before)
        assert outcome == judge(entry_id)
        if isinstance(late, Concern):
            self._learns_who_and_when(late)
        self.reached[f"{name}: {outcome}"] += 1

    def _learns_who_and_when(self, concern: Concern) -> None:
        known = self.ledger.points[self._key(concern.item)].villages[concern.village.name]
        person = self.house.people.get(known.by)
        assert (concern.decided_by, concern.decided_at) == (person, known.at)

    def _actor(self, name: str) -> Actor:
        return Actor.machine("intake") if name == "intake" else self.house.actor(name)

    def _items(self) -> list[Item]:
        return list(Item.objects.select_related("sitting__body").order_by("-id"))

    def _item(self, number: int) -> Item | None:
        points = self.ledger.points

        def waits(item: Item) -> bool:
            return any(found.state == "proposed" for found in points[self._key(item)].villages.values())

        return pick_likely(self._items(), waits, number)

    def _key(self, item: Item) -> tuple[str, str]:
        return (f"{item.sitting.body.name} {item.sitting.on}", item.number)

    def _day(self, later: bool) -> date:
        return self.ledger.today + timedelta(days=3 if later else 0)


def read_item(number: str, villages: set[str], about_all: bool, theme: str) -> ReadItem:
    """A point as the reader gives it, with a quote for each village."""
    text = f"Punt {number} over {', '.join(sorted(villages)) or 'iets anders'}."
    return ReadItem(
        number=number,
        title=f"Onderwerp {number}",
        text=text,
        start=0,
        end=len(text),
        villages=tuple(sorted(villages)),
        all_villages=about_all,
        themes=(theme,) if theme else (),
        all_villages_quote="in alle dorpen" if about_all else "",
        reasons=tuple(Reason(village, village, "naam") for village in sorted(villages)),
        clean_text=text,
    )


def newest_entry_id() -> int:
    newest = Entry.objects.order_by("-id").first()
    return newest.pk if newest else 0
