"""Addresses of lists."""

from django.urls import path

from naober.register.sheets import views

urlpatterns = [
    path("wie-is-wie/lijst/", views.sheet_new, name="sheet_new"),
    path("wie-is-wie/lijst/<slug:public_id>/", views.sheet, name="sheet"),
    path("wie-is-wie/lijst/<slug:public_id>/kolommen/", views.sheet_columns, name="sheet_columns"),
    path("wie-is-wie/lijst/<slug:public_id>/antwoorden/", views.sheet_choose, name="sheet_choose"),
    path("wie-is-wie/lijst/<slug:public_id>/bewaren/", views.sheet_save, name="sheet_save"),
    path("wie-is-wie/lijst/<slug:public_id>/terugdraaien/", views.sheet_undo, name="sheet_undo"),
]
