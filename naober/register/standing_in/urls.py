"""Addresses of "Even niet"."""

from django.urls import path

from naober.register.standing_in import views

urlpatterns = [
    path("even-niet/", views.away, name="away"),
    path("even-niet/weer-terug/", views.back, name="away_back"),
]
