"""The steps that change who is who, and who asks to be kept informed; see `play.py`."""

from naober.journal import follows
from naober.journal.models import Theme
from naober.register import actions as register
from naober.website.tests.ledger import MUNICIPALITY, UMBRELLA, Dated
from naober.website.tests.steps import CHOSEN, EXECUTIVE, VILLAGES, WHO, pick

BOARDS = ("Hijken", "Hooghalen e.o.", "Elp", "Gasten van Beilen", UMBRELLA, MUNICIPALITY)


class PlayPeople:
    """Half of `Play`."""

    def add_seat(self, a, b, c) -> None:
        by, person, board = pick(WHO, a), pick(sorted(self.house.people), b), pick(BOARDS, c)
        seat = Dated(person, board, self._day(c % 3 == 2), role="chair")
        association = self.house.associations.get(board)
        body = self.house.bodies[EXECUTIVE] if board == MUNICIPALITY else None
        self._judge(
            "add seat",
            lambda: self.seats.update(
                {
                    id(seat): register.add_seat(
                        by=self._actor(by),
                        person=self.house.people[person],
                        role=seat.role,
                        from_on=seat.from_on,
                        association=association,
                        body=body,
                    )
                }
            ),
            lambda entry_id: self.ledger.done_add_seat(by, seat, entry_id),
        )

    def end_seat(self, a, b, c) -> None:
        # Not Renske's: somebody must be there to act.
        held = [s for s in self.ledger.seats if s.holds_on(self.ledger.today) and s.who != "renske"]
        if not held:
            return
        by, seat = pick(WHO, a), pick(held, b)
        until_on = self._day(c % 3 == 2)
        row = self.seats[id(seat)]
        self._judge(
            "end seat",
            lambda: register.end_seat(by=self._actor(by), seat=row, until_on=until_on),
            lambda entry_id: self.ledger.done_end_seat(by, seat, until_on, entry_id),
        )

    def add_membership(self, a, b, c) -> None:
        taken = {m.what for m in self.ledger.memberships if m.until_on is None}
        free = [village for village in VILLAGES if village not in taken]
        if not free:
            return
        by, village, name = pick(WHO, a), pick(free, b), pick(sorted(self.house.associations), c)
        membership = Dated(name, village, self._day(c % 3 == 2))
        self._judge(
            "add membership",
            lambda: self.memberships.update(
                {
                    id(membership): register.add_membership(
                        by=self._actor(by),
                        association=self.house.associations[name],
                        village=self.house.villages[village],
                        from_on=membership.from_on,
                    )
                }
            ),
            lambda entry_id: self.ledger.done_add_membership(by, membership, entry_id),
        )

    def end_membership(self, a, b, c) -> None:
        held = [m for m in self.ledger.memberships if m.until_on is None]
        if not held:
            return
        by, membership = pick(WHO, a), pick(held, b)
        until_on = max(self._day(c % 3 == 2), membership.from_on)
        row = self.memberships[id(membership)]
        self._judge(
            "end membership",
            lambda: register.end_membership(by=self._actor(by), membership=row, until_on=until_on),
            lambda entry_id: self.ledger.done_end_membership(by, membership, until_on, entry_id),
        )

    def follow(self, a, b, c) -> None:
        person, village = pick(sorted(self.house.people), a), pick(VILLAGES, b)
        follows.follow_village(self.house.people[person], self.house.villages[village])
        self.ledger.follows.add((person, village))
        self.reached["follow"] += 1

    def unfollow(self, a, b, c) -> None:
        if self.ledger.follows:
            person, village = pick(sorted(self.ledger.follows), a)
            follows.unfollow_village(self.house.people[person], self.house.villages[village])
            self.ledger.follows.remove((person, village))
            self.reached["unfollow"] += 1

    def follow_theme(self, a, b, c) -> None:
        person, theme = pick(sorted(self.house.people), a), pick(CHOSEN, b)
        follows.follow_theme(self.house.people[person], Theme.objects.get(code=theme))
        self.ledger.theme_follows.add((person, theme))
        self.reached["follow a theme"] += 1

    def unfollow_theme(self, a, b, c) -> None:
        if self.ledger.theme_follows:
            person, theme = pick(sorted(self.ledger.theme_follows), a)
            follows.unfollow_theme(self.house.people[person], Theme.objects.get(code=theme))
            self.ledger.theme_follows.remove((person, theme))
            self.reached["unfollow a theme"] += 1
