"""What is kept in the database: conversations and worksheets, in SQLite or PostgreSQL."""
