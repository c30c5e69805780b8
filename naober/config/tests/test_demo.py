"""The demo: six doors, one story that fakes nothing, and honest failures on show."""

import re
from datetime import datetime

import pytest
from django.core.cache import cache
from django.test import Client

from naober.config.demo import cast, story
from naober.config.demo.build import build_demo
from naober.config.urls import addresses
from naober.decisions import queries as decisions
from naober.decisions.models import Concern, Document
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.people.models import Village
from naober.post.worker import run_jobs
from naober.register.own_village import queries as own_village

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=LOCAL)


class Demo:
    urlpatterns = addresses(demo=True)


@pytest.fixture
def demo(settings):
    settings.ROOT_URLCONF, settings.NAOBER_DEMO = Demo, True
    cache.clear()
    with dates.as_if(NOW):
        build_demo()
        run_jobs("worker")
        yield Client()


def heading(answer):
    return re.findall(r"<h1[^>]*>\s*([^<]+?)\s*<", answer.content.decode())


def test_six_doors_lead_where_each_works(demo):
    leads_to = {}
    for key, *_ in cast.DOORS:
        leads_to[key] = demo.post(f"/kijk-mee/{key}/", follow=True).redirect_chain[-1][0]
    assert leads_to == {
        "geertje": "/vandaag/",
        "renske": "/vandaag/",
        "bert": "/dorpen/hijken/",
        "dirk": "/",
        "wethouder": "/",
        "inwoner": "/",
    }


def test_a_door_that_is_not_there_is_not_there(demo):
    assert demo.post("/kijk-mee/niemand/").status_code == 404


def test_each_stop_leads_on_and_says_what_is_still_to_come(demo):
    stops = story.stops()
    assert [stop.number for stop in stops] == [1, 2, 3, 4, 5, 6]
    for stop in stops:
        page = demo.get(f"/rondleiding/{stop.number}/")
        body = page.content.decode()
        assert heading(page) == [stop.title]
        assert ("Komt nog" in body) == (stop.url == "")
        assert (f"/rondleiding/{stop.number + 1}/" in body) == (stop.number < 6)
    assert demo.get("/rondleiding/7/").status_code == 404


def test_a_stop_opens_what_it_tells_of(demo):
    for stop in story.stops():
        if stop.url:
            answer = demo.post(f"/kijk-mee/{stop.door}/?next={stop.url}", follow=True)
            assert (answer.redirect_chain[-1][0], answer.status_code) == (stop.url, 200)


def test_the_phone_shows_the_mail_that_bert_had(demo):
    shown = story.stop_by_number(3).phone
    assert shown.startswith("Nieuws over Hijken")
    assert "Dag Bert" in shown


def test_failures_are_shown_honestly(demo):
    assert [one.short_name for one in own_village.not_heard_from()] == ["Zandloo"]
    promise = decisions.overdue_promises()[0]
    assert (promise.due_on.isoformat(), "Zandloo" in promise.item.title) == ("2026-11-19", True)
    read = Document.objects.order_by("read_at").values_list("read_at", flat=True)
    assert max((NOW - moment).days for moment in read if moment < NOW) >= 3
    friend = Concern.objects.get(item__title="Vergunning voor een winkel", village__name="Elp")
    assert friend.state == "proposed"


def test_who_disagrees_fails_or_owes_is_invented(demo):
    late = {promise.item.title.rsplit(" ", 1)[-1] for promise in decisions.overdue_promises()}
    named = late | {one.short_name for one in own_village.not_heard_from()}
    assert named <= set(Village.objects.filter(invented=True).values_list("name", flat=True))
