"""All addresses. Every view says who may see it, or the product does not start."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from naober.people.may import require_may
from naober.portal.urls import demo_urlpatterns as sent_mail_urlpatterns


def addresses(*, demo: bool) -> list[URLPattern | URLResolver]:
    """The addresses of the product, and those that only a demo has."""
    patterns: list[URLPattern | URLResolver] = [
        path("", include("naober.website.urls")),
        path("", include("naober.portal.urls")),
        path("besluiten/", include("naober.decisions.urls")),
        path("bellen/", include("naober.contact.urls")),
        path("rondsturen/", include("naober.contact.circulars.urls")),
        path("", include("naober.register.urls")),
    ]
    if demo:
        patterns += [*sent_mail_urlpatterns, path("", include("naober.config.demo.urls"))]
    require_may(patterns)
    return patterns


urlpatterns = addresses(demo=settings.NAOBER_DEMO)
handler400 = "naober.config.errors.not_understood"
