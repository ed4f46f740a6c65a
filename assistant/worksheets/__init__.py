"""Worksheets and proposals: drafted field by field, checked against the guidebook."""
