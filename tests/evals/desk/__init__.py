"""What evaluators do at their desk."""
