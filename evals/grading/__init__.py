"""Human grades: blind, against a rubric, by two graders, with their agreement."""
