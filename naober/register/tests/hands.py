"""What somebody at a kitchen table does to sign in, for all tests of this area."""

import re

from django.test import Client

from naober.post.models import OutboxMessage

SIGN_IN, CODE, WHO = "/inloggen/", "/inloggen/code/", "/inloggen/wie-bent-u/"


def ask_code(browser: Client, address: str, wanted: str = "") -> str:
    """Ask for a code; the code that was mailed, or "" when the mail holds none."""
    where = f"{SIGN_IN}?next={wanted}" if wanted else SIGN_IN
    answer = browser.post(where, {"email": address})
    assert answer.status_code == 302
    assert answer.url.partition("?")[0] == CODE
    return code_in(newest_mail())


def newest_mail() -> OutboxMessage:
    return OutboxMessage.objects.latest("id")


def code_in(mail: OutboxMessage) -> str:
    found = re.search(r"^ {4}(\S+)$", mail.text, re.MULTILINE)
    return found[1] if found else ""


def sign_in(browser: Client, address: str) -> str:
    """Sign in by the code; the address where that ends."""
    code = ask_code(browser, address)
    return browser.post(CODE, {"code": code}, follow=True).redirect_chain[-1][0]


def who_is_in(browser: Client) -> str:
    """The line "U bent ..." that every page carries for somebody who is known."""
    found = re.search(r"<p>U bent ([^<]+)\.</p>\s*<form", page(browser, "/"))
    return found[1] if found else ""


def page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def without_token(body: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)
