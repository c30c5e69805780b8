"""What is shown when a request can not even be begun with."""

from django.http import HttpRequest, HttpResponseBadRequest
from django.template.loader import render_to_string


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponseBadRequest:
    """The answer to what no browser of ours would send. It asks nothing of the request: a host that is not
    ours is refused before anybody knows who asks."""
    return HttpResponseBadRequest(render_to_string("400.html"))
