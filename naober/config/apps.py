from django.apps import AppConfig

from naober.config.checks import register_checks


class ConfigConfig(AppConfig):
    name = "naober.config"
    label = "config"

    def ready(self) -> None:
        register_checks()
