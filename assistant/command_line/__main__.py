"""`python -m assistant.command_line`: the command without its script."""

from assistant.command_line.app import main

main()
