"""The usual recipes on the same questions and documents, to see what the product adds."""
