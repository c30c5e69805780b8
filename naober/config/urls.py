"""All addresses. Every view says who may see it, or the product does not start."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from naober.people.may import require_may
from naober.portal.urls import demo_urlpatterns as sent_mail_urlpatterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("naober.website.urls")),
    path("", include("naober.portal.urls")),
    path("besluiten/", include("naober.decisions.urls")),
    path("", include("naober.register.urls")),
]
if settings.NAOBER_DEMO:
    urlpatterns += [*sent_mail_urlpatterns, path("", include("naober.config.demo.urls"))]

require_may(urlpatterns)
