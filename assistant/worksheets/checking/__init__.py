"""The guidebook's checks, by what they look at."""
