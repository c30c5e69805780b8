"""What kind a mail is, and whether a machine may answer it."""

import pytest

from .make_mail import BOUNCE_TO_US, REPLY_TO_US, TOKEN, file_part, mail, parts, read, reply, text_part

FORGED = "mx.overleg.example; spf=fail; dmarc=fail (p=none) header.from=x.example"
MACHINES = {
    "header": mail("x", Auto_Submitted="auto-replied"),
    "header with comment": mail("x", Auto_Submitted="auto-generated (vacation)"),
    "other header": mail("x", X_Autoreply="yes"),
    "precedence": mail("x", Precedence="auto_reply"),
    "empty envelope": mail("Wij zijn dicht.", Return_Path="<>"),
    "subject": mail("Ik ben er niet.", subject="Automatisch antwoord: Sloten"),
    "absence": mail(
        "Ik ben van 2 tot 12 november met vakantie. Uw bericht wordt niet doorgestuurd. Na mijn "
        "terugkomst lees ik uw mail.",
        subject="Re: Sloten",
    ),
    "absence of an office": mail(
        "Bedankt voor uw bericht. Ik ben niet aanwezig. Bij spoed kunt u bellen. Vanaf 12 november ben "
        "ik er weer.",
        subject="Afwezig: Sloten",
    ),
    "english": mail(
        "I am currently on annual leave and will be back on 12 November. For urgent matters contact my "
        "colleague.",
        subject="Re: Sloten",
    ),
    "german": mail(
        "Ich bin bis zum 12. November nicht im Büro. Ihre E-Mail wird nicht weitergeleitet. In "
        "dringenden Fällen "
        "wenden Sie sich an Frau Maier.",
        subject="AW: Sloten",
    ),
    "case system": mail(
        "Wij hebben uw bericht in goede orde ontvangen onder zaaknummer Z-2026-00123.\n\nDit is een "
        "automatisch "
        "gegenereerd bericht, u kunt hier niet op reageren.",
        subject="Ontvangstbevestiging zaak Z-2026-00123",
    ),
    "case system without a word of it": mail(
        "Bedankt voor uw melding. Uw meldingsnummer is 2026-4711. Wij nemen binnen 3 werkdagen contact "
        "met u op.",
        subject="Uw melding 2026-4711 is ontvangen",
    ),
    "our own, come back": mail(
        "Dank.",
        sender="post@overleg.example",
        Auto_Submitted="auto-generated",
        Message_ID="<b@overleg.example>",
    ),
    "read": mail("Uw bericht is gelezen", subject="Gelezen: Sloten"),
    "read receipt": parts(
        text_part("Gelezen."),
        "Content-Type: message/disposition-notification\n\nDisposition: x; displayed",
        content_type='multipart/report; report-type=disposition-notification; boundary="grens"',
    ),
    "calendar": parts(
        text_part("Komt."),
        "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR",
        kind="alternative",
    ),
    "dmarc": parts(
        text_part("Rapport."),
        file_part("post.example!overleg.example!1762000000!1762086400.xml.gz", b"\x1f\x8b"),
        subject="Report Domain: overleg.example Submitter: post.example Report-ID: <7>",
    ),
}
PEOPLE = {
    "away from a meeting": mail(
        "Ik ben 12 november afwezig bij de vergadering, dan zit ik op Texel.", subject="Afwezig"
    ),
    "a holiday": mail("In de vakantie is het zwembad dicht. Kan dat anders?", subject="Vakantie"),
    "a letter received": mail(
        "Wij hebben uw brief ontvangen. Ons bestuur wil eerst de sloot schoon.", subject="Uw brief"
    ),
    "not automatic": mail("De lamp is stuk.", Auto_Submitted="no"),
    "asks for a receipt": mail("Graag een ontvangstbevestiging.", subject="Verzoek om ontvangstbevestiging"),
    "an office that is closed": mail(
        "Het gemeentehuis is vrijdag gesloten. Kunt u dat bespreken?", subject="Open"
    ),
    "sent on by an alias": mail(
        "De lamp is stuk.", Return_Path="<SRS0=ab=cd=dijkhuis.example=fokje@elp.example>"
    ),
    "another address to answer to": mail("De lamp is stuk.", Reply_To="fokje.prive@dijkhuis.example"),
    "not spam": mail("De lamp is stuk.", X_Spam_Status="No, score=0.1", X_Spam_Flag="NO"),
    "about spam": mail("Er staat spam op de site.", subject="Spam op onze website"),
    "checked by a stranger": mail("De lamp is stuk.", Authentication_Results="mx.vreemd.example; dmarc=fail"),
    "answers another": mail(
        "Dank.\n\nOp 3-11-2026 om 09:00 schreef Jan <jan@x.example>:\n> hallo", subject="Re: x"
    ),
}
PROGRAMS = {
    "boot.exe": b"MZ\x90\x00\x03" + b"\0" * 60,
    "foto.pdf": b"MZ\x90\x00\x03" + b"\0" * 60,
    "factuur.pdf.exe": b"abc",
    "lijst.js": b"alert(1)",
    "kerst.scr": b"x",
    "begroting.docm": b"PK\x03\x04",
    "factuur\u202efdp.exe": b"x",
    "prog": b"\x7fELF\x01",
}


