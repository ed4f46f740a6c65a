"""Words of one sheet: its parts, checks, versions, sharing, files."""

from ui.wording import Text

PART = Text("表示するもの", "What to show")
PARTS = {
    "write": Text("書く", "Write"),
    "meeting": Text("次の打合せ", "Next meeting"),
    "versions": Text("版・履歴", "Versions"),
    "export": Text("ファイルに出す", "Export"),
    "settings": Text("共有・設定", "Share and settings"),
}
FINISHED = Text(
    "確定済み（編集するには「共有・設定」で解除）",
    "Finished (unlock it under “Share and settings”)",
)
YOU = Text("{name}（{side}）として編集", "Editing as {name} ({side})")
NEWS = Text("{name}さんの変更があります。", "{name} has made changes.")

COMPLETE = Text(
    "完成度 {percent}%（{fields}欄のうち記入 {filled}・確認済み {settled}）",
    "{percent}% complete ({filled} of {fields} fields filled, {settled} settled)",
)
BLANKS = Text("【要確認】{count}か所", "{count} to be confirmed")
UNCONFIRMED = Text("未確認の案 {count}件", "{count} unconfirmed suggestion(s)")
DRAFT_ALL = Text("空の欄すべてに下書きを入れる（{count}欄）", "Draft all empty fields ({count})")
DRAFTING = Text(
    "下書きを作っています…（{number}/{total}）{label}", "Drafting… ({number}/{total}) {label}"
)
DRAFTED = Text(
    "{count}欄に下書きを入れました。内容を確かめ、【要確認】を埋めてください。",
    "{count} field(s) were drafted. Check them and fill in what is to be confirmed.",
)
UNDO_DRAFT = Text("下書きを取り消す", "Undo the draft")
UNDONE = Text(
    "下書きを取り消しました（直した欄は残しています）。",
    "The draft was undone; fields edited since stay.",
)

CHECKS = Text(
    "手引きによる点検：未対応 {open}件・対応済み {passed}件",
    "Checks from the guidebook: {open} open, {passed} met",
)
TO_DO = Text("まだ対応していないこと", "Not met yet")
MET = Text("対応できていること（{count}件）", "Met ({count})")
NOTHING_OPEN = Text("点検で見つかったことはありません。", "The checks found nothing open.")
IN_FIELDS = Text("確かめる欄（{count}欄）", "Fields to look at ({count})")
EMPTY = Text("未記入", "empty")
FIELD_STATE = Text(":small[{label}　:orange[{state}]]", ":small[{label}  :orange[{state}]]")
GO = Text("この欄へ", "Go there")
RESULT = Text("結果：{title}", "Result: {title}")
READ_NEXT = Text("次に読むもの", "What to read next")

SECTION_COUNT = Text("{title}（{filled}/{fields}）", "{title} ({filled}/{fields})")
PREVIOUS = Text("前へ：{title}", "Back: {title}")
NEXT = Text("次へ：{title}", "Next: {title}")

MEETING_TITLE = Text(
    "次の打合せで決めること（{count}件）", "To settle in the next meeting ({count})"
)
MEETING_NONE = Text("決め残したことはありません。", "Nothing is left to settle.")
AGENDA = Text("次第（Word）を作る", "Make an agenda (Word)")
COUNCIL_AGENDA = Text("協議体の次第（Word）を作る", "Council agenda (Word)")

EXPORT_HINT = Text(
    "公式の様式の並びで出します。参考にした資料は最後に載ります。",
    "Files follow the layout of the official form, with the references at the end.",
)
FILES = {
    "docx": Text("Word（様式）", "Word (the form)"),
    "xlsx": Text("Excel（様式）", "Excel (the form)"),
    "pdf": Text("PDF", "PDF"),
    "md": Text("Markdown（文字だけ）", "Markdown (text)"),
    "json": Text("JSON（あとで読み込める）", "JSON (can be imported)"),
    "agenda": Text("打合せの次第（Word）", "Meeting agenda (Word)"),
    "council-agenda": Text("協議体の次第（Word）", "Council agenda (Word)"),
    "handover": Text("引き継ぎ資料（Word）", "Hand-over pack (Word)"),
}
FORM_FILES = Text("シート", "The sheet")
MEETING_FILES = Text("打合せ・引き継ぎ", "Meetings and hand-over")

VERSION_NAME = Text("版の名前", "Name of the version")
VERSION_EXAMPLE = Text("例：第2回打合せのあと", "e.g. after the second meeting")
KEEP_VERSION = Text("今の内容を版として残す", "Keep as a version")
NO_VERSIONS = Text(
    "まだ版はありません。打合せのあとなどに残すと、あとで見比べたり戻したりできます。",
    "No versions yet. Keep one after a meeting, to compare or go back later.",
)
VERSION_LINE = Text("{number}. {name}", "{number}. {name}")
BY = Text("{name}（{side}）・{when}", "{name} ({side}), {when}")
COMPARE = Text("今との違いを見る", "Compare with now")
RESTORE = Text("この版に戻す", "Restore this version")
RESTORED = Text(
    "「{name}」に戻しました。直前の内容も版に残しています。",
    "“{name}” was restored; what stood there before is kept as a version too.",
)
BEFORE_RESTORING = Text("「{name}」に戻す前", "Before restoring “{name}”")
NO_DIFFERENCE = Text("今の内容と同じです。", "Nothing has changed since.")
ADDED = Text("追加", "added")
REMOVED = Text("削除", "removed")

LINK_TITLE = Text("リンクで共有する", "Share by link")
LINK_HINT = Text(
    "このリンクを送ると、受け取った人もお名前と立場を入れて編集できます。同じ作業場所のシートはすべて見えるようになります。",
    "Whoever gets this link can edit after giving name and side. They see all sheets of this "
    "workspace.",
)
RENEW_LINK = Text("リンクを作り直す", "Make a new link")
RENEW_HINT = Text(
    "前のリンクは使えなくなります。参加済みの人はそのまま使えます。",
    "The old link stops working; people who have joined stay.",
)
MEMBERS = Text("参加している人", "Who takes part")
MEMBER = Text("{name}（{side}）", "{name} ({side})")
LOCK_TITLE = Text("確定", "Finishing")
LOCK = Text("このシートを確定する（編集できなくなります）", "Mark as finished (no more edits)")
UNLOCK = Text("確定を解除する", "Unlock for editing")
RENAME = Text("シートの名前", "Name of the sheet")
SAVE = Text("保存する", "Save")
SAVED = Text("保存しました。", "Saved.")
INPUTS_TITLE = Text(
    "事業の概要（下書きのもとになります）", "About the project (drafts build on this)"
)
INPUTS_CONFLICT = Text(
    "ほかの人が先に概要を変えました。下に相手の内容を示します。残す方を選んでください。",
    "Somebody else changed this first. Their content is below; choose which to keep.",
)
KEEP_MINE = Text("自分の内容で保存する", "Save mine")
TAKE_THEIRS = Text("相手の内容にする", "Take theirs")
COPY_TITLE = Text("別の地域で使う", "Use it elsewhere")
