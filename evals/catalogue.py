"""All metrics by name: what they are called, which way is better, how they are shown."""

from enum import StrEnum

from evals.metric_info import MetricInfo


class Metric(StrEnum):
    """Name of a metric in files and on the command line."""

    RIGHT = "right"
    FACTS_FOUND = "facts_found"
    FACTS_COMPLETE = "facts_complete"
    FACTS_AT_START = "facts_at_start"
    FOLLOW_UPS_COMPLETE = "follow_ups_complete"
    NOTHING_FORBIDDEN = "nothing_forbidden"
    FALSE_ANSWER = "false_answer"
    FALSE_ANSWER_FIRST = "false_answer_first"
    FALSE_ANSWER_NEXT = "false_answer_next"
    FALSE_REFUSAL = "false_refusal"
    STATUS_RIGHT = "status_right"
    CITATION_RECALL = "citation_recall"
    CITATION_PRECISION = "citation_precision"
    CITATIONS_GENUINE = "citations_genuine"
    STATEMENTS_SUPPORTED = "statements_supported"
    NUMBERS_SUPPORTED = "numbers_supported"
    LANGUAGE = "language"
    NEUTRAL = "neutral"
    CHARACTERS = "characters"
    READING_EASE = "reading_ease"
    CONSISTENCY_REPEATS = "consistency_repeats"
    CONSISTENCY_WORDINGS = "consistency_wordings"
    PASSAGES_ALL_AT_5 = "passages_all_at_5"
    PASSAGES_ANY_AT_5 = "passages_any_at_5"
    PASSAGES_ALL_IN_4000 = "passages_all_in_4000"
    PASSAGES_RECALL_AT_5 = "passages_recall_at_5"
    PASSAGES_RECALL_AT_10 = "passages_recall_at_10"
    MRR = "mrr"
    NDCG = "ndcg"
    PLACES_AT_5 = "places_at_5"
    MILLISECONDS = "milliseconds"
    JUDGED_FAITHFULNESS = "judged_faithfulness"
    JUDGED_RELEVANCY = "judged_relevancy"
    JUDGED_CORRECTNESS = "judged_correctness"


