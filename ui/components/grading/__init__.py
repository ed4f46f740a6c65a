"""Pieces of the grading page."""
