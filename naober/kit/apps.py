from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "naober.kit"
    label = "kit"
