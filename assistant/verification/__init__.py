"""Does a sentence stand in the passages that it cites? One check a file."""
