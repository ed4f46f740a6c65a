"""The register of all tables; moments are ISO 8601 texts in UTC, documents are JSON texts."""

from typing import Any

from sqlalchemy import MetaData, Row

AnyRow = Row[*tuple[Any, ...]]
"""One row with its columns by name; what they hold is known only to the database."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
