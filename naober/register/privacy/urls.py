"""Addresses of what we keep of somebody."""

from django.urls import path

from naober.register.privacy import views

urlpatterns = [
    path("mijn-gegevens/", views.my_data, name="my_data"),
    path("mijn-gegevens/meenemen/", views.my_data_download, name="my_data_download"),
    path("mijn-gegevens/vergeet-mij/", views.forget_ask, name="forget_ask"),
    path("mijn-gegevens/<slug:what>/mag/", views.consent_give, name="consent_give"),
    path("mijn-gegevens/<slug:what>/mag-niet/", views.consent_take_back, name="consent_take_back"),
    path("mensen/<slug:public_id>/bewaard/", views.person_held, name="person_held"),
    path("mensen/<slug:public_id>/gehoord/", views.person_heard, name="person_heard"),
    path("mensen/<slug:public_id>/meenemen/", views.person_taken_along, name="person_taken_along"),
    path("mensen/<slug:public_id>/vergeten/", views.person_erase, name="person_erase"),
    path("bewaartermijnen/", views.terms, name="terms"),
]
