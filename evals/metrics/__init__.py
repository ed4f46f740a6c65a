"""Metrics: pure functions from a question and what was given for it to a number."""