@pytest.mark.parametrize("name", MACHINES)
def test_a_machine_is_known_and_never_answered(name):
    mail_read = read(MACHINES[name])
    assert (mail_read.kind, mail_read.may_auto_reply, mail_read.answer) == ("auto", False, None)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_no_machine(name):
    mail_read = read(PEOPLE[name])
    assert (mail_read.kind, mail_read.may_auto_reply) == ("new", True)


@pytest.mark.parametrize(
    "extra",
    [
        {"sender": "noreply@site.example"},
        {"sender": "post@overleg.example"},
        {"sender": "gea@overleg.example"},
        {"sender": REPLY_TO_US},
        {"Reply_To": "no-reply@site.example"},
        {"Reply_To": "post@overleg.example"},
        {"X_Auto_Response_Suppress": "OOF, DR"},
        {"sender": "postmaster@site.example"},
    ],
)
def test_what_a_machine_might_read_is_not_answered(extra):
    mail_read = read(mail("De lamp is stuk.", **extra))
    assert (mail_read.kind, mail_read.may_auto_reply) == ("new", False)


@pytest.mark.parametrize(
    "extra",
    [
        {"List_Id": "<a.b>"},
        {"Precedence": "list"},
        {"Precedence": "bulk"},
        {"List_Unsubscribe": "<mailto:x@y.example>"},
    ],
)
def test_a_list_is_bulk_even_when_a_person_wrote(extra):
    mail_read = read(mail("Wie heeft een ladder te leen?\n\nFokje", **extra))
    assert (mail_read.kind, mail_read.may_auto_reply) == ("bulk", False)
    assert mail_read.text == "Wie heeft een ladder te leen?"


def test_a_newsletter_without_its_headers_is_bulk_and_passed_on_by_a_person_it_is_not():
    letter = "Nieuws uit de streek.\n\nBekijk online.\n\nUitschrijven kan hier: https://x.example"
    assert read(mail(letter)).kind == "bulk"
    head = (
        "Van: Streek <nieuws@streek.example>\nVerzonden: dinsdag 3 november 2026 08:00\nAan: Fokje\n"
        "Onderwerp: Nieuws"
    )
    mail_read = read(mail(f"Leuk?\n\n{head}\n\n{letter}", subject="FW: Nieuws"))
    assert (mail_read.kind, mail_read.author_hint) == ("new", "nieuws@streek.example")


@pytest.mark.parametrize(
    "extra",
    [
        {"X_Spam_Flag": "YES"},
        {"X_Spam_Status": "Yes, score=9"},
        {"subject": "[SPAM] Win"},
        {"subject": "***SPAM*** Win"},
    ],
)
def test_what_the_filter_marked_is_suspect(extra):
    mail_read = read(mail("Win een fiets.", **extra))
    assert (mail_read.kind, mail_read.may_auto_reply) == ("spam_suspect", False)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_goes_to_a_human(name):
    mail_read = read(parts(text_part("Zie bijlage."), file_part(name, PROGRAMS[name])))
    assert (mail_read.kind, mail_read.may_auto_reply) == ("quarantine", False)
    assert [file.kind for file in mail_read.attachments] == ["dangerous"]


