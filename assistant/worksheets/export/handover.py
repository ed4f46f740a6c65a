"""The hand-over pack for a successor: the sheet, what was decided and how, what is open, sources."""

from dataclasses import dataclass, replace

from assistant.worksheets.export.building import lay_out
from assistant.worksheets.export.days import day, day_and_time
from assistant.worksheets.export.decisions import Decision, decisions
from assistant.worksheets.export.document import Fact, Line, SheetDocument
from assistant.worksheets.export.facts import sheet_facts
from assistant.worksheets.export.handout import Grid, Handout, Topic
from assistant.worksheets.export.phrases import COLON
from assistant.worksheets.export.record import SheetRecord
from assistant.worksheets.export.topics import Topics
from assistant.worksheets.model import Side
from assistant.worksheets.sharing import EditKind
from knowledge.documents import Bilingual

MOST_DECISIONS = 300
"""The newest; a pack is to be read."""
_TITLE = Bilingual("引き継ぎ資料", "Hand-over pack")
_PEOPLE = Bilingual("引き継ぐ人", "Who hands over to whom")
_SUBJECT = Bilingual("事業", "Project")
_PROJECT = Bilingual("事業の概要", "The project")
_OPEN = Bilingual("まだ決まっていないこと", "What is still open")
_COMMENTS = Bilingual("話し合いの記録（コメント）", "What was said (comments)")
_DECISIONS = Bilingual("決まったことと、その経緯", "What was decided, and how")
_VERSIONS = Bilingual("残した版", "Versions kept")
_NOTHING = Bilingual("ありません。", "None.")
_SETTLED = Bilingual("解決", "settled")
_UNSETTLED = Bilingual("未解決", "open")
_DAY = Bilingual("日時", "When")
_FIELD = Bilingual("欄", "Field")
_WHO = Bilingual("だれが", "Who")
_WHAT = Bilingual("内容（＋ 加えた　－ 消した）", "What (＋ added, － removed)")
_COMMENT = Bilingual("コメント", "Comment")
_STATE = Bilingual("状態", "State")
_NUMBER = Bilingual("版", "No.")
_NAME = Bilingual("名前", "Name")
_PEOPLE_HEADER = (
    Bilingual("", ""),
    Bilingual("氏名", "Name"),
    Bilingual("部署・連絡先", "Department, contact"),
    Bilingual("引き継いだ日", "Date"),
)
_PEOPLE_ROWS = (
    Bilingual("前任（自治体・福祉）", "Before (municipality, welfare)"),
    Bilingual("後任（自治体・福祉）", "After (municipality, welfare)"),
    Bilingual("前任（企業）", "Before (company)"),
    Bilingual("後任（企業）", "After (company)"),
)
_SIDES = {
    Side.WELFARE: Bilingual("福祉", "welfare"),
    Side.COMPANY: Bilingual("企業", "company"),
}
_KINDS = {
    EditKind.DRAFTED: Bilingual("下書きを入れた", "first draft put in"),
    EditKind.CONFIRMED: Bilingual("確認した", "confirmed"),
    EditKind.RESTORED: Bilingual("前の版に戻した", "version restored"),
    EditKind.COPIED: Bilingual("別の地域のシートから写した", "copied from another area's sheet"),
    EditKind.IMPORTED: Bilingual("ファイルから読み込んだ", "imported from a file"),
}


@dataclass(frozen=True, slots=True)
class HandoverPack:
    """What stands before the sheet, the sheet, and what follows it; one list of references."""

    before: Handout
    sheet: SheetDocument
    after: Handout


