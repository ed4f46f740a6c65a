"""Words of the grading page."""

from evals.desk import Preference
from ui.wording import Text

TITLE = Text("採点", "Grading")
TAGLINE = Text(
    "答えを人が読んで採点します。どの方式・どの版の答えかは伏せてあります。一つの答えを二人が別々に採点し、どれだけ一致したかを確かめます。",
    "People read answers and grade them, without knowing which engine or version wrote them. Two "
    "people grade each answer on their own, and their agreement is measured.",
)
NAME = Text("採点する人の名前", "Your name as a grader")
NAME_HELP = Text(
    "採点の記録に使います。二人目の人は別の名前にしてください。",
    "It is kept with your grades. The second grader uses another name.",
)
NAME_FIRST = Text("はじめに名前を入力してください。", "Please enter your name first.")
SECTION = Text("表示する内容", "Show")
GRADE = Text("採点する", "Grade")
DRAW = Text("答えを選ぶ", "Choose answers")
SHEETS = Text("Excelで採点", "Grade in Excel")
RESULTS = Text("集計", "Results")
BAD = Text("テスト問題を作る", "Make test questions")

# Grading
NOTHING_WAITS = Text(
    "採点を待っている答えはありません。「答えを選ぶ」で、採点する答えを選んでください。",
    "No answers wait for you. Choose some under “Choose answers”.",
)
REMAINING = Text("あなたの採点を待っている答え：{count}件", "Waiting for your grades: {count}")
QUESTION = Text("質問", "Question")
REMARK = Text("利用者のコメント", "What the user said")
ANSWER_A = Text("答えA", "Answer A")
ANSWER_B = Text("答えB", "Answer B")
ANSWER = Text("答え", "Answer")
ASKED = Text("{name}：{question}", "{name}: {question}")
PREFERRED = Text(
    "質問した人に渡すなら、どちらの答えですか。", "Which would you rather hand to the asker?"
)
PREFERENCES = {
    Preference.LEFT: Text("A", "A"),
    Preference.TIE: Text("同じくらい", "About the same"),
    Preference.RIGHT: Text("B", "B"),
}
COMMENT = Text("気づいたこと（なくてもよい）", "Comment (optional)")
SAVE = Text("採点を保存して次へ", "Save and go on")
LATER = Text("この答えはあとにする", "Leave this one for later")
SAVED = Text("採点を保存しました。", "Your grades were saved.")

# Choosing answers
DRAW_RUNS = Text("評価の結果からくじ引きで選ぶ", "Draw from runs by lot")
FIRST = Text("評価の結果", "Run")
SECOND = Text(
    "比べる相手（選ぶと、AとBを並べて採点します）", "Compared with (A and B side by side)"
)
NOBODY = Text("比べずに、一つずつ採点する", "Nothing: one answer at a time")
NO_RUNS = Text(
    "採点できる評価の結果がありません。先に「評価」のページで評価を行ってください。",
    "There are no runs to draw from. Make one on the evaluation page first.",
)
SAMPLE = Text("選ぶ数", "How many")
SEED = Text("くじの番号", "Number of the draw")
SEED_HELP = Text(
    "同じ番号なら、同じ質問が選ばれます。", "The same number draws the same questions."
)
DRAW_LANGUAGE = Text("質問の言語", "Language of the questions")
ANY_LANGUAGE = Text("どちらも", "Both")
DRAW_NOW = Text("選ぶ", "Draw")
SAME_RUN = Text("別々の結果を選んでください。", "Choose two different runs.")
ADDED = Text("採点する答えを{count}件加えました。", "{count} answers were added for grading.")
NONE_ADDED = Text(
    "新しく加わった答えはありません。二つの結果を比べるときは、答えが違う質問だけが対象です。",
    "Nothing new was added. Of two runs, only questions that they answered differently are drawn.",
)
DRAW_RATED = Text(
    "利用者が「役に立たなかった」とした答えを加える", "Add answers that users marked as not helpful"
)
RATED_NOTE = Text(
    "質問は、個人情報を伏せて保存されたものです。だれの質問かは分かりません。",
    "Questions are shown as they are kept, personal data masked; whose they are is not told.",
)
DAYS = Text("さかのぼる日数", "Days to look back")
FETCH = Text("取り込む", "Add them")
NO_KEY = Text(
    "利用者の質問は、「評価者の鍵」を設定したときだけ見られます。管理者に、SANPUKU_EVALUATOR_KEY の設定を頼んでください。",
    "Users’ questions are shown only where an evaluator key is set. Ask your administrator to set "
    "SANPUKU_EVALUATOR_KEY.",
)
NONE_RATED = Text(
    "この期間に「役に立たなかった」とされた新しい答えはありません。",
    "No new answers were marked as not helpful in that time.",
)

