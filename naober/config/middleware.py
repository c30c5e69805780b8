"""Our own answer where the framework's would be a bare English one."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def too_large_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer a form that is too large in Dutch, before any view reads it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            request.POST  # noqa: B018  reading the form is what raises
        except (RequestDataTooBig, TooManyFieldsSent):
            return render(request, "413.html", status=413)
        return get_response(request)

    return middleware