def handover_pack(record: SheetRecord) -> HandoverPack:
    """The pack in the sheet's language; names of predecessor and successor are to be written in."""
    topics = Topics.of(record)
    before = (_people(topics), _project(topics))
    sheet = lay_out(record.sheet, record.form, topics.numbering)
    after = (
        topics.open_items(_OPEN, decided=False),
        _decisions(topics),
        *_comments(topics),
        _versions(topics),
    )
    title, language = topics.say(_TITLE), topics.language
    subject = (Fact(topics.say(_SUBJECT), topics.printable(record.sheet.title)),)
    return HandoverPack(
        Handout(language=language, title=title, facts=subject, topics=before),
        replace(sheet, references=()),
        Handout(
            language=language,
            title=title,
            facts=(),
            topics=after,
            references=topics.references(),
        ),
    )


def _people(topics: Topics) -> Topic:
    header = tuple(topics.say(each) for each in _PEOPLE_HEADER)
    rows = tuple((topics.say(row), "", "", "") for row in _PEOPLE_ROWS)
    return Topic(
        title=topics.say(_PEOPLE), grid=Grid(header=header, rows=rows, shares=(6, 6, 9, 4))
    )


def _project(topics: Topics) -> Topic:
    sheet, colon = topics.record.sheet, topics.say(COLON)
    lines = [f"{fact.label}{colon}{fact.text}" for fact in sheet_facts(sheet)]
    lines += [line for line in sheet.inputs.problem.splitlines() if line.strip()]
    partners = [f"{each.name}{colon}{each.role}" for each in sheet.inputs.partners if each.role]
    shown = tuple(Line(text=topics.printable(text)) for text in [*lines, *partners])
    return Topic(title=topics.say(_PROJECT), lines=shown)


def _decisions(topics: Topics) -> Topic:
    record = topics.record
    found = decisions(record.edits, record.form, topics.language)[-MOST_DECISIONS:]
    header = tuple(topics.say(each) for each in (_DAY, _FIELD, _WHO, _WHAT))
    rows = tuple(_decision_row(each, topics) for each in found)
    return _table(topics, _DECISIONS, Grid(header=header, rows=rows, shares=(4, 6, 4, 14)))


def _decision_row(decision: Decision, topics: Topics) -> tuple[str, ...]:
    what = topics.changed(decision.lines)
    if decision.kind in _KINDS:
        what = f"{topics.say(_KINDS[decision.kind])}\n{what}".strip()
    return (
        day_and_time(decision.at),
        topics.record.label(decision.field_id),
        _signed(decision.by, decision.side, topics),
        what,
    )


def _comments(topics: Topics) -> tuple[Topic, ...]:
    comments = topics.record.sheet.comments
    if not comments:
        return ()
    header = tuple(topics.say(each) for each in (_DAY, _FIELD, _WHO, _COMMENT, _STATE))
    rows = tuple(
        (
            day_and_time(comment.written_at),
            topics.record.label(comment.field_id),
            _signed(comment.author, comment.side, topics),
            topics.printable(comment.text),
            topics.say(_SETTLED if comment.resolved else _UNSETTLED),
        )
        for comment in comments
    )
    return (_table(topics, _COMMENTS, Grid(header=header, rows=rows, shares=(4, 6, 4, 12, 2))),)


def _versions(topics: Topics) -> Topic:
    header = tuple(topics.say(each) for each in (_NUMBER, _NAME, _DAY, _WHO))
    rows = tuple(
        (
            str(kept.number),
            topics.printable(kept.name),
            day(kept.at),
            _signed(kept.by, kept.side, topics),
        )
        for kept in topics.record.versions
    )
    return _table(topics, _VERSIONS, Grid(header=header, rows=rows, shares=(2, 14, 5, 6)))


def _table(topics: Topics, title: Bilingual, grid: Grid) -> Topic:
    if grid.rows:
        return Topic(title=topics.say(title), grid=grid)
    return Topic(title=topics.say(title), lines=(Line(text=topics.say(_NOTHING)),))


def _signed(name: str, side: Side | None, topics: Topics) -> str:
    shown = topics.printable(name)
    if side is None:
        return shown
    side_name = topics.say(_SIDES[side])
    return f"{shown}（{side_name}）" if topics.language == "ja" else f"{shown} ({side_name})"