# Excel
SHEET_NOTE = Text(
    "採点票をExcelで保存し、記入してから、下の枠で読み込みます。一行が一つの質問です。点は0から3で入れてください。記入した行に一つでも誤りがあれば、どの行も取り込まず、直す行をお知らせします。",
    "Save the grading sheet as Excel, fill it in, and read it in below. Each row is one question; "
    "grades are from 0 to 3. If a filled row is wrong, nothing is taken and you are told which.",
)
SAVE_SHEET = Text("採点票を保存（{count}件）", "Save the grading sheet ({count})")
READ_SHEET = Text("記入した採点票", "The filled sheet")
READ = Text("読み込む", "Read it in")
NO_FILE = Text("採点票を選んでください。", "Please choose the sheet.")
READ_DONE = Text("{count}件の採点を読み込みました。", "{count} grades were read.")

# Results
NO_GRADES = Text("まだ採点がありません。", "There are no grades yet.")
FINISHED = Text(
    "二人の採点がそろった質問：{finished}／{total}件",
    "Questions graded by two: {finished} of {total}",
)
GRADERS = Text("採点した人：{names}", "Graders: {names}")
GRADER = Text("{name}（{count}件）", "{name} ({count})")
AGREEMENT = Text("二人の採点の一致", "Agreement of the graders")
AGREEMENT_NOTE = Text(
    "κ（カッパ）とα（アルファ）は、偶然を除いた一致の度合いです。1なら完全な一致、0なら偶然と同じです。0.6より低い項目は、採点の基準を話し合ってください。「–」は、まだ計算できないことを表します。",
    "κ (kappa) and α (alpha) are agreement beyond chance: 1 is full agreement, 0 is chance. Below "
    "0.6, talk about what the criterion means. “–” means that it cannot be computed yet.",
)
CRITERION = Text("項目", "Criterion")
KAPPA = Text("κ（Cohen）", "κ (Cohen)")
ALPHA = Text("α（Krippendorff）", "α (Krippendorff)")
ANSWERS = Text("答えの数", "Answers")
REVEAL = Text("どの結果の答えかを明かして、平均を見る", "Reveal the runs and show their means")
REVEAL_WARNING = Text(
    "採点が終わっていない答えがあります。採点する人は、終わるまで開かないでください。",
    "Some answers are not graded yet. Graders should not look before they are.",
)
MEANS = Text("結果ごとの平均点（0〜3）", "Mean grades by run (0 to 3)")
RUN = Text("評価の結果", "Run")
FROM_USERS = Text("利用者から", "from users")
PREFERRED_COUNTS = Text("選ばれた回数", "Preferred")
TIE = Text("同じくらい", "about the same")

# Test questions
BAD_NOTE = Text(
    "正しさか十分さが1点以下だった答えと、利用者が「役に立たなかった」とした答えです。同じ間違いを繰り返さないよう、テスト問題として残せます。",
    "Answers graded 0 or 1 as correct or complete, and those that users marked as not helpful. Keep "
    "them as test questions, so that the same mistake is noticed when it comes back.",
)
NONE_BAD = Text("いまのところ、ありません。", "None so far.")
USERS = Text("利用者から", "from a user")
GRADES = Text("採点", "Grades")
COMMENTS = Text("採点した人のコメント", "Graders’ comments")
KIND = Text("質問の種類", "Kind of question")
FACTS = Text(
    "正しい答えに必要な事実（一行に一つ。別の言い方は | で区切る）",
    "Facts that a right answer needs (one a line; other wordings after |)",
)
MUST_NOT = Text(
    "あれば誤りと分かる表現（一行に一つ。なくてもよい）",
    "Words that show a wrong answer (one a line; optional)",
)
EDIT = Text("内容を直す", "Change it")
CASE = Text("テスト問題の内容", "The test question")
NEEDED = Text("正しい答えに必要な事実", "Facts that a right answer needs")
MUST_NOT_SAY = Text("あれば誤りと分かる表現", "Words that show a wrong answer")
CASE_YAML = Text("保存される書き方（YAML）", "As it is saved (YAML)")
SAVE_CASE = Text("テスト問題として保存", "Save as a test question")
CASE_SAVED = Text(
    "保存しました：{file}。「評価を始める」で「採点から作った質問」を選ぶと使えます。",
    "Saved: {file}. Ask it by starting a run of “Questions made from grades”.",
)
