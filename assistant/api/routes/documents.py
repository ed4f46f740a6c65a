"""/v1/documents: what users add, look at and remove."""

import re
import shutil
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Query, UploadFile
from fastapi.responses import Response

from assistant.api.dependencies import ServicesDep
from assistant.errors import DocumentNotFound, DocumentRefused, StorageFailed
from assistant.library_contract import DocumentInfo, DocumentList, DocumentPassages
from assistant.searching import to_wire
from ingest.errors import FileTooLarge, IngestError
from ingest.report import FileOutcome, Outcome
from knowledge.added_documents import AddedDocument
from knowledge.documents import Passage
from knowledge.errors import IndexNotSaved

router = APIRouter(prefix="/v1/documents", tags=["documents"])
_COPIED_AT_ONCE = 1 << 20
_LONGEST_NAME = 200
"""Bytes; file systems take 255."""
_LONGEST_SUFFIX = 12


@router.get("")
def documents(services: ServicesDep) -> DocumentList:
    """Added documents, in order of their names."""
    found = sorted(services.knowledge.documents.all(), key=lambda document: document.name)
    return DocumentList(documents=tuple(_to_info(document) for document in found))


@router.get("/{document_id}")
def document(document_id: str, services: ServicesDep) -> DocumentPassages:
    """One document with its passages in reading order."""
    found = services.knowledge.documents.get(document_id)
    if found is None:
        raise DocumentNotFound(document_id)
    passages = tuple(to_wire(Passage(chunk=chunk, score=0.0)) for chunk in found.chunks)
    return DocumentPassages(document=_to_info(found), passages=passages)


@router.post("", status_code=201)
def add_document(
    services: ServicesDep,
    file: Annotated[UploadFile, File()],
    as_source: Annotated[str | None, Query(max_length=64)] = None,
) -> DocumentInfo:
    """Add one file; answers when it can be searched."""
    if as_source and as_source not in services.knowledge.corpus.sources:
        raise DocumentRefused(
            f"{as_source} は公式資料の番号ではありません",
            f"{as_source} is not an official document",
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _safe_name(file.filename or "document")
        try:
            _copy(file, path, services.settings.largest_upload_mb * 1024 * 1024)
            report = services.ingestion.add(
                [path], as_source=as_source, on_file=_unheard, on_progress=_unheard
            )
        except IngestError as error:
            raise DocumentRefused(error.reason_ja, error.reason_en) from error
        except (IndexNotSaved, OSError) as error:
            raise StorageFailed(str(error)) from error
    return _outcome(services, report.files[0])


@router.delete("/{document_id}", status_code=204)
def delete_document(document_id: str, services: ServicesDep) -> Response:
    """Remove a document and its passages."""
    try:
        removed = services.ingestion.delete(document_id, on_progress=_unheard)
    except IndexNotSaved as error:
        raise StorageFailed(str(error)) from error
    if not removed:
        raise DocumentNotFound(document_id)
    return Response(status_code=204)


def _outcome(services: ServicesDep, file: FileOutcome) -> DocumentInfo:
    if file.outcome is Outcome.FAILED or file.document_id is None:
        problem = file.problem or IngestError()
        raise DocumentRefused(problem.reason_ja, problem.reason_en) from problem
    added = services.knowledge.documents.get(file.document_id)
    if added is None:
        raise StorageFailed(file.name)
    return _to_info(added, file.outcome.value)


def _copy(file: UploadFile, path: Path, largest: int) -> None:
    with path.open("wb") as target:
        shutil.copyfileobj(file.file, target, _COPIED_AT_ONCE)
    if path.stat().st_size > largest:
        raise FileTooLarge(path.name, largest)


def _safe_name(name: str) -> str:
    """The file's own name without any folder in it, short enough for every file system."""
    base = re.split(r"[/\\]", name)[-1]
    base = re.sub(r"[\x00-\x1f\x7f]", "", _unescaped(base)).strip()
    if not base.strip(". "):
        return "document"
    suffix = Path(base).suffix[:_LONGEST_SUFFIX]
    stem = base.removesuffix(suffix).encode()[: _LONGEST_NAME - len(suffix.encode())]
    return stem.decode(errors="ignore") + suffix


def _unescaped(name: str) -> str:
    """Browsers send these three signs of a file's name escaped (HTML standard, multipart)."""
    return name.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")


def _to_info(document: AddedDocument, outcome: str | None = None) -> DocumentInfo:
    return DocumentInfo(
        id=document.id,
        name=document.name,
        added_at=document.added_at,
        pages=document.pages,
        passages=len(document.chunks),
        as_source=document.as_source,
        outcome=outcome,
    )


def _unheard(*_progress: object) -> None:
    """An upload over HTTP has nobody to tell its progress to."""
