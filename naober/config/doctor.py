"""The verb `doctor`: what could be better about this installation, in plain Dutch."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from naober.config import serve

if TYPE_CHECKING:
    from naober.post.domain_advice import Notes


def doctor(arguments: list[str]) -> int:
    """Look at the mail domain and at the post, and say what to do; exit status 1 when there is something."""
    parser = argparse.ArgumentParser("naober doctor", description=doctor.__doc__)
    parser.add_argument("--dns", type=Path, help="recorded answers as JSON, in place of looking them up")
    asked = parser.parse_args(arguments)
    serve.set_up()
    from naober.kit import dates  # noqa: PLC0415  needs Django set up
    from naober.post import dns_notes, domain_advice, watch  # noqa: PLC0415  the same

    wrong = 0
    try:
        for advice in domain_advice.advise(_notes(asked.dns)):
            print(f"{'goed ' if advice.good else 'doen '} {advice.text}")
            wrong += not advice.good
    except dns_notes.NoAnswerError:
        print("doen  Wij kunnen nu niet opzoeken wat er over uw domein staat. Probeer het later nog eens.")
        wrong += 1
    for worry in watch.worries(dates.now()):
        print(f"doen  {worry.title}. {worry.text}")
        wrong += 1
    return int(wrong > 0)


def _notes(recorded: Path | None) -> "Notes":
    from django.conf import settings  # noqa: PLC0415  needs Django set up

    from naober.post import dns_notes, domain_advice  # noqa: PLC0415  the same

    if recorded is None:
        return dns_notes.notes_of(settings.NAOBER_MAIL_DOMAIN)
    told = json.loads(recorded.read_text("utf-8"))
    return domain_advice.Notes(
        settings.NAOBER_MAIL_DOMAIN,
        tuple(told.get("at_domain", ())),
        tuple(told.get("at_dmarc", ())),
        told.get("at_selectors", {}),
    )
