"""A taken port is told before anything is started."""

import socket

from assistant.errors import AssistantError


class PortTaken(AssistantError):
    """The address is in use by another program."""

    def __init__(self, host: str, port: int, setting: str) -> None:
        super().__init__(f"{host}:{port}")
        self.ja = (
            f"ポート {port} はほかのプログラムが使用中です。"
            f"そのプログラムを終了するか、{setting}=別の番号 を指定してください。"
        )
        self.en = (
            f"Port {port} is in use by another program. Stop it, or choose another with {setting}."
        )


def require_free(host: str, port: int, *, setting: str) -> None:
    """Raise PortTaken when nobody can listen at this address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As servers do: an address that was closed a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(host, port, setting) from error
