"""Lives of a worker, ended by kill -9 at fail-points and at random moments. A program of its own.

    python -m naober.post.tests.lives '{"mode": "random", "kills": 200, "mails": 1600, "seed": 1}'
    python -m naober.post.tests.lives '{"mode": "every step", "mails": 3}'

The mother sets Django up once and forks one life after the other; each life is a real process that does the
work of the worker until it is killed, and the clock of the next one stands three minutes later, so that
leases ran out. What was put in stands in the mother's own ledger, outside the system. A `fault` is planted
here and never in the product: with one, the checks must turn red. What it prints is all that they need.
"""

import json
import os
import random
import re
import signal
import sys
import time
from contextlib import closing
from datetime import timedelta
from uuid import uuid4

import django

django.setup()

from django.db import connection, connections, transaction  # noqa: E402  Django must be set up first

from naober.kit import area as kit_area  # noqa: E402
from naober.kit import dates, failpoints  # noqa: E402
from naober.kit.area import Area, IntakeHandler  # noqa: E402
from naober.post import files, queue, sending, smtp, worker  # noqa: E402
from naober.post.incoming import door, drop, handling  # noqa: E402
from naober.post.incoming.apart import Reader  # noqa: E402
from naober.post.incoming.ours import reading_context  # noqa: E402
from naober.post.models import OutboxMessage, Receipt  # noqa: E402
from naober.post.outbox import write_mail  # noqa: E402

STEP = timedelta(minutes=3)
CANARY = re.compile(rb"nummer ([0-9a-f]{16})")
LONGEST_LIFE = 0.5
POINTS_PER_MAIL = 20


def confirm(receipt, mail):
    """What the area of this program does with a mail: it answers it, once."""
    write_mail(to=mail.sender, subject=f"Ontvangen: {mail.subject}", text="Dank u.", area="lives",
               subject_id=receipt.pk)  # fmt: skip
    return receipt.pk


LIVES = Area(name="lives", title="Levens", intake=(IntakeHandler(frozenset({"new"}), confirm),))


def only_this_area():
    for module in (kit_area, handling, sending, worker):
        module.areas = lambda: (LIVES,)


def mail(canary, message_id):
    return (
        f"From: Jannes {canary[:6]} <j{canary}@dorp.example>\r\nTo: info@naober.example\r\n"
        f"Subject: Bericht {canary}\r\nDate: Tue, 24 Nov 2026 10:00:00 +0100\r\n"
        f"Message-ID: <{message_id}@dorp.example>\r\n\r\n"
        f"Bij ons in het dorp is een lamp stuk, nummer {canary}.\r\n"
    ).encode()


def put(name, content):
    path = drop.folder() / f"{name}.eml"
    path.write_bytes(content)
    os.utime(path, (time.time() - 60,) * 2)


class Ledger:
    """What was put in: canaries, each with the times that it was put in."""

    def __init__(self, chance):
        self.chance = chance
        self.put: dict[str, bytes] = {}
        self.times = 0

    def deliver(self, count):
        """Put mails in; one in ten is one that was put in before."""
        for _ in range(count):
            if self.put and self.chance.random() < 0.1:
                self.times += 1
                put(uuid4().hex, self.put[self.chance.choice(list(self.put))])
            else:
                self.deliver_new()

    def deliver_new(self):
        canary = f"{self.chance.getrandbits(64):016x}"
        self.times += 1
        self.put[canary] = mail(canary, uuid4().hex)
        put(uuid4().hex, self.put[canary])


def work(moment, kill_after):
    """One life: works until nothing is left, or until it passed `kill_after` points."""
    passed = 0

    def count(name):
        nonlocal passed
        passed += 1
        if passed == kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    with failpoints.heard_by(count), dates.as_if(moment), closing(Reader(reading_context())) as reader:
        while work_once(reader):
            pass
    os._exit(0)


def work_once(reader):
    name = f"life-{os.getpid()}"
    return drop.take_in_dropped() + handling.read_receipts(name, reader) + sending.send_mail(name)


