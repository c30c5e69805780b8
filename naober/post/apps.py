from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "naober.post"
    label = "post"
    verbose_name = "Post"
