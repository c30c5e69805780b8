"""Mails of machines and of people, mixed: what a loop is made of. Seeded, so that a run repeats."""

import random

from naober.post.tests.conftest import raw_mail

# The subject of an absence, and its words, as one program writes both.
AWAY = (
    ("Automatisch antwoord: Afwezig", "Ik ben tot en met 3 december afwezig. Uw mail wordt niet gelezen."),
    ("Afwezigheidsbericht", "Wegens vakantie ben ik afwezig. Op maandag lees ik mijn mail weer."),
    ("Ik ben met vakantie", "Ik ben afwezig tot 3 december. Voor dringende zaken belt u 0000 - 00 00 00."),
    ("Autoreply: dorpen", "Dit is een automatisch bericht. U kunt hier niet op antwoorden."),
    ("Out of Office: Re: uw vraag", "I am out of the office until 3 December."),
    ("Automatic reply: vraag", "I am away and will answer when I return."),
    ("Abwesenheitsnotiz: Anfrage", "Ich bin bis zum 3. Dezember nicht im Büro."),
)
MACHINES = ("mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "bounce", "geen-antwoord")
MARKS = (
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-generated",
    "Auto-submitted: AUTO-REPLIED (vacation)",
    "Precedence: bulk",
    "Precedence: list",
    "Precedence: junk",
    "Precedence: auto_reply",
    "X-Autoreply: yes",
    "X-Autorespond: yes",
    "X-Auto-Response-Suppress: All",
    "Return-Path: <>",
    "List-Id: <nieuws.dorp.example>",
    "List-Unsubscribe: <mailto:af@dorp.example>",
    "X-Loop: info@naober.example",
)
WORDS = (
    "De lamp bij de brug is al een week stuk.", "Er ligt glas op het fietspad bij de school.",
    "Kan de bus weer stoppen bij het dorpshuis?", "Wij willen een bankje bij de kerk.",
    "De sloot langs de zandweg loopt over.",
)  # fmt: skip


def machine_mail(chance: random.Random) -> bytes:
    """A mail that a machine sent, marked by one of the ways in which machines mark theirs."""
    name = f"p{chance.randrange(400)}@dorp.example"
    way = chance.randrange(4)
    if way == 0:
        return raw_mail(sender=name, headers=[chance.choice(MARKS)], text=chance.choice(WORDS))
    if way == 1:
        subject, text = chance.choice(AWAY)
        return raw_mail(sender=name, subject=subject, text=text)
    if way == 2:
        sender = f"{chance.choice(MACHINES)}@{chance.choice(('dorp', 'gemeente', 'mx'))}.example"
        return raw_mail(sender=sender, text=chance.choice(WORDS))
    ours = chance.choice(("info@naober.example", f"retour+{chance.getrandbits(128):032x}@naober.example"))
    return raw_mail(sender=ours, text=chance.choice(WORDS))


def person_mail(chance: random.Random) -> bytes:
    """A mail that a person sent; a thousand people, so that each writes more than once."""
    sender = f"Jannes Kuper <j{chance.randrange(1000)}@dorp.example>"
    subject = chance.choice(("Lamp stuk", "Vraag", "Bankje", "Re: Lamp stuk"))
    return raw_mail(sender=sender, subject=subject, text=chance.choice(WORDS))


def mixed(count: int, seed: int):
    """`count` mails, each with whether a machine sent it; most are of machines."""
    chance = random.Random(seed)  # noqa: S311  to be repeated
    for _ in range(count):
        machine = chance.random() < 0.7
        yield machine, machine_mail(chance) if machine else person_mail(chance)
