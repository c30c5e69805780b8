"""Addresses of the register: who is who, signing in, villages."""

from django.urls import include, path

from naober.register import views

urlpatterns = [
    path("", include("naober.register.checks.urls")),
    path("", include("naober.register.exports.urls")),
    path("", include("naober.register.sheets.urls")),
    path("", include("naober.register.book.urls")),
    path("", include("naober.register.sign_in.urls")),
    path("", include("naober.register.standing_in.urls")),
    path("", include("naober.register.own_village.urls")),
    path("", include("naober.register.second_factor.urls")),
    path("", include("naober.register.privacy.urls")),
    path("dorpen/", views.village_list, name="villages"),
    path("dorpen/<slug:slug>/", views.village_detail, name="village"),
    path("dorpen/<slug:slug>/volgen/", views.village_follow, name="village_follow"),
    path("dorpen/<slug:slug>/niet-meer-volgen/", views.village_unfollow, name="village_unfollow"),
    path("dorpen/<slug:slug>/namen/", views.village_names, name="village_names"),
    path("dorpen/namen/<int:place_name_id>/weg/", views.place_name_remove, name="place_name_remove"),
]
