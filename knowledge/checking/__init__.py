"""Proof that the knowledge base holds: format, links, fidelity, coverage, own words."""
