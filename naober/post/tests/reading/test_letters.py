"""Letters as they were meant: character sets, codings, encoded headers, with the faults of real programs."""

from base64 import b64encode

import pytest

from .make_mail import mail, read

WORDS = "Eén café, prijs € 5 – “mooi”."
SIMPLE = "Eén café is dicht."


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (WORDS.encode(), "text/plain; charset=utf-8"),
        (WORDS.encode("cp1252"), "text/plain; charset=windows-1252"),
        (WORDS.encode("cp1252"), "text/plain; charset=iso-8859-1"),
        (WORDS.encode(), "text/plain; charset=iso-8859-1"),
        (WORDS.encode("cp1252"), "text/plain; charset=utf-8"),
        (WORDS.encode("cp1252"), "text/plain"),
        (WORDS.encode(), ""),
        (WORDS.encode(), "text/plain; charset=x-nooit-gehoord"),
        (WORDS.encode(), 'text/plain; charset="bz2"'),
        (WORDS.encode(), "text/plain; charset=us-ascii"),
        (
            WORDS.encode("utf-16"),
            "text/plain; charset=utf-16",
        ),
        (b"\xef\xbb\xbf" + WORDS.encode(), "text/plain; charset=utf-8"),
    ],
)
def test_words_are_read_as_they_were_meant(data, content_type):
    assert read(mail(data, content_type=content_type)).text == WORDS


def test_words_that_were_encoded_twice_are_put_right():
    assert read(mail(SIMPLE.encode().decode("cp1252").encode())).text == SIMPLE


@pytest.mark.parametrize(
    ("data", "coding", "words"),
    [
        (b"E=C3=A9n caf=C3=A9 is=  \r\n dicht.", "quoted-printable", SIMPLE),
        (b"100=% zeker=ZZ e=c3=a9n", "quoted-printable", "100=% zeker=ZZ eén"),
        (b64encode(SIMPLE.encode()), "base64", SIMPLE),
        (b64encode(SIMPLE.encode()).rstrip(b"="), "BASE64", SIMPLE),
        (b64encode(SIMPLE.encode()) + b"\r\n____\r\nRaad mailing list\r\n", "base64", SIMPLE),
        (SIMPLE.encode(), "base64", SIMPLE),
        (SIMPLE.encode(), "onbekend", SIMPLE),
    ],
)
def test_faulty_codings_are_forgiven(data, coding, words):
    assert read(mail(data, coding=coding)).text == words


@pytest.mark.parametrize(
    ("sent", "subject"),
    [
        ("=?iso-8859-1?Q?Caf=E9?= =?iso-8859-1?Q?_Elp?=", "Café Elp"),
        ("=?utf-8?Q?Caf=C3?=\r\n =?utf-8?Q?=A9_Elp?=", "Café Elp"),
        ("=?utf-8?B?Q2Fmw6k?=", "Café"),
        ("=?utf-8*nl?Q?Caf=C3=A9?=", "Café"),
        ("=?x-nix?Q?Caf=C3=A9?=", "Café"),
        ("=?utf-8?Q?Caf=C3=A9 Elp?= morgen", "Café Elp morgen"),
        ("Café", "Café"),
        ("Caf\u202eé\u200b", "Café"),
        ("Lamp\r\n  stuk", "Lamp stuk"),
        ("", ""),
    ],
)
def test_subjects_are_readable_and_on_one_line(sent, subject):
    assert read(mail("x", subject=sent)).subject == subject


@pytest.mark.parametrize(
    ("sent", "address"),
    [
        ("Piet <Piet.Smit@X.example>", "piet.smit@x.example"),
        ('"jan@bank.example" <piet@x.example>', "piet@x.example"),
        ("piet@x.example (Piet Smit)", "piet@x.example"),
        ("=?utf-8?Q?Jan_=3Cjan=40bank.example=3E?= <piet@x.example>", "piet@x.example"),
        ("=?utf-8?Q?Piet_=3Cpiet=40x.example=3E?=", "piet@x.example"),
        ("Pië́t 👋 <piet@x.example>", "piet@x.example"),
        ("niemand", "niemand@x.example"),
    ],
)
def test_the_sender_is_the_address_and_not_the_bait(sent, address):
    expected = "" if sent == "niemand" else address
    assert read(mail("x", sender=sent, Return_Path="")).sender == expected


def test_soft_breaks_are_joined_and_hard_ones_stay():
    body = "De sloot is vol en het \nwater stijgt.\nWie komt?\n-- \nFokje"
    raw = mail(body, content_type="text/plain; charset=utf-8; format=flowed")
    assert read(raw).text == "De sloot is vol en het water stijgt.\nWie komt?"
    dropped = mail("aan \neen", content_type="text/plain; charset=utf-8; format=flowed; delsp=yes")
    assert read(dropped).text == "aaneen"


def test_line_ends_of_every_system_are_read():
    raw = mail("De lamp is stuk.\nAl een week.")
    texts = {read(raw.replace(b"\r\n", end)).text for end in (b"\r\n", b"\n", b"\r")}
    assert texts == {"De lamp is stuk.\nAl een week."}


def test_nothing_that_can_not_be_shown_is_left():
    assert read(mail("De\0 lamp\u202e is\u200b stuk\x1b.")).text == "De lamp is stuk."
