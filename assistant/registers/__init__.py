"""An answer in another register: easier to read, or as an official document has it."""
