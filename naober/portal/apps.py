from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "naober.portal"
    label = "portal"
    verbose_name = "Werkplek"
