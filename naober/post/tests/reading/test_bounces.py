"""Mail that came back, by the standard and as servers write it in words of their own."""

import pytest

from .make_mail import BOUNCE_TO_US, TOKEN, mail, parts, read, text_part

GONE = "weg@pbzand.example"


def report(status, action="failed", diagnostic="", final=f"rfc822; {GONE}", original="", to=BOUNCE_TO_US):
    lines = [
        "Reporting-MTA: dns; mx.x.example",
        "",
        f"Final-Recipient: {final}",
        f"Action: {action}",
        f"Status: {status}",
    ]
    lines += [f"Diagnostic-Code: {diagnostic}"] if diagnostic else []
    lines += [f"Original-Recipient: {original}"] if original else []
    return parts(
        text_part("Uw bericht kon niet worden bezorgd."),
        "Content-Type: message/delivery-status\n\n" + "\n".join(lines),
        f"Content-Type: text/rfc822-headers\n\nTo: {GONE}",
        content_type='multipart/report; report-type=delivery-status; boundary="grens"',
        to=to,
        sender="Mail Delivery <MAILER-DAEMON@mx.x.example>",
        subject="Undelivered Mail",
        Return_Path="<>",
    )


def words(text, subject, sender="Mail Delivery System <Mailer-Daemon@mx.x.example>", **extra):
    return mail(text, subject=subject, sender=sender, to=BOUNCE_TO_US, **{"Return_Path": "<>", **extra})


BOUNCES = {
    "unknown": (report("5.1.1"), "5.1.1"),
    "full": (report("5.2.2"), "5.2.2"),
    "delayed": (report("4.4.1", "delayed"), "4.4.1"),
    "refused": (report("5.7.1"), "5.7.1"),
    "vague status, exact answer": (report("5.0.0", diagnostic="smtp; 550 5.1.1 unknown"), "5.1.1"),
    "two digits": (report("5.1.10"), "5.1.10"),
    "no type before the address": (report("5.1.1", final=GONE), "5.1.1"),
    "brackets and capitals": (report("5.1.1", final="rfc822;<Weg@PBzand.example>"), "5.1.1"),
    "sent on by an alias": (report("5.1.1", final="rfc822; x@y.example", original=f"rfc822;{GONE}"), "5.1.1"),
    "exim": (
        words(
            f"A message that you sent could not be delivered.\n\n  {GONE}\n    SMTP error from remote "
            "mail server after "
            f"RCPT TO:<{GONE}>:\n    550 5.1.1 <{GONE}>: Recipient address rejected\n\n------ This is a "
            "copy of the "
            "message, including all the headers. ------\n\nReturn-path: <post@overleg.example>\nTo: "
            "ander@x.example",
            "Mail delivery failed: returning message to sender",
            X_Failed_Recipients=GONE,
        ),
        "5.1.1",
    ),
    "exim, no such domain": (
        words(
            f"A message could not be delivered.\n\n  {GONE}\n    Unrouteable address\n",
            "Mail delivery failed",
        ),
        "5.1.2",
    ),
    "qmail": (
        words(
            f"Hi. This is the qmail-send program at x.example.\n\n<{GONE}>:\nSorry, no mailbox here by "
            "that name. (#5.1.1)\n\n"
            "--- Below this line is a copy of the message.\n\nReturn-Path: <post@overleg.example>",
            "failure notice",
        ),
        "5.1.1",
    ),
    "qmail without a status": (
        words(
            f"<{GONE}>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 No such user here",
            "failure notice",
        ),
        "5.1.1",
    ),
    "gmail": (
        words(
            f"** Adres niet gevonden **\n\nJe bericht is niet bezorgd aan {GONE} omdat het adres niet "
            "is gevonden.\n\n"
            "550 5.1.1 The email account that you tried to reach does not exist.",
            "Delivery Status Notification (Failure)",
            sender="Mail Delivery Subsystem <mailer-daemon@gmail.example>",
        ),
        "5.1.1",
    ),
    "exchange": (
        words(
            f"Uw bericht aan {GONE} kan niet worden bezorgd.\n\nRemote Server returned '550 5.1.10 "
            "RecipientNotFound'",
            "Onbestelbaar: Brief",
            sender="postmaster@pbzand.example",
        ),
        "5.1.10",
    ),
    "exchange, full": (
        words(
            f"Aflevering is mislukt voor:\n\n{GONE}\nHet postvak is vol.\n\n#554 5.2.2 mailbox full##",
            "Niet bezorgd: Brief",
            sender="Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@pbzand.example>",
        ),
        "5.2.2",
    ),
    "full in words": (
        words(
            f"Het bericht aan <{GONE}> kon niet worden afgeleverd: mailbox is vol.", "Bericht niet afgeleverd"
        ),
        "5.2.2",
    ),
    "postfix": (
        words(
            f"This is the mail system.\n\n<{GONE}>: host mx said: 550 5.1.1 user unknown", "Undelivered Mail"
        ),
        "5.1.1",
    ),
    "sendmail": (
        words(
            f"   ----- The following addresses had permanent fatal errors -----\n<{GONE}>\n    (reason: "
            "550 5.1.1 User unknown)",
            "Returned mail: see transcript for details",
        ),
        "5.1.1",
    ),
    "delayed in words": (
        words(f"Het bericht aan {GONE} is nog niet bezorgd. Wij blijven het proberen.", "Vertraagd: Brief"),
        "4.4.1",
    ),
    "german": (
        words(
            f"Ihre Nachricht an {GONE} konnte nicht zugestellt werden.\n\n550 5.1.1 unbekannt",
            "Unzustellbar: x",
        ),
        "5.1.1",
    ),
}


