from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "naober.decisions"
    label = "decisions"
    verbose_name = "Besluiten"
