"""What an answer never holds, whatever the passages say: endorsement, promises, addresses, markup."""

import re

_COMPANY = r"(?:会社|企業|業者|事業者|メーカー|ベンダー|サービス|薬局|パートナー|製品|商品|社|号|[ァ-ヴー]{3,})"
_PARTNER = r"(?:compan(?:y|ies)|provider|vendor|operator|firm|supplier|partner|service|choice|option|product|solution)s?"
_MOST = r"(?:最も|一番|いちばん|もっとも|断然|圧倒的に|どこよりも|群を抜いて)"
_GOOD = r"(?:優れ|良い|よい|いい(?!え)|お?すすめ|お?勧め|信頼|適し|最適|ふさわし|安心|優秀|強い)"
_ENDORSES = re.compile(
    rf"{_MOST}[^。]{{0,10}}{_GOOD}[^。]{{0,8}}{_COMPANY}|{_COMPANY}[のがは][^。]{{0,14}}{_MOST}[^。]{{0,8}}{_GOOD}"
    rf"|{_COMPANY}[^。]{{0,8}}(?:お?すすめ|お?勧め|推奨|推薦|イチオシ)(?:し(?:ます|たい)|です|でき|いたし|の{_COMPANY}|$|。)"
    rf"|(?:お?すすめ|お?勧め|推奨|推薦)(?:の|できる|したい|する){_COMPANY}|(?:お?すすめ|お?勧め|推薦)(?:は|なのは)"
    rf"|{_COMPANY}(?:と|を|に)[^。、]{{0,12}}(?:契約|依頼|採用|選定|導入|選択|発注|決定)?(?:すべき|するべき|しましょう|するのが(?:一番|最善|正解|良い|よい|いい)|しておけば)"
    rf"|{_COMPANY}(?:を|に)(?:選ぶべき|選びましょう|選べば|頼むべき|頼みましょう|決めるべき|任せるべき|お?選びください)"
    rf"|(?:ベスト(?!プラクティス)|ナンバーワン|No\.?1|業界トップ|随一|右に出る|他社より|他の(?:会社|企業|事業者|サービス)より|競合より|に勝る|に劣)"
    rf"|{_COMPANY}(?:が|は)[^。]{{0,14}}(?:最適|最善|ベスト|唯一の(?:選択|正式|公式)|より(?:も)?(?:優れ|良い|よい|信頼))"
    rf"|唯一の(?:正式な|公式な?|認定)?{_COMPANY}|(?:評価|満足度|おすすめ)(?:が|は)?(?:1位|一位|トップ)"
    rf"|\b(?:best|top|finest|number[- ]one|superior|unbeatable|unrivalled|go-to|(?:ideal|perfect)(?! service))\b[^.]{{0,25}}\b{_PARTNER}\b(?! practice)"
    rf"|\b(?:most|more) (?:reliable|trustworthy|suitable|capable|competent|professional|impressive)\b"
    rf"|\bis (?:clearly |by far |simply )?(?:the )?(?:best|better|superior|ideal|perfect)(?: (?:choice|option|partner|company|provider|service|one)|[.,;]|$| for | in )|\bbetter than (?:its|their|the|other|any|all)\b|\boutperforms?\b"
    rf"|\b(?:I|we|strongly|highly|would) recommend\b|\brecommended {_PARTNER}\b|\brecommend(?:s|ed)? (?:choosing|using|hiring|contracting|signing|going with|[A-Z][a-z]+)"
    rf"|\b(?:should|must|ought to|had better) (?:choose|pick|hire|contract with|select|go with|sign (?:up )?with|buy|award)\b|\b(?:choose|pick|hire|go with) [A-Z][a-z]+\b"
    rf"|\bthe only (?:official|reliable|authori[sz]ed|certified|approved|real|serious) \w+"
)  # fmt: skip
_PROMISES = re.compile(
    r"(?:必ず|絶対に?|確実に|間違いなく|100 ?[%％](?:の確率で)?|きっと)[^。]{0,26}(?:成功|効果|黒字|増え|増加|減[りら少]|改善|下が|上が|儲か|解決|実現|でき(?:ます|る)|なり(?:ます)?|防げ|喜ばれ|続き)"
    r"|(?:保証|確約|約束|請け合)(?:し(?:ます|ています)|いたします|でき(?:ます|る)|され(?:ます|ています|る)|つき|済み)"
    r"|失敗(?:する(?:こと|心配)は|は)(?:あり(?:ません|得ない)|ない)|リスクは(?:ありません|ない|ゼロ)|心配は(?:要りません|いりません|ありません)"
    r"|(?<!not )(?<!cannot )(?<!no )(?<!nor )\bguarantee[sd]?\b(?! (?:nothing|no))|\bwill (?:definitely|certainly|surely|undoubtedly|inevitably|always)\b"
    r"|\b(?:is|are) (?:certain|sure|bound|guaranteed) to\b|\brisk[- ]free\b|\bno risk\b|\bcannot fail\b|\b(?:we|I) promise\b|\b100 ?% (?:success|effective|safe|certain)",
    re.I,
)
_MARKUP = re.compile(r"https?://|www\.|!\[|\]\(|<[a-z/!]|```|javascript:|data:[a-z]+/", re.I)
_OWN_VOICE = re.compile(
    r"(?:AI|人工知能|言語モデル|アシスタント)として(?:、|お?答|は)|システムプロンプト|(?:私の|この)(?:指示|プロンプト|決まり|設定)(?:は|に|で)|指示(?:に従|され(?:た|て)|を受け)"
    r"|\bas an AI\b|\blanguage model\b|\bsystem prompt\b|\bmy (?:instructions|rules|prompt)\b|\bI (?:was|have been|am) (?:told|instructed|asked) to\b|\binstructions? (?:say|tell|require)",
    re.I,
)
_CHECKS = (
    ("endorsement", _ENDORSES),
    ("promise", _PROMISES),
    ("markup", _MARKUP),
    ("own voice", _OWN_VOICE),
)


def misconduct(sentence: str) -> str:
    """`endorsement`, `promise`, `markup` or `own voice`; empty for a sentence that may stand."""
    return next((name for name, pattern in _CHECKS if pattern.search(sentence)), "")
