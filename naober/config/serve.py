"""The verbs that run the product: one process tree with web server and worker."""

import os
import subprocess
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naober.config.settings")


def serve(arguments: list[str]) -> int:
    """Bring the database up to date and serve pages and mail until stopped (PORT, default 8000)."""
    _prepare()
    return _run_until_stopped()


def demo(arguments: list[str]) -> int:
    """Build the demo, unless it is there already, and serve it; prints how long each part took."""
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
    return _run_until_stopped()


def worker(arguments: list[str]) -> int:
    """Carry out mail and jobs until stopped."""
    _setup()
    from naober.post.worker import work_forever  # noqa: PLC0415  needs Django set up

    work_forever()
    return 0


def manage(arguments: list[str]) -> int:
    """Run a command of Django, for those who build: `naober manage migrate`."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415  only this verb

    execute_from_command_line(["naober manage", *arguments])
    return 0


def rebuild_lines(arguments: list[str]) -> int:
    """Make the lines of the journal anew from the entries; says how many differed."""
    _setup()
    from naober.journal.projection import rebuild_lines as rebuild  # noqa: PLC0415  needs Django set up

    print(f"{rebuild()} regels rechtgezet")
    return 0


def _setup() -> None:
    import django  # noqa: PLC0415  settings must be chosen first

    django.setup()


def _prepare() -> None:
    _setup()
    from django.core.management import call_command  # noqa: PLC0415  needs Django set up

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)


def _run_until_stopped() -> int:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    work = subprocess.Popen([sys.executable, "-m", "naober.config", "worker"], env=environment)  # noqa: S603  our own
    web = [sys.executable, "-m", "gunicorn", "naober.config.wsgi:application"]
    options = [
        "--workers",
        "2",
        "--bind",
        f"127.0.0.1:{_port()}",
        "--log-level",
        "warning",
        "--timeout",
        "60",
    ]
    try:
        return subprocess.call([*web, *options], env=environment)  # noqa: S603  our own
    except KeyboardInterrupt:
        return 0
    finally:
        work.terminate()
        work.wait(timeout=10)


def _port() -> str:
    return os.environ.get("PORT", "8000")


def _timed(what: str, began: float) -> None:
    print(f"{what:<24} {time.time() - began:6.1f} s", flush=True)
