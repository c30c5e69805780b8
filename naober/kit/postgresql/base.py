"""The back end that settings name when DATABASE_URL is given: `naober.kit.postgresql`."""

from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations as DjangoOperations
from django.db.backends.postgresql.schema import DatabaseSchemaEditor as DjangoSchemaEditor

from naober.kit.database import GuardedOperations, GuardedSchemaEditor, GuardedWrapper


class DatabaseOperations(GuardedOperations, DjangoOperations):
    pass


class DatabaseSchemaEditor(GuardedSchemaEditor, DjangoSchemaEditor):
    pass


class DatabaseWrapper(GuardedWrapper, base.DatabaseWrapper):
    ops_class = DatabaseOperations
    SchemaEditorClass = DatabaseSchemaEditor
