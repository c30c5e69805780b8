"""The umbrella's own mailbox, on a real Dovecot: a mail leaves it only after it is safe here."""

import pytest
from imap_tools import MailboxLoginError

from naober.post import files
from naober.post.incoming import door, imap
from naober.post.models import Receipt
from naober.post.tests.conftest import raw_mail
from testing.dovecot import PASSWORD, running_mailbox

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.NAOBER_FILES = tmp_path / "files"
    with running_mailbox() as box:
        yield box


def take_in(mailbox, query=""):
    return imap.take_in_from(imap.account_of(mailbox.url + query))


def texts():
    return sorted(files.path_of(receipt.file).read_bytes().split()[-1] for receipt in Receipt.objects.all())


def test_mails_are_taken_in_and_leave_the_mailbox(mailbox):
    for word in ("een", "twee"):
        mailbox.put(raw_mail(text=word))
    assert take_in(mailbox) == 2
    assert (texts(), mailbox.count()) == ([b"een", b"twee"], 0)


def test_what_was_taken_in_can_go_to_a_folder_that_is_made(mailbox):
    mailbox.put(raw_mail())
    assert take_in(mailbox, "?done=Gelezen") == 1
    assert (mailbox.count(), mailbox.count("Gelezen")) == (0, 1)


def test_a_mail_that_could_not_be_kept_stays_in_the_mailbox(mailbox, settings):
    mailbox.put(raw_mail())
    settings.NAOBER_FILES.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="Not a directory"):
        take_in(mailbox)
    assert (Receipt.objects.count(), mailbox.count()) == (0, 1)


class KilledError(Exception):
    pass


def test_a_mail_that_was_kept_and_not_yet_removed_is_received_once(mailbox, monkeypatch):
    mailbox.put(raw_mail())

    def die(*_):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(imap, "_remove", die)
        with pytest.raises(KilledError):
            take_in(mailbox)
    assert (Receipt.objects.count(), mailbox.count()) == (1, 1)
    assert take_in(mailbox) == 1
    assert (Receipt.objects.count(), mailbox.count()) == (1, 0)


def test_a_mail_that_is_too_large_stays(mailbox, monkeypatch):
    monkeypatch.setattr(door, "MOST_BYTES", 5_000)
    mailbox.put(raw_mail(text="a" * 6_000))
    mailbox.put(raw_mail(text="klein"))
    assert (take_in(mailbox), mailbox.count(), texts()) == (1, 1, [b"klein"])


def test_a_mail_with_bytes_of_all_kinds_comes_through_as_it_is(mailbox):
    content = raw_mail(text="x").replace(b"x\r\n", bytes(range(128, 256)) + b"\r\n")
    mailbox.put(content)
    take_in(mailbox)
    assert files.path_of(Receipt.objects.get().file).read_bytes() == content


def test_the_job_does_nothing_without_a_mailbox(settings):
    assert imap.poll(None) is None


def test_the_job_takes_in(mailbox, settings):
    settings.NAOBER_IMAP = mailbox.url
    mailbox.put(raw_mail())
    imap.poll(None)
    assert Receipt.objects.count() == 1


def test_a_mailbox_that_is_down_for_a_day_gives_its_mail_when_it_is_back(settings, tmp_path):
    settings.NAOBER_FILES = tmp_path / "files"
    with running_mailbox() as gone:
        settings.NAOBER_IMAP = gone.url
    with pytest.raises(OSError, match="refused"):
        imap.poll(None)
    with running_mailbox() as back:
        settings.NAOBER_IMAP = back.url
        back.put(raw_mail())
        imap.poll(None)
        assert (Receipt.objects.count(), back.count()) == (1, 0)


@pytest.mark.parametrize(
    "url", ["", "https://mail.example/", "imaps:///INBOX", "imap://info:geheim@mail.example/INBOX"]
)
def test_an_address_that_is_none_or_not_safe_is_refused_without_telling_the_password(url):
    with pytest.raises(imap.MailboxError) as refused:
        imap.account_of(url)
    assert "geheim" not in str(refused.value)


def test_an_address_says_all_there_is_to_know():
    account = imap.account_of("imaps://info%40dorp.example:ge%3Aheim@mail.example/Post%20in?done=Gelezen")
    assert account == imap.Account(
        "imaps", "mail.example", 993, "info@dorp.example", "ge:heim", "Post in", "Gelezen"
    )


def test_a_wrong_password_is_an_error_that_does_not_show_it(mailbox):
    with pytest.raises(MailboxLoginError) as refused:
        imap.take_in_from(imap.account_of(mailbox.url.replace(PASSWORD, "verkeerd")))
    assert "verkeerd" not in str(refused.value)
