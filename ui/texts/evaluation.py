"""Words of the evaluation page."""

from evals.desk import Outcome, RunState
from ui.wording import Text

TITLE = Text("評価", "Evaluation")
TAGLINE = Text(
    "決まった質問集をアシスタントに尋ね、答えを自動で採点します。どの質問でうまくいかないかを確かめ、"
    "前より良くなったか、悪くなったかを調べられます。",
    "A fixed set of questions is put to the assistant and its answers are scored automatically. "
    "See which questions go wrong, and whether things have got better or worse.",
)
SECTION = Text("表示する内容", "Show")
RUNS = Text("結果の一覧", "Runs")
TRENDS = Text("推移", "Over time")
COMPARE = Text("二つを比べる", "Compare two")
START = Text("評価を始める", "Start a run")

# Who may be here
KEY_ASKED = Text(
    "このページは評価者のためのものです。管理者から受け取った「評価者の鍵」を入力してください。",
    "This page is for evaluators. Please enter the evaluator key that your administrator gave you.",
)
KEY = Text("評価者の鍵", "Evaluator key")
OPEN = Text("開く", "Open")
WRONG_KEY = Text("鍵が違います。", "That is not the key.")

# Sets and engines
SETS = {
    "dev": Text("開発用の質問集", "Development questions"),
    "test": Text("報告用の質問集", "Test questions"),
    "all": Text("すべての質問", "All questions"),
    "collected": Text("採点から作った質問", "Questions made from grades"),
}
SETS_HELP = Text(
    "改善の途中では「開発用」を使い、「報告用」は結果を報告するときだけに使ってください。"
    "報告用に合わせて直すと、実力が測れなくなります。",
    "Use the development questions while improving things, and the test questions only to report. "
    "Whoever improves things by the test questions no longer measures anything with them.",
)

# The list
NO_RUNS = Text(
    "評価の結果はまだありません。「評価を始める」から始められます。",
    "There are no runs yet. Begin one under “Start a run”.",
)
STATES = {
    RunState.STARTING: Text("準備中", "starting"),
    RunState.RUNNING: Text("実行中", "running"),
    RunState.STOPPING: Text("停止しています", "stopping"),
    RunState.FINISHED: Text("完了", "finished"),
    RunState.STOPPED: Text("途中で停止", "stopped"),
    RunState.CRASHED: Text("異常終了", "broke off"),
}
QUESTIONS = Text("{count}問", "{count} questions")
DETAILS = Text("くわしく見る", "Look into it")
DONE = Text("{done}／{total}問", "{done} of {total} questions")
STARTING = Text("評価の準備をしています…", "The run is being prepared…")
STOP = Text("停止する", "Stop")
STOPPING = Text(
    "いま尋ねている質問が終わったら停止します。",
    "It stops as soon as the questions being asked are done.",
)
RESUME = Text("続きから再開する", "Resume")
STOPPED = Text(
    "途中で停止した評価です。ここまでの{done}問の結果が見られます。再開もできます。",
    "This run was stopped. The results of the {done} questions so far can be seen, and it can be resumed.",
)
CRASHED = Text(
    "この評価は途中で終わってしまいました。答えは{done}問分残っています。「続きから再開する」を押すと、残りの質問だけを尋ねます。",
    "This run broke off. The answers to {done} questions are kept; “Resume” asks only the rest.",
)
NEVER_BEGAN = Text(
    "この評価は始められませんでした。アシスタントが動いているか確かめ、もう一度お試しください。",
    "This run could not begin. Check that the assistant is running, and try again.",
)
DAMAGED = Text(
    "この評価の記録は壊れていて、読み取れません。",
    "The record of this run is damaged and cannot be read.",
)
LAST_WORDS = Text("終わる前の記録（管理者向け）", "What it said last (for your administrator)")

# One run
BACK = Text("一覧にもどる", "Back to the runs")
FAILURES = Text(
    "答えが得られなかった質問が{count}件あります。採点に入っていないので、多いときは下の数字があてになりません。",
    "{count} questions got no answer. They are not scored: if they are many, do not trust the figures below.",
)
DEFECTS = Text(
    "質問集に不備があり、使えなかった質問が{count}件あります。ほかの質問の採点には影響しません。",
    "{count} questions of the set are written wrongly and were left out. The others are not affected.",
)
DEFECTS_TOLD = Text("不備の内容（管理者向け）", "What is wrong (for your administrator)")
PROVENANCE = Text("どのように行った評価か", "How this run was made")
ASKED = Text("尋ねた質問", "Questions asked")
COMMIT = Text("プログラムの版", "Code version")
CORPUS = Text("資料の版", "Version of the documents")
PART = Text("表示", "Show")
CASES = Text("質問ごと", "By question")
GROUPS = Text("内訳", "By group")
METRICS = Text("すべての指標", "All metrics")
REPORT = Text("レポート", "Report")
METRIC = Text("指標", "Metric")
MEANING = Text("意味", "What it means")
VALUE = Text("値", "Value")
OF_QUESTIONS = Text("{value}（{count}問）", "{value} (of {count})")
INTERVAL_NOTE = Text(
    "［ ］は95％信頼区間、nは質問の数です。nが少ない数字ほど、偶然で動きます。",
    "[ ] is the 95% interval, n the number of questions. The smaller n, the more is chance.",
)
JUDGED_NOTE = Text(
    "「モデル採点」の値は目安です。人の採点との順位相関（1で完全に一致、0で無関係）と併せて読んでください。",
    "Figures “judged” by a model are a hint. Read them with their rank correlation with people's "
    "grades (1 is full agreement, 0 none).",
)
NO_HUMANS = Text("人の採点がまだ足りません", "too few human grades yet")
CHART_SAYS = Text("{metric}：{groups}", "{metric}: {groups}")
OTHER_METRIC = Text("表示する指標", "Metric shown")
BY = {
    "kind": Text("質問の種類別", "By kind of question"),
    "language": Text("言語別", "By language"),
    "persona": Text("立場別", "By role"),
    "turn_kind": Text("単独の質問と会話", "Single questions and conversations"),
}

