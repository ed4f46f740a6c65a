"""What is asked: language, intent, side of the table, follow-ups, scope."""
