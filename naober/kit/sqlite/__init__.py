"""Django's SQLite back end on a sound SQLite, with the guard (ADR 6).

The SQLite that comes with many systems (3.7.0 to 3.51.2) can corrupt a database in WAL mode with
several processes. `pysqlite3` carries a repaired one; it must stand in for the standard module
before Django loads its back end.
"""

import sys

try:
    import pysqlite3
    import pysqlite3.dbapi2
except ImportError:  # no wheel for this machine: the standard module, without WAL (see base.py)
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
