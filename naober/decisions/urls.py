"""Addresses about decisions; mounted under /besluiten/."""

from django.urls import path

from naober.decisions import views

urlpatterns = [
    path("", views.sitting_list, name="sittings"),
    path("plakken/", views.paste, name="paste"),
    path("punt/<int:item_id>/", views.item_detail, name="item"),
    path("punt/<int:item_id>/klopt/", views.item_confirm, name="item_confirm"),
    path("punt/<int:item_id>/niet-over-ons/", views.item_dismiss, name="item_dismiss"),
    path("punt/<int:item_id>/alle-dorpen/", views.item_confirm_everywhere, name="item_confirm_everywhere"),
    path(
        "punt/<int:item_id>/niet-alle-dorpen/", views.item_dismiss_everywhere, name="item_dismiss_everywhere"
    ),
    path("punt/<int:item_id>/afloop/", views.item_tell_outcome, name="item_tell_outcome"),
    path("punt/<int:item_id>/ook-over/", views.item_also_about, name="item_also_about"),
    path("gaat-over/<int:concern_id>/toch-wel/", views.concern_reopen, name="concern_reopen"),
    path("bericht/<int:entry_id>/terugroepen/", views.announcement_call_back, name="call_back"),
    path("zitting/<int:sitting_id>/", views.sitting_by_number, name="sitting_by_number"),
    path("<slug:slug>/", views.sitting_detail, name="sitting"),
]
