"""Measures answer quality: question sets, metrics, runs, comparisons, reports, human grades."""
