"""Every view says who may see it: closed by default.

`@may(rule)` guards a page, `@may(rule, find=query)` a page about one thing. Somebody who is not signed
in is sent to sign in, whatever the address; somebody who is, gets the same "not here" for what is not
there and for what is not theirs, so nobody learns from the difference.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render, resolve_url
from django.urls import URLPattern, URLResolver

from naober.people.web import Request

View = Callable[..., HttpResponse]


class UnguardedViewError(RuntimeError):
    """An address leads to a view that does not say who may see it."""


def may(
    rule: Callable[..., bool],
    *,
    find: Callable[..., Any] | None = None,
    methods: tuple[str, ...] = ("GET",),
    second_factor: bool = False,
) -> Callable[[View], View]:
    """Let a view be seen only by whom `rule(actor)`, or `rule(actor, thing)`, says yes to.

    `find(**url_arguments)` gives the thing or None; the view then gets `(request, thing)`. Other methods
    than `methods` (HEAD goes with GET) answer 405 to everybody. With `second_factor` whoever may is sent to
    open their second lock first, when they did not yet.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, **arguments: Any) -> HttpResponse:
            if request.method not in allowed:
                # A person comes here only by looking; no browser sends the other methods by itself.
                page = render(request, "405.html").content if request.method == "GET" else b""
                return HttpResponseNotAllowed(sorted(allowed), page)
            found: tuple[Any, ...] = ()
            if find is not None:
                thing = find(**arguments)
                if thing is None or not rule(request.actor, thing):
                    return _refuse(request, public=getattr(rule, "public", False))
                found, arguments = (thing,), {}
            elif not rule(request.actor):
                return _refuse(request)
            if second_factor and not request.actor.second_factor:
                return _ask_second_factor(request)
            return view(request, *found, **arguments)

        allowed = {*methods, "HEAD"} if "GET" in methods else set(methods)
        guarded.may_rule = rule  # type: ignore[attr-defined]
        guarded.may_methods = tuple(sorted(allowed))  # type: ignore[attr-defined]
        return guarded

    return decorate


def anybody(actor: Any, thing: Any = None) -> bool:
    """The rule of public pages."""
    return True


anybody.public = True  # type: ignore[attr-defined]


def not_here(request: Request) -> HttpResponse:
    """The answer for what is not there and for what is not theirs: one and the same."""
    return _refuse(request)


def _ask_second_factor(request: Request) -> HttpResponse:
    """Send somebody to their second lock, and then on to this page, or to that of the button they pressed."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    here = came_from.path if came_from.netloc == request.get_host() else ""
    wanted = request.get_full_path() if request.method == "GET" else here
    onward = f"?{urlencode({'next': wanted})}" if wanted else ""
    return redirect(resolve_url("second_factor") + onward)


def _refuse(request: Request, *, public: bool = False) -> HttpResponse:
    if request.actor.is_known or public:
        raise Http404
    sign_in = resolve_url("account_request_login_code")
    if request.method != "GET":
        return redirect(sign_in)
    return redirect(f"{sign_in}?{urlencode({'next': request.get_full_path()})}")


def require_may(patterns: Iterable[URLPattern | URLResolver], prefix: str = "") -> None:
    """Raise UnguardedViewError for the first address below `patterns` whose view has no `@may`."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            require_may(pattern.url_patterns, address)
        elif not hasattr(pattern.callback, "may_rule"):
            raise UnguardedViewError(f"/{address} leads to a view without @may")
