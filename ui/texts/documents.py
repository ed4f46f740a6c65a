"""Words of the documents page."""

from ui.wording import Text

TITLE = Text("文書", "Documents")
TAGLINE = Text(
    "市区町村の計画や地域資源の一覧など、手元の文書を追加すると、その内容も出典つきで答えに使われます。文書はこのアシスタントが動いているコンピューターに保存されます。",
    "Add your own documents, such as your municipality’s plan or a list of local resources, and "
    "answers will cite them too. They are kept on the computer that runs this assistant.",
)
CHOOSE = Text("追加するファイル（いくつでも）", "Files to add (any number)")
FORMATS = Text(
    "PDF、Word、Excel、PowerPoint、HTML、Markdown、テキスト、CSV。1ファイル{limit}MBまで。",
    "PDF, Word, Excel, PowerPoint, HTML, Markdown, text, CSV; up to {limit} MB each.",
)
OFFICIAL = Text("国の資料の原文として追加する場合", "Adding the original of an official document?")
OFFICIAL_HELP = Text(
    "収録済みの資料の原文（PDFなど）を追加すると、答えの出典に原文の記載も表示されます。1ファイルずつ選んでください。",
    "If you add the original file of a document covered here, sources of answers also show its "
    "own words. One file at a time.",
)
WHICH_OFFICIAL = Text("どの資料の原文ですか", "Which document is it?")
NOT_OFFICIAL = Text("原文ではない（ふつうの文書）", "None: an ordinary document")
ONE_ONLY = Text(
    "国の資料の原文として追加できるのは、一度に1ファイルです。",
    "Only one file at a time can be added as an official document.",
)
ADD = Text("追加する", "Add")
NOTHING_CHOSEN = Text("追加するファイルを選んでください。", "Please choose the files to add.")
READING = Text(
    "{number}/{total} 「{name}」を読み込んでいます…", "{number}/{total} Reading “{name}”…"
)
ADD_AGAIN = Text(
    "追加できなかった{count}件をもう一度追加する", "Add what failed once more ({count})"
)
FINISHED = Text("{total}件の処理が終わりました。", "Finished: {total} file(s).")
OUTCOMES = {
    "added": Text("追加しました", "added"),
    "replaced": Text("新しい内容に入れ替えました", "replaced with the new content"),
    "unchanged": Text("前回と同じ内容のため、そのままです", "unchanged since last time"),
}
RESULT = Text("{name}：{outcome}（{size}）", "{name}: {outcome} ({size})")
NOT_ADDED = Text("{name}：追加できませんでした。{reason}", "{name} was not added. {reason}")
SIZE_WITH_PAGES = Text(
    "{pages}ページ、検索用に{passages}か所に分割", "{pages} page(s), {passages} passage(s)"
)
SIZE = Text("検索用に{passages}か所に分割", "{passages} passage(s)")

LISTED = Text("追加した文書（{count}件）", "Added documents ({count})")
NONE_YET = Text(
    "まだ文書はありません。上の枠からファイルを追加してください。",
    "No documents yet. Add files above.",
)
ADDED_ON = Text("{date} に追加", "added {date}")
ORIGINAL_OF = Text("「{title}」の原文", "original of “{title}”")
LOOK = Text("中身を見る", "Look inside")
DELETE = Text("削除", "Delete")
DELETE_TITLE = Text("文書の削除", "Delete a document")
DELETE_SURE = Text(
    "「{name}」を削除しますか。この文書は答えに使われなくなります。元のファイルは消えません。",
    "Delete “{name}”? Answers will no longer draw on it. Your original file is not touched.",
)
DELETED = Text("「{name}」を削除しました。", "“{name}” was deleted.")
BACK = Text("文書の一覧にもどる", "Back to the documents")
INSIDE = Text(
    "分割した箇所を、文書の順に表示しています。",
    "Its passages, in order.",
)
CITED_HERE = Text("答えで使われた箇所", "Cited in the answer")
SHOW_ALL = Text("はじめから見る", "Show from the beginning")
