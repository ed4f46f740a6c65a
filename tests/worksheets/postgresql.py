"""A PostgreSQL server of the tests' own: made when asked for, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_UNPRIVILEGED = ("postgres", "nobody")


class PostgreSQLMissing(Exception):
    """The server is not installed, or nobody is there who may run it."""


@contextmanager
def running_server() -> Iterator[str]:
    """Yields the server's address without a database name, as `postgresql://user@host:port`.

    Raises:
        PostgreSQLMissing: it cannot be started on this machine.
    """
    initdb, pg_ctl, user = _program("initdb"), _program("pg_ctl"), _runs_as()
    folder = Path(tempfile.mkdtemp(prefix="sanpuku-pg-"))
    try:
        if user:
            shutil.chown(folder, user)
        data, port = folder / "data", _free_port()
        _run([initdb, "-D", data, "-U", "sanpuku", "-A", "trust", "-E", "UTF8", "-N"], user)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        log = folder / "log"
        _run([pg_ctl, "-D", data, "-w", "-l", log, "-o", options, "start"], user)
        try:
            yield f"postgresql://sanpuku@127.0.0.1:{port}"
        finally:
            _run([pg_ctl, "-D", data, "-m", "immediate", "stop"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str:
    on_path = shutil.which(name)
    packaged = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = on_path or (str(packaged[-1]) if packaged else None)
    if found is None:
        raise PostgreSQLMissing(f"{name} is not installed (Debian: apt-get install postgresql)")
    return found


def _runs_as() -> str | None:
    """The account to run under: the server refuses to be root."""
    if os.geteuid() != 0:
        return None
    known = {account.pw_name for account in pwd.getpwall()}
    user = next((name for name in _UNPRIVILEGED if name in known), None)
    if user is None:
        raise PostgreSQLMissing("no unprivileged account to run it under")
    return user


def _run(command: list[str | Path], user: str | None) -> None:
    # Output goes to a file of no name: a server that inherits a pipe would keep it open.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command, user=user, cwd="/", stdout=output, stderr=output, check=False, timeout=120
        )
        if done.returncode:
            output.seek(0)
            raise PostgreSQLMissing(output.read().decode(errors="replace").strip())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
