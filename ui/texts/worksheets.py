"""Words of the worksheet pages: the list, beginning a sheet, joining one."""

from ui.wording import Text

NAVIGATION = Text("ワークシート", "Worksheets")
TITLE = Text("ワークシート・提案書", "Worksheets and proposals")
TAGLINE = Text(
    "様式を1欄ずつ、手引きの記載と事例を見ながら書けます。空欄には下書きを入れられ、できたものはWordなどで持ち出せます。",
    "Fill in a form field by field, with the guidebook and cases beside you. Empty fields can be "
    "drafted for you, and the result leaves as Word and more.",
)
NEW = Text("新しいシートを作る", "Start a new sheet")
IMPORT = Text("ファイルから読み込む", "Import a file")
IMPORT_FILE = Text("書き出したJSONファイル", "A JSON file exported here")
IMPORTED = Text("「{title}」を読み込みました。", "“{title}” was imported.")
SEARCH = Text(
    "シートを探す（名前・地域・様式・編集した人）", "Find a sheet (name, place, form, person)"
)
NONE_YET = Text(
    "まだシートはありません。「新しいシートを作る」から始めてください。"
    "シートの一覧はブラウザーごとです。別のパソコンやブラウザーで続けるには、"
    "「共有・設定」のリンクを開いて参加してください。",
    "No sheets yet. Begin with “Start a new sheet”. The list is kept for each browser. To go on "
    "elsewhere, open the link under “Share and settings” there and join.",
)
NONE_FOUND = Text("見つかりません。言葉を変えてお試しください。", "Nothing found. Try other words.")
CHANGED = Text("{name}が{when}に更新", "changed by {name}, {when}")
COMPLETE = Text("完成度 {percent}%", "{percent}% complete")
LOCKED = Text("確定済み", "finished")
OPEN = Text("開く", "Open")
COPY = Text("別の地域用に写す", "Copy for another area")
DELETE = Text("削除", "Delete")
DELETED = Text("「{title}」をごみ箱に移しました。", "“{title}” was moved to the trash.")
UNDO = Text("元に戻す", "Undo")
TRASH = Text("ごみ箱", "Trash")
TRASH_EMPTY = Text("ごみ箱は空です。", "The trash is empty.")
TAKE_BACK = Text("一覧に戻す", "Put back")
DELETE_FOR_GOOD = Text("完全に削除", "Delete for good")
DELETE_SURE = Text(
    "「{title}」を完全に削除しますか。履歴・コメント・版も消え、元に戻せません。",
    "Delete “{title}” for good? Its history, comments and versions go too; this cannot be undone.",
)
WORKSPACE = Text("作業場所：{name}", "Workspace: {name}")
WORKSPACE_NAME = Text("{name}の作業場所", "{name}’s workspace")
WHICH_WORKSPACE = Text("どの作業場所に置きますか", "Which workspace is it for?")
WORKSPACE_MADE = Text("{name}（{when}に作成）", "{name} (made {when})")

BACK = Text("シートの一覧にもどる", "Back to the sheets")
NEW_TITLE = Text("新しいシート", "A new sheet")
NEW_HINT = Text(
    "分かるところだけで始められます。あとから直せます。",
    "Fill in what you know; everything can be changed later.",
)
STEP_FORM = Text("1. 様式", "1. Form")
STEP_SERVICE = Text("2. サービス", "2. Service")
STEP_PLACE = Text("3. 地域", "3. Place")
STEP_PARTNERS = Text("4. 関わる人・団体", "4. Who takes part")
STEP_PROBLEM = Text("5. 困りごと", "5. The problem")
STEP_YOU = Text("あなたについて", "About you")
WHICH_FORM = Text("どの様式を書きますか", "Which form do you want to fill in?")