def one_life(chance, moment, mails):
    """A life that is killed while it does the work of some mails, or ends by itself; whether killed."""
    if chance.random() < 0.7:
        # Some far on, or what is left over from earlier lives would keep all from ever sending.
        return fork(moment, chance.randint(1, POINTS_PER_MAIL * mails * chance.choice((1, 1, 4))))
    connections.close_all()
    child = os.fork()
    if child == 0:
        work(moment, 0)
    time.sleep(chance.uniform(0, LONGEST_LIFE))
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def plant(fault):
    """The faults that the checks must see."""
    if fault == "delete before commit":
        real = door.take_in

        def take_in(content, *, remove):
            remove()
            return real(content, remove=lambda: None)

        door.take_in = take_in
    elif fault == "new message id":
        smtp.message_id = lambda message: f"<{uuid4().hex}@naober.example>"
    elif fault == "handle outside the transaction":
        real_handle = handling.handle

        def handle(receipt, mail, *, read_again):
            with transaction.atomic():
                confirm(receipt, mail)
            handling.READ()
            real_handle(receipt, mail, read_again=read_again)

        handling.handle = handle
        LIVES.intake[0].__dict__["take"] = lambda receipt, mail: receipt.pk
    elif fault:
        raise ValueError(fault)


def random_lives(kills, mails, seed, fault=""):
    """Kill lives at random while mails come in; then let one live until nothing waits."""
    plant(fault)
    chance = random.Random(seed)  # noqa: S311  to be repeated
    ledger, moment, killed, lives = Ledger(chance), dates.now(), 0, 0
    while killed < kills:
        count = max(1, (mails - ledger.times) // (kills - killed))
        ledger.deliver(count)
        killed += one_life(chance, moment + lives * STEP, count)
        lives += 1
    live_on(moment + lives * STEP)
    return {"kills": killed, "lives": lives, "times": ledger.times} | facts(ledger)


def every_step(mails, fault="", rows=(1, 3)):
    """Kill at the first point, at the second, and so on until a life ends by itself: once, and three times in
    a row. Each round has mails of its own, and must end as a round that nobody disturbed."""
    plant(fault)
    moment, round_number, rounds = dates.now(), 0, []
    for times in rows:
        step = 1
        while True:
            ledger = Ledger(random.Random(round_number))  # noqa: S311  to be repeated
            for _ in range(mails):
                ledger.deliver_new()
            put(uuid4().hex, next(iter(ledger.put.values())))  # one of them comes twice
            deaths = 0
            for _ in range(times):
                deaths += fork(moment + round_number * STEP, step)
                round_number += 1
            live_on(moment + round_number * STEP)
            round_number += queue.MOST_TRIES
            rounds.append({"step": step, "deaths": deaths} | facts(ledger))
            if not deaths:
                break
            step += 1
    return {"rounds": rounds}


def fork(moment, kill_after):
    """A life that ends at a point, or by itself; whether it was killed."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        work(moment, kill_after)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def live_on(moment):
    """Lives that nobody kills, until nothing waits."""
    for number in range(queue.MOST_TRIES):
        fork(moment + number * STEP, 0)
        waiting = Receipt.objects.filter(state="received") or OutboxMessage.objects.filter(state="waiting")
        if not waiting.exists():
            return


def facts(ledger):
    """What the system holds of the canaries of this ledger, read from the rows and the raw files."""
    receipts, outbox = [], []
    for receipt in Receipt.objects.select_related("file"):
        canary = CANARY.search(files.path_of(receipt.file).read_bytes())[1].decode()
        if canary in ledger.put:
            receipts.append([canary, receipt.state, receipt.area, receipt.copy_of_id])
    for message in OutboxMessage.objects.all():
        canary = message.subject.rpartition(" ")[2]
        if canary in ledger.put:
            outbox.append([canary, message.state, message.unclear])
    return {"put": sorted(ledger.put), "receipts": receipts, "outbox": outbox, "sound": sound()}


def sound():
    """What the database says of itself; "ok" when nothing is broken."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            return "ok"  # PostgreSQL has no such question; its own tests are its makers'
        broken = [*cursor.execute("PRAGMA integrity_check"), *cursor.execute("PRAGMA foreign_key_check")]
    return ", ".join(str(row[0]) for row in broken)


def main(mode, **how):
    only_this_area()
    drop.AT_ONCE = 20
    print(json.dumps({"random": random_lives, "every step": every_step}[mode](**how)))


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
