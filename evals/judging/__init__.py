"""Metrics graded by a language model: optional, and always shown beside human grades."""
