"""Words around one field of a sheet."""

from ui.wording import Text

SOURCE = Text("出典：{place}", "Source: {place}")
SOURCE_QUOTE = Text("{title}：{quote}", "{title}: {quote}")
# Held together: a line may not break within a mark as short as this.
SOURCE_MARK = Text("出\u2060典\u2060{number}", "source\u00a0{number}")
OPTIONAL = Text("任意", "optional")
STATE_EMPTY = Text("未記入", "empty")
STATE_BLANKS = Text("要確認あり", "to be confirmed")
STATE_UNCONFIRMED = Text("案を確認", "check the draft")
STATE_SETTLED = Text("確認済み", "settled")
BOX_HINT = Text(
    "1行に1つずつ書きます。自動で保存されます。", "One point a line. Saved automatically."
)
SAVED_BY = Text("{name}（{side}）が{when}に保存", "saved by {name} ({side}), {when}")
NOT_SAVED = Text(
    "まだ保存されていません。入力した文はこの欄に残っています。",
    "Not saved yet; what you typed is still in the box.",
)
UNSAVED = Text(
    "保存できなかったあなたの文（コピーできます）",
    "Your text that could not be saved (you can copy it)",
)
SAVE_AGAIN = Text("もう一度保存する", "Save again")
CHANGED_BY = Text("{name}さんがこの欄を変えました。", "{name} has changed this field.")
SHOW_LATEST = Text("新しい内容を表示", "Show the latest")

ORIGIN_SOURCE = Text("出典あり", "from sources")
ORIGIN_USER = Text("自分たちの文", "own words")
ORIGIN_SUGGESTED = Text("案・未確認", "suggested, not confirmed")
CONFIRM = Text("確認", "Confirm")
CONFIRM_HELP = Text("内容を確かめたら押してください", "Press once you have checked it")
CONFIRM_ALL = Text("この欄の案をすべて確認する", "Confirm all of this field")
LINES = Text("1文ごとの出どころ", "Where each line comes from")

SUGGEST = Text("案を出す", "Suggest")
GUIDE = Text("書き方・事例", "Guide and cases")
ASK = Text("質問する", "Ask")
COMMENTS = Text("コメント", "Comments")
COMMENTS_COUNT = Text("コメント {count}", "Comments {count}")
HISTORY = Text("履歴", "History")
CLOSE = Text("閉じる", "Close")

SUGGESTION = Text("案", "Suggestion")
SUGGESTION_HINT = Text(
    "使う行を選んでください。自分の文はそのまま残ります。"
    "「採用する」と確認済みの文として、「欄に入れて直す」と未確認の案として入ります。",
    "Choose the lines to use; your own text stays. “Accept” puts them in as confirmed, “Put in and "
    "edit” as suggestions still to be confirmed.",
)
NO_SUGGESTION = Text(
    "この欄の案はありません。書き方・事例をご覧ください。",
    "There is no suggestion for this field; see the guide and cases.",
)
WRITING = Text("案を作っています…", "Writing a suggestion…")
ACCEPT = Text("採用する", "Accept")
ACCEPT_HELP = Text("確かめた内容として欄に入れます", "Goes into the field as confirmed")
REPLACE = Text("入れ替える", "Replace")
REPLACE_HELP = Text(
    "今の文の代わりに入れます。今の文は履歴に残ります",
    "Takes the place of the text, which stays in the history",
)
EDIT = Text("欄に入れて直す", "Put in and edit")
EDIT_HELP = Text(
    "未確認の案として欄に入れます。そのまま直せます",
    "Goes into the field unconfirmed, to be edited",
)
ANOTHER = Text("別の案", "Another one")
DISCARD = Text("使わない", "Discard")

BELONGS = Text("書くこと", "What belongs here")
EXAMPLE = Text("記入例", "Worked example")
CASES = Text("似た事例", "Similar cases")
NO_CASES = Text("近い事例は見つかりません。", "No similar case was found.")

QUESTION = Text("この欄について聞きたいこと", "Your question about this field")
QUESTION_EXAMPLE = Text("例：ほかの市ではどう決めたか", "e.g. how did other cities decide this?")
SEND = Text("聞く", "Ask")
ASK_WHAT = Text("ここには何を書けばよいですか", "What do I write here?")
ASK_OTHERS = Text("ほかの地域ではどうしていますか", "What have others done?")
PUT_IN = Text("この欄に入れる", "Put into the field")
PUT_IN_HELP = Text(
    "答えの文を、未確認の案として出典つきで入れます",
    "Adds the answer’s sentences with their sources, as unconfirmed",
)

COMMENT = Text("コメントを書く", "Write a comment")
SEND_COMMENT = Text("残す", "Add")
NO_COMMENTS = Text("まだコメントはありません。", "No comments yet.")
RESOLVE = Text("解決済みにする", "Resolve")
REOPEN = Text("もう一度開く", "Reopen")
RESOLVED = Text("解決済み", "resolved")
DELETE = Text("削除", "Delete")
DELETE_COMMENT = Text("コメントを削除", "Delete the comment")
DELETE_COMMENT_SURE = Text(
    "このコメントを削除しますか。元に戻せません。", "Delete this comment? This cannot be undone."
)

KINDS = {
    "edited": Text("編集", "edited"),
    "drafted": Text("下書き", "drafted"),
    "confirmed": Text("確認", "confirmed"),
    "restored": Text("版から復元", "restored"),
    "copied": Text("写し", "copied"),
    "imported": Text("読み込み", "imported"),
    "refused": Text("保存できなかった文", "not saved, kept here"),
}
PUT_BACK = Text("この内容に戻す", "Put this back")
NO_HISTORY = Text("まだ履歴はありません。", "No history yet.")
EMPTY_VALUE = Text("（空）", "(empty)")

CONFLICT = Text(
    "{name}さんが先にこの欄を保存しました。どちらの文も残っています。どうするか選んでください。",
    "{name} saved this field first. Both texts are kept; choose what to do.",
)
MINE = Text("あなたの文", "Yours")
THEIRS = Text("{name}さんの文", "{name}’s")
KEEP_MINE = Text("自分の文にする", "Keep mine")
TAKE_THEIRS = Text("相手の文にする", "Take theirs")
MERGE = Text("両方を残して直す", "Keep both and edit")
SOMEBODY = Text("ほかの人", "Somebody else")

KPI_NAME = Text("指標", "Indicator")
KPI_TARGET = Text("目標", "Target")
KPI_METHOD = Text("測り方", "How it is measured")
KPI_FREQUENCY = Text("頻度", "How often")
KPI_ADD = Text("指標を足す", "Add an indicator")
KPI_REMOVE = Text("この指標を消す", "Remove it")
KPI_TEXT = Text(
    "{name}（目標：{target}／測り方：{method}／頻度：{frequency}）",
    "{name} (target: {target}; measured by: {method}; how often: {frequency})",
)
KPI_BLANK = Text("【要確認】", "[to be confirmed]")
