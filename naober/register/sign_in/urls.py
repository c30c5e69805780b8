"""Addresses of signing in. The names `account_...` are those that allauth asks for."""

from django.urls import path

from naober.register.sign_in import views

urlpatterns = [
    path("inloggen/", views.sign_in, name="account_request_login_code"),
    path("inloggen/code/", views.sign_in_code, name="account_confirm_login_code"),
    path("inloggen/wie-bent-u/", views.who_are_you, name="who_are_you"),
    path("inloggen/verder/", views.after_sign_in, name="after_sign_in"),
    path("uitloggen/", views.sign_out, name="account_logout"),
    path("uitloggen/overal/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("uitloggen/alles-sluiten/", views.close_here, name="close_here"),
    path("uitloggen/gesloten/", views.closed_here, name="closed_here"),
    path("mijn-aanmelding/", views.my_sign_in, name="my_sign_in"),
    path("mijn-aanmelding/apparaat/<slug:checksum>/weg/", views.device_end, name="device_end"),
    # allauth reverses these names; whoever comes there goes to the one way in.
    path("inloggen/anders/", views.sign_in, name="account_login"),
    path("inloggen/nieuw/", views.nowhere, name="account_signup"),
    path("inloggen/gesloten/", views.nowhere, name="account_inactive"),
]
