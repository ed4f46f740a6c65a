"""Words of the library page."""

from ui.wording import Text

TITLE = Text("資料・事例", "Library")
TAGLINE = Text(
    "アシスタントが答えに使う資料の内容を、項目ごとに読めます。",
    "What the assistant knows, item by item, with its sources.",
)
ENTRIES = Text("項目", "Entries")
CASES = Text("事例", "Cases")
COMPARE = Text("事例をくらべる", "Compare")
SOURCES = Text("資料の一覧", "Documents")
SECTION = Text("表示するもの", "Show")

SEARCH = Text("言葉でさがす", "Search by words")
SEARCH_PLACEHOLDER = Text("例：移動販売　補助金", "e.g. mobile shop funding")
FILTERS = Text("絞り込み", "Filters")
FILTERS_SET = Text("絞り込み（{count}件設定中）", "Filters ({count} set)")
CLEAR = Text("絞り込みを解除", "Clear filters")
BY_SOURCE = Text("資料", "Document")
BY_KIND = Text("種類", "Kind")
BY_REGION = Text("地域（都道府県）", "Region (prefecture)")
BY_TOPIC = Text("テーマ", "Topic")
BY_ROLE = Text("立場", "Role")
BY_STAGE = Text("段階", "Stage")
ANY = Text("すべて", "Any")
FOUND = Text("{count}件", "{count} found")
NOTHING = Text(
    "あてはまる項目はありません。言葉を変えるか、絞り込みを減らしてください。",
    "Nothing fits. Try other words or fewer filters.",
)
NEARBY = Text("言葉は違っても内容が近い項目", "Other entries close in meaning")

BACK = Text("一覧にもどる", "Back to the list")
PUBLISHER = Text("発行", "Publisher")
PUBLISHED = Text("発行日", "Published")
PAGES = Text("ページ", "Pages")
PAGES_UNKNOWN = Text("不明（{note}）", "not known ({note})")
PAGES_NONE = Text("不明", "not known")
HEADING = Text("見出し", "Heading")
AS_OF = Text("時点", "As of")
ORGANISATIONS = Text("組織", "Organisations")
REGIONS = Text("地域", "Places")
ENTRY_ID = Text("項目ID", "Entry ID")
CITATION_DATA = Text("出典の情報", "Source")
QUESTIONS = Text("この項目で答えられる質問", "Questions this answers")
QUESTIONS_HELP = Text(
    "押すと、その質問をアシスタントに送ります。", "Press one to ask the assistant."
)
RELATED = Text("関連する項目", "Related")
DIFFERS = Text(
    "数字や内容が異なる項目（時点・資料の違い）",
    "Entries that say otherwise (other date or document)",
)
PART_OF = Text("この事例の全体", "The whole case")
DETAILS = Text("この事例のくわしい内容", "Details of this case")
ADD_TO_COMPARISON = Text("ほかの事例とくらべる", "Compare with other cases")
MISSING = Text(
    "この項目は見つかりません。一覧から選び直してください。",
    "This entry was not found. Please choose one from the list.",
)

CHOOSE_CASES = Text("くらべる事例（2〜3件）", "Cases to compare (two or three)")
CHOOSE_CASES_PLACEHOLDER = Text("事例を選ぶ", "Choose cases")
CHOOSE_MORE = Text(
    "事例を2件か3件選ぶと、横に並べて表示します。",
    "Choose two or three cases to see them side by side.",
)
TOO_MANY_CASES = Text(
    "一度にくらべられるのは3件までです。どれかを外してください。",
    "Up to three cases can be compared at once. Please remove one.",
)
NOT_TOLD = Text("（資料に記載なし）", "(the documents do not say)")
OPEN = Text("くわしく読む", "Read in full")

ENTRY_COUNT = Text("{count}項目", "{count} entries")
SEE_ENTRIES = Text("この資料の項目を見る", "See its entries")
PAGES_NOTE = Text("ページ番号：{note}", "Page numbers: {note}")
