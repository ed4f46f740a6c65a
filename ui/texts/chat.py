"""Words of the chat page."""

from ui.wording import Text

TAGLINE = Text(
    "企業と福祉がいっしょに高齢者の困りごとを解決する「産福共創」について、国の手引きや事例集をもとに、出典つきでお答えします。",
    "Answers, with sources, on companies and welfare staff solving older residents’ everyday "
    "problems together (sanpuku kyōsō), from Japan’s official guidebooks and case collections.",
)
YOUR_ROLE = Text(
    "立場を選ぶと、それに合わせてお答えします", "Choose your role to get answers written for it"
)
TRY_ONE = Text("たとえば、こんな質問ができます", "Questions you could ask")
PLACEHOLDER = Text("質問を入力（2,000文字まで）", "Ask (up to 2,000 characters)")
TOO_LONG = Text(
    "質問が{length:,}文字あります。{longest:,}文字以内に短くして、もう一度送ってください。",
    "The question has {length:,} characters. Please shorten it to {longest:,} and send it again.",
)
EMPTY = Text("質問を入力してから送ってください。", "Please type a question before sending.")
LOOKING = Text("資料を探しています…", "Searching the documents…")
WRITING = Text("{count}件の資料をもとに書いています…", "Writing from {count} sources…")
NOT_ANSWERED = Text(
    "質問は残してあります。もう一度送るか、直してから送ってください。",
    "Your question is kept. Send it again, or change it first.",
)
SEND_AGAIN = Text("もう一度送る", "Send again")
EDIT = Text("質問を直す", "Change the question")

MORE = Text("くわしく", "More")
CHOOSE = Text("選んでください", "Please choose")
WORDING = Text("文章の書き方", "Wording")
AS_GIVEN = Text("ふつう", "Standard")
EASY = Text("やさしい日本語", "Plain English")
OFFICIAL = Text("公用文", "Formal")
TERMS = Text("ことばの説明", "Words explained")
READING = Text("（{reading}）", " ({reading})")
OPEN_NEWER = Text("新しいほうを読む：{title}", "Read the newer one: {title}")
RELATED = Text("関連する質問", "Related questions")
WRITTEN_FOR = Text("{role}向けの答え", "Written for: {role}")
BY_GROUNDED = Text(
    "資料の記載から作成（言語モデル不使用）", "Composed from the documents, no language model"
)
BY_MODEL = Text("言語モデルを使用：{model}", "Language model: {model}")

SOURCES = Text("出典", "Sources")
NEARBY_SOURCES = Text(
    "近い内容の資料（質問への答えではありません）",
    "Nearby material (not an answer to the question)",
)
SOURCE_TITLE = Text("「{title}」", "“{title}”")
QUOTED = Text("もとにした記載", "What the answer rests on")
ORIGINAL = Text("文書の原文", "The document’s own words")
DOCUMENT = Text("資料", "Document")
PUBLISHER = Text("発行", "Publisher")
PUBLISHED = Text("発行日", "Date")
PAGES = Text("ページ", "Pages")
HEADING = Text("見出し", "Heading")
KIND = Text("種類", "Kind")
AS_OF = Text("時点", "As of")
PAGE_NUMBERS = Text("p.{pages}", "p. {pages}")
OPEN_IN_LIBRARY = Text("資料・事例で開く", "Open in the library")
OPEN_IN_DOCUMENTS = Text("文書の中で開く", "Open in the document")
OFFICIAL_PAGE = Text("発行元のページ", "Publisher’s page")

HELPFUL = Text("この答えは役に立ちましたか", "Was this answer useful?")
THANKS = Text("ありがとうございます。評価を保存しました。", "Thank you. Your rating is saved.")
REASON = Text("理由（任意）", "Reason (optional)")
REASONS_DOWN = (
    Text("事実と違う", "It is wrong"),
    Text("知りたいことと違う", "It misses my question"),
    Text("情報が足りない", "Something is missing"),
    Text("情報が古い", "It is out of date"),
    Text("読みにくい", "It is hard to read"),
)
REASONS_UP = (
    Text("そのまま使える", "I can use it as it is"),
    Text("出典が確かめられる", "I can check the sources"),
    Text("わかりやすい", "It is easy to read"),
)
IN_YOUR_WORDS = Text("くわしく教えてください（任意）", "Tell us more (optional)")
SEND_REASON = Text("理由を送る", "Send the reason")
REASON_SAVED = Text("理由も保存しました。", "Your reason is saved too.")
COPY = Text("コピー・保存・ワークシートへ", "Copy, save or put on a worksheet")
COPY_HELP = Text(
    "右上のボタンで、いま表示している答えと出典をまとめてコピーできます。",
    "The button at the top right copies the answer as shown, with its sources.",
)
SAVE = Text("この答えをMarkdownで保存", "Save this answer as Markdown")
SAVE_WORD = Text("会話全体をWordで保存", "Save the conversation as Word")
WORD_NAME = Text("質問と回答.docx", "questions-and-answers.docx")
PUT_ON_SHEET = Text("ワークシートに入れる", "Put on a worksheet")
NO_SHEETS = Text(
    "まだワークシートがありません。先に作ってください。",
    "There is no worksheet yet. Please make one first.",
)
TO_SHEETS = Text("ワークシートを作る", "Make a worksheet")
WHICH_SHEET = Text("どのワークシートに", "Which worksheet")
SHEET_CHANGED = Text("{name}（{when}に更新）", "{name} (changed {when})")
WHICH_FIELD = Text("どの欄に", "Which field")
WHICH_LINES = Text("入れる文", "Sentences to put in")
PUT_HELP = Text(
    "出典と「出典あり」か「案・未確認」の印をつけて、欄の最後に加えます。"
    "ワークシートで確かめてから「確認」を押してください。",
    "They are added at the end of the field with their sources, marked “from sources” or "
    "“suggested, not confirmed”. Check them on the worksheet before you confirm.",
)
PUT = Text("入れる", "Put in")
PUT_DONE = Text("{count}文を入れました。", "{count} sentence(s) were put in.")
PUT_KNOWN = Text(
    "選んだ文は、もうこの欄に入っています。", "These sentences already stand in this field."
)
OPEN_SHEET = Text("「{title}」を開く", "Open “{title}”")
PUT_CONFLICT = Text(
    "ほかの人がちょうどこの欄を直しました。もう一度お試しください。",
    "Somebody else has just changed this field. Please try again.",
)
FILE_NAME = Text("回答.md", "answer.md")

SETTINGS = Text("くわしい設定", "More settings")
ANSWER_LANGUAGE = Text("答えの言語", "Language of answers")
AS_ASKED = Text("質問と同じ言語", "Same as the question")
SCOPE = Text("探す資料を選ぶ", "Search only in")
SCOPE_HELP = Text(
    "選ばないときは、すべての資料から探します。", "Without a choice, everything is searched."
)
EVERYTHING = Text("すべての資料", "All documents")
NEW = Text("新しい会話", "New conversation")
CONVERSATIONS = Text("これまでの会話", "Conversations")
NO_CONVERSATIONS = Text("まだ会話はありません。", "No conversations yet.")
OLDER = Text("以前の会話（{count}件）", "Older ({count})")
DELETE_CONVERSATION = Text("この会話を削除", "Delete this conversation")
DELETE_NAMED = Text("「{title}」を削除", "Delete “{title}”")
DELETE_SURE = Text(
    "「{title}」を削除しますか。元に戻せません。", "Delete “{title}”? This cannot be undone."
)
CONVERSATIONS_AWAY = Text(
    "会話の一覧を読み込めません。", "The list of conversations cannot be loaded."
)
