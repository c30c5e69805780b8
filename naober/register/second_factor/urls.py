"""Addresses of the second lock."""

from django.urls import path

from naober.register.second_factor import views

urlpatterns = [
    path("mijn-aanmelding/tweede-slot/", views.second_factor, name="second_factor"),
    path("mijn-aanmelding/tweede-slot/app/", views.app_new, name="app_new"),
    path("mijn-aanmelding/tweede-slot/eraf/", views.locks_remove, name="locks_remove"),
    path("mijn-aanmelding/kaart/", views.card, name="card"),
    path("mijn-aanmelding/kaart/nieuw/", views.card_new, name="card_new"),
    path("mijn-aanmelding/passkey/begin/", views.passkey_begin, name="passkey_begin"),
    path("mijn-aanmelding/passkey/nieuw/", views.passkey_new, name="passkey_new"),
    path("inloggen/passkey/begin/", views.passkey_ask, name="passkey_ask"),
    path("inloggen/passkey/", views.passkey_enter, name="passkey_enter"),
]
