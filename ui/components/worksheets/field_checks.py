"""What the guidebook's checks say of one field, with their sources."""

import streamlit as st

from assistant.form_contract import FieldInfo
from assistant.worksheets.checking.finding import Finding
from ui.components.worksheets.citing import cited
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.markdown_text import verbatim
from ui.spoken import spoken

_SHOWN_ELSEWHERE = ("filled", "confirmed")
"""By the field's badge, and by its lines with their buttons."""


def show_field_checks(opened: OpenedSheet, field: FieldInfo) -> None:
    """A line for each check: what is open, what is met."""
    found = [each for each in opened.findings(field.id) if each.check_id not in _SHOWN_ELSEWHERE]
    if found:
        with st.container(gap="xsmall"):
            for each in found:
                st.markdown(finding_markdown(opened, each))


def finding_markdown(opened: OpenedSheet, finding: Finding) -> str:
    """Sign, message and source of a finding."""
    citation = opened.citations.get(finding.entry_id)
    source = cited(citation) if citation else ""
    return f"{_sign(finding)} :small[{verbatim(spoken(finding.message))} {source}]"


def _sign(finding: Finding) -> str:
    if finding.passed:
        return ":green[:material/check_circle:]"
    return ":blue[:material/info:]" if finding.advice else ":orange[:material/error:]"
