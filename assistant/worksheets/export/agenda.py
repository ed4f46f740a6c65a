"""The agenda of the next meeting, of the project's partners or of a 協議体."""

from enum import StrEnum

from assistant.worksheets.export.document import Fact, Line
from assistant.worksheets.export.facts import area, partners
from assistant.worksheets.export.handout import Grid, Handout, Topic
from assistant.worksheets.export.record import SheetRecord
from assistant.worksheets.export.topics import Topics
from knowledge.documents import Bilingual
from knowledge.forms import Meaning


class Meeting(StrEnum):
    """Who meets."""

    PROJECT = "project"
    """Both sides of the project."""
    COUNCIL = "council"
    """協議体: residents, coordinator and organisations of the area, who may not know the sheet."""


_TITLES = {
    Meeting.PROJECT: Bilingual("次回打合せ　次第", "Agenda of the next meeting"),
    Meeting.COUNCIL: Bilingual("協議体　次第", "Agenda of the community council (協議体)"),
}
_WHEN = Bilingual("日時", "Date and time")
_WHERE = Bilingual("場所", "Place")
_WHO = Bilingual("出席者", "Present")
_SUBJECT = Bilingual("議題の事業", "Project")
_AREA = Bilingual("地域", "Area")
_TO_FILL_IN = "＿＿＿＿＿＿＿＿＿＿"
_CHANGES = Bilingual("前の版から変わったこと", "What has changed since the last version")
_FIELD = Bilingual("欄", "Field")
_CHANGE = Bilingual("変わった文（＋ 加えた　－ 消した）", "Lines changed (＋ added, － removed)")
_NO_VERSION = Bilingual(
    "残した版がまだありません。今日の内容を版として残すと、次回は変わった点がここに並びます。",
    "No version has been kept yet. Keep one today, and the next agenda shows what has changed.",
)
_NO_CHANGE = Bilingual("変わったことはありません。", "Nothing has changed.")
_DECIDE = Bilingual("今日決めること", "To be decided today")
_ASK = Bilingual("皆さんに確かめたいこと", "What we would like to ask you")
_PROBLEM = Bilingual("どんな困りごとか", "The problem")
_SERVICE = Bilingual("考えている取組", "What we have in mind")
_ROLES = Bilingual("関係者と役割", "Partners and roles")
_KPI = Bilingual("KPIの確認", "Indicators")
_TASKS = Bilingual("次回までにすること", "Until the next meeting")
_NEXT = Bilingual("次回の日時", "Next meeting")


def agenda(record: SheetRecord, meeting: Meeting) -> Handout:
    """The agenda in the sheet's language; dates and decisions are left to be written in."""
    topics = Topics.of(record)
    if meeting is Meeting.COUNCIL:
        found = _for_council(topics)
    else:
        found = [_changes(topics), topics.open_items(_DECIDE, decided=True)]
    found += topics.indicators(_KPI)
    found += [topics.tasks(_TASKS), _next_meeting(topics)]
    return Handout(
        language=topics.language,
        title=topics.say(_TITLES[meeting]),
        facts=_facts(topics),
        topics=tuple(found),
        references=topics.references(),
    )


def _for_council(topics: Topics) -> list[Topic]:
    return [
        *topics.written(_PROBLEM, Meaning.PERSONA, Meaning.PROBLEM),
        *topics.written(_SERVICE, Meaning.SERVICE, Meaning.USERS),
        *topics.written(_ROLES, Meaning.STAKEHOLDERS),
        topics.open_items(_ASK, decided=True),
    ]


def _facts(topics: Topics) -> tuple[Fact, ...]:
    sheet = topics.record.sheet
    present = partners(sheet.inputs, topics.language)
    facts = (
        (_SUBJECT, sheet.title),
        (_AREA, area(sheet.inputs.place, topics.language)),
        (_WHEN, _TO_FILL_IN),
        (_WHERE, _TO_FILL_IN),
        (_WHO, present or _TO_FILL_IN),
    )
    return tuple(Fact(topics.say(label), topics.printable(text)) for label, text in facts if text)


def _changes(topics: Topics) -> Topic:
    record, title = topics.record, topics.say(_CHANGES)
    if not record.versions:
        return Topic(title=title, lines=(Line(text=topics.say(_NO_VERSION)),))
    if not record.changes:
        return Topic(title=title, lines=(Line(text=topics.say(_NO_CHANGE)),))
    rows = tuple(
        (record.label(each.field_id), topics.changed(each.lines)) for each in record.changes
    )
    header = (topics.say(_FIELD), topics.say(_CHANGE))
    return Topic(title=title, grid=Grid(header=header, rows=rows, shares=(6, 19)))


def _next_meeting(topics: Topics) -> Topic:
    return Topic(title=topics.say(_NEXT), lines=(Line(text=_TO_FILL_IN),))
