"""The one command `naober`: a table of verbs, each loaded only when it is asked for.

The verbs that measure reading must answer within half a second and know no settings and no
database, so nothing of Django is imported before a verb is chosen (design, chapter 6).
"""

import sys
from importlib import import_module

VERBS = {
    "read-decisions": "naober.decisions.reading.verb:main",
    "read-signals": "naober.language.messages.verb:main",
    "read-mail": "naober.post.reading.verb:main",
    "serve": "naober.config.serve:serve",
    "demo": "naober.config.serve:demo",
    "worker": "naober.config.serve:worker",
    "manage": "naober.config.serve:manage",
    "export-person": "naober.config.persons:export_person",
    "erase-person": "naober.config.persons:erase_person",
    "retention": "naober.config.persons:retention",
    "import-places": "naober.config.serve:import_places",
    "verify": "naober.config.verification:verify",
    "doctor": "naober.config.doctor:doctor",
    "rebuild-lines": "naober.config.serve:rebuild_lines",
}


def main() -> None:
    """Run the verb named by the first argument; exit status 2 when there is none of that name."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in VERBS:
        print("naober VERB [...]\nVerbs: " + ", ".join(sorted(VERBS)), file=sys.stderr)
        raise SystemExit(2)
    module, function = VERBS[name].split(":")
    raise SystemExit(getattr(import_module(module), function)(sys.argv[2:]))
