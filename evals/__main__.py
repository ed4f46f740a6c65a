"""`python -m evals`: the same commands without the product's own command."""

from evals.commands import app

app()
