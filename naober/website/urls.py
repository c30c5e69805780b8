"""The addresses of the public pages and of what other programs read."""

from django.urls import path

from naober.website import views

urlpatterns = [
    path("", views.home, name="home"),
    path("stijl/", views.style, name="style"),
    path("waarover-wij-mailen/", views.follow_list, name="follows"),
    path("themas/", views.theme_list, name="themes"),
    path("themas/<slug:code>/", views.theme_detail, name="theme"),
    path("themas/<slug:code>/volgen/", views.theme_follow, name="theme_follow"),
    path("themas/<slug:code>/niet-meer-volgen/", views.theme_unfollow, name="theme_unfollow"),
    path("nieuws.xml", views.home_feed, name="home_feed"),
    path("dorpen/<slug:slug>/nieuws.xml", views.village_feed, name="village_feed"),
    path("themas/<slug:code>/nieuws.xml", views.theme_feed, name="theme_feed"),
    path("vergaderingen.ics", views.sittings_calendar, name="sittings_calendar"),
]
