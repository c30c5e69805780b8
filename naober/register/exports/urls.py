"""Addresses of taking the register along."""

from django.urls import path

from naober.register.exports import views

urlpatterns = [
    path("wie-is-wie/meenemen/", views.take_along, name="take_along"),
    path("wie-is-wie/meenemen/excel/", views.export_workbook, name="export_workbook"),
    path("wie-is-wie/meenemen/csv/", views.export_table, name="export_table"),
    path("wie-is-wie/meenemen/kaartjes/", views.export_cards, name="export_cards"),
    path("wie-is-wie/meenemen/etiketten/", views.export_labels, name="export_labels"),
]
