"""Same words, another meaning: negation, opposites, stronger claims, aims told as facts."""

import re

from assistant.verification.stretches import Match
from assistant.words import words_of
from knowledge.documents import Language

Sense = re.Pattern[str]


def _sense(pattern: str) -> Sense:
    return re.compile(pattern, re.I)


_PARTS = re.compile(r"[、，,;；]")
_NO_NEGATION = _sense(
    r"だけで(?:は)?な(?:く|い)|のみならず|かもしれ(?:ない|ません)|な(?:けれ|くて)ばな(?:らない|りません)"
    r"|なくてはな(?:らない|りません)|ないといけ(?:ない|ません)|欠かせ(?:ない|ません)|欠かさず|少な[いくか]|ほかな(?:らない|りません)"
    r"|間違いな[いく]|無理な[いく]|限りな[いく]|とんでもない|問わず|関わらず|かかわらず|思わず|絶えず"
    r"|\bnot (?:only|just|merely)\b|\bno (?:later|more|less|fewer) than\b|\bnot least\b"
)
_NEGATION = {
    "ja": _sense(
        r"ない|なく(?!な)|なかっ|なし(?!と)|ません|(?<![まはさ必いわたか])ず(?:に|、|$)|不可|不要|禁止|対象外|除[くき]|非公開"
    ),
    "en": _sense(
        r"\b(?:not|no|never|cannot|without|nor|none|neither|unable|exclud\w+|except|unnecessary|forbidden)\b|n['’]t\b"
    ),
}
# "Hard to do" and "cannot be done" are told for one another.
_NEAR_NEGATION = _sense(
    r"難し|困難|不足|限界|欠け|足り|課題|控え|避け|抑え|防[ぎぐ]|減|撤退|\b(?:hard|difficult\w*|lack\w*|short\w*|limit\w*|avoid\w*|prevent\w*|fail\w*|few\w*|little|rather than|instead|withdr\w+|only)\b"
)
_OPPOSITES: tuple[tuple[Sense, Sense], ...] = tuple(
    (_sense(one), _sense(other))
    for one, other in (
        (r"増|伸び|上昇|拡大|高ま|上が|\b(?:increas|grew|grow|rose|ris(?:e|ing)|expand|more\b|higher)", r"減|縮小|低下|下が|落ち|下落|\b(?:decreas|fell\b|fall|drop|declin|shr[iau]nk|reduc|fewer|less\b|lower)"),
        (r"黒字|\bprofit|\bin the black", r"赤字|損失|\bloss(?:es)?\b|\bdeficit|\bin the red"),
        (r"無料|無償|\bfree of charge|\bfor free|\bat no cost", r"有料|有償|料金|会費|\bpaid\b|\bfees?\b|\bcharge[sd]?\b(?<!free of charge)"),
        (r"容易|簡単|やさし|\beas(?:y|ily|ier)\b|\bsimpl[ey]\b", r"難し|困難|\bhard\b|\bdifficult"),
        (r"成功|\bsucce(?:ss|ed)", r"失敗|\bfail"),
        (r"任意|\boptional|\bvoluntar", r"義務|必須|\bmandatory|\bobligat|\bcompulsory"),
        (r"開始|始ま|始め|立ち上|\b(?:start|beg[aiu]n|launch)", r"終了|廃止|中止|撤退|終わ|打ち切|\b(?:end(?:ed|s)?\b|stopp?|withdr|abolish|cancel|ceas)"),
        (r"賛成|\bin favou?r", r"反対|\boppos"),
        (r"以上|\bat least\b|\bor more\b|\bor older\b|\bover\b", r"以下|未満|\bat most\b|\bor less\b|\bunder\b|\bbelow\b|\bor younger\b"),
        (r"(?<=.)前に|\bbefore\b", r"(?:後|あと)に|\bafter\b"),
        (r"保険外|自費|\bprivate[- ]pay|\boutside (?:the )?insurance|\buninsured", r"保険内|保険適用|保険給付|\bcovered by insurance|\binsured\b"),
        (r"長期|\blong[- ]term", r"短期|\bshort[- ]term"),
        (r"都市部|\burban", r"農村|過疎|中山間|\brural"),
        (r"高い|高く|高額|\bhigh\b|\bexpensive", r"低い|低く|低額|安い|安く|安価|\blow\b|\bcheap"),
        (r"多い|多く|\bmany\b", r"少な|\bfew\b"),
        (r"早[いくめ]|\bearl(?:y|ier)\b", r"遅[いくめ]|\blate[r]?\b"),
        (r"間接|\bindirect", r"(?<!間)直接|\bdirect"),
        (r"改善|\bimprov", r"悪化|\bworsen|\bdeteriorat"),
        (r"上限|\bmaximum|\bceiling|\bupper limit", r"下限|\bminimum|\blower limit"),
        (r"単独|自社だけ|\bon (?:its|their) own|\balone\b|\bsingle-handed", r"共同|連携|協働|\bjointly|\btogether"),
        (r"専任|\bfull[- ]time", r"兼任|兼務|\bpart[- ]time"),
        (r"有人|\bstaffed", r"無人|\bunstaffed"),
        (r"強[いくみ]|\bstrong|\bstrength", r"弱[いくみ]|\bweak"),
        (r"広[いくげ]|\bwiden|\bbroad", r"狭[いくめ]|\bnarrow"),
        (r"国内|\bdomestic", r"海外|国外|\boverseas|\babroad"),
        (r"男性|\b(?:men|male)\b", r"女性|\b(?:women|female)\b"),
        (r"若者|若年|\byoung", r"高齢|\bold(?:er)?\b|\belderly"),
        (r"平日|\bweekday", r"週末|休日|土日|\bweekend"),
        (r"公開(?<!非公開)|\bpublish|\bdisclos", r"非公開|\bunpublish|\bundisclos|\bsecret"),
    )
)  # fmt: skip
# Claims that are stronger than what they are made of, unless the passages make them too.
_STRONG: tuple[tuple[Sense, Sense], ...] = tuple(
    (_sense(claim), _sense(ground))
    for claim, ground in (
        (r"すべて|全て|全員|全額|全面的に|例外なく|あらゆる|誰でも|常に|いつでも|(?<![A-Za-z])(?:all|every(?:one|body|where)?|always|anyone|entirely|whole|full(?:y)?)(?![A-Za-z])",
         r"すべて|全|例外なく|あらゆる|誰でも|だれでも|みんな|各|毎|どの|常|いつ|\b(?:all|every|each|always|any|entire|whole|full|both|throughout|nationwide|daily|weekly|monthly)"),
        (r"唯一|だけが|のみが|限定されて|\b(?:only|solely|exclusively)\b(?! (?:if|when|after))", r"唯一|だけ|のみ|限|専用|\b(?:only|sole|exclusive|limited|restrict|alone|just)"),
        (r"全国初|世界初|日本初|国内初|初めて|初の|\b(?:the first (?:in|of its|to)|(?:world|japan|nation)['’]s first)", r"初|はじめて|最初|\bfirst\b"),
        (r"最も|最大|最多|最小|最高|最低|最長|日本一|世界一|全国一|\b(?:the )?(?:most (?!of\b|likely)|largest|biggest|highest|lowest|greatest|smallest|fastest|oldest)\b", r"最|一番|いちばん|一位|1位|首位|トップ|日本一|世界一|\b(?:most|largest|biggest|highest|lowest|greatest|smallest|fastest|oldest|top|peak|maximum|minimum|longest)\b"),
        (r"義務|必須|なければな(?:らない|りません)|禁止|違法|罰則|罰金|法律で|\b(?:must|mandatory|compulsory|obligat\w+|prohibit\w+|illegal|penalt\w+|by law|legally)\b", r"義務|必須|必ず|なければ|必要|禁止|違法|罰|法律|法に|条例|要件|求め|\b(?:must|mandatory|compulsory|obligat\w*|prohibit\w*|illegal|penalt\w*|law|legal\w*|need|required?|requirements?|have to|has to|necessary)"),
        (r"実証され|証明され|立証され|科学的に|\b(?:proven|proved|scientifically)\b", r"実証|証明|立証|科学|エビデンス|検証|\b(?:prove|scien|evidence|trial|verif)"),
        (r"永久|恒久|永遠|\bpermanent|\bforever", r"永久|恒久|永遠|\bpermanent|\bforever"),
    )
)  # fmt: skip
_AIM = _sense(
    r"目指|見込|予定|計画(?:して|です|中)|想定|期待(?:され|して|でき)|検討(?:して|中|され|を)|試算|推計|可能性|かもしれ|場合があ|恐れ|おそれ|しようと|したいと|目標|構想|つもり|提案"
    r"|\b(?:aim\w*|plan(?:s|ned|ning)? to|planned|expect\w*|hop(?:e|es|ing)|estimat\w*|projected|projection|consider(?:s|ing|ed)|intend\w*|may|might|could|would|target\w*|propos\w*|goal)\b"
)


