"""A sheet as a file to keep, print, send or read back."""
