from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "naober.contact"
    label = "contact"
    verbose_name = "Contact"
