"""Users' own documents: added, found, refused, removed."""

from pathlib import Path

import httpx
import pytest

from assistant.api.app import create_app
from assistant.client import AssistantClient
from assistant.contract import AskRequest
from assistant.errors import RequestRefused
from assistant.library_contract import DocumentInfo
from assistant.settings import AssistantSettings
from assistant.wiring import Services
from tests.assistant.small_services import small_services
from tests.worksheets.service import served

PLAN = """# ひばり市 移動支援計画

## 第1章 買物支援

ひばり市は令和8年度に移動販売車ひまわり号を3台走らせます。
""".encode()
ABOUT_PLAN = "ひばり市の移動販売車ひまわり号は何台ですか"


def test_a_document_is_found_and_cited_until_it_is_deleted(client: AssistantClient) -> None:
    added = client.add_document("ひばり市計画.md", PLAN)
    assert (added.name, added.outcome) == ("ひばり市計画.md", "added")
    assert added.passages >= 1
    answer = client.ask(AskRequest(question=ABOUT_PLAN))
    assert "3台" in answer.text
    cited = next(c for c in answer.citations if c.source == added.id)
    assert cited.title == "ひばり市計画.md"
    assert "移動支援計画" in cited.heading
    assert "ひまわり号" in cited.quote

    client.delete_document(added.id)
    assert client.documents().documents == ()
    assert "3台" not in client.ask(AskRequest(question=ABOUT_PLAN)).text


def test_a_document_is_listed_and_shown_in_reading_order(client: AssistantClient) -> None:
    added = client.add_document("計画.md", PLAN)
    (listed,) = client.documents().documents
    assert listed == added.model_copy(update={"outcome": None})
    shown = client.document(added.id)
    assert "ひまわり号" in "".join(passage.text for passage in shown.passages)
    assert shown.document.id == added.id
    key = {source.key: source for source in client.sources()}[added.id]
    assert (key.title, key.authority, key.entries) == ("計画.md", "user", added.passages)


def test_the_same_file_again_changes_nothing_and_a_new_version_replaces(
    client: AssistantClient,
) -> None:
    first = client.add_document("計画.md", PLAN)
    again = client.add_document("計画.md", PLAN)
    changed = client.add_document("計画.md", PLAN.replace(b"3", b"5"))
    assert (again.id, again.outcome) == (first.id, "unchanged")
    assert (changed.id, changed.outcome) == (first.id, "replaced")
    assert "5台" in client.ask(AskRequest(question=ABOUT_PLAN)).text
    assert len(client.documents().documents) == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("計画.exe", PLAN, "対応していない形式", id="another type"),
        pytest.param("計画", PLAN, "対応していない形式", id="no suffix"),
        pytest.param("計画.pdf", PLAN, "拡張子と中身", id="a suffix that is not true"),
        pytest.param("計画.md", b"", "文字が見つかりません", id="an empty file"),
        pytest.param("計画.md", b"  \n \n", "文字が見つかりません", id="only blanks"),
        pytest.param("計画.docx", b"PK\x03\x04broken", "壊れて", id="a broken file"),
        pytest.param("計画.docx", b"\xd0\xcf\x11\xe0locked", "パスワード", id="a protected file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    name: str, content: bytes, sentence: str, client: AssistantClient
) -> None:
    with pytest.raises(RequestRefused, match=sentence) as refused:
        client.add_document(name, content)
    assert refused.value.status == 422
    assert client.documents().documents == ()


def test_the_reason_is_told_in_english_too(service: str) -> None:
    response = httpx.post(
        f"{service}/v1/documents",
        files={"file": ("plan.exe", b"x")},
        headers={"Accept-Language": "en"},
    )
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "not supported" in response.json()["detail"]
    assert "as PDF or in the new format" in response.json()["detail"]


def test_a_file_that_is_too_large_is_refused(home: Path) -> None:
    services = small_services(home, AssistantSettings(home=home, largest_upload_mb=1))
    with served(create_app(lambda: services)) as url, AssistantClient.at(url) as client:
        with pytest.raises(RequestRefused, match="大きすぎます（1ファイル1MBまで）"):
            client.add_document("大きい.md", b"a" * (1024 * 1024 + 1))
        assert client.add_document("小さい.md", PLAN).passages > 0


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("../../etc/passwd.md", "passwd.md", id="folders above"),
        pytest.param("C:\\Users\\taro\\計画.md", "計画.md", id="a Windows path"),
        pytest.param("/absolute/計画.md", "計画.md", id="an absolute path"),
        pytest.param("  計画 2026.md  ", "計画 2026.md", id="spaces"),
        pytest.param("計画\n改行.md", "計画改行.md", id="a line break"),
        pytest.param("絵文字🚌.md", "絵文字🚌.md", id="an emoji"),
        pytest.param("a'b\"c;rm -rf.md", "a'b\"c;rm -rf.md", id="a shell's signs"),
        pytest.param(".計画.md", ".計画.md", id="a hidden file"),
        pytest.param("計画.MD", "計画.MD", id="a suffix in capitals"),
    ],
)
def test_odd_file_names(name: str, kept: str, client: AssistantClient) -> None:
    added = client.add_document(name, PLAN)
    assert added.name == kept
    assert client.document(added.id).document.name == kept


def test_a_very_long_name_keeps_its_suffix(client: AssistantClient) -> None:
    added = client.add_document("計画" * 200 + ".md", PLAN)
    assert added.name.startswith("計画計画")
    assert added.name.endswith(".md")
    assert len(added.name.encode()) <= 255


def test_a_name_of_dots_gets_a_refusal_not_a_crash(service: str) -> None:
    response = httpx.post(f"{service}/v1/documents", files={"file": ("..", PLAN)})
    assert response.status_code == 422


def test_without_a_file_the_request_is_refused(service: str) -> None:
    response = httpx.post(f"{service}/v1/documents")
    assert response.status_code == 422
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_document_may_be_an_official_one(client: AssistantClient) -> None:
    text = "# 事例①チョイソコ\n\nチョイソコは2024年7月時点で、全国66自治体に展開しています。"
    added = client.add_document("ポイント集.md", text.encode(), as_source="points-2026")
    assert added.as_source == "points-2026"
    answer = client.ask(AskRequest(question="チョイソコはどんな取組ですか"))
    own_words = [c.document_quote for c in answer.citations if c.entry_id == "points-2026/choisoko"]
    assert any(quote and "66自治体に展開" in quote for quote in own_words)


def test_an_unknown_official_document_is_refused(client: AssistantClient) -> None:
    with pytest.raises(RequestRefused, match="公式資料の番号ではありません"):
        client.add_document("計画.md", PLAN, as_source="points-1999")


def test_deleting_twice_is_told(client: AssistantClient) -> None:
    added: DocumentInfo = client.add_document("計画.md", PLAN)
    client.delete_document(added.id)
    with pytest.raises(RequestRefused) as refused:
        client.delete_document(added.id)
    assert refused.value.status == 404


def test_documents_outlive_the_service(services: Services, home: Path) -> None:
    with served(create_app(lambda: services)) as url, AssistantClient.at(url) as client:
        added = client.add_document("計画.md", PLAN)
    again = small_services(home, AssistantSettings(home=home))
    with served(create_app(lambda: again)) as url, AssistantClient.at(url) as client:
        assert [document.id for document in client.documents().documents] == [added.id]
        assert "3台" in client.ask(AskRequest(question=ABOUT_PLAN)).text
