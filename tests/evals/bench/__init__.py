"""Tests of evals.bench."""
