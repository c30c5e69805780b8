"""The mail of the demo: to read as it arrives, and nowhere but in a demo."""

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from naober.config import urls
from naober.post.outbox import write_mail


class DemoAddresses:
    urlpatterns = urls.addresses(demo=True)


@pytest.fixture
def mail(db):
    with transaction.atomic():
        return write_mail(
            to="geertje@hijken.example",
            subject="Nieuws over Hijken",
            text="Dag Geertje, uw code is 12AB",
            html='<p style="color:#16232b;">Dag Geertje</p>',
            area="journal",
        )


@pytest.fixture
def in_demo(settings):
    settings.ROOT_URLCONF = DemoAddresses


def test_a_mail_is_shown_as_it_arrives_with_style_in_its_lines_and_no_more(client, mail, in_demo):
    answer = client.get(reverse("sent_mail_html", kwargs={"public_id": mail.public_id}))

    assert answer.content.decode() == mail.html
    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )


def test_every_other_page_forbids_style_in_the_line(client, mail, in_demo):
    answer = client.get(reverse("sent_mail_detail", kwargs={"public_id": mail.public_id}))

    assert "style-src 'self'" in answer["Content-Security-Policy"]
    assert "Dag Geertje, uw code is 12AB" in answer.content.decode()


def test_a_mail_of_plain_text_has_no_other_form(client, mail, in_demo):
    mail.html = ""
    mail.save(update_fields=["html"])

    answer = client.get(reverse("sent_mail_html", kwargs={"public_id": mail.public_id}))

    assert answer.status_code == 404


def test_outside_a_demo_there_is_no_such_address(client, mail):
    assert client.get(f"/verstuurde-post/{mail.public_id}/opgemaakt/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("sent_mail_html", kwargs={"public_id": mail.public_id})
