"""Words around every page."""

from ui.wording import Text

PRODUCT = Text("産福共創アシスタント", "Sanpuku Kyōsō Assistant")
LANGUAGE = Text("表示言語（Language）", "Language（表示言語）")
LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}

CHAT = Text("質問する", "Ask")
LIBRARY = Text("資料・事例", "Library")
DOCUMENTS = Text("文書", "Documents")
ABOUT = Text("このアシスタントについて", "About this assistant")

FOR_EVALUATORS = Text("評価する方へ", "For evaluators")
EVALUATION = Text("評価", "Evaluation")
GRADING = Text("採点", "Grading")

ROLE = Text("あなたの立場", "Your role")
ROLE_HELP = Text(
    "選ぶと、その立場の人に向けた答えになります。選ばないときは質問の言葉から判断します。",
    "Answers are written for the side you choose. Without a choice it is taken from your words.",
)
NO_ROLE = Text("指定しない", "Not set")

RETRY = Text("もう一度試す", "Try again")
PREPARING = Text(
    "検索の準備をしています。終わるまで少しお待ちください。",
    "The documents are being prepared for search. Please wait a moment.",
)
UNAVAILABLE = Text(
    "いまは質問にお答えできません。管理者に次の内容をお伝えください：{detail}",
    "Questions cannot be answered at the moment. Please tell your administrator: {detail}",
)
CHOOSE_FILE = Text("ファイルを選ぶ", "Choose a file")
NO_DOWNLOAD = Text(
    "ファイルを作れませんでした。少し待ってもう一度お試しください。",
    "The file could not be made. Wait a little and try again.",
)
DELETE = Text("削除する", "Delete")
CANCEL = Text("やめる", "Cancel")

LABELLED = Text("**{label}**：{value}", "**{label}:** {value}")
DATED = Text("{name}（{when}）", "{name} ({when})")
NUMBERED = Text("{name}（{number}）", "{name} ({number})")
COLON = Text("：", ": ")
LIST_COMMA = Text("、", ", ")
FACT_SEPARATOR = Text(" ・ ", " · ")
