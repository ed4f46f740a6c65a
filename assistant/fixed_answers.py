"""What is said where the documents are not asked: signposting and refusals, in both languages."""

from assistant.contract import Status
from knowledge.documents import Bilingual

TEXTS: dict[Status, Bilingual] = {
    Status.UNSAFE: Bilingual(
        "**まず安全を確保してください。** 命の危険や行方不明のときは、すぐに警察（110番）・救急（119番）へ連絡してください。\n\n"
        "- 高齢者への虐待が心配なとき：市区町村の高齢者虐待相談窓口、または地域包括支援センターへ。\n"
        "- 死にたいほどつらいとき・身近な人が心配なとき：お住まいの自治体の保健所・精神保健福祉センター、厚生労働省の「まもろうよ こころ」に載っている相談窓口へ。\n"
        "- 行方が分からないとき：警察に届け出て、市区町村の認知症高齢者等の見守り・SOSネットワークにも連絡してください。\n\n"
        "落ち着いてから、見守りの仕組みや事例についてはここでお尋ねいただけます。",
        "**Please make sure everyone is safe first.** If a life is in danger or someone is missing, call the police (110) or an ambulance (119) now.\n\n"
        "- If you suspect abuse of an older person: the municipality's elder abuse desk or the community general support centre (chiiki hōkatsu shien sentā).\n"
        "- If you, or someone near you, are thinking about suicide: the local public health or mental health centre, or the helplines that the health ministry lists under “Mamorou yo Kokoro”.\n"
        "- If someone cannot be found: report to the police and tell the municipality's SOS network for people with dementia.\n\n"
        "Afterwards you are welcome to ask here about watching-over schemes and cases.",
    ),
    Status.PERSONAL_DATA: Bilingual(
        "個人の住所・電話番号・病歴などの個人情報はお答えできません。このアシスタントは公表された資料だけを扱い、個人情報を持っていません。\n\n"
        "支援に必要な場合は、市区町村の担当課や地域包括支援センターを通じ、本人の同意や定められた手続きに沿って確認してください。",
        "Private details such as addresses, phone numbers or medical histories cannot be given. This assistant holds published documents only and no personal data.\n\n"
        "If you need them for support, please go through the municipality or the community general support centre, with the person's consent and the proper procedure.",
    ),
    Status.OUT_OF_SCOPE: Bilingual(
        "このアシスタントは、産福共創（企業と福祉が一緒に高齢者の困りごとを解決する取組）に関する資料にもとづいてお答えします。ご質問はその範囲の外にあるため、お答えできません。\n\n"
        "例えば「移動販売を始めるとき自治体とどう相談すればよいか」「生活支援コーディネーターと企業の連携事例」のように、移動・買い物・見守り・居場所などのテーマでお尋ねください。",
        "This assistant answers from documents on sanpuku kyōsō: companies and welfare people solving older residents' everyday problems together. Your question lies outside them, so it cannot be answered here.\n\n"
        "Please ask about transport, shopping, watching over, gathering places and the like, for example “How do we approach a municipality about a mobile shop?” or “How have livelihood support coordinators worked with companies?”",
    ),
}
MODEL_FAILED = Bilingual(
    "言語モデルが応答しなかったため、資料の文をそのまま組み立てた回答を表示しています。",
    "The language model did not answer, so this answer was put together from the documents' entries instead.",
)
MODEL_UNSUPPORTED = Bilingual(
    "言語モデルの回答は資料で裏付けられなかったため、資料の文をそのまま組み立てた回答を表示しています。",
    "The documents do not support the language model's answer, so this one was put together from the documents' entries instead.",
)
TRANSLATED = Bilingual(
    "別の言語の文書にもとづく文があります。その文は数字と名称だけを文書と照合しています。",
    "Some sentences rest on documents in another language; only their numbers and names were checked against them.",
)
MASKED = Bilingual(
    "ご質問に含まれる個人情報は伏せて扱い、保存していません。",
    "Personal data in your question was masked and is not stored.",
)
READ_AS = Bilingual(
    "「{question}」と読み取りました。",
    "Read as: “{question}”",
)
SENTENCES_DROPPED = Bilingual(
    "資料で裏付けられない文は除きました。",
    "Sentences that the documents do not support were left out.",
)
