"""What every viewer must get, reckoned from a ledger of what was done: plain Python and the design, with
no database and no query or rule of the product.

Each `done_*` method says how the design (chapter 4) judges an action: "done", "refused", "already" (somebody
was first) or "wider"; and, when it is done, writes down what follows from it. Villages, associations and
people go by name; the only thing told from outside is the id of the entry that an action left.
"""

from datetime import date, datetime

from naober.website.tests.ledger import (
    AMSTERDAM,
    MOST_WAIT,
    MUNICIPALITY,
    RELEASE,
    UMBRELLA,
    WIDEST_FIRST,
    Dated,
    Owed,
    Point,
    Proposal,
    Written,
    weekly_moment,
)


class Oracle:
    """The ledger. `kinds` says of each association whether it is a member; `themes` are those there are."""

    def __init__(self, now: datetime, kinds: dict[str, str], themes: set[str]) -> None:
        self.now = now
        self.kinds = kinds
        self.themes = themes
        self.seats: list[Dated] = []
        self.memberships: list[Dated] = []
        self.follows: set[tuple[str, str]] = set()
        self.theme_follows: set[tuple[str, str]] = set()
        self.entries: list[Written] = []
        self.owed: list[Owed] = []
        self.points: dict[tuple[str, str], Point] = {}
        self.starts: dict[str, datetime | None] = {}
        self.mails = 0

    # --- who is who, today ---------------------------------------------------------------------

    @property
    def today(self) -> date:
        return self.now.astimezone(AMSTERDAM).date()

    def boards(self, person: str) -> set[str]:
        return {seat.what for seat in self.seats if seat.who == person and seat.holds_on(self.today)}

    def works_for_umbrella(self, person: str) -> bool:
        return UMBRELLA in self.boards(person)

    def sits_for_member(self, person: str) -> bool:
        return any(self.kinds.get(board) == "member" for board in self.boards(person))

    def covered_by(self, association: str) -> set[str]:
        return {m.what for m in self.memberships if m.who == association and m.holds_on(self.today)}

    def own_villages(self, person: str) -> set[str]:
        members = [board for board in self.boards(person) if self.kinds.get(board) == "member"]
        return {village for board in members for village in self.covered_by(board)}

    def member_villages(self) -> set[str]:
        members = [name for name, kind in self.kinds.items() if kind == "member"]
        return {village for name in members for village in self.covered_by(name)}

    def may_decide(self, person: str, villages: set[str]) -> bool:
        return self.works_for_umbrella(person) or bool(villages) and villages <= self.own_villages(person)

    def may_keep_board(self, person: str, board: str) -> bool:
        """All seats of the stories are those of a chair or a secretary, who keep their own board."""
        return self.works_for_umbrella(person) or board in self.kinds and board in self.boards(person)

    def sees(self, person: str, entry: Written, villages: set[str]) -> bool:
        if entry.audience == "public":
            return True
        if entry.audience == "named":
            return person in entry.readers
        if self.works_for_umbrella(person):
            return True
        if entry.audience == "village":
            return bool(villages & self.own_villages(person))
        at_table = entry.audience == "table" and MUNICIPALITY in self.boards(person)
        return at_table or entry.audience in ("members", "table") and self.sits_for_member(person)

    # --- what each viewer gets -----------------------------------------------------------------

    def home(self, person: str) -> list[int]:
        return [e.id for e in self._standing() if self.sees(person, e, e.villages)]

    def village_page(self, person: str, village: str) -> list[int]:
        here = [e for e in self._standing() if village in e.villages]
        shown = [e for e in here if self.sees(person, e, {village})]
        return [e.id for e in sorted(shown, key=lambda e: (e.shown_at, e.id), reverse=True)]

    def theme_page(self, person: str, theme: str) -> list[int]:
        return [e.id for e in self._standing() if e.theme == theme and self.sees(person, e, e.villages)]

    def feed(self, *, village: str = "", theme: str = "") -> list[int]:
        """What a feed holds, whoever asks: what is for everybody, the newest first."""
        public = [e for e in self._standing() if e.audience == "public"]
        of_village = [e for e in public if not village or village in e.villages]
        return [e.id for e in of_village if not theme or e.theme == theme][:25]

    def calendar(self) -> list[tuple[str, datetime | None]]:
        """The sittings that are to come, with the moment they begin as far as anybody knows."""
        coming = [(sitting, at) for sitting, at in self.starts.items() if self.day_of(sitting) >= self.today]
        return sorted(coming, key=lambda one: one[0])

    @staticmethod
    def day_of(sitting: str) -> date:
        return date.fromisoformat(sitting.rpartition(" ")[2])

    def sitting_page(self, person: str, sitting: str) -> list[int]:
        about = [e for e in self._standing() if e.item and e.item[0] == sitting]
        return [e.id for e in about if self.sees(person, e, e.villages)]

    def mailed(self, person: str) -> list[list[int]]:
        """The entries of each mail that this person got, the oldest mail first."""
        mine = [owed for owed in self.owed if owed.person == person and owed.mail is not None]
        mails = sorted({owed.mail for owed in mine})
        return [sorted(owed.entry.id for owed in mine if owed.mail == mail) for mail in mails]

    def open(self, person: str) -> list[tuple[int, datetime]]:
        """What this person is still to be told, each with the moment from which a mail may leave."""
        return sorted((o.entry.id, o.due) for o in self.owed if o.person == person and o.is_open)

    def _standing(self) -> list[Written]:
        return [e for e in sorted(self.entries, key=lambda e: -e.id) if not e.withdrawn]

    # --- what is done ----------------------------------------------------------------------------

    def write(self, entry_id: int, **what) -> Written:
        now = self.now
        entry = Written(entry_id, **{"shown_at": now, "recorded_at": now, "release_at": now, **what})
        self.entries.append(entry)
        return entry

    def done_take_in(self, by, sitting, starts_at, items, entry_id) -> str:
        """`items`: (number, villages, about all, theme) as the reader found them."""
        if not (self.works_for_umbrella(by) or by == "intake"):
            return "refused"
        self.starts[sitting] = starts_at or self.starts.get(sitting)
        for number, villages, about_all, theme in items:
            point = self.points.setdefault((sitting, number), Point((sitting, number)))
            point.theme = theme if theme in self.themes else ""
            for village in villages & self.member_villages():
                point.villages.setdefault(village, Proposal())
            if about_all and point.everywhere.state == "no":
                point.everywhere = Proposal()
        self.write(entry_id, audience="public")
        return "done"

    def done_confirm(self, by, key, given, entry_id) -> str:
        outcome, won = self._decide(by, key, given, "confirmed")
        if outcome == "done":
            self._announce(key, won, entry_id)
        return outcome

    def done_dismiss(self, by, key, given, entry_id) -> str:
        outcome, _ = self._decide(by, key, given, "dismissed")
        if outcome == "done":
            self.write(entry_id, item=key)
        return outcome

    def done_confirm_everywhere(self, by, key, entry_id) -> str:
        outcome = self._decide_everywhere(by, key, "confirmed")
        if outcome == "done":
            found = self.points[key].villages
            told = {v for v in self.member_villages() if v not in found or found[v].state == "proposed"}
            for village in told:
                only_as_all = village not in found
                found[village] = Proposal("confirmed", by, self.now, only_as_all, entry_id)
            self.points[key].everywhere.entry = entry_id
            self._announce(key, told, entry_id)
        return outcome

    def done_dismiss_everywhere(self, by, key, entry_id) -> str:
        outcome = self._decide_everywhere(by, key, "dismissed")
        if outcome == "done":
            self.write(entry_id, item=key)
        return outcome

    def done_add_village(self, by, key, village, entry_id) -> str:
        if not self.may_decide(by, {village}):
            return "refused"
        proposal = self.points[key].villages.setdefault(village, Proposal())
        if proposal.state == "confirmed":
            return "already"
        proposal.state, proposal.by, proposal.at = "confirmed", by, self.now
        self._announce(key, {village}, entry_id)
        return "done"

    def done_reopen(self, by, key, village, entry_id) -> str:
        if not self.may_decide(by, {village}):
            return "refused"
        proposal = self.points[key].villages[village]
        if proposal.state != "dismissed":
            return "already"
        proposal.state, proposal.by, proposal.at = "proposed", "", None
        self.write(entry_id, item=key)
        return "done"

    def done_call_back(self, by, old: Written, entry_id) -> str:
        lines = set() if old.withdrawn else old.villages
        own_and_seen = self.may_decide(by, lines) and self.sees(by, old, lines) and old.audience != "named"
        if not (self.works_for_umbrella(by) or own_and_seen):
            return "refused"
        if old.withdrawn:
            return "already"
        released = old.release_at <= self.now
        self._propose_again(old)
        old.withdrawn = True
        told = [owed for owed in self.owed if owed.entry is old and owed.mail is not None]
        self.owed = [owed for owed in self.owed if owed.entry is not old or not owed.is_open]
        new = self.write(
            entry_id,
            item=old.item,
            audience=old.audience if released else "board",
            theme=old.theme,
            villages=set(old.villages) if released else set(),
            readers=set(old.readers),
            withdraws=True,
        )
        weekly = weekly_moment(self.now)
        self.owed += [Owed(owed.person, new, weekly, weekly=True) for owed in told]
        return "done"

    def done_narrow(self, by, entry: Written, audience, readers: set[str], entry_id) -> str:
        if not self.works_for_umbrella(by):
            return "refused"
        if entry.withdrawn:
            return "already"
        if not self._is_narrower(entry, audience, readers):
            return "wider"
        entry.audience, entry.readers = audience, set(readers)
        for owed in self.owed:
            if owed.entry is entry and owed.is_open:
                owed.dropped = not self.sees(owed.person, entry, entry.villages)
        self.write(entry_id, item=entry.item)
        return "done"

    def done_add_seat(self, by, seat: Dated, entry_id) -> str:
        if not self.may_keep_board(by, seat.what):
            return "refused"
        self.seats.append(seat)
        return self._tell_of_board(seat.what, entry_id)

    def done_end_seat(self, by, seat: Dated, until_on, entry_id) -> str:
        if not self.may_keep_board(by, seat.what):
            return "refused"
        if seat.until_on:
            return "already"
        seat.until_on = until_on
        if until_on <= self.today:
            ended = (seat.who, (seat.role, seat.what))
            self.owed = [o for o in self.owed if not o.is_open or (o.person, o.function) != ended]
        return self._tell_of_board(seat.what, entry_id)

    def done_add_membership(self, by, membership: Dated, entry_id) -> str:
        if not self.works_for_umbrella(by):
            return "refused"
        self.memberships.append(membership)
        self.write(entry_id)
        return "done"

    def done_end_membership(self, by, membership: Dated, until_on, entry_id) -> str:
        if not self.works_for_umbrella(by):
            return "refused"
        membership.until_on = until_on
        self.write(entry_id)
        return "done"

    def time_passes(self, now: datetime) -> None:
        """It is `now`, and the worker does what is due."""
        self.now = now
        due = {owed.person for owed in self.owed if owed.is_open and owed.due <= now}
        for person in sorted(due):
            self.mails += 1
            for owed in self.owed:
                if owed.person == person and owed.is_open and owed.entry.release_at <= now:
                    if self.sees(person, owed.entry, owed.entry.villages):
                        owed.mail = self.mails
                    else:
                        owed.dropped = True

    # --- the parts of it -------------------------------------------------------------------------

    def _decide(self, by, key, given: set[str] | None, state: str) -> tuple[str, set[str]]:
        found = self.points[key].villages
        meant = set(found) if given is None else set(found) & given
        if given is None and not self.works_for_umbrella(by):
            meant &= self.own_villages(by)
        if not meant or not self.may_decide(by, meant):
            return "refused", set()
        won = {village for village in meant if found[village].state == "proposed"}
        for village in won:
            found[village].state, found[village].by, found[village].at = state, by, self.now
        return ("done" if won else "already"), won

    def _decide_everywhere(self, by, key, state: str) -> str:
        if not self.works_for_umbrella(by):
            return "refused"
        everywhere = self.points[key].everywhere
        if everywhere.state != "proposed":
            return "already"
        everywhere.state, everywhere.by, everywhere.at = state, by, self.now
        return "done"

    def _announce(self, key, villages: set[str], entry_id) -> None:
        release_at = self.now + RELEASE
        self._postpone(key[0], release_at)
        for village in villages:
            self.points[key].villages[village].entry = entry_id
        starts_at = self.starts[key[0]]
        entry = self.write(
            entry_id,
            item=key,
            audience="public",
            theme=self.points[key].theme,
            villages=set(villages),
            release_at=release_at,
            shown_at=min(starts_at or self.now, self.now),
            announces=True,
        )
        seated = {seat.who: (seat.role, seat.what) for seat in self._seats_for(villages)}
        following = {person for person, village in self.follows if village in villages}
        following |= {person for person, theme in self.theme_follows if theme == entry.theme}
        self.owed += [Owed(who, entry, release_at, False, seated[who]) for who in sorted(seated)]
        weekly = weekly_moment(release_at)
        self.owed += [Owed(person, entry, weekly, weekly=True) for person in sorted(following - set(seated))]

    def _seats_for(self, villages: set[str]) -> list[Dated]:
        """The seats of today on the boards that speak for one of these villages."""
        boards = {
            name for name, kind in self.kinds.items() if kind == "member" and self.covered_by(name) & villages
        }
        return [seat for seat in self.seats if seat.what in boards and seat.holds_on(self.today)]

    def _postpone(self, sitting: str, release_at: datetime) -> None:
        for entry in self.entries:
            waits = entry.item and entry.item[0] == sitting and not entry.withdrawn
            if waits and self.now < entry.release_at < release_at:
                entry.release_at = min(release_at, entry.recorded_at + MOST_WAIT)
                for owed in self.owed:
                    if owed.entry is entry and owed.is_open:
                        moved = entry.release_at
                        owed.due = weekly_moment(moved) if owed.weekly else moved

    def _propose_again(self, entry: Written) -> None:
        point = self.points[entry.item]
        for village, proposal in list(point.villages.items()):
            if proposal.entry == entry.id and proposal.only_as_all:
                del point.villages[village]
            elif proposal.entry == entry.id:
                point.villages[village] = Proposal()
        if point.everywhere.entry == entry.id:
            point.everywhere = Proposal()

    def _is_narrower(self, entry: Written, audience: str, readers: set[str]) -> bool:
        if audience == "named":
            return bool(readers) and all(self.sees(reader, entry, entry.villages) for reader in readers)
        if entry.audience == "named":
            return False
        return WIDEST_FIRST.index(audience) > WIDEST_FIRST.index(entry.audience)

    def _tell_of_board(self, board: str, entry_id) -> str:
        villages = self.covered_by(board)
        self.write(entry_id, audience="village" if villages else "table", villages=villages)
        return "done"
