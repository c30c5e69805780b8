"""The least that a page of Django can cost: one indexed query, 25 rows, one template, no middleware.

What our pages are measured against. gunicorn serves `application` over the database that `bench.minimal`
made, which NAOBER_BENCH_DATABASE names.
"""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

TEMPLATES = {
    "base.html": """<!doctype html><html lang="nl"><head><meta charset="utf-8">
<title>{% block title %}{% endblock %}</title><link rel="stylesheet" href="/static/site.css"></head>
<body><header><nav><ul><li><a href="/">Nieuws</a></li><li><a href="/dorpen/">Dorpen</a></li>
<li><a href="/besluiten/">Besluiten</a></li></ul></nav></header><main>{% block main %}{% endblock %}</main>
<footer>Dorpenoverleg</footer></body></html>""",
    "village.html": """{% extends "base.html" %}{% block title %}Dorp {{ village }}{% endblock %}
{% block main %}<h1>Signalen van dorp {{ village }}</h1><ol>{% for row in rows %}<li><article>
<h2><a href="/bericht/{{ row.pk }}/">{{ row.title }}</a></h2><p>{{ row.kind }}
<time datetime="{{ row.at|date:"c" }}">{{ row.at|date:"j F Y" }}</time></p>
<p>{{ row.text|truncatechars:160 }}</p></article></li>{% endfor %}</ol>{% endblock %}""",
}

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    USE_I18N=False,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["NAOBER_BENCH_DATABASE"],
            "CONN_MAX_AGE": None,
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [("django.template.loaders.locmem.Loader", TEMPLATES)],
                    )
                ]
            },
        }
    ],
)
application = get_wsgi_application()


class Message(models.Model):
    village = models.IntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()

    objects: models.Manager["Message"]

    class Meta:
        app_label = "bench"
        db_table = "message"


def village_page(request: HttpRequest, village: int = 3) -> HttpResponse:
    """The newest 25 messages of one village."""
    rows = Message.objects.filter(village=village).order_by("-at")[:25]
    return render(request, "village.html", {"rows": rows, "village": village})


urlpatterns = [path("", village_page)]
