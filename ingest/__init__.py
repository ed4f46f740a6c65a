"""From files to passages: reading, cleaning, splitting, keeping."""
