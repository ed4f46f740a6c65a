"""Workspaces, worksheets, their edits, comments and versions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_workspaces()
    _create_worksheets()
    _create_parts()


def downgrade() -> None:
    for name in (
        "worksheet_versions",
        "worksheet_comments",
        "worksheet_edits",
        "worksheet_fields",
        "worksheets",
        "members",
        "workspaces",
    ):
        op.drop_table(name)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _optional_texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=True) for name in names]


def _belongs_to(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE"
    )


def _create_workspaces() -> None:
    op.create_table(
        "workspaces",
        *_texts("id", "key", "name", "created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_workspaces"),
        sa.UniqueConstraint("key", name="uq_workspaces_key"),
    )
    op.create_table(
        "members",
        *_texts("workspace_id", "visitor", "name", "side", "joined_at"),
        sa.PrimaryKeyConstraint("workspace_id", "visitor", name="pk_members"),
        _belongs_to("members", "workspace_id", "workspaces"),
    )
    op.create_index("ix_members_visitor", "members", ["visitor"])


def _create_worksheets() -> None:
    op.create_table(
        "worksheets",
        *_texts("id", "workspace_id", "form_id", "title", "language", "inputs_json"),
        *_texts("created_at", "updated_at", "updated_by"),
        *_optional_texts("copied_from", "locked_at", "locked_by", "deleted_at", "deleted_by"),
        sa.Column("form_version", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_worksheets"),
        _belongs_to("worksheets", "workspace_id", "workspaces"),
    )
    op.create_index("ix_worksheets_workspace_id", "worksheets", ["workspace_id"])
    op.create_table(
        "worksheet_fields",
        *_texts("worksheet_id", "field_id", "value_json"),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("worksheet_id", "field_id", name="pk_worksheet_fields"),
        _belongs_to("worksheet_fields", "worksheet_id", "worksheets"),
    )


def _create_parts() -> None:
    op.create_table(
        "worksheet_edits",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        *_texts("worksheet_id", "field_id", "kind", "value_json", "name", "at"),
        *_optional_texts("side"),
        sa.PrimaryKeyConstraint("id", name="pk_worksheet_edits"),
        _belongs_to("worksheet_edits", "worksheet_id", "worksheets"),
    )
    op.create_index(
        "ix_worksheet_edits_field", "worksheet_edits", ["worksheet_id", "field_id", "id"]
    )
    op.create_table(
        "worksheet_comments",
        *_texts("id", "worksheet_id", "field_id", "text", "author", "written_at"),
        *_optional_texts("side", "resolved_at", "resolved_by"),
        sa.PrimaryKeyConstraint("id", name="pk_worksheet_comments"),
        _belongs_to("worksheet_comments", "worksheet_id", "worksheets"),
    )
    op.create_index(
        "ix_worksheet_comments_sheet", "worksheet_comments", ["worksheet_id", "written_at"]
    )
    op.create_table(
        "worksheet_versions",
        *_texts("worksheet_id", "name", "sheet_json", "author", "at"),
        *_optional_texts("side"),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("worksheet_id", "number", name="pk_worksheet_versions"),
        _belongs_to("worksheet_versions", "worksheet_id", "worksheets"),
    )
