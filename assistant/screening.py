"""Questions that are not answered from the documents alone: danger, private data, endorsement, tricks."""

import re

from assistant.contract import Status
from assistant.private_questions import asks_for_personal_data

_DANGER = re.compile(
    r"虐待(?:され|を受け|している|して(?:い|る)|かも|の疑い|が疑)|殴られ|叩かれ|暴力を(?:振|ふ)るわれ|(?:死にた|自殺(?:し|を考|した|未遂|する)|命を絶)|"
    r"行方不明(?:に|って|りま|った|ん)|(?<!任者が)(?<!当者が)(?<!職員が)(?<!担い手が)いなくな(?:って|りま|った)|帰って(?:こな|来な|きま)|徘徊して(?:いて|しまっ).{0,10}(?:いな|見つから)|"
    r"死んでしまいた|消えてしまいた|手を(?:上|挙|あ)げて(?:しまい?そう|しまった)|閉じ込められ|食事を与え(?:ない|られ)|息をしてい?な|"
    r"\bcollapsed\b(?! (?:project|talks|scheme))|\bunconscious\b|\bnot breathing\b|\b(?:nobody|no one) can find\b|\block(?:ed|ing|s) (?:her|him) |\blocked in (?:her|his|a) |\bwithout food\b|"
    r"倒れて(?:い|る)|意識がな|孤独死して|"
    r"\b(?:being|is|was|are|getting) (?:hit|beaten|abused|neglected)\b|\babus(?:ed|ing) (?:her|him|me|my)|\bhits? (?:her|him|me|my)|"
    r"\b(?:kill|hurt|harm) (?:myself|himself|herself)\b|\bsuicid|\bwants? to die\b|\bend (?:my|his|her) life|"
    r"\b(?:has gone|went|is|has been|gone) missing\b|\bhasn'?t come home|\bcan'?t find (?:my|our|her|him)",
    re.I,
)
_ABOUT_PROGRAMMES = re.compile(
    r"事例|例(?:$|[はをがっも。？?])|取組|取り組み|制度|仕組み|事業|システム|体制|件数|割合|対策|ネットワーク|"
    r"\bscheme|\bprogram|\bproject|\bcase stud|\bexamples?\b|\bsystems?\b|\bhow many\b|\bmeasures?\b",
    re.I,
)
_COMPANY = r"(?:会社|企業|業者|事業者|メーカー|ベンダー|サービス|薬局|社)"
_ENDORSEMENT = re.compile(
    rf"(?:どの|どこの|どちらの|どんな){_COMPANY}[^。]{{0,14}}(?:一番|いちばん|最も|ベスト|優れ|おすすめ|お勧め|オススメ|選ぶべき|選べば|契約すべき|頼むべき|がいい|が良い|が信頼)|"
    r"(?:おすすめ|お勧め)順|(?:一|ひと|1)つ(?:に)?決めて|(?:どっち|どちら)が(?:信用|信頼|安心)|より優れている」?と(?:いう|書)|(?:一番|最も)優秀な|"
    r"\bendorsement\b(?! from)|\brecommend one\b|\bbuy shares\b|\bare better\b[^.?]{0,40}\bthan theirs\b|"
    rf"(?:一番|いちばん|最も|最)(?:いい|良い|よい|優れた|優秀な|信頼できる|おすすめの|適した){_COMPANY}|(?:おすすめ|お勧め|オススメ|推奨)(?:の|できる|する){_COMPANY}|"
    rf"{_COMPANY}を[^。]{{0,10}}(?:ランキング|順位|ランク付け|格付け|1社|一社|推薦(?!でき(?:ない|ません)|し[づに]|をためら|する(?:の|こと)は)|推して|選んで|決めて)|(?:ランキング|順位)[^。]{{0,12}}{_COMPANY}|{_COMPANY}の(?:ランキング|順位|格付け)|"
    r"(?:と|か)[^。、]{1,20}(?:は|では|なら|だと)?、?(?:どっち|どちら)(?:(?:と|が|の方が|のほうが|を)(?!先)|、)?(?![でに])[^。先]{0,8}(?:優れ|良い|いい|おすすめ|選ぶ|契約|上|信頼|すべき)|"
    r"(?:より|よりも)[^。]{0,10}優れ(?:ている|てい)(?:と|こと)[^。]{0,8}(?:書|言|断言|宣言|認め)|"
    rf"{_COMPANY}?[^。]{{0,12}}(?:が|を)(?:一番|最高|最適|ベスト)(?:だ|です|であ)?(?:と|って)(?:書|言|断言|認|宣伝)|"
    r"(?:効果|黒字|成功|減|増|改善|防げ|下が|上が)[^。]{0,16}(?:保証|確約|約束|請け合|断言)|(?:必ず|絶対に?|確実に|100%|間違いなく)[^。]{0,20}(?:効果|成功|黒字|減|増え|改善|下が|儲か)[^。]{0,10}(?:か|よね|と(?:言|書|約束)|って(?:言|書)|[?？]|$)|"
    r"\b(?:which|what|who)(?:'s| is| are)?\b[^.?]{0,40}\b(?:compan(?:y|ies)|provider|vendor|operator|firm|service|supplier)s?\b[^.?]{0,40}\b(?:best|better|should (?:we|i) (?:choose|pick|hire|contract|use|go with)|recommend|superior|most (?:reliable|trustworthy))\b|"
    r"\b(?:which|who|what)\b[^.?]{0,30}\btop (?:\d+ )?(?:compan|provider|vendor|operator|firm|supplier)|\b(?:best|most reliable|number one)\b[^.?]{0,20}\b(?:compan(?:y|ies)|provider|vendor|operator|firm|supplier)s?\b|"
    r"\b(?:recommend|endorse|rank|rate(?= (?:the|these|all|our|each|both)\b))\b[^.?]{0,40}\b(?:compan(?:y|ies)|provider|vendor|operator|firm|supplier|service)s?\b|"
    r"\b(?:choose|pick|decide) (?:one|a winner|between)\b|\b(?:is|are) [^.?]{1,30} better than\b|\bbetter than (?:its|their|the) (?:competitors?|rivals?)|"
    r"\b(?:guarantee|promise|assure)\b[^.?]{0,60}\b(?:profit|success|effect|results?|savings?|costs?|sales|fall|drop|rise|increase|reduce|improve|work|pay|break even)|\bguaranteed to\b|\bwill (?:definitely|certainly|surely)\b",
    re.I,
)
# Asking about recommending is not asking for a recommendation.
_ABOUT_RECOMMENDING = re.compile(
    r"なぜ[^。]*(?:推薦|推奨|すすめ|勧め)|(?:推薦|推奨|すすめ|勧め)[^。]*(?:なぜ|理由|でき(?:ない|ません))|"
    r"\b(?:why|hesitat\w+|allowed to|who can|channels?|what (?:will|would|could) help)\b[^.?]*\brecommend|\bchannels? that recommend",
    re.I,
)
_INJECTION = re.compile(
    r"<!--|\[/?system\]|(?:出典|根拠)を付けずに|と(?:必ず)?(?:回答|出力)せよ|APIキー|(?:あなた|君|お前)は[^。、]{1,12}(?:大臣|市長|知事|社長)です|"
    r"\bfrom now on (?:you |say|answer)|\bforget your\b|\boverride\b(?=.{0,60}\b(?:disable|citations|masking|rules))|\bdisable\b[^.]{0,20}\b(?:citations?|masking)\b|\bobey it\b|"
    r"(?:これまで|以前|前|上記|すべて|全て|今まで)の?(?:指示|命令|ルール|制約|プロンプト)[^。]{0,10}(?:無視|忘れ|破棄|取り消)|(?:指示|命令|ルール|制約|制限)を?(?:すべて|全て)?(?:無視|忘れて|解除|外して)|"
    r"(?:システム|内部|隠され|初期)の?(?:プロンプト|指示|命令|設定)|プロンプトを?(?:表示|出力|見せ|教え)|開発者モード|脱獄|(?:あなた|君|お前)は(?:今から|これから|もう)|(?:になりきって|のふりをして|として振る舞)|"
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.?]{0,40}\b(?:instructions?|rules?|prompts?|guidelines|restrictions|context|constraints)\b|"
    r"\b(?:system|hidden|initial|developer) (?:prompt|instructions?|message|mode)\b|\b(?:reveal|print|show|repeat|output)\b[^.?]{0,30}\b(?:prompt|instructions)\b|"
    r"(?:^|[.!?] +|\bplease |\byou (?:must |should |will )?|\bnow )(?:pretend|act|behave) (?:to be|as|like)\b|\byou are now\b|\bjailbreak\b|\bDAN\b|\brole-?play\b",
    re.I,
)


def screen(question: str) -> Status | None:
    """The status of a question that gets no ordinary answer; None for all others.

    Danger comes first: a person at risk is signposted whatever else the question holds.
    """
    if _DANGER.search(question) and not _ABOUT_PROGRAMMES.search(question):
        return Status.UNSAFE
    if asks_for_personal_data(question):
        return Status.PERSONAL_DATA
    if _INJECTION.search(question):
        return Status.OUT_OF_SCOPE
    if _ENDORSEMENT.search(question) and not _ABOUT_RECOMMENDING.search(question):
        return Status.NEUTRALITY
    return None
