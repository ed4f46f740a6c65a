"""The answerer without a language model: plan, select, compose. Every sentence is an entry's own."""
