"""Which version of a model lies in a folder, so that vectors of another one are never searched."""

from hashlib import sha256
from pathlib import Path

_WEIGHTS = frozenset({".safetensors", ".bin", ".onnx"})
_CONFIGURATION = "config.json"
_SHOWN = 12


def version_in(folder: Path) -> str:
    """The folder's own path, and a short hash that changes with its configuration and weights.

    Weights are told by name, size and time: reading them would take longer than loading them.
    """
    place = folder.resolve()
    digest = sha256()
    try:
        for path in sorted(path for path in place.rglob("*") if _makes_vectors(path)):
            digest.update(f"{path.relative_to(place)}\n{_told_by(path)}\n".encode())
    except OSError:
        return str(place)  # what cannot be looked at is not loaded either
    return f"{place}@{digest.hexdigest()[:_SHOWN]}"


def _makes_vectors(path: Path) -> bool:
    return path.name == _CONFIGURATION or path.suffix in _WEIGHTS


def _told_by(path: Path) -> str:
    if path.name == _CONFIGURATION:
        return sha256(path.read_bytes()).hexdigest()
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"
