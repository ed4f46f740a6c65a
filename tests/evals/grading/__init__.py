"""Tests of grading by people."""