@pytest.mark.parametrize(
    "raw",
    [
        mail("x", Authentication_Results=FORGED),
        mail("x", subject="=?utf-8?Q?Sloten=0D=0ABcc:_x=40y.example?="),
        mail("x", sender="=?utf-8?B?SmFuDQpCY2M6IHg=?= <jan@jan.example>"),
        mail("x", subject="s" * 2100),
        mail("--ander\r\n\r\nx", content_type='multipart/mixed; boundary="grens"'),
        mail("x", content_type="multipart/mixed"),
    ],
)
def test_forged_and_broken_mail_goes_to_a_human(raw):
    mail_read = read(raw)
    assert (mail_read.kind, mail_read.may_auto_reply) == ("quarantine", False)


def test_a_token_does_not_lift_quarantine():
    mail_read = read(reply("Ja.", Authentication_Results=FORGED))
    assert (mail_read.kind, mail_read.reply_token, mail_read.answer) == ("quarantine", TOKEN, None)


def test_only_the_topmost_result_of_our_own_server_counts():
    fine = "mx.overleg.example; dmarc=pass header.from=x.example"
    raw = mail("De lamp is stuk.", Authentication_Results=f"{fine}\r\nAuthentication-Results: {FORGED}")
    assert read(raw).kind == "new"


@pytest.mark.parametrize(
    ("raw", "token"),
    [
        (mail("Ja", to=REPLY_TO_US), TOKEN),
        (mail("Ja", to=REPLY_TO_US.upper()), TOKEN),
        (mail("Ja", Cc=f"jan@x.example, {REPLY_TO_US}"), TOKEN),
        (mail("Ja", to="antwoord+zz@overleg.example"), None),
        (mail("Ja", to=f"antwoord+{TOKEN}0@overleg.example"), None),
        (mail("Ja", In_Reply_To="<a.1@overleg.example>"), None),
        (mail("Ja\n\nOp 3-11-2026 om 09:00 schreef Het Overleg:\n> hallo", subject="Antw: x"), None),
    ],
)
def test_an_answer_to_us_is_known_by_address_reference_or_quote(raw, token):
    mail_read = read(raw)
    assert (mail_read.kind, mail_read.reply_token, mail_read.may_auto_reply) == ("reply", token, True)


def test_a_token_in_the_words_or_at_another_domain_is_none():
    assert read(mail(f"Ja {REPLY_TO_US}")).reply_token is None
    assert read(mail("Ja", to=f"antwoord+{TOKEN}@elders.example")).reply_token is None
    assert read(mail("Ja", to=BOUNCE_TO_US)).reply_token is None


def test_our_question_sent_back_as_a_forward_is_an_answer_and_another_forward_is_not():
    head = (
        "Verzonden: dinsdag 3 november 2026 08:00\nAan: Fokje\nOnderwerp: Brief over de sloten\n\n"
        "Steunt u dit?"
    )
    ours = f"Akkoord.\n\nVan: Het overleg <{REPLY_TO_US}>\n{head}"
    other = f"Zie onder.\n\nVan: Jan <jan@x.example>\n{head}"
    assert read(mail(ours, to=REPLY_TO_US, subject="FW: Brief over de sloten")).kind == "reply"
    assert read(mail(other, to=REPLY_TO_US, subject="FW: Brief over de sloten")).kind == "new"


def test_a_form_and_a_list_name_the_real_writer():
    form = (
        "Naam: Aly Kuper\nE-mail: aly@kuper.example\nTelefoon: 0592-000000\nBericht:\nDe bank is "
        "kapot.\nWie maakt hem?\n\n"
        "--\nDeze e-mail is verzonden via het formulier van zandhuizen.example"
    )
    mail_read = read(mail(form, sender="Website <noreply@zandhuizen.example>", subject="Formulier"))
    assert (mail_read.author_hint, mail_read.text) == (
        "aly@kuper.example",
        "De bank is kapot.\nWie maakt hem?",
    )
    rewritten = mail(
        "De bank is kapot.",
        sender="Aly via Dorpsraden <raden@lijst.example>",
        to="raden@lijst.example",
        Reply_To="Aly <aly@kuper.example>",
        List_Id="<raden.lijst.example>",
    )
    assert (read(rewritten).kind, read(rewritten).author_hint) == ("bulk", "aly@kuper.example")
    resent = mail("De bank is kapot.", Resent_From="Belang <pb@elp.example>")
    assert read(resent).author_hint == "fokje@dijkhuis.example"
    assert read(mail("De bank is kapot.", Reply_To="fokje2@dijkhuis.example")).author_hint is None
