"""The few words that the answerer adds to the entries' own: headings and notices."""

from knowledge.documents import Bilingual

BESIDE = Bilingual("あわせて知っておきたいこと", "Also worth knowing")
CASES = Bilingual("近い事例", "Similar cases")
WELFARE_SIDE = Bilingual("福祉側（自治体・SC）から見ると", "Seen from the welfare side")
COMPANY_SIDE = Bilingual("企業側から見ると", "Seen from the company's side")
NEXT_STEP = Bilingual("次の一歩", "Next step")
OTHER_FIGURE = Bilingual("別の時点・資料の数字", "Another date or document says")
OPINION = Bilingual("（発言者の意見）", "(the speaker's view)")
NEARBY = Bilingual(
    "資料にある近い内容（ご質問への答えではありません）",
    "What the documents do say nearby (not an answer to your question)",
)
NOT_IN_SOURCES = Bilingual(
    "お尋ねの内容は、収録している資料では確認できませんでした。",
    "The documents held here do not say this.",
)
PART_NOT_IN_SOURCES = Bilingual(
    "この点は、収録している資料では確認できませんでした。",
    "The documents held here do not say this part.",
)
COMPARED = Bilingual("比べるもの|資料の記述", "Compared|What the documents say")
MISSING = Bilingual(
    "「{what}」は、収録している資料では確認できませんでした。",
    "Not found in the documents held here: {what}.",
)
