"""What people do on the site, in the words on the screen. `hand` is a `Mouse` or a `Keyboard`."""

from conftest import SmtpSink
from journeys import paper
from journeys.hands import Keyboard, Mouse
from journeys.mail import Mailbox

Hand = Mouse | Keyboard

RENSKE = "renske@dorpenoverleg.example"
GEERTJE = "geertje@dorpenoverleg.example"
BERT = "secretaris@hijken.example"
CARLA = "carla@hooghalen.example"
WIETSKE = "wietske@elp.example"
LAMMIE = "lammie@wijster.example"


def sign_in(hand: Hand, sink: SmtpSink, address: str) -> None:
    """Ask for a code, read it in the mail that arrives, and fill it in."""
    mailbox = Mailbox(sink, address)
    earlier = len(mailbox.codes())
    hand.page.goto("/inloggen/")
    hand.write("Uw mailadres", address)
    hand.press("Stuur mij een code")
    hand.write("De code uit de mail", mailbox.next_code(earlier))
    hand.press("Ga verder")


def paste(hand: Hand) -> None:
    """From "Vandaag": paste the paper of the council; its page is open afterwards."""
    hand.press("Plak een agenda")
    hand.write("De tekst van de agenda of de besluitenlijst", paper.PAPER)
    hand.press("Lees de tekst")


def tell_also(hand: Hand, number: str, village: str) -> None:
    """Say that a point in which the computer found no village is about one all the same."""
    hand.unfold("punten die niet over een dorp gaan")
    hand.press(f"Toch over een dorp? Punt {number}")
    hand.choose("Welk dorp", village)
    hand.press("Vertel het dit dorp")
