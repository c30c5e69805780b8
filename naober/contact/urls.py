"""Addresses of the telephone; mounted under /bellen/."""

from django.urls import path

from naober.contact import views

urlpatterns = [
    path("", views.callback_list, name="callback_list"),
    path("noteren/", views.call_note_new, name="call_note_new"),
    path("notities/", views.call_note_list, name="call_notes"),
    path("notities/<int:note_id>/", views.call_note_detail, name="call_note"),
    path("notities/<int:note_id>/klaar/", views.call_note_close, name="call_note_close"),
    path("brieven/", views.letters, name="letters"),
    path("<slug:about>/<int:subject_id>/", views.attempt, name="call_attempt"),
]