# Cases
OUTCOMES = {
    Outcome.RIGHT: Text("正答", "right"),
    Outcome.FACTS_MISSING: Text("事実が不足", "facts missing"),
    Outcome.FALSE_ANSWER: Text("断るべきなのに回答", "should have declined"),
    Outcome.FALSE_REFUSAL: Text("答えるべきなのに拒否", "should have answered"),
    Outcome.STATES_AN_ERROR: Text("誤りを含む", "states an error"),
    Outcome.OTHER_KIND: Text("回答の区分が違う", "other kind of answer"),
    Outcome.NO_ANSWER: Text("回答なし", "no answer"),
    Outcome.NOT_SCORED: Text("未採点", "not scored"),
}
OUTCOME = Text("判定", "Verdict")
KIND = Text("質問の種類", "Kind of question")
QUESTION_LANGUAGE = Text("言語", "Language")
ROLE = Text("立場", "Role")
ANY = Text("すべて", "All")
WORDS = Text("言葉でさがす", "Find words")
WORDS_HELP = Text(
    "質問、答え、質問の名前から探します。", "In questions, answers and names of questions."
)
FOUND = Text(
    "{count}件（全{total}件）。うまくいかなかった質問から順に並んでいます。",
    "{count} of {total} questions, those that went wrong first",
)
NOTHING = Text("条件に合う質問はありません。", "No question fits these filters.")
EARLIER = Text("同じ会話でのこれまでの質問", "Asked before in the same conversation")
EXPECTED = Text("正しい区分", "Right kind of answer")
GIVEN = Text("実際の区分", "Kind given")
FACTS = Text(
    "答えに必要な事実（「/」で区切った言い方のどれかがあればよい）",
    "Facts that the answer needs (any of the wordings between slashes will do)",
)
FACT_FOUND = Text("あり", "found")
FACT_MISSING = Text("不足", "missing")
FORBIDDEN = Text("誤りを示す表現", "Shows a wrong answer")
UNSUPPORTED = Text("引用で裏付けられない文", "Statements that their citations do not bear out")
PARTISAN = Text("中立でない文", "Sentences that take sides")
FAILURE = Text("答えが得られなかった理由", "Why there is no answer")
SEARCH_FAILURE = Text("検索に失敗した理由", "Why the search failed")
BROKEN = Text("計算できなかった指標", "Metrics that could not be computed")
ANSWER = Text("答え", "Answer")
CITATIONS = Text("出典", "Citations")
NO_CITATIONS = Text("出典はありません。", "No citations.")
RESTS_ON = Text("根拠となるはずの箇所", "Where the facts stand")
SEARCHED = Text("検索で上位に見つかった箇所", "Found first by search")
CASE_NAME = Text("質問の名前", "Name of the question")
TIME = Text("応答時間", "Time")

# Report
REPORT_NOTE = Text(
    "評価を行っていない人にも読めるレポートです。HTMLは1つのファイルで完結し、Excelには全質問の結果が入ります。",
    "A report for people who were not there. The HTML file needs nothing else; the Excel file has "
    "the results of every question.",
)
REPORT_BESIDE = Text("比べる相手（なくてもよい）", "Compared with (optional)")
NOBODY = Text("比べない", "Nothing")
REPORT_HTML = Text("HTMLレポートを保存", "Save as HTML")
REPORT_EXCEL = Text("Excelを保存", "Save as Excel")

