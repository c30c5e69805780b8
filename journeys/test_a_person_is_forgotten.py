"""A resident asks to be forgotten, and afterwards nobody finds a trace: not in the database, its log or its
index, not in files or logs, in no case and no encoding; and everything that was counted counts the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

from journeys.hands import Mouse
from journeys.site import Site
from journeys.steps import RENSKE, sign_in

NAME, CALL_NAME, MAIL = "Annemieke Bos", "Annemieke", "annemieke@hijken.example"
WORDS = (NAME, CALL_NAME, MAIL)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
LOOK = """
import json, sys, django
django.setup()
from django.db import connection
words = [word.casefold() for word in sys.argv[1:]]
counts, found = {}, []
with connection.cursor() as cursor:
    for table in connection.introspection.table_names():
        cursor.execute(f'SELECT * FROM "{table}"')
        rows = cursor.fetchall()
        counts[table] = len(rows)
        text = str(rows).casefold()
        found += [f"{table}: {word}" for word in words if word in text]
print(json.dumps({"counts": counts, "found": found}))
"""
# What was only hers goes with her; and of what somebody does meanwhile, lines and sessions come.
HERS = {"register_browsersession", "people_mailaddress", "people_account", "journal_follow", "journal_notice"}
OF_THE_OTHERS = {"journal_entry", "journal_line", "post_outboxmessage", "mfa_authenticator", "post_jobrun"}


def look(site: Site) -> tuple[dict[str, int], list[str]]:
    """How many rows every table has, and where a word stands; asked of the database of a running site."""
    known = Path(f"/proc/{site.tree.pid}/environ").read_bytes().split(b"\0")
    environment = dict(pair.decode().split("=", 1) for pair in known if b"=" in pair)
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *WORDS],
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "naober.config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    return said["counts"], said["found"]


def bytes_with(folder: Path) -> list[str]:
    """The files below a folder in which a word stands."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for code in ENCODINGS:
            texts = [content[start:].decode(code, "ignore").casefold() for start in (0, 1)]
            found += [
                f"{path.name}: {word}, {code}" for word in WORDS if any(word.casefold() in t for t in texts)
            ]
    return found


def test_a_resident_is_forgotten_to_the_last_byte(live_site, smtp_sink, page, another_page):
    resident = Mouse(another_page(scripts=False))
    sign_in(resident, smtp_sink, MAIL)
    resident.page.goto("/mijn-gegevens/")
    resident.press("Vraag om vergeten te worden")
    officer = Mouse(page)
    sign_in(officer, smtp_sink, RENSKE)
    page.locator("a[href*='/bewaard/']").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Het tweede slot"
    officer.press("Met tien codes op papier")
    assert len(page.locator("ol li strong").all_inner_texts()) == 10
    page.goto("/vandaag/")
    page.locator("a[href*='/bewaard/']").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == f"Bewaard van {NAME}"
    before, stands = look(live_site)
    assert stands != []
    in_a_file = (live_site.data / "naober.sqlite3").exists()  # PostgreSQL keeps its own elsewhere
    assert bool(bytes_with(live_site.data)) == in_a_file

    officer.press(f"Vergeet {NAME} voorgoed")

    assert page.get_by_role("heading", level=1).inner_text() == "Wie is wie"
    after, stands = look(live_site)
    assert stands == []
    page.goto("/vandaag/")  # the message that named her was read, and is gone with it
    assert bytes_with(live_site.data) == []
    counted = {table for table in before | after if before.get(table) != after.get(table)}
    assert counted <= HERS | OF_THE_OTHERS
    assert after["journal_entry"] == before["journal_entry"] + 1
    assert after["people_person"] == before["people_person"]
    resident.page.goto("/mijn-gegevens/")
    assert resident.page.get_by_role("heading", level=1).inner_text() == "Inloggen"
