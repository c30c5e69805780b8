"""A real mailbox server (Dovecot) for the time of a test: its own folder, its own port, one account."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imap_tools import MailBoxUnencrypted

from tools.postgres import free_port

PROGRAM = "/usr/sbin/dovecot"
NAME, PASSWORD = "info", "geheim-van-de-test"  # noqa: S105  of a mailbox that lives for one test
START_SECONDS = 15

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = 1
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner_group} home={folder}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


@dataclass
class Mailbox:
    """The account of one running server."""

    port: int
    folder: Path
    server: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        """Its address, as NAOBER_IMAP wants it."""
        return f"imap://{NAME}:{PASSWORD}@127.0.0.1:{self.port}/INBOX"

    def open(self, folder: str = "INBOX") -> MailBoxUnencrypted:
        """Look into it as a mail program does; use it in a `with`."""
        box = MailBoxUnencrypted("127.0.0.1", self.port, timeout=10)
        box.login(NAME, PASSWORD, initial_folder=folder)
        return box

    def put(self, content: bytes) -> None:
        """Let a mail arrive."""
        with self.open() as box:
            box.append(content, "INBOX")

    def count(self, folder: str = "INBOX") -> int:
        """How many mails a folder holds; 0 when there is no such folder."""
        with self.open() as box:
            if not box.folder.exists(folder):
                return 0
            box.folder.set(folder)
            return len(box.uids())


@contextmanager
def running_mailbox() -> Iterator[Mailbox]:
    """A server with an empty mailbox; it is gone afterwards. Raises RuntimeError with its log when it does
    not start."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="naober-dovecot-") as name:
        folder = Path(name)
        (folder / "dovecot.conf").write_text(_configuration(folder, port))
        server = subprocess.Popen([PROGRAM, "-F", "-c", str(folder / "dovecot.conf")])  # noqa: S603
        mailbox = Mailbox(port, folder, server)
        try:
            _wait_until_ready(mailbox)
            yield mailbox
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


def _configuration(folder: Path, port: int) -> str:
    """As root the server wants its own accounts, and mail of somebody else than root; else all is ours."""
    me = pwd.getpwuid(os.geteuid())
    for part in ("mail", "run", "state"):
        (folder / part).mkdir()
    if me.pw_uid == 0:
        owner = pwd.getpwnam("nobody")
        folder.chmod(0o755)
        shutil.chown(folder / "mail", owner.pw_uid, owner.pw_gid)
        internal, internal_group, login = "dovecot", "dovecot", "dovenull"
    else:
        owner, internal, login = me, me.pw_name, me.pw_name
        internal_group = str(me.pw_gid)
    return CONFIGURATION.format(
        folder=folder, port=port, password=PASSWORD, internal=internal, internal_group=internal_group,
        login=login, owner=owner.pw_uid, owner_group=owner.pw_gid,
    )  # fmt: skip


def _wait_until_ready(mailbox: Mailbox) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            mailbox.open().logout()
        except OSError:
            log = mailbox.folder / "log"
            if mailbox.server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(
                    f"Dovecot did not start: {log.read_text() if log.exists() else ''}"
                ) from None
            time.sleep(0.05)
        else:
            return
