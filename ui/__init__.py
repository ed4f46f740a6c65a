"""The page: questions, documents, the library, in a browser."""
