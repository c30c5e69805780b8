"""The address of the workplace, and those that only a demo has."""

from django.urls import path

from naober.portal import views

urlpatterns = [path("vandaag/", views.today, name="portal_today")]

demo_urlpatterns = [
    path("verstuurde-post/", views.sent_mail, name="sent_mail"),
    path("verstuurde-post/<str:public_id>/", views.sent_mail_detail, name="sent_mail_detail"),
    path("verstuurde-post/<str:public_id>/opgemaakt/", views.sent_mail_html, name="sent_mail_html"),
]
