"""Addresses of a board's own village."""

from django.urls import path

from naober.register.own_village import views

urlpatterns = [
    path("dorpen/<slug:slug>/zo-ziet-een-ander-het/", views.as_others_see_it, name="village_as_others"),
    path("dorpen/<slug:slug>/datums/", views.village_dates, name="village_dates"),
    path("dorpen/datums/<int:date_id>/weg/", views.village_date_remove, name="village_date_remove"),
    path("dorpen/<slug:slug>/tekst/", views.village_text, name="village_text"),
    path("dorpen/tekst/<int:text_id>/terug/", views.village_text_back, name="village_text_back"),
    path("dorpen/<slug:slug>/foto/", views.village_photo, name="village_photo"),
    path("dorpen/foto/<slug:public_id>.jpg", views.village_photo_file, name="village_photo_file"),
    path("dorpen/foto/<slug:public_id>/weg/", views.village_photo_away, name="village_photo_away"),
    path("dorpen/foto/<slug:public_id>/terug/", views.village_photo_back, name="village_photo_back"),
    path("dorpen/<slug:slug>/alles-rustig/", views.village_quiet, name="village_quiet"),
    path(
        "dorpen/alles-rustig/<int:entry_id>/toch-niet/", views.village_quiet_back, name="village_quiet_back"
    ),
    path("dorpen/<slug:slug>/delen/<int:entry_id>/", views.village_share, name="village_share"),
    path("dorpen/<slug:slug>/rondvraag/", views.village_rondvraag, name="village_rondvraag"),
]
