"""The answerer with a language model: an upgrade, never a requirement."""
