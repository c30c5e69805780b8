"""Mijn dorp: what a board sees first, what it writes, what others see, and what it passes on."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from naober.journal.action import NotAllowedError, action
from naober.journal.models import Audience, Entry
from naober.journal.record import record
from naober.kit import dates, guard
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.middleware import SESSION_PERSON
from naober.register import queries as register
from naober.register.own_village import actions, queries, wording
from naober.register.own_village.models import VillageDate, VillageText
from testing.house import build_house

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=dates.LOCAL)
PARTY = date(2026, 12, 5)


@pytest.fixture
def house():
    cache.clear()
    with dates.as_if(NOW):
        yield build_house()


@pytest.fixture
def hijken(house):
    return house.villages["Hijken"]


def browser(house, who):
    client = Client()
    if who == "visitor":
        return client
    client.force_login(people.account_for(f"{who}@dorp.example"))
    session = client.session
    session[SESSION_PERSON] = house.people[who].pk
    session.save()
    return client


def words(body):
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<script.*?</script>", " ", body, flags=re.S)).split())


def main(body):
    """The page from its sign down: without the frame, and the banner that says whose eyes these are."""
    return " ".join(
        re.search(r'<div class="naober-wrap naober-village-head">.*</main>', body, re.S)[0].split()
    )


# --- who ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["visitor", "resident", "carla", "dirk", "alderman"])
def test_who_does_not_sit_for_a_village_keeps_nothing_of_it(house, hijken, who):
    by = house.actor(who)
    for act, more in (
        (actions.add_date, {"on": PARTY, "title": "Feest"}),
        (actions.write_text, {"text": "Mooi dorp", "after": 0}),
        (actions.say_quiet, {}),
    ):
        with pytest.raises(NotAllowedError):
            act(by=by, village=hijken, **more)
    assert Entry.objects.filter(kind__startswith="village_").exclude(kind="village_added").count() == 0


def test_only_the_own_board_sees_the_first_panel(house, hijken):
    shown = {who: queries.own_village(house.actor(who), hijken, None) is not None for who in house.viewers}
    assert [who for who, seen in shown.items() if seen] == ["bert"]


# --- alles rustig -----------------------------------------------------------------------------------------


def test_all_quiet_counts_as_heard_and_nobody_else_reads_it(house, hijken):
    hijbel = house.associations["Hijken"]
    assert queries.last_heard_at(hijbel) is None
    entry = actions.say_quiet(by=house.actor("bert"), village=hijken)
    assert (queries.last_heard_at(hijbel), entry.audience) == (NOW, Audience.VILLAGE)
    seen = {
        who: [e.title for e in register.village_page(house.actor(who), hijken).entries]
        for who in ("visitor", "carla", "dirk")
    }
    assert seen == {"visitor": [], "carla": [], "dirk": []}
    actions.take_back_quiet(by=house.actor("bert"), entry=entry)
    assert (
        queries.last_heard_at(hijbel),
        queries.own_village(house.actor("bert"), hijken, hijbel).quiet,
    ) == (
        None,
        None,
    )


def test_by_telephone_the_officer_notes_it_for_the_board(house, hijken):
    entry = actions.say_quiet(by=house.actor("renske"), village=hijken)
    assert (entry.channel, entry.behalf_of, entry.person) == (
        "phone", house.associations["Hijken"], house.people["renske"],
    )  # fmt: skip


def test_whom_we_can_help_is_a_list_by_name(house, hijken):
    actions.say_quiet(by=house.actor("bert"), village=hijken)
    assert [one.short_name for one in queries.not_heard_from()] == ["Elp", "Hooghalen e.o."]
    with dates.as_if(NOW + timedelta(days=181)):
        assert [one.short_name for one in queries.not_heard_from()] == ["Elp", "Hijken", "Hooghalen e.o."]


# --- dates ------------------------------------------------------------------------------------------------


def test_a_date_for_the_board_is_seen_by_the_board(house, hijken):
    bert = house.actor("bert")
    actions.add_date(by=bert, village=hijken, on=PARTY, title="Feest", at=time(19, 30), where="De Dorpshoeve")
    actions.add_date(by=bert, village=hijken, on=PARTY, title="Vergadering", public=False)
    actions.add_date(by=bert, village=hijken, on=NOW.date(), title="Vandaag")
    with dates.as_if(NOW + timedelta(days=1)):
        seen = {who: [d.title for d in queries.dates_of(house.actor(who), hijken)] for who in house.viewers}
    both, one = ["Vergadering", "Feest"], ["Feest"]
    own = {"bert", "geertje", "renske"}
    assert {who: sorted(titles) for who, titles in seen.items()} == {
        who: sorted(both) if who in own else one for who in house.viewers
    }
    lines = {e.line: e.audience for e in Entry.objects.filter(kind="village_date_added")}
    assert lines == {
        "Feest, zaterdag 5 december": "public",
        "Vergadering, zaterdag 5 december": "village",
        "Vandaag, vandaag": "public",
    }


def test_a_date_is_put_in_and_taken_out_by_form(house, hijken):
    client = browser(house, "bert")
    form = {"title": "Opruimdag", "on": "2026-12-05", "at": "10:00", "where": "", "public": "yes"}
    assert client.post("/dorpen/hijken/datums/", form | {"on": "2026-11-01"}).status_code == 422
    assert client.post("/dorpen/hijken/datums/", form).status_code == 302
    kept = VillageDate.objects.get()
    assert (kept.title, kept.at, kept.public) == ("Opruimdag", time(10, 0), True)
    client.post(f"/dorpen/datums/{kept.pk}/weg/")
    assert VillageDate.objects.count() == 0


# --- text -------------------------------------------------------------------------------------------------


def write(house, hijken, text, after):
    return actions.write_text(by=house.actor("bert"), village=hijken, text=text, after=after)


def test_every_text_stays_and_going_back_is_a_new_version(house, hijken):
    write(house, hijken, "Klein dorp", 0)
    write(house, hijken, "Groot dorp", 1)
    client = browser(house, "bert")
    client.post(f"/dorpen/tekst/{VillageText.objects.get(number=1).pk}/terug/")
    hijken.refresh_from_db()
    assert hijken.about == "Klein dorp"
    assert list(VillageText.objects.order_by("number").values_list("text", flat=True)) == [
        "Klein dorp", "Groot dorp", "Klein dorp",
    ]  # fmt: skip


def test_what_stood_there_before_the_first_version_is_kept(house, hijken):
    with guard.opened("test"):
        hijken.about = "Zo stond het er"
        hijken.save()
    write(house, hijken, "Nieuw", 0)
    assert list(queries.texts_of(hijken).values_list("number", "text")) == [
        (2, "Nieuw"),
        (1, "Zo stond het er"),
    ]


def test_a_stale_form_shows_both_texts(house, hijken):
    write(house, hijken, "Van een ander", 0)
    client = browser(house, "bert")
    answer = client.post("/dorpen/hijken/tekst/", {"text": "Van mij", "after": "0"})
    page = answer.content.decode()
    assert (answer.status_code, "Van mij" in page, "Van een ander" in page) == (422, True, True)
    assert client.post("/dorpen/hijken/tekst/", {"text": "Van mij", "after": "1"}).status_code == 302
    hijken.refresh_from_db()
    assert hijken.about == "Van mij"


# --- what others see --------------------------------------------------------------------------------------


def test_the_mirror_is_the_page_of_a_visitor(house, hijken):
    bert = house.actor("bert")
    actions.add_date(by=bert, village=hijken, on=PARTY, title="Feest")
    actions.add_date(by=bert, village=hijken, on=PARTY, title="Bestuur", public=False)
    actions.say_quiet(by=bert, village=hijken)
    told(house, hijken)
    told(house, hijken, audience=Audience.VILLAGE, line="Geheim")
    mirror = browser(house, "bert").get("/dorpen/hijken/zo-ziet-een-ander-het/").content.decode()
    visitor = browser(house, "visitor").get("/dorpen/hijken/").content.decode()
    assert "Zo ziet een ander het." in mirror
    assert main(mirror) == main(visitor)
    own = browser(house, "bert").get("/dorpen/hijken/").content.decode()
    assert main(own) != main(visitor)


# --- pass on and read aloud -------------------------------------------------------------------------------


@action
def tell(*, by, village, audience, line):
    reasons = {village.pk: "Omdat er staat: “de weg door Hijken”."}
    return record(
        by=by, kind="item_confirmed", line=line, area="decisions", audience=audience, villages=reasons
    )


def told(house, hijken, audience=Audience.PUBLIC, line="Snelheid in de kom: op de agenda"):
    return tell(by=house.actor("renske"), village=hijken, audience=audience, line=line)


def test_a_line_for_the_group_is_short_and_has_its_link(house, hijken):
    entry = told(house, hijken, line="Woord " * 30)
    shown = queries.shared_line("hijken", entry.pk).shown
    assert len(wording.share_text(hijken, shown)) <= 300
    page = browser(house, "bert").get(f"/dorpen/hijken/delen/{entry.pk}/").content.decode()
    assert "http://localhost:8000/dorpen/hijken/" in page
    assert page.count("<script") == 1


def test_what_not_everybody_may_read_is_not_passed_on(house, hijken):
    kept = told(house, hijken, audience=Audience.VILLAGE)
    client = browser(house, "bert")
    assert client.get(f"/dorpen/hijken/delen/{kept.pk}/").status_code == 404
    assert "Deel in de dorpsapp" not in client.get("/dorpen/hijken/").content.decode()


def test_three_sentences_to_read_aloud(house, hijken):
    empty = queries.rondvraag(house.actor("bert"), hijken)
    assert empty == queries.Rondvraag(
        "Er was deze tijd geen nieuws over Hijken.",
        "Er staat nog niets op onze agenda.",
        "Weet u iets dat beter kan? Zeg het een van ons.",
    )
    bert = house.actor("bert")
    actions.add_date(by=bert, village=hijken, on=PARTY, title="Feest", at=time(19, 30), where="De Dorpshoeve")
    told(house, hijken, line="Zebrapad: aangenomen")
    told(house, hijken, audience=Audience.VILLAGE, line="Geheim")
    said = queries.rondvraag(bert, hijken)
    assert said.comes == "Zaterdag 5 december, 19.30 uur: Feest, De Dorpshoeve."
    assert said.was == "Zebrapad: aangenomen."


def test_a_visitor_is_sent_to_sign_in(house):
    answer = browser(house, "visitor").get("/dorpen/hijken/rondvraag/")
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/inloggen/")


def test_a_machine_keeps_nothing(hijken):
    with pytest.raises(NotAllowedError):
        actions.say_quiet(by=Actor.machine("clock"), village=hijken)