@pytest.mark.parametrize("name", BOUNCES)
def test_what_came_back_is_known(name):
    raw, status = BOUNCES[name]
    mail_read = read(raw)
    assert (mail_read.kind, mail_read.may_auto_reply) == ("bounce", False)
    assert mail_read.bounce.row() == {
        "status": status,
        "recipient": GONE,
        "permanent": status.startswith("5.1."),
        "token": TOKEN,
    }


def test_a_delivery_that_succeeded_closes_no_address():
    assert read(report("2.0.0", "delivered")).bounce.permanent is False


def test_without_our_return_address_there_is_no_token():
    assert read(report("5.1.1", to="post@overleg.example")).bounce.token is None


def test_of_several_receivers_the_one_that_failed_counts():
    both = (
        "Final-Recipient: rfc822; goed@x.example\nAction: delivered\nStatus: 2.0.0\n\nFinal-Recipient: "
        "rfc822; "
    )
    both += f"{GONE}\nAction: failed\nStatus: 5.1.1"
    raw = parts(
        text_part("x"),
        f"Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n{both}",
        content_type='multipart/report; report-type=delivery-status; boundary="grens"',
        to=BOUNCE_TO_US,
    )
    assert (read(raw).bounce.recipient, read(raw).bounce.status) == (GONE, "5.1.1")


@pytest.mark.parametrize(
    "raw",
    [
        mail(
            "Mijn mail aan jullie kwam als onbestelbaar terug, klopt het adres?", subject="Mail niet bezorgd"
        ),
        mail(
            "Deze kwam terug, wat nu?\n\nVan: Mail Delivery System <MAILER-DAEMON@x.example>\n"
            "Verzonden: dinsdag 3 november "
            "2026 08:00\nAan: Fokje\nOnderwerp: Undelivered Mail\n\n550 5.1.1 user unknown",
            subject="FW: Undelivered Mail Returned to Sender",
        ),
    ],
)
def test_a_person_who_tells_of_a_bounce_is_no_bounce(raw):
    assert (read(raw).kind, read(raw).bounce) == ("new", None)
