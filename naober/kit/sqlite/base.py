"""The back end that settings name: `naober.kit.sqlite`."""

from sqlite3 import dbapi2 as database
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations as DjangoOperations
from django.db.backends.sqlite3.schema import DatabaseSchemaEditor as DjangoSchemaEditor

from naober.kit.database import GuardedOperations, GuardedSchemaEditor, GuardedWrapper

SAFE_IN_WAL = (3, 51, 3)


def journal_mode(version: tuple[int, ...]) -> str:
    """WAL where this SQLite is sound in it, else DELETE: slower, but it keeps what it was told."""
    return "WAL" if version >= SAFE_IN_WAL else "DELETE"


class DatabaseOperations(GuardedOperations, DjangoOperations):
    pass


class DatabaseSchemaEditor(GuardedSchemaEditor, DjangoSchemaEditor):
    pass


class DatabaseWrapper(GuardedWrapper, base.DatabaseWrapper):
    ops_class = DatabaseOperations
    SchemaEditorClass = DatabaseSchemaEditor

    def get_new_connection(self, conn_params: Any) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.execute(f"PRAGMA journal_mode = {journal_mode(database.sqlite_version_info)}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA mmap_size = 134217728")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        return connection