def negates_alone(clause: str, stretch: str, language: Language) -> bool:
    """A negation in one and none in the other, as far as both speak of the same."""
    told = _negated(clause, language)
    said = any(
        _negated(part, language) and words_of(part) & words_of(clause)
        for part in _PARTS.split(stretch)
    )
    if told == said:
        return False
    return not _NEAR_NEGATION.search(stretch if told else clause)


def says_opposite(clause: str, match: Match) -> str:
    """The word whose opposite the passages have; empty when there is none."""
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            found = one.search(clause)
            if found and not other.search(clause) and _has_only(other, one, match):
                return found[0]
    return ""


def _has_only(wanted: Sense, unwanted: Sense, match: Match) -> bool:
    """In the stretch, or in the whole statement where the stretch has neither."""
    texts = (match.stretch, match.statement)
    return any(wanted.search(text) and not unwanted.search(text) for text in texts)


def claims_more(clause: str, statement: str) -> str:
    """A word of a claim that is stronger than the statement; empty when there is none."""
    for claim, ground in _STRONG:
        found = claim.search(clause)
        if found and not ground.search(statement):
            return found[0]
    return ""


def tells_aim_as_fact(sentence: str, stretch: str) -> bool:
    """The passages aim at it, expect it or think it possible; the sentence says that it is so."""
    return bool(_AIM.search(stretch)) and not _AIM.search(sentence)


def _negated(text: str, language: Language) -> bool:
    return bool(_NEGATION[language].search(_NO_NEGATION.sub("", text)))
