"""Addresses of "klopt dit nog?"."""

from django.urls import path

from naober.register.checks import views

urlpatterns = [
    path("klopt-dit-nog/", views.checks, name="checks"),
    path("klopt-dit-nog/vragen/", views.checks_ask, name="checks_ask"),
    path("klopt-dit-nog/maand/", views.checks_month, name="checks_month"),
    path("klopt-dit-nog/bedankt/", views.check_thanks, name="check_thanks"),
    path("klopt-dit-nog/<int:check_id>/gebeld/", views.check_called, name="check_called"),
    path("klopt-dit-nog/<int:check_id>/verwerkt/", views.check_handled, name="check_handled"),
    path("klopt-dit-nog/<slug:secret>/", views.check, name="check"),
    path("klopt-dit-nog/<slug:secret>/ja/", views.check_right, name="check_right"),
    path("klopt-dit-nog/<slug:secret>/anders/", views.check_changed, name="check_changed"),
]