# Trends
SET = Text("質問集", "Question set")
ONLY_SAME = Text("最新の結果と同じ質問のものだけ", "Only runs of the same questions as the latest")
QUESTIONS_CHANGED = Text(
    "途中で質問集が変わっています。変わる前と後の数字は、そのままでは比べられません。",
    "The question set has changed in between: figures before and after do not compare as they are.",
)
NO_TREND = Text(
    "この質問集の評価は、まだ完了していません。", "No run of this question set has finished yet."
)
ONE_OF_SAME = Text(
    "最新の評価と同じ質問での結果は、まだ1回分です。ほかの{count}回は質問が違うため、隠しています。",
    "There is only one run of these questions so far. Hidden, since their questions differ: {count}.",
)
ONE_POINT = Text(
    "結果はまだ1回分です。もう一度評価すると、推移が見られます。",
    "There is only one run so far; one more and there is something to see.",
)
MADE = Text("実施日時", "Run at")
ENGINE = Text("回答方式", "Engine")
RUN = Text("評価の名前", "Run")

# Comparing
TOO_FEW = Text(
    "比べるには、結果のある評価が二つ必要です。",
    "Two runs with results are needed for a comparison.",
)
BEFORE = Text("前の結果", "Before")
AFTER = Text("後の結果", "After")
SAME_RUN = Text("別々の結果を選んでください。", "Choose two different runs.")
NOTHING_SHARED = Text(
    "同じ質問がないため、比べられません。", "The two runs have no question in common."
)
SHARED = Text(
    "両方で尋ねた{count}問を、質問ごとに比べています。",
    "Compared question by question over the {count} questions that both were asked.",
)
VERDICTS = {
    "better": Text("良くなった", "better"),
    "worse": Text("悪くなった", "worse"),
    "no difference": Text("差があるとはいえない", "no difference shown"),
}
VERDICT = Text("判定", "Verdict")
DIFFERENCE = Text("差［95％信頼区間］", "Difference [95% interval]")
P_VALUE = Text("p値", "p value")
VERDICT_NOTE = Text(
    "差の判定は、対応のあるブートストラップ検定（5％水準）によります。「差があるとはいえない」は「同じ」という意味ではありません。"
    "指標が多いので、一つだけの「良くなった」「悪くなった」は偶然のこともあります。応答時間はパソコンの混み具合でも変わるため、表の上のまとめには入れていません。",
    "Verdicts are by a paired bootstrap test at the 5% level. “No difference shown” does not mean "
    "“the same”; and among so many metrics a single verdict may be chance. Times depend on what else the machine is doing "
    "and are left out of the summary above the table.",
)
SUMMARY_BETTER = Text("良くなった指標：{names}", "Better: {names}")
SUMMARY_WORSE = Text("悪くなった指標：{names}", "Worse: {names}")
SUMMARY_SAME = Text(
    "統計的に差があるといえる指標はありません。", "No metric differs by more than chance explains."
)
CHANGED_WORSE = Text("悪くなった質問（{count}件）", "Questions that fared worse ({count})")
CHANGED_BETTER = Text("良くなった質問（{count}件）", "Questions that fared better ({count})")
NONE_CHANGED = Text("ありません。", "None.")
ONLY_ONE = Text(
    "片方でしか採点されていない質問（{count}件）", "Questions scored in only one of them ({count})"
)
CHANGE = Text("{metric}：{before} → {after}", "{metric}: {before} → {after}")

# Starting
START_NOTE = Text(
    "いま動いているアシスタントに、質問集の質問を順に尋ねます。言語モデルを使わない方式なら、300問で1分ほどです。"
    "始めたあとは、このページを閉じても続きます。",
    "The questions of a set are put to the assistant that is running now. Without a language model "
    "300 questions take about a minute. Once begun, the run goes on even if you close this page.",
)
HOW_MANY = Text("尋ねる質問", "How many questions")
WHOLE = Text("質問集の全部", "The whole set")
A_FEW = Text("全体から{count}件だけ（お試し）", "Only {count}, spread over the set (to try it out)")
A_FEW_HELP = Text(
    "会話は1件と数え、続きの質問もすべて尋ねます。そのため、実際に尋ねる質問は少し多くなります。",
    "A conversation counts as one and all of it is asked, so that a few more questions are asked.",
)
MORE_SETTINGS = Text("くわしい設定", "More settings")
REPEATS = Text("同じ質問を繰り返す回数", "Ask each question this often")
REPEATS_HELP = Text(
    "2回以上にすると、同じ質問に同じ答えが返るかも測ります。",
    "Twice or more also measures whether the same question gets the same answer.",
)
VARIANTS = Text("言い方を変えた質問も尋ねる", "Ask in changed wordings too")
BEGIN = Text("評価を始める", "Start")
ENGINE_NOW = Text("いまの回答方式：{engine}", "Engine now: {engine}")
GROUNDED = Text("言語モデル不使用（grounded）", "no language model (grounded)")
ENDED = Text("評価が終わりました。", "The run is done.")
BUSY = Text(
    "評価を実行しています。終わると、次の評価を始められます。同時に行うと、応答時間が正しく測れません。",
    "A run is going on. Another can begin when it is done: two at a time would falsify the timings.",
)
NOT_WRITTEN = Text(
    "評価の記録を保存できませんでした。空き容量を確かめてください。（{reason}）",
    "The run's record could not be written. Check the free space. ({reason})",
)
