"""Requests to praise, to run down, to promise, or to say what the asker wants to hear."""

from assistant.screening.wording import Wording

# Judgements; superlatives of figures (the most, the earliest) are facts that documents give.
GOOD = (
    r"(?:(?<!ば)(?<!のが)(?<!て)(?<!んで)(?:良(?:い|く|さ)|よい|よさ|いい(?!え))|(?:優|すぐ)れ|お得|買い(?:です|か|[?]|$)"
    r"|(?<!に)当たり|信頼(?:でき|に足)|信用|安心(?!して(?!い))|頼れ|お手本|最良|最適|最強|最高|ベスト|推し|イチオシ|本命"
    r"|鉄板|正解|有望|将来性|満足度|コスパ|優秀|優し|やさしい|親切"
    r"|おすすめ|お勧め|オススメ|お薦め|得(?:です|か|[?]|$)|上(?:です|か|なの|だ|[?]|$)|勝ち|賢い|評判の?が?(?:良|いい|よい"
    r"|高)|人気|間違いない|最高峰|一番(?:です|か|だ|[?]|$|い|よ|使|優|す|信|安|おい|頼|か))"
)
WANTED_WORDS = Wording.of(
    say_it=(
        r"(?:と|って)(?:言って|書いて|答えて|断言して|認めて|宣言して|言い切って)(?:ください|ほしい|くれ|もらえ|よ(?![い])|$|。)",
        r"なら(?:安全|安心|大丈夫)だと書|(?:べき|した方がいい)だ?と[^。]{0,10}(?:文|呼びかけ|伝え)",
        (
            r"(?:当社|弊社|わが社|うち|自社)(?:の[^。、]{1,10})?(?:を|が|は)[^。]{0,16}(?:推薦|推す|勧め|売り込|選ぶ|選ばれ"
            r"|優れて|一番|唯一)[^。]{0,10}(?:メール|文|手紙|書|作|理由|並べ|点を)"
        ),
        r"(?:他社|競合|ライバル)の(?:欠点|弱み|弱点|短所|問題点|悪い)",
        r"^say (?:that )?(?!\W)",
        r"\btell (?:\w+ )?(?:residents|people|them|everyone|seniors) (?:that )?(?:they|to) (?:must|should|use|buy|join)",
        r"\b(?:competitors?|rivals?)'? (?:weaknesses|faults|failings|shortcomings)",
        r"\blist the reasons why our\b",
    ),
    praise=(
        r"(?:素晴らし|すばらし|すご|魅力|良さ|よさ|長所)[^。]{0,16}(?:紹介|伝え|説明|アピール|PR|語|ほめ)[^。]{0,8}(?:文|書|作|コピー)",
        (
            r"\b(?:write|draft|compose|make|create|prepare|explain|describe)\b[^.?]{0,60}\b(?:recommending|prais\w+|promoting"
            r"|superior|wonderful|amazing|fantastic|great (?:our|the)|weaknesses|how (?:great|good|wonderful)|better than"
            r"|why our|why \w+ is the)\b"
        ),
        r"(?:褒め|ほめ|絶賛|称賛|賛美|盛大に|アピール|宣伝|自慢)[^。]{0,24}(?:文|書|作って|記事|コピー|ほしい)",
        r"(?:広告|宣伝|PR|キャッチコピー|チラシ)(?:文|コピー)?を?[^。]{0,14}(?:書いて|作って|考えて|お願い|文案)",
        r"(?:手放しで)?(?:ほめ|褒め)て(?:ください|ほしい|くれ|$)|キャッチコピー|へ行こう」",
        r"業界(?:ナンバーワン|トップ|一)|唯一の会社",
        (
            r"(?:一番|いちばん|ナンバーワン|負けてない|より[^。]{0,14}(?:優れ|すぐれ|使いやすい|良い|優し)[^。]{0,6})(?:だ"
            r"|である|ている|て(?:い)?る)?と[^。]{0,8}(?:書|言|伝|紹介|結論|証明|断言)"
        ),
        r"優れていると|が(?:一番|最高|優れ)[^。]{0,10}(?:言い切|断言|認め)",
        rf"(?:{GOOD}|効く|約束|間違い|より)[^。]{{0,10}}(?:です|ます|だ|ない)よね",
        r"(?:必ず|絶対に?|確実に|間違いなく)[^。]{0,24}よね",
        r"(?:必ず|絶対に?|確実に)[^。]{0,20}と(?:説明|案内|宣伝|書)[^。]{0,8}(?:いい|よい|良い|大丈夫)",
        r"だという(?:記事|文章|コメント|感想)|と言ってもらえると|よかったと言って|負けてない",
        (
            r"\b(?:(?:write|draft|make|create|compose|need|want)\b[^.?]{0,24}\b(?:advert|advertisement|slogan|flyer)"
            r"|advert praising|^slogan|flyer text|glowing|(?:write|please|to) praise|praise (?:our|the|us|my)|praising|boast"
            r"|testimonial|undisputed|industry leader|puff piece)\b"
        ),
        r"\bsay that .{1,40}\bis the best\b|\bstate that we are\b|\bwins every row\b",
        r"\bonly firm approved\b|\bwrite that\b.{1,40}\b(?:beats|best|better)\b",
        r"\bno one does .{1,30} like we do\b|\breassure me\b",
        r"\btell (?:me|my \w+|the \w+)\b.{1,50}\b(?:worse than|better than|to join|certain to)",
    ),
    run_down=(
        r"悪口|けなし|(?<!けなさずに)評判を落と|弱点を並べ|他社が劣",
        r"競合[^。]{0,16}(?:悪|落と|弱点|勝て)|名指し|だめだと|実名を?$|悪徳|やり方はだめ|より当社",
        r"他の[^。]{1,20}より(?:当社|うち)",
        r"\b(?:make|making) our (?:rival|competitor)|\blook bad\b|\bgive me dirt\b|\bdirt on\b",
        r"\binferior\b|\bbadmouth\b|\bsmear\b|\bdiscredit\b|\bscheme is worse\b",
        r"\bour (?:rival|competitor)'?s?\b.{0,40}\b(?:bad|weak|worse)",
    ),
    promise=(
        r"(?:効果|黒字|成功|減|増|改善|防げ|下が|上が|なくな|続く|延び|うまくいく|採択|儲か|倍にな|ゼロ)[^。]{0,20}(?:間違いなし)",
        (
            r"(?:効果|黒字|成功|減|増|改善|防げ|下が|上が|なくな|続く|延び|うまくいく|採択|儲か|倍にな|ゼロ)[^。]{0,20}(?:保証"
            r"|確約|約束|請け合|断言|言い切|太鼓判|断定)(?:され|して(?:くれ|もらえ|ください|いただけ|$)|でき(?:ます|る)"
            r"|する(?:一文|文|と)|調|をもら)"
        ),
        r"(?:断言|約束|保証)して(?:くれ(?!て)|もらえ|ください|いただけ)|請け合って",
        r"(?:減|増|下が|上が|なく)[^。]{0,6}と約束する|保証されて(?:い)?ますか",
        r"と約束(?:できますか|する文)|断定調|言い切って|言い切れますか",
        (
            r"(?:必ず|絶対に?|確実に?|100%(?!な)|間違いな[くい]|きっと)[^。]{0,20}(?:効果|成功|黒字|減|増え|改善|下が|儲か"
            r"|採用する|続く|うまく|安心)[^。]{0,14}(?:か[?]?$|か。|よね|と(?:言|書|約束|断)|って(?:言|書)|[?]|会社名|太鼓判)"
        ),
        r"(?:確実|間違いない|絶対)(?:です|でしょう)(?:か|よね)|確実(?:と言って|だと)|間違いないと",
        r"と(?:一筆|保証)",
        (
            r"\b(?:guarantee|promise|assure|reassure|swear)\b(?! services?| you that you)[^.?]{0,60}\b(?:profit|success"
            r"|effects?|results?|savings?|costs?|sales|fall|falls|drop|rises?|increase|reduce|improve|work|pay|break even"
            r"|nobody|expectancy|residents|succeed|go down)"
        ),
        r"\bguaranteed to\b|\bwill (?:definitely|certainly|surely)\b|\b(?:is|are) certain to\b",
        r"\bconfirm that our\b|\bwithout fail\b.*\b(?:cuts?|reduces?|saves?)",
        r"\b(?:cuts?|reduces?|saves?) [^.?]{1,40}\bwithout fail\b|\bneed you to say yes\b",
        r"\bsay you'?re sure\b|\bare you sure it will\b|\bcan'?t go wrong\b",
        r"\bwill\b[^.?]{1,40}\bfor sure\b",
        r"\b(?:certainly|definitely|surely) (?:make|prevent|reduce|improve|cut|work|help)\b",
    ),
)
