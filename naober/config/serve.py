"""The verbs that run the product: one process tree with web server and worker."""

import os
import sys
import time
from contextlib import suppress

from naober.config import processes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naober.config.settings")


def serve(arguments: list[str]) -> int:
    """Bring the database up to date and serve pages and mail until stopped (PORT, default 8000)."""
    if not _port_is_free():
        return 1
    _prepare()
    return processes.run_until_stopped(_port())


def demo(arguments: list[str]) -> int:
    """Build the demo, unless it is there already, and serve it; prints how long each part took."""
    if not _port_is_free():
        return 1
    os.environ["NAOBER_DEMO"] = "1"
    began = float(os.environ.get("NAOBER_BEGAN", time.time()))
    _timed("omgeving klaar", began)
    began = time.time()
    _prepare()
    _timed("database klaar", began)
    from naober.config.demo.build import build_demo  # noqa: PLC0415  needs Django set up

    began = time.time()
    built = build_demo()
    _timed("voorbeeld gemaakt" if built else "voorbeeld stond er al", began)
    print(f"\nOpen http://localhost:{_port()}/ en kies door wie u meekijkt.\n", flush=True)
    return processes.run_until_stopped(_port())


def worker(arguments: list[str]) -> int:
    """Carry out mail and jobs until stopped."""
    set_up()
    from naober.post.worker import work_forever  # noqa: PLC0415  needs Django set up

    with suppress(KeyboardInterrupt):
        work_forever()
    return 0


def manage(arguments: list[str]) -> int:
    """Run a command of Django, for those who build: `naober manage migrate`."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415  only this verb

    execute_from_command_line(["naober manage", *arguments])
    return 0


def rebuild_lines(arguments: list[str]) -> int:
    """Make the lines of the journal anew from the entries; says how many differed."""
    set_up()
    from naober.journal.projection import rebuild_lines as rebuild  # noqa: PLC0415  needs Django set up

    print(f"{rebuild()} regels rechtgezet")
    return 0


def import_places(arguments: list[str]) -> int:
    """Take places and borders over from a file."""
    set_up()
    from naober.register.atlas.verb import import_places as take_in  # noqa: PLC0415  needs Django set up

    return take_in(arguments)


def set_up() -> None:
    """Load the settings and the models, for a verb that needs them."""
    import django  # noqa: PLC0415  settings must be chosen first

    django.setup()


def _prepare() -> None:
    set_up()
    from django.core.management import call_command  # noqa: PLC0415  needs Django set up

    from naober.config import static_files  # noqa: PLC0415  needs Django set up

    call_command("migrate", verbosity=0, interactive=False, skip_checks=False)
    static_files.collect()


def _port() -> str:
    return os.environ.get("PORT", "8000")


def _port_is_free() -> bool:
    """Whether we can serve; tells what to do when somebody else serves there already."""
    free = processes.is_free(_port())
    if not free:
        print(
            f"Op poort {_port()} draait al iets. Stop dat, of kies een andere: make run PORT=8001",
            file=sys.stderr,
        )
    return free


def _timed(what: str, began: float) -> None:
    print(f"{what:<24} {time.time() - began:6.1f} s", flush=True)