SERVICE_TYPES = Text(
    "サービスの種類（いくつでも。主なものを先に）",
    "Kind of service (any number, the main one first)",
)
SERVICE = Text("どんなサービスですか（短く）", "What is the service? (briefly)")
SERVICE_EXAMPLE = Text("例：予約制の乗合送迎", "e.g. on-demand shared rides")
MUNICIPALITY = Text("市区町村", "Municipality")
MUNICIPALITY_EXAMPLE = Text("例：○○市", "e.g. ○○ City")
DISTRICTS = Text("地区（「、」で区切る）", "Districts (separate with commas)")
DISTRICTS_EXAMPLE = Text("例：東地区、西地区", "e.g. East, West")
DENSITY = Text("人口密度（人/km²）", "Population density (people/km²)")
SUFFICIENCY = Text("地域資源充足率（%）", "Sufficiency of local resources (%)")
SUFFICIENCY_HELP = Text(
    "地域にある資源が、必要とされる量の何％を満たすか。分からなければ空けておきます。",
    "How many per cent of what is needed the area’s resources cover. Leave it empty if unknown.",
)
MARKET = Text("市場性の区分：{label}", "Market class: {label}")
MARKET_OPEN = Text("市場性の区分：まだ決まりません", "Market class: not decided yet")
MARKET_WHY = Text("区分の理由", "Why this class")
PARTNER = Text("名前", "Name")
PARTNER_EXAMPLE = Text("例：○○交通", "e.g. ○○ Transport")
PARTNER_KIND = Text("種類", "Kind")
PARTNER_ROLE = Text("役割（分かれば）", "Role (if known)")
ADD_PARTNER = Text("行を足す", "Add a row")
PARTNERS_HINT = Text(
    "市区町村は書かなくてかまいません。名前の空いた行は使いません。",
    "The municipality need not be listed. Rows without a name are left out.",
)
PARTNER_KINDS = {
    "municipality": Text("市区町村", "Municipality"),
    "coordinator": Text("生活支援コーディネーター", "Livelihood support coordinator"),
    "company": Text("企業（実施する側）", "Company (runs the service)"),
    "operator": Text("既にある事業者", "Existing operator"),
    "community": Text("住民・自治会", "Residents, neighbourhood association"),
    "care": Text("包括・社協・介護・医療", "Care, welfare council, clinic"),
    "university": Text("大学", "University"),
    "other": Text("その他", "Other"),
}
PROBLEM = Text("だれの、どんな困りごとですか", "Whose problem is it, and what is it?")
PROBLEM_EXAMPLE = Text(
    "例：運転をやめた高齢者が、買い物や通院に行けない",
    "e.g. Older people who no longer drive cannot get to shops or the doctor",
)
PERSONA = Text("困っている人の様子（分かれば）", "The person concerned (if known)")
PERSONA_EXAMPLE = Text(
    "例：東地区で一人暮らしの80代。週1回は買い物に出たい",
    "e.g. In her 80s, lives alone in the East district, wants to shop once a week",
)
DISTRICT_COMMA = Text("、", ", ")
SHEET_TITLE = Text(
    "シートの名前（空けておくと地域とサービスの名前になります）",
    "Name of the sheet (empty: place and service)",
)

NAME = Text("お名前（編集した人として残ります）", "Your name (kept with your edits)")
SIDE = Text("どちらの側ですか", "Which side are you on?")
SIDES = {
    "welfare": Text("福祉・自治体の側", "Welfare and municipality"),
    "company": Text("企業の側", "Company"),
}
NAME_MISSING = Text("お名前を入れてください。", "Please enter your name.")
CREATE_DRAFT = Text("作って、全部の欄に下書きを入れる", "Create it and draft every field")
CREATE = Text("空のまま作る", "Create it empty")
DRAFT_HINT = Text(
    "下書きは、入力した内容と資料から組み立てます。分からないところは【要確認】のまま残ります。",
    "The draft is put together from your words and the documents. What is not known stays marked "
    "as to be confirmed.",
)

JOIN_TITLE = Text("共有されたシート", "A shared sheet")
JOIN_HINT = Text(
    "このリンクで、相手の方とシートをいっしょに編集できます。お名前と立場を入れてください。",
    "With this link you edit the sheets together. Please enter your name and your side.",
)
JOIN = Text("参加する", "Join")

COPY_TITLE = Text("別の地域用に写す", "Copy for another area")
COPY_HINT = Text(
    "書いた内容は、新しい地域では「案」になります。確かめてから使ってください。",
    "What is written becomes a suggestion for the new area, to be confirmed there.",
)
COPY_NAME = Text("新しいシートの名前", "Name of the new sheet")
COPY_OF = Text("{title}（写し）", "{title} (copy)")
COPY_DO = Text("写しを作る", "Make the copy")
