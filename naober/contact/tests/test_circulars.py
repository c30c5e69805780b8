"""What is sent round reaches each once, by mail or telephone, can be called back, and leaves a proof."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail

from naober.contact import queries as telephone
from naober.contact.actions import log_attempt
from naober.contact.circulars import actions, queries
from naober.contact.models import Circular
from naober.journal import follows
from naober.journal.action import NotAllowedError
from naober.journal.models import Entry, Follow, Theme
from naober.kit import dates
from naober.post import worker
from naober.post.models import OutboxMessage
from naober.register import actions as register
from testing.house import SETUP, SINCE, House

pytestmark = pytest.mark.django_db
ROUND = {"subject": "Streekavond op 3 december", "text": "U bent welkom.\n\nKoffie om half acht."}


def send(house: House, **fields: object) -> Circular:
    return actions.send_circular(
        by=house.actor("renske"), form_key=uuid4(), **({**ROUND, "reach": "all"} | fields)
    )


def outbox() -> dict[str, OutboxMessage]:
    return {row.to: row for row in OutboxMessage.objects.filter(area="contact")}


def without_mail(house: House):
    person = register.add_person(by=SETUP, name="Jantje Hof", call_name="Jantje", phone="0000 - 00 00 77")
    register.add_seat(
        by=SETUP, person=person, role="secretary", from_on=SINCE, association=house.associations["Elp"]
    )
    return person


def test_one_of_each_board_gets_a_mail_of_their_own(house):
    send(house)
    assert set(outbox()) == {"bert@dorp.example", "carla@dorp.example"}
    of_bert = outbox()["bert@dorp.example"]
    assert of_bert.subject == ROUND["subject"]
    assert "Dag Bert,\n\nU bent welkom.\n\nKoffie om half acht.\n\nGroet,\nRenske Dekker" in of_bert.text
    assert "U krijgt dit omdat u secretaris bent van Belangenvereniging Hijken." in of_bert.text
    assert "carla" not in of_bert.text.lower()
    with dates.as_if(dates.now() + timedelta(minutes=11)):
        worker.send_mail("test")
    assert {sent.to[0]: sent.extra_headers["Reply-To"] for sent in mail.outbox} == {
        "bert@dorp.example": "renske@dorp.example",
        "carla@dorp.example": "renske@dorp.example",
    }


def test_the_whole_board_when_that_is_chosen_and_nobody_twice(house):
    chair = register.add_person(by=SETUP, name="Harm Ottens", call_name="Harm")
    for role in ("chair", "treasurer"):
        register.add_seat(
            by=SETUP, person=chair, role=role, from_on=SINCE, association=house.associations["Hijken"]
        )
    register.add_address(by=SETUP, address="harm@dorp.example", person=chair)
    send(house, reach="some", associations=[house.associations["Hijken"]])
    assert set(outbox()) == {"bert@dorp.example"}
    send(house, reach="some", associations=[house.associations["Hijken"]], whole_board=True)
    assert OutboxMessage.objects.filter(to="harm@dorp.example").count() == 1


def test_whoever_follows_a_theme(house):
    theme = Theme.objects.get(code="verkeer")
    Follow.objects.create(person=house.people["resident"], theme=theme)
    follows.follow_village(house.people["carla"], house.villages["Elp"])
    send(house, reach="theme", theme=theme)
    assert set(outbox()) == {"resident@dorp.example"}
    assert "U krijgt dit omdat u Verkeer volgt." in outbox()["resident@dorp.example"].text


def test_nobody_to_send_to_sends_nothing(house):
    with pytest.raises(actions.NobodyThereError):
        send(house, reach="some", associations=[house.associations["Elp"]])
    assert Circular.objects.count() == 0
    assert not Entry.objects.filter(kind="circular_sent").exists()


def test_called_back_in_time_nothing_leaves(house):
    circular = send(house)
    actions.recall_circular(by=house.actor("geertje"), circular=circular)
    with dates.as_if(dates.now() + timedelta(hours=1)):
        worker.send_mail("test")
        assert telephone.callback_list() == []
    assert (outbox(), mail.outbox) == ({}, [])
    assert [copy.state for copy in queries.proof(Circular.objects.get())] == ["Teruggeroepen"] * 2
    with pytest.raises(actions.AlreadyLeftError):
        actions.recall_circular(by=house.actor("renske"), circular=circular)


def test_what_may_have_left_is_not_called_back(house):
    circular = send(house)
    with dates.as_if(dates.now() + timedelta(minutes=11)), pytest.raises(actions.AlreadyLeftError):
        actions.recall_circular(by=house.actor("renske"), circular=circular)
    assert len(outbox()) == 2


def test_who_has_no_mail_is_called_and_the_proof_says_so(house):
    without_mail(house)
    circular = send(house)
    assert telephone.callback_list() == []  # it can still be called back
    with dates.as_if(dates.now() + timedelta(minutes=11)):
        (row,) = telephone.callback_list()
        assert (row.name, row.phone) == ("Jantje Hof", "0000 - 00 00 77")
        assert row.sentences == ("wij stuurden iets rond: Streekavond op 3 december.", ROUND["text"])
        OutboxMessage.objects.filter(to="bert@dorp.example").update(state="done")
        OutboxMessage.objects.filter(to="carla@dorp.example").update(state="failed")
        states = {copy.name: copy.state for copy in queries.proof(circular)}
        assert states == {
            "Jantje Hof": "Wordt gebeld",
            "Bert Oosting": "Verstuurd",
            "Carla Venema": "Kwam niet aan",
        }
        log_attempt(by=house.actor("renske"), about=row.about, subject_id=row.subject_id, outcome="spoken")
        assert [(r.about, r.name) for r in telephone.callback_list()] == [("mail", "Carla Venema")]
        assert queries.summary(queries.proof(circular)) == (
            "gebeld of brief: 1, verstuurd: 1, kwam niet aan: 1"
        )


def test_the_same_form_sent_twice_is_sent_round_once(house, officer):
    form = {**ROUND, "reach": "all", "form_key": str(uuid4()), "step": "send"}
    first, second = (officer.post("/rondsturen/nieuw/", form) for _ in range(2))
    assert first.url == second.url
    assert Circular.objects.count() == 1
    assert OutboxMessage.objects.filter(area="contact").count() == 2


def test_looking_sends_nothing_and_shows_each_their_own(house, officer):
    form = {**ROUND, "reach": "all", "form_key": str(uuid4()), "step": "look"}
    page = officer.post("/rondsturen/nieuw/", form).content.decode()
    assert "Twee mensen krijgen dit" in page
    assert "Dag Bert," in page
    carla = officer.post("/rondsturen/nieuw/", {**form, "as_whom": house.people["carla"].pk})
    assert "Dag Carla," in carla.content.decode()
    changed = officer.post("/rondsturen/nieuw/", {**form, "step": "change"}).content.decode()
    assert "Koffie om half acht." in changed
    assert (Circular.objects.count(), outbox()) == (0, {})


def test_a_choice_that_is_not_finished_says_what_to_do(house, officer):
    form = {**ROUND, "reach": "some", "form_key": str(uuid4()), "step": "send"}
    answer = officer.post("/rondsturen/nieuw/", form)
    assert answer.status_code == 422
    assert "Kies welke besturen het krijgen." in answer.content.decode()
    theme = officer.post("/rondsturen/nieuw/", {**form, "reach": "theme"})
    assert "Kies een thema uit de lijst." in theme.content.decode()
    nobody = {"reach": "some", "associations": [house.associations["Elp"].pk]}
    answer = officer.post("/rondsturen/nieuw/", {**form, **nobody})
    assert "Hier is niemand om het aan te sturen." in answer.content.decode()


def test_a_board_may_not_send_round(house):
    with pytest.raises(NotAllowedError):
        actions.send_circular(by=house.actor("bert"), form_key=uuid4(), **ROUND, reach="all")
