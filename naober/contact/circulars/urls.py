"""Addresses of sending something round; mounted under /rondsturen/."""

from django.urls import path

from naober.contact.circulars import views

urlpatterns = [
    path("", views.circular_list, name="circulars"),
    path("nieuw/", views.circular_new, name="circular_new"),
    path("<str:public_id>/", views.circular_detail, name="circular"),
    path("<str:public_id>/terugroepen/", views.circular_recall, name="circular_recall"),
]
