"""The guard itself: a test that leaves this machine fails."""

import socket

import pytest

from tests.conftest import NetworkUsed, network_uses


def test_connections_elsewhere_are_refused() -> None:
    with socket.socket() as outgoing, pytest.raises(NetworkUsed, match=r"192\.0\.2\.1"):
        outgoing.connect(("192.0.2.1", 80))
    assert network_uses == ["192.0.2.1"]
    network_uses.clear()


def test_names_elsewhere_are_not_looked_up() -> None:
    with pytest.raises(NetworkUsed, match=r"hub\.example"):
        socket.getaddrinfo("hub.example", 443)
    network_uses.clear()


def test_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1])) as connection,
    ):
        assert connection.getpeername() == server.getsockname()
    assert network_uses == []