M, I = Metric, MetricInfo  # noqa: E741  # a table of names
CATALOGUE: dict[Metric, MetricInfo] = {
    M.RIGHT: I(
        "正答率",
        "Right",
        "答えるべき質問に必要な事実をすべて含めて答えた、または断るべき質問を正しく断った質問の割合（禁句なし）",
        "Questions answered with all facts, or rightly declined, and nothing that shows a wrong answer",
    ),
    M.FACTS_FOUND: I(
        "事実の網羅率",
        "Facts found",
        "正しい答えに必要な事実のうち、回答に含まれていた割合",
        "Share of the necessary facts that stand in the answer",
    ),
    M.FACTS_COMPLETE: I(
        "全事実を含む回答",
        "All facts found",
        "必要な事実がすべて回答に含まれていた質問の割合",
        "Questions whose answer has every necessary fact",
    ),
    M.FACTS_AT_START: I(
        "冒頭での網羅率",
        "Facts at the start",
        "回答の最初の500字（英語は1,100字）に含まれていた事実の割合",
        "Share of the facts in the answer's first 500 characters (English: 1,100)",
    ),
    M.FOLLOW_UPS_COMPLETE: I(
        "続きの質問：全事実",
        "Follow-ups: all facts found",
        "会話の2問目以降のうち、必要な事実がすべて回答に含まれていた割合",
        "Later turns of conversations whose answer has every necessary fact",
    ),
    M.NOTHING_FORBIDDEN: I(
        "誤り表現なし",
        "No known error",
        "誤答を示す表現（別の数字など）が回答に含まれなかった質問の割合",
        "Questions whose answer has none of the strings that show a wrong answer",
    ),
    M.FALSE_ANSWER: I(
        "誤った回答",
        "False answers",
        "断るべき質問に答えてしまった割合",
        "Questions to be declined that were answered",
        "lower",
    ),
    M.FALSE_ANSWER_FIRST: I(
        "誤った回答：はじめの質問",
        "False answers, first questions",
        "断るべき質問のうち、単独または会話の1問目で、答えてしまった割合",
        "Of these, questions on their own or opening a conversation",
        "lower",
    ),
    M.FALSE_ANSWER_NEXT: I(
        "誤った回答：続きの質問",
        "False answers, follow-ups",
        "断るべき質問のうち、会話の2問目以降で、答えてしまった割合",
        "Of these, later turns of conversations",
        "lower",
    ),
    M.FALSE_REFUSAL: I(
        "誤った拒否",
        "False refusals",
        "答えるべき質問を断ってしまった割合",
        "Questions to be answered that were declined",
        "lower",
    ),
    M.STATUS_RIGHT: I(
        "判断の正しさ",
        "Right kind of answer",
        "回答・範囲外・中立などの区分が期待どおりだった割合",
        "Questions whose status is one of the right ones",
    ),
    M.CITATION_RECALL: I(
        "引用再現率",
        "Citation recall",
        "回答の各文のうち、その文に付いた引用だけで裏付けられた割合（ALCE）",
        "Statements that their own citations bear out (ALCE)",
    ),
    M.CITATION_PRECISION: I(
        "引用適合率",
        "Citation precision",
        "付いた引用のうち、文の裏付けに役立っている割合（ALCE）",
        "Citations that help to bear out their statement (ALCE)",
    ),
    M.CITATIONS_GENUINE: I(
        "引用の実在",
        "Genuine quotes",
        "引用文が、その資料項目に実際に書かれている割合",
        "Quotes that really stand in the entry they name",
    ),
    M.STATEMENTS_SUPPORTED: I(
        "裏付けのある文",
        "Statements supported",
        "回答の文のうち、引用または検索結果のどれかで裏付けられた割合",
        "Statements that some citation or passage bears out",
    ),
    M.NUMBERS_SUPPORTED: I(
        "数字の裏付け",
        "Numbers supported",
        "回答中の数字のうち、その文の引用で確かめられた割合",
        "Numbers that the citations of their statement bear out",
    ),
    M.LANGUAGE: I(
        "回答の言語",
        "Language",
        "質問と同じ言語で書かれている文の割合",
        "Share of the sentences in the question's language",
    ),
    M.NEUTRAL: I(
        "中立性",
        "Neutrality",
        "特定の企業を勧めたり効果を約束したりしていない回答の割合",
        "Answers that pick no company and promise no effect",
    ),
    M.CHARACTERS: I(
        "回答の長さ（字）",
        "Length (characters)",
        "引用番号を除いた文字数",
        "Without citation marks",
        "neither",
        False,
    ),
    M.READING_EASE: I(
        "読みやすさ",
        "Reading ease",
        "日本語は建石の式、英語はFlesch。大きいほど読みやすい。言語間では比べられません",
        "Japanese: Tateisi; English: Flesch. Higher is easier; not comparable between languages",
        "higher",
        False,
    ),
    M.CONSISTENCY_REPEATS: I(
        "繰り返しの一貫性",
        "Consistency over repeats",
        "同じ質問を繰り返したとき、同じ事実を答える度合い",
        "How far the same question gets the same facts again",
    ),
    M.CONSISTENCY_WORDINGS: I(
        "言い換えの一貫性",
        "Consistency over wordings",
        "言い方を変えても、同じ事実を答える度合い",
        "How far other wordings get the same facts",
    ),
    M.PASSAGES_ALL_AT_5: I(
        "検索：上位5件に全事実",
        "Search: all facts in 5",
        "検索結果の上位5件に必要な事実がすべてある質問の割合",
        "Questions whose facts all stand in the first 5 passages",
    ),
    M.PASSAGES_ANY_AT_5: I(
        "検索：上位5件に事実あり",
        "Search: a fact in 5",
        "上位5件のどれかに必要な事実が一つ以上ある質問の割合",
        "Questions with a fact in one of the first 5 passages",
    ),
    M.PASSAGES_ALL_IN_4000: I(
        "検索：4,000字に全事実",
        "Search: all facts in 4,000 characters",
        "検索結果の最初の4,000字に必要な事実がすべてある質問の割合",
        "Questions whose facts all stand in the passages' first 4,000 characters",
    ),
    M.PASSAGES_RECALL_AT_5: I(
        "検索：再現率@5",
        "Search: recall@5",
        "事実のうち上位5件にある割合",
        "Share of the facts in the first 5 passages",
    ),
    M.PASSAGES_RECALL_AT_10: I(
        "検索：再現率@10",
        "Search: recall@10",
        "事実のうち上位10件にある割合",
        "Share of the facts in the first 10 passages",
    ),
    M.MRR: I(
        "検索：MRR",
        "Search: MRR",
        "最初に役立つ結果の順位の逆数の平均",
        "Mean of 1 / rank of the first useful passage",
    ),
    M.NDCG: I(
        "検索：nDCG@10",
        "Search: nDCG@10",
        "役立つ結果が上にあるほど高い",
        "Higher when useful passages come first",
    ),
    M.PLACES_AT_5: I(
        "検索：根拠ページ@5",
        "Search: places@5",
        "根拠となる資料・ページが上位5件に含まれる割合",
        "Share of the documents' places in the first 5 passages",
    ),
    M.MILLISECONDS: I(
        "応答時間（ミリ秒）",
        "Time (ms)",
        "質問してから回答が届くまで",
        "From question to answer",
        "lower",
        False,
    ),
    M.JUDGED_FAITHFULNESS: I(
        "忠実性（モデル採点）",
        "Faithfulness (judged)",
        "採点モデルが引用で裏付けられると判断した主張の割合",
        "Claims that the judge model finds in the citations",
    ),
    M.JUDGED_RELEVANCY: I(
        "関連性（モデル採点）",
        "Relevancy (judged)",
        "質問に答えているかを採点モデルが判断（0〜1）",
        "How far the answer answers the question, by the judge model",
    ),
    M.JUDGED_CORRECTNESS: I(
        "正確さ（モデル採点）",
        "Correctness (judged)",
        "必要な事実を述べているかを採点モデルが判断（0〜1）",
        "Share of the facts that the judge model finds stated",
    ),
}
