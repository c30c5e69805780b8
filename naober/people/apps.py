from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "naober.people"
    label = "people"
    verbose_name = "Mensen en dorpen"
