"""Addresses of villages and of sign-in. The names `account_...` are those that allauth asks for."""

from django.urls import include, path

from naober.register import views

urlpatterns = [
    path("", include("naober.register.book.urls")),
    path("dorpen/", views.village_list, name="villages"),
    path("dorpen/<slug:slug>/", views.village_detail, name="village"),
    path("dorpen/<slug:slug>/volgen/", views.village_follow, name="village_follow"),
    path("dorpen/<slug:slug>/niet-meer-volgen/", views.village_unfollow, name="village_unfollow"),
    path("dorpen/<slug:slug>/namen/", views.village_names, name="village_names"),
    path("dorpen/namen/<int:place_name_id>/weg/", views.place_name_remove, name="place_name_remove"),
    path("inloggen/", views.sign_in, name="account_request_login_code"),
    path("inloggen/code/", views.sign_in_code, name="account_confirm_login_code"),
    path("inloggen/wie-bent-u/", views.who_are_you, name="who_are_you"),
    path("inloggen/verder/", views.after_sign_in, name="after_sign_in"),
    path("uitloggen/", views.sign_out, name="account_logout"),
    # allauth reverses these names; whoever comes there goes to the one way in.
    path("inloggen/anders/", views.sign_in, name="account_login"),
    path("inloggen/nieuw/", views.nowhere, name="account_signup"),
    path("inloggen/gesloten/", views.nowhere, name="account_inactive"),
]
