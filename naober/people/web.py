"""A request as our views get it: the middleware put the actor on it."""

from django.http import HttpRequest

from naober.people.actor import Actor
from naober.people.models import Account


class Request(HttpRequest):
    """What a view is called with."""

    actor: Actor
    user: Account
