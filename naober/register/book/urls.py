"""Addresses of who is who."""

from django.urls import path

from naober.register.book.views import associations, persons, reading, seats

urlpatterns = [
    path("wie-is-wie/", reading.who_is_who, name="who_is_who"),
    path("wie-is-wie/op-papier/", reading.on_paper, name="who_is_who_on_paper"),
    path("wie-is-wie/wie-ziet-wat/", reading.who_sees_what, name="who_sees_what"),
    path("verenigingen/nieuw/", associations.association_new, name="association_new"),
    path("verenigingen/<int:association_id>/", reading.association, name="association"),
    path(
        "verenigingen/<int:association_id>/wijzigen/",
        associations.association_change,
        name="association_change",
    ),
    path("verenigingen/<int:association_id>/dorp/", associations.association_place, name="association_place"),
    path(
        "verenigingen/<int:association_id>/mailadres/",
        associations.association_address,
        name="association_address",
    ),
    path("verenigingen/<int:association_id>/bestuur/", seats.seat_new, name="seat_new"),
    path("verenigingen/dorp/<int:membership_id>/stopt/", associations.membership_end, name="membership_end"),
    path(
        "verenigingen/dorp/<int:membership_id>/hoort-erbij/",
        associations.membership_agree,
        name="membership_agree",
    ),
    path("dorpen/<slug:slug>/inwoners/", associations.village_residents, name="village_residents"),
    path("functies/<int:seat_id>/overdragen/", seats.seat_hand_over, name="seat_hand_over"),
    path("functies/<int:seat_id>/stopt/", seats.seat_end, name="seat_end"),
    path("functies/<int:seat_id>/termijn/", seats.seat_term, name="seat_term"),
    path("functies/<int:seat_id>/mailadres/", seats.seat_address, name="seat_address"),
    path("mensen/nieuw/", persons.person_new, name="person_new"),
    path("mensen/<slug:public_id>/", reading.person, name="person"),
    path("mensen/<slug:public_id>/wijzigen/", persons.person_change, name="person_change"),
    path("mensen/<slug:public_id>/mailadres/", persons.person_address, name="person_address"),
    path("mensen/mailadres/<int:address_id>/weg/", persons.address_remove, name="address_remove"),
]
