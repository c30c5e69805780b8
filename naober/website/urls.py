"""The address of the home page."""

from django.urls import path

from naober.website import views

urlpatterns = [path("", views.home, name="home")]
