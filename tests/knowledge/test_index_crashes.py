"""Real processes that are killed, or run out of disk, while they index."""

import os
import signal
from pathlib import Path

import pytest

from knowledge.errors import IndexMissing
from knowledge.index_store import IndexStore
from tests.assistant.small_services import indexed_services
from tests.knowledge.building import (
    build,
    content,
    generations,
    in_another_process,
    nearest,
    said_by,
)
from tests.knowledge.samples import MEALS, SHOP, TAXI, corpus

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")

STOPS_AT_A_STEP = """
import sys, time
from pathlib import Path
from knowledge.generations import Generations
from knowledge.index_store import IndexStore
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.building import MODEL, content
home, step, done = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
class Slow(Generations):
    def finish(self, folder, manifest):
        (folder / "manifest.json").write_text(manifest.model_dump_json(), encoding="utf-8")
        heard("manifest", 0, 0)
        super().finish(folder, manifest)
def heard(told_step, told_done, total):
    if told_step == step and told_done >= done:
        print("here")
        time.sleep(60)
cache = VectorCache(home / "vectors.sqlite", MODEL, WordOverlapEmbeddings(), None)
store = IndexStore(home / "index", None)
store._generations = Slow(home / "index")
store.build(content(more_questions=1200), cache, MODEL, on_progress=heard)
"""


MOMENTS = [
    pytest.param("vectors", 500, id="while-computing-vectors"),
    pytest.param("index", 1, id="between-the-two-collections"),
    pytest.param("index", 3, id="just-before-it-is-finished"),
    pytest.param("manifest", 0, id="just-before-it-is-swapped-in"),
]


@pytest.mark.parametrize(("step", "done"), MOMENTS)
def test_a_killed_build_leaves_the_old_index_in_use(home: Path, step: str, done: int) -> None:
    live = build(home, content(corpus(SHOP, TAXI)))
    with in_another_process(STOPS_AT_A_STEP, str(home), step, str(done)) as process:
        said_by(process, "here")
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert len(generations(home)) == 2, "the killed build has left its folder"
    store = IndexStore(home / "index", None)
    assert store.live_generation() == live
    assert store.is_sound()
    assert nearest(home, "乗合タクシー") == TAXI.id

    new = build(home, content())
    assert nearest(home, "配食の弁当") == MEALS.id
    assert generations(home) == sorted([live, new])


@pytest.mark.parametrize(("step", "done"), MOMENTS)
def test_a_first_build_that_was_killed_is_made_anew(home: Path, step: str, done: int) -> None:
    with in_another_process(STOPS_AT_A_STEP, str(home), step, str(done)) as process:
        said_by(process, "here")
        process.send_signal(signal.SIGKILL)
        process.wait()
    store = IndexStore(home / "index", None)
    assert store.live_generation() is None
    with pytest.raises(IndexMissing):
        store.open()
    new = build(home, content())
    assert nearest(home, "配食の弁当") == MEALS.id
    assert generations(home) == [new]


STOPS_BEFORE_THE_INDEX = """
import sys, time
from pathlib import Path
from tests.assistant.small_services import small_services
home, file = Path(sys.argv[1]), Path(sys.argv[2])
def heard(step, done, total):
    print("here")
    time.sleep(60)
small_services(home).ingestion.add([file], on_file=lambda *_: None, on_progress=heard)
"""


def test_a_document_whose_adding_was_killed_is_searched_after_the_next_start(
    home: Path, tmp_path: Path
) -> None:
    before = indexed_services(home)
    plan = tmp_path / "計画.md"
    plan.write_text("# 計画\n\nひばり市は移動販売車ひまわり号を走らせます。", encoding="utf-8")
    with in_another_process(STOPS_BEFORE_THE_INDEX, str(home), str(plan)) as process:
        said_by(process, "here")
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert before.knowledge.retriever.search("チョイソコ", limit=1, language="ja")
    before.engine.dispose()

    after = indexed_services(home)
    [first, *_] = after.knowledge.retriever.search("ひまわり号", limit=1, language="ja")
    assert first.chunk.title == "計画.md"
    after.engine.dispose()


def test_builders_in_two_processes_wait_for_each_other(home: Path) -> None:
    script = STOPS_AT_A_STEP.replace("time.sleep(60)", "time.sleep(1)")
    with (
        in_another_process(script, str(home), "index", "1") as one,
        in_another_process(script, str(home), "index", "1") as two,
    ):
        assert one.wait(timeout=60) == two.wait(timeout=60) == 0
    assert IndexStore(home / "index", None).is_sound()
    assert len(generations(home)) == 2


FILLS_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from knowledge.errors import IndexNotSaved
from knowledge.index_store import IndexStore
from tests.fakes import DIMENSIONS
from tests.knowledge.building import build, content
home, limit = Path(sys.argv[1]), int(sys.argv[2])
index = IndexStore(home / "index", None).open()
question = [0.1] * DIMENSIONS
before = index.passages.search(question, limit=3)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    build(home, content(more_questions=1200))
except IndexNotSaved as error:
    print("named")
assert index.passages.search(question, limit=3) == before
print("answers")
"""


@pytest.mark.parametrize(
    "limit",
    [
        pytest.param(100, id="no-room-at-all"),
        pytest.param(200_000, id="no-room-for-vectors"),
        pytest.param(2_300_000, id="no-room-for-the-index"),
    ],
)
def test_a_full_disk_leaves_the_old_index_in_use(home: Path, limit: int) -> None:
    live = build(home, content(corpus(SHOP, TAXI)))
    with in_another_process(FILLS_THE_DISK, str(home), str(limit)) as process:
        said_by(process, "named")
        said_by(process, "answers")
        assert process.wait(timeout=60) == 0
    assert generations(home) == [live]
    assert nearest(home, "乗合タクシー") == TAXI.id
    build(home, content())
    assert nearest(home, "配食の弁当") == MEALS.id
