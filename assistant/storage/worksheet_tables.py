"""Tables of worksheets: shared workspaces, sheets, every edit, comments and versions."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from assistant.storage.tables import metadata

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)
members = Table(
    "members",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("visitor", Text, primary_key=True, index=True),
    Column("name", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("joined_at", Text, nullable=False),
)
worksheets = Table(
    "worksheets",
    metadata,
    Column("id", Text, primary_key=True),
    Column(
        "workspace_id",
        ForeignKey("workspaces.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("form_id", Text, nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("inputs_json", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("copied_from", Text),
    Column("created_at", Text, nullable=False),
    Column("updated_at", Text, nullable=False),
    Column("updated_by", Text, nullable=False),
    Column("locked_at", Text),
    Column("locked_by", Text),
    Column("deleted_at", Text),
    Column("deleted_by", Text),
)


def _sheet_column(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "worksheet_id",
        ForeignKey("worksheets.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


worksheet_fields = Table(
    "worksheet_fields",
    metadata,
    _sheet_column(primary_key=True),
    Column("field_id", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("value_json", Text, nullable=False),
)
worksheet_edits = Table(
    "worksheet_edits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _sheet_column(),
    Column("field_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value_json", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("side", Text),
    Column("at", Text, nullable=False),
    Index("ix_worksheet_edits_field", "worksheet_id", "field_id", "id"),
)
worksheet_comments = Table(
    "worksheet_comments",
    metadata,
    Column("id", Text, primary_key=True),
    _sheet_column(),
    Column("field_id", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("side", Text),
    Column("written_at", Text, nullable=False),
    Column("resolved_at", Text),
    Column("resolved_by", Text),
    Index("ix_worksheet_comments_sheet", "worksheet_id", "written_at"),
)
worksheet_versions = Table(
    "worksheet_versions",
    metadata,
    _sheet_column(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sheet_json", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("side", Text),
    Column("at", Text, nullable=False),
)
