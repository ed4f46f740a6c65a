"""The visitor's own documents."""

from datetime import datetime
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from assistant.errors import RequestRefused, ServiceUnavailable
from tests.ui.fake_service import ASKED_AT, FakeService
from tests.ui.serving import Server
from tests.ui.visitor import (
    checked,
    in_english,
    open_page,
    press,
    seen,
)
from ui.adding import Adding, Chosen, Outcome

PLAN = ("計画.txt", "はじめに\n\n移動支援は週2回です\n\nおわりに".encode(), "text/plain")
PICTURE = ("写真.exe", b"MZ", "application/octet-stream")


def upload(page: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    page.file_uploader[0].set_value(list(files))
    return press(page, "追加する")


@pytest.mark.usefixtures("server")
def test_files_are_added_one_by_one_and_a_bad_one_stops_nothing(service: FakeService) -> None:
    page = upload(open_page("documents"), PICTURE, PLAN)
    assert "写真\\.exe：追加できませんでした。対応していない形式です" in page.error[0].value
    assert "計画\\.txt：追加しました（検索用に3か所に分割）" in page.success[0].value
    assert "2件の処理が終わりました" in page.get("progress")[0].proto.text
    assert list(service.documents) == ["doc-計画"]
    assert "追加した文書（1件）" in seen(page)


@pytest.mark.usefixtures("server")
def test_results_stay_until_the_next_upload() -> None:
    page = upload(open_page("documents"), PICTURE, PLAN)
    checked(page.run())
    assert page.error
    assert page.success
    assert not upload(page, PLAN).error
    assert "新しい内容に入れ替えました" in page.success[0].value


@pytest.mark.usefixtures("server")
def test_the_reason_of_a_refusal_is_in_the_visitors_language() -> None:
    page = in_english(open_page("documents"))
    page.file_uploader[0].set_value([PICTURE])
    press(page, "Add")
    assert "was not added. This format is not supported" in page.error[0].value


@pytest.mark.usefixtures("server")
def test_adding_nothing_asks_for_files() -> None:
    assert "ファイルを選んでください" in press(open_page("documents"), "追加する").warning[0].value


@pytest.mark.usefixtures("server")
def test_an_original_of_an_official_document_is_added_as_such(service: FakeService) -> None:
    page = open_page("documents")
    official = next(box for box in page.selectbox if "原文" in box.label)
    official.set_value("points")
    upload(page, PLAN)
    assert service.documents["doc-計画"].document.as_source == "points"
    assert "「ポイント集」の原文" in seen(page)


@pytest.mark.usefixtures("server")
def test_only_one_file_can_be_the_original(service: FakeService) -> None:
    page = open_page("documents")
    official = next(box for box in page.selectbox if "原文" in box.label)
    official.set_value("points")
    upload(page, PLAN, ("別.txt", b"x", "text/plain"))
    assert "一度に1ファイル" in page.warning[0].value
    assert service.documents == {}
    assert [file.name for file in page.file_uploader[0].value] == ["計画.txt", "別.txt"]
    checked(official.set_value(None).run())
    press(page, "追加する")
    assert list(service.documents) == ["doc-計画", "doc-別"]


@pytest.mark.usefixtures("server")
def test_a_document_can_be_looked_into(service: FakeService) -> None:
    service.add(PLAN[0], PLAN[1], None)
    page = press(open_page("documents"), "中身を見る")
    assert page.title[0].value == "計画\\.txt"
    assert "移動支援は週2回です" in seen(page)
    assert page.title[0].value not in seen(press(page, "文書の一覧にもどる")).split("\n")


@pytest.mark.usefixtures("server")
def test_a_document_is_listed_with_its_day_by_the_visitors_clock(service: FakeService) -> None:
    service.add(PLAN[0], PLAN[1], None)
    added = datetime.fromisoformat(ASKED_AT).astimezone()
    assert f"{added:%Y-%m-%d %H:%M} に追加" in seen(open_page("documents"))


@pytest.mark.usefixtures("server")
def test_a_citation_opens_at_its_passage(service: FakeService) -> None:
    service.add(PLAN[0], PLAN[1], None)
    page = open_page("documents", document="doc-計画", passage="doc-計画#1")
    text = seen(page)
    assert "答えで使われた箇所" in text
    assert "はじめに" not in text
    assert "はじめに" in seen(press(page, "はじめから見る"))


@pytest.mark.usefixtures("server")
def test_a_long_document_is_shown_in_parts(service: FakeService) -> None:
    service.add("長い.txt", "\n\n".join(f"第{n}節" for n in range(45)).encode(), None)
    page = open_page("documents", document="doc-長い")
    assert "第19節" in seen(page)
    assert "第20節" not in seen(page)
    checked(page.pagination[0].set_value(3).run())
    assert "第44節" in seen(page)


@pytest.mark.usefixtures("server")
def test_a_document_that_is_gone_is_explained() -> None:
    assert "見つかりません" in open_page("documents", document="doc-x").error[0].value


@pytest.mark.usefixtures("server")
def test_deleting_asks_first(service: FakeService) -> None:
    service.add(PLAN[0], PLAN[1], None)
    page = press(open_page("documents"), "削除")
    assert "元のファイルは消えません" in seen(page)
    assert service.documents
    press(page, "削除する")
    assert service.documents == {}
    assert "追加した文書（0件）" in seen(page)
    assert "「計画\\.txt」を削除しました" in page.success[0].value


@pytest.mark.usefixtures("server")
def test_deleting_what_is_gone_already_is_no_problem(service: FakeService) -> None:
    service.add(PLAN[0], PLAN[1], None)
    page = press(open_page("documents"), "削除")
    service.documents.clear()
    press(page, "削除する")
    assert not page.error
    assert page.success


def test_what_could_not_be_deleted_is_still_listed(server: Server, service: FakeService) -> None:
    service.add(PLAN[0], PLAN[1], None)
    page = press(open_page("documents"), "削除")
    server.stop()
    press(page, "削除する")
    server.start()
    press(page, "もう一度試す")
    assert "応答がありません" in page.error[0].value
    assert "追加した文書（1件）" in seen(page)


def test_files_sent_while_the_service_is_away_are_kept(server: Server) -> None:
    page = open_page("documents")
    server.stop()
    upload(page, PLAN)
    assert "応答がありません" in page.error[0].value
    assert list(page.session_state["adding"].results())
    server.start()
    press(page, "もう一度試す")
    assert "計画\\.txt：追加できませんでした" in page.error[0].value
    press(page, "追加できなかった1件をもう一度追加する")
    assert "計画\\.txt：追加しました" in page.success[0].value


@pytest.mark.usefixtures("server")
def test_what_failed_for_the_services_sake_is_added_once_more(service: FakeService) -> None:
    given = Adding(
        [Chosen(*PICTURE[:2]), Chosen(*PLAN[:2])],
        [RequestRefused(422, "対応していない形式です"), ServiceUnavailable("gone")],
    )
    page = open_page()
    page.session_state["adding"] = given
    checked(page.switch_page("views/documents.py").run())
    press(page, "追加できなかった1件をもう一度追加する")
    assert not page.error
    assert "計画\\.txt：追加しました" in page.success[0].value
    assert list(service.documents) == ["doc-計画"]


@pytest.mark.usefixtures("server")
def test_a_page_drawn_again_while_files_are_added_tells_of_all() -> None:
    may_go_on = Event()

    def refuse(chosen: Chosen) -> Outcome:
        may_go_on.wait()
        return RequestRefused(422, f"{chosen.name}は読めません。")

    given = Adding()
    given.take([Chosen(*PICTURE[:2]), Chosen(*PLAN[:2])], refuse)
    page = open_page()
    page.session_state["adding"] = given
    may_go_on.set()
    checked(page.switch_page("views/documents.py").run())
    assert "写真.exeは読めません" in page.error[0].value
    assert "計画.txtは読めません" in page.error[1].value


def test_each_file_is_added_once_however_many_look_on() -> None:
    tried: list[str] = []

    def fail(chosen: Chosen) -> Outcome:
        tried.append(chosen.name)
        raise ValueError

    given = Adding()
    given.take([Chosen("a.txt", b"a"), Chosen("b.txt", b"b")], fail)
    assert [len(list(given.results())) for _ in range(2)] == [2, 2]
    assert tried == ["a.txt", "b.txt"]
    assert [one.content for one in given.failed] == [b"a", b"b"]
