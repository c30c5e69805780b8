"""Addresses that only a demo has."""

from django.urls import path

from naober.config.demo import views

urlpatterns = [
    path("kijk-mee/<slug:door>/", views.open_door, name="demo_door"),
    path("rondleiding/<int:number>/", views.story_stop, name="demo_stop"),
]
