"""Tests of metrics: hand-worked examples, and ones that a sloppy version would get wrong."""
