"""Pieces of the worksheet pages."""
