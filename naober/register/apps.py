from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "naober.register"
    label = "register"
    verbose_name = "Wie is wie"
