"""An OpenAI-compatible chat server on this machine, whose replies a test chooses."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

_CHARACTERS_AT_ONCE = 7
"""Marks and sentences come in pieces, as from a real server."""


@dataclass(frozen=True)
class Reply:
    """What one request gets."""

    text: str = ""
    status: int = 200
    cut_after: int | None = None
    """Pieces after which the connection breaks."""
    stall_after: int | None = None
    """Pieces after which nothing more comes."""
    pause: float = 0.0
    """Seconds before each piece."""


@dataclass
class ChatServer:
    """Gives the replies in their order, the last one again and again."""

    replies: list[Reply] = field(default_factory=lambda: [Reply()])
    requests: list[dict[str, Any]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)
    url: str = ""

    def says(self, *texts: str) -> None:
        self.replies = [Reply(text) for text in texts]

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    def heard(self) -> str:
        """Everything that the last request sent, as one text."""
        return json.dumps(self.requests[-1], ensure_ascii=False)


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    """A running server; stopped after the block."""
    state = ChatServer()

    class Handler(_ChatHandler):
        server_state = state

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _ChatHandler(BaseHTTPRequestHandler):
    server_state: ChatServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server_state.requests.append(json.loads(body))
        reply = self.server_state.next_reply()
        if reply.status != 200:
            self._refuse(reply.status)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self._stream(reply)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader has gone

    def log_message(self, *_arguments: object) -> None:
        """Nothing is written to standard error."""

    def _refuse(self, status: int) -> None:
        content = b'{"error": {"message": "broken", "type": "server_error"}}'
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self, reply: Reply) -> None:
        for number, piece in enumerate(_pieces(reply.text)):
            if number == reply.cut_after:
                self.close_connection = True
                return
            if number == reply.stall_after:
                self.server_state.closing.wait(30)
                return
            time.sleep(reply.pause)
            self._send(_event({"content": piece}, None))
        self._send(_event({}, "stop"))
        self._send("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _send(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), _CHARACTERS_AT_ONCE):
        yield text[start : start + _CHARACTERS_AT_ONCE]


def _event(delta: dict[str, str], finish: str | None) -> str:
    chunk = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "small",
        "choices": [{"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}],
    }
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"
