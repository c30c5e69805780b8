from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "naober.journal"
    label = "journal"
    verbose_name = "Wat er gebeurde"
