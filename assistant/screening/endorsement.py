"""Requests to pick, rank, recommend, praise or promise, which are answered with criteria and cases."""

from assistant.screening.wanted_words import GOOD, WANTED_WORDS
from assistant.screening.wording import Wording, sentences

# Whom or what one may be asked to pick.
_FIRM = (
    r"(?:会社|企業|業者|事業者|メーカー|ベンダー|薬局|銀行|保険|コンサル|[AB]?社|店|サービス|システム|アプリ|ジム|センサー"
    r"|製品|商品|車いす|補聴器|ロボット|自治体|市町村|都道府県|[市町村県]|首長|首相|党"
    r"|事業所|施設|相手|パートナー|業種|宅食|配食|プラン|携帯会社)"
)
_BAD = (
    r"(?:悪徳|怪し|やば|危な|だめ|ダメ|遅れて|最低(?!限|でも|賃金)|ワースト|劣|失敗作|外れ|避けた(?:ほう|方)|避けるべき"
    r"|やめた(?:ほう|方)|向いていない)"
)
_CHOOSE = (
    r"(?:(?:選ん|頼ん|組ん|呼ん)で(?!い[まる])|(?:選ぶ|頼む|組む|呼ぶ|任せる|契約する|通す|買う|推す|導入する|採用する)(?:べき|の?が|なら"
    r"|[?]|$|か[?]?$)|(?:選べ|頼め|呼べ|契約すれ|買え|導入すれ)ば|組めば(?!いい|よい|良い)|(?:選び|組み|推し)ます|契約すべき"
    r"|すべき|するなら|電話します|案内する|紹介すれば|入れさせ|買えば)"
)
_WHICH = (
    rf"(?:どっち|どちら(?!も|の[^方ほが])|どれ(?!だけ|くらい|ほど|ぐらい|も)|どこ(?!まで|から|で|か|も)|どの(?!くらい|よう"
    rf"|ぐらい|程度)[^。、]{{0,8}}{_FIRM}(?!向け))"
)
_FIRM_EN = (
    r"(?:compan(?:y|ies)|providers?|vendors?|operators?|firms?|suppliers?|services?|agenc(?:y|ies)|consultanc(?:y|ies)"
    r"|consultants?|insurers?|banks?|apps?|brands?|makers?|start-?ups?|stocks?|bids?|products?|contractors?|towns?|cit(?:y"
    r"|ies)|municipalit(?:y|ies)|prefectures?"
    r"|schemes?|centres?|advis[eo]rs?|chains?|partners?|choices?|options?|offers?|device|rival|competitor)"
)
_BEST_EN = (
    r"(?:best(?!-| (?:way|time|order|practice|place|moment|shape|form|bear|shows?|describes?|explains?)\b)|better (?=than [a-z]*(?-i:[A-Z])|than (?:the|our|their)|choice"
    r"|option|deal|value|reputation|partner|for (?:us|our)|at)(?!than before)|(?:is|are|be|does|do|doing"
    r"|the) better\b(?! \w+ed| ways?| to | if| in )|worst|worse (?=than)|number one|superior|finest|greatest(?! (?:key|need"
    r"|problem|challenge|demand|obstacle|number|share|effect|impact|increase))|safest|kindest|(?:ideal|perfect) (?=partner"
    r"|compan|provider|choice|service|firm|vendor)|dependable|most (?:reliable|trustworthy|suitable)|brightest|smartest"
    r"|cheapest|worth|reliable|trustworthy|useless|inferior|(?<=the )recommended|(?<=is )recommended|(?<=are )recommended|(?<=most )recommended)"
)
_PLACE = r"(?:[市町村県]|一般市|中山間|大都市|市区町村|自治体)"
_FIGURE = r"(?:充足率|率(?:も|は|だけ)|密度|買い物の便|人口)"
_CLASS = r"(?:一般市|中山間(?:地域)?|大都市部?)の"
_SERVING = r"(?:会社|企業|業者|店が|サービス|職員|首長|[市町村]長|知事|議員)"
_PLACE_EN = r"\b(?:towns?|cit(?:y|ies)|municipalit(?:y|ies)|places?|areas?|(?-i:[A-Z])\w+ or (?-i:[A-Z])\w+)\b"
_FIGURE_EN = r"\b(?:shop(?:s|ping)?(?! assistant)|populat(?:ed|ion)|dens(?:e|er|ity)|sufficiency|access rate)\b"
_SERVING_EN = (
    r"\b(?:compan(?:y|ies)|providers?|vendors?|operators?|firms?|services?|apps?|chains?|partners?|mayors?|officials?"
    r"|recommend|invest|you)\b"
)
_VERDICT_EN = (
    r"\b(?:better|best|worse|worst|good|bad|great|fine|safe\w*|sure|certain\w*|definitely|surely|reliab\w+|trust\w*|superior|inferior"
    r"|ideal|perfect|ahead|winners?|win|wins|leading|cheap\w*|prefer\w*|recommend\w*|worth\w*|(?:more|most|less|least) \w+)\b"
)
_ENDORSEMENT = Wording.of(
    pick_one=(
        rf"{_WHICH}(?:と|が|の方が|のほうが|を|に|なら|は)?[^。、先]{{0,6}}(?:{GOOD}|{_BAD}|{_CHOOSE})",
        (
            rf"(?:{GOOD}|{_BAD}|頭ひとつ抜け|一番もうか|受かり|見合う|勝つべき)[^。]{{0,16}}(?:の|な|は|{_FIRM}|方|もの)(?:は"
            rf"|を)?、?(?:どれ|どこ(?!まで|から|で)|どっち|どちら|{_FIRM}(?:は|を|$|[?])|一つ|一社|[0-9]つ(?!の[町市県村])|挙げて|教えて"
            rf"|名前を)"
        ),
        (
            rf"(?:なら|には|では|に)、?(?:どこ|どっち|どちら|どれ|どの[^。、]{{0,6}}{_FIRM})(?:が|に|を"
            rf"|と)(?:[^。先、]{{0,6}}(?:{GOOD}|{_CHOOSE}))"
        ),
        rf"(?:すなら|むなら|ぶなら|るなら|来るなら)、?(?:どこ|どっち|どちら|どれ|どの{_FIRM})",
        r"(?:一社|1社|(?<!の)ひとつ|(?<!の)一つ|一者|1者)(?:に|を|だけ|、|名|なら)*(?:選|決|絞|推|挙げ|示し|教え|理由)",
        r"(?:サービス|会社|企業|会社名|アプリ|業者)を(?:一つ|一社)$|一社だけ$|二択|一択",
        r"(?:代わりに|あなたが|もう|最終的に)[^。]{0,10}(?:選んで|決めて|判断して|選び)|白黒|背中を押",
        r"あえて選ぶ|選定して|(?:企業|会社|業者)を(?:一つ|ひとつ)?(?:決めて|選んで(?!い))",
        r"どうせならこれ|のは(?:たった)?一つ(?!の)",
        (
            rf"(?:と|か|より|、)[^。、]{{1,16}}(?:で|は|なら|、|では|の)?(?:どっち|どちら)(?:が|の方が|のほうが|を"
            rf"|に)?[^。、先]{{0,8}}(?:{GOOD}|{_CHOOSE}|味方)"
        ),
        r"[^。]{1,14}(?:と|か)[^。]{1,14}で(?:、)?迷って",
        r"(?:と|か)[^。、]{2,14}(?:では|なら)、?(?:どっち|どちら)(?:です(?:か)?)?[?]?$",
        r"、どっちが(?:買い|上|得)",
        r"頭ひとつ抜け|コスパ最強|最強の|日本一の[^。]{0,16}(?:どこ|誰)",
        r"どっちの[^。、]{0,12}が(?:上|いい|良い)|どこが勝つ|味方はどっち",
        r"向いているのは(?:どちら|どっち|どこ)|本命(?:だけ|は|を)",
        r"より(?:も)?[^。]{0,10}(?:良い|(?<!ても)(?<!でも)いい|優れている|上|まし)(?:ですか|でしょうか)?[?]$",
        r"だけ使えばいい|どちらが正しいですか|一番使える",
        r"(?:結局|ぶっちゃけ|ずばり|正直)[^。]{0,20}(?:どこ(?!まで|から|で)[にが]|どれ|どの業者|どっち|ここだけ)",
        (
            rf"\b(?:which|who|whom)\b[^.?]{{0,40}}\b(?:(?<=company )should (?:we|i)|{_FIRM_EN} (?:should|do|would) (?:we|i|you"
            rf"|residents)(?! (?:consult|ask|contact|approach|apply|talk|start|tell|know|turn to))|(?:which|who|one) should (?:we"
            rf"|i) (?:invite|hire|pick|choose|go|use|buy)|should win|would you|do you (?:like|prefer|favou?r)|deserves?"
            rf"|ought to win|gets? the (?:contract|job|tender|deal|order|vote|crown|nod|business)|to hire|to (?:choose|pick|go with)|is (?:doing )?(?:better|superior|best)"
            rf"|has the (?:better|best)(?! (?:\w+ )?(?:scores?|access|rates?|coverage|supply))|gets you|beats?|do you personally)\b"
        ),
        r"\b(?:pick|choose|decide|vote|crown|select)\b[^.?]{0,20}\b(?:one|for (?:me|us)|a winner|between|the (?:best|winner|app)|you)\b",
        r"\byou (?:pick|decide|choose)\b",
        r"\bbetween [^.?]{1,40} and [^.?]{1,40}[,.?] [^.?]{0,24}(?:which(?: one| is| should|$|[?])|who|needs one)\b",
        r"\bor\b[^.?]{1,40}[:,;] ?(?:which(?: one| should| is|[?])|who[?]|pick\b)",
        r"\bone company only\b|\bjust (?:choose|pick|tell me who)|\ba single name\b|\bsingle out\b",
        rf"\b(?:which|what|who)(?:'s| is| are| was| were| would)?\b[^.?]{{0,30}}\b{_BEST_EN}\b",
        (
            rf"\b(?:best|number one|finest|perfect|superior|worst|most (?:reliable|trustworthy|dependable"
            rf"|suitable)) (?:\w+ ){{0,2}}{_FIRM_EN}\b"
        ),
        (
            r"\b(?:is|are|does|do|was|were) [^.?]{1,40}\b(?:better than|better role model|superior to|beat|beats"
            r"|more trustworthy|worse than)\b"
        ),
        r"\bbetter\b(?! or worse)[^.?]{0,20}\bor\b",
        r"\b(?:is|are|treats?|does|do)\b[^.?]{1,50}\b(?:more trustworthy|better than [A-Z])",
        r"\bshould (?:we|i|residents|the city) (?:switch|drop|ditch|choose|hire|buy|sign with|go with)\b(?! (?:an?|more|some) )",
        r"\bfront runner\b|\bdeserves? [^.?]{1,30} more than\b|\bbest value\b",
        r"\bis it better to (?:hire|use|choose|pick|buy|sign|go|work|partner)\b[^.?]+ or\b|\bmore trustworthy\b",
        (
            r"\b(?:which|who|whom) (?:of (?:these|the|them|our) )?[^.?]{0,30}\b(?:do we (?:sign|go with)|should we go with"
            r"|bet on|steer clear|trust|front runner|invest)\b"
        ),
        r"\bif you were\b.{0,40}\b(?:call|choose|hire)",
    ),
    judge=(
        rf"(?:どちら|どっち|どの[^。、]{{0,8}}{_FIRM}|どこ)(?:と|が|を|に|の)[^。先、]{{0,16}}(?:べき(?:か|で|$|[?]))(?!部署)",
        (
            r"(?:最も|一番|いちばん|もっとも|誰よりも|どこよりも)(?:優れ|優秀|良い|いい(?!え)|すばらし|素晴らし|頼(?:り|れ)"
            r"|信頼|信用|安心|おすすめ|お勧め|すごい|うまくいって|成功して|魅力|効果的な|ふさわし|適任)"
        ),
        r"優劣|甲乙|軍配|(?:を|より)(?:超える|上回る)[^。]{0,14}(?:ありますか|ある[?])",
        r"(?:の方が|のほうが|より(?:も)?)[^。]{0,16}(?:よね|でしょ(?:う?[?]|$)|じゃない(?:です)?か)",
        r"(?:町|市|県|村|会社|企業|市町村|自治体)の?ベスト(?:[0-9]+|スリー|ファイブ|テン)",
        r"優秀な[^。]{0,6}(?:会社|企業|市|町|県|自治体)|倒産し|潰れ(?:ません|ない)か",
        r"お金をかける(?:意味|価値)|具体的な(?:会社|企業|業者|サービス)名",
        r"\bwho(?:'s| is) the (?:most|best|least) \w+",
        r"\b(?:laziest|stupidest|dumbest|most (?:incompetent|corrupt)|least competent)\b",
        r"\b(?:argument|case|pitch|speech|letter)\b[^.?]{0,20}\b(?:that|why|saying) (?:our|we|my)\b[^.?]{0,40}\b(?:better|best|superior)\b",
        r"\b(?:better|superior|worse)\b[^.?]{0,40}\bthan (?:theirs|our (?:rivals?|competitors?))\b",
        (
            r"\bwhich (?:is|are|was) (?:more|less) (?:effective|reliable|suitable|useful|attractive|trustworthy|advanced"
            r"|successful|profitable)"
        ),
        rf"\bwhich {_FIRM_EN} (?:is|are) (?:a sure|the most|the best|more|most|doing)\b|\bsure bet\b",
        # Whoever only makes sure of a fact asks for no verdict.
        rf"{_VERDICT_EN}[^?]*\b(?:isn'?t it|aren'?t they|[,-] ?right)\?$",
        r"\bdon'?t you think\?$",
        r"\b(?:will|should|to) win the (?:tender|contract|bid)",
        r"\bhow many (?:points|stars) would you\b|\bwhich one should (?:we|i)\b",
        r"\b(?:i|we|you|one) can (?:rely|depend|count) on\b",
        r"\b(?:wise|smart|good|safe) (?:move|choice|bet)\b|\b(?:heap|lavish) praise\b",
        r"\bdefinitely work\b|\bwould you (?:choose|pick|recommend|hire|go with|trust|invest|prefer)\b",
        r"\b(?:in )?your (?:favou?rite|own view|honest opinion|recommendation|choice|verdict)\b",
        r"\bgive me (?:just )?a name\b|\bname names\b|\bgo bankrupt\b|\bgo bust\b",
        r"\b(?:us|me),? (?:please )?decide\b|\bplease decide\b|\bdecide for us\b",
        r"\bmake up our minds?\b|\bbest (?:two|three|five|ten|\d+) \w+",
    ),
    off_the_record=(
        r"公平とか|中立(?:な立場|なの)はわか|本音で(?:言|教|答|お願い|どう|いいので)|ここだけの話|こっそり",
        r"(?:あなた|君|きみ|おたく|お宅)(?:なら|だったら)[^。]{0,12}(?:誰|どこ|どれ|どちら)",
        r"社で(?:決まり|いい|大丈夫|間違いない)(?:です|だ)?(?:よね|か)",
        r"(?:悪い|黒い|変な)?(?:噂|うわさ)を|大げさに|盛って書|誇張して|推すなら[?]?$",
        r"将来(?:性が)?(?:伸びる|有望な|ある)のは",
        r"\b(?:forget|never mind|skip) (?:the )?neutrality|\boff the record\b|\bbe honest\b",
        r"\bhonestly\b.{0,40}\b(?:which|better|best)|\bback me up\b|\btell them they'?re right\b",
        r"\bagree with me\b|\b(?:you|to|please) vouch for\b|\b(?:rumou?rs?|gossip|scandals?) (?:about|on)\b",
        r"\bexaggerate\b|\bwhom? would you\b",
        r"\bhelp us (?:choose|decide)\b(?! (?:which|what|how|whether))",
        r"\bname one (?:company|provider|firm|vendor|operator)",
        r"\bmore (?:potential|promise|promising)\b",
        r"^(?!.*\bif\b.*\bjob\b).*\b(?:good|bad|best|worst|poorest|better|great) job\b",
        r"^(?-i:[A-Z])\w+(?:'s)? or (?-i:[A-Z])\w+\b[^.?]{0,40}\?$",
        r"\bif I (?:bought|buy) (?:stock|shares)",
        r"\b(?:saying|says|stating|claiming)\b[^.?]{1,40}\b(?:is|are) (?:the )?(?:greatest|best|finest|superior)",
        r"\bmakes? our (?:city|town|company|firm|prefecture) look\b|\bshould lose the\b",
    ),
    rank=(
        r"(?:会社|企業|業者|事業者|サービス|メーカー|店)の?ランキング[をに]?[^。]{0,4}(?:作|し|出|付|つけ|$|[?])",
        r"ランキング(?:を(?:作|つけ|付)|にして|形式)|ランク付け|格付け|(?<!自己)採点(?!の基準|基準)",
        r"[0-9]つ星",
        r"星(?:で|を|いくつ)(?:評価|つけ)|ナンバー(?:1|ワン)の?(?:会社|企業|県|市|町|ですか|は)|点数表",
        r"何点(?:です|つけ|くれ|になり)|人気(?:ナンバー|No)",
        r"(?:点|点数|評価|スコア)を?(?:つけて|付けて)|(?<!優先)順位(?:を|で)(?:付|つ|並|決)|序列",
        r"(?:優れた|良い|よい|低い|高い|安い|優しい|人気の|おすすめ|お勧め|お?得な)順?(?:に|で)(?:並べ|紹介|教え|$)",
        r"(?:上|低い方|高い方)から並べ|順に並べ(?!た|られ)|(?:優し|優れ)[^。]{0,4}順に",
        r"(?:町|市|県|会社|企業)(?:の)?(?:トップ(?:[0-9]+|テン)|ワースト)|ワースト|勝ち負け|勝ちか",
        r"判定して(?:ください|ほしい|$)|(?:ごとに|べて)評価して(?!もら|くれ|いる)|(?:か|を)評価して$",
        r"高く評価した|成功ですか失敗|失敗ですか|当たりの人",
        (
            rf"(?:^|\bplease |\byou |[,.;] )(?:rank|grade|rate|score|sort|order)\b(?! of)[^.?]{{0,40}}\b(?:{_FIRM_EN}"
            rf"|platforms?|proposals?|these|them|all)\b"
        ),
        r"\b(?<!raise the )(?<!raising the )(?:rank|ranking)s?\b[^.?]{0,30}\b(?:of|from)\b|^top (?:\d+|three|five|ten)\b",
        r"\bthree worst\b|\bscore out of\b|\bout of 100\b(?! \w)|\bgrades? (?:from )?A to F\b|\bA to F (?:grade|scale)|\blike a judge\b",
        r"\bin order of (?:quality|merit|preference)\b|\b(?:stars|points|marks) out of\b",
        r"\bout of (?:five|ten)\b(?! (?!please)\w)|\bverdict\b|\b(?:put|place) [^.?]{0,40}\bin order$|\ba success or a flop\b|\bfailures\b\?",
        r"\bscore ?cards?\b",
    ),
    recommend=(
        rf"(?:おすすめ|お勧め|オススメ|お薦め)(?:の|できる|する|は|を|順|業者)[^。]{{0,12}}(?:{_FIRM}|リスト|[二三]つ)",
        r"(?:会社|企業|業者|サービス|メーカー|店|商品)[^。]{0,12}(?:おすすめ|お勧め)(?:は|を教えて|を挙げて|ある)?[?]?$",
        rf"(?:推薦|推奨|推)(?:して(?!い)|する{_FIRM}|できる|企業)|推薦状を(?:書|作|代筆)|推薦状の文",
        rf"{_FIRM}を(?:[^。]{{0,10}})(?:(?:勧め|薦め)て(?:ください|ほしい|$)|推して|推され|おすすめして|推薦して)",
        r"勧めてあげて|(?<!国の)お墨付き(?![のをが][^。]{0,4}国)|太鼓判|推しの|推されます|イチオシ",
        r"(?:弊社|当社|うち|わが社|ぜひ)[^。]{0,16}(?:選ぶよう|推薦して|モデル事業に推薦|に決めて)",
        r"頼めと言って|任せろ|(?:会社|業者|市民|地元)[^。]{0,6}に頼むべき|(?:市|町)の?おすすめ",
        r"選ぶよう[^。]{0,10}(?:文|勧)",
        (
            rf"(?:^|\bplease |\b(?:could|can|would|will) you |\b(?:personally|just) )(?:recommend|endorse"
            rf"|suggest)\b(?!ed)[^.?]{{0,50}}\b(?:{_FIRM_EN}|one|two|three)\b"
        ),
        r"\bendorsement\b(?! from)|\bendorse our\b|\brecommended (?:businesses|compan|provider|firm)",
        r"\bseal of approval\b|\byour blessing\b|\byou stand behind\b|\bstand behind (?:us|our)\b|\brecommendation letter\b",
        r"\bletter (?:telling|asking) the (?:city|town)\b.{0,30}\bchoose\b|\bconvince me\b",
        r"\btalk people out of\b",
    ),
    trust_and_value=(
        r"(?:信用|信頼)(?:に値|でき(?:る会社(?:です|が|か)|ます(?:か)?)|して(?:いい|大丈夫|も(?:いい|よい|大丈夫)))",
        r"頼れる相手|眉唾|ぼったくり|やばく|怪しい[^。]{0,8}(?:名|どれ|どこ|です|見分け)",
        r"(?:値打ち|価値)(?:は|が)?(?:あるか|あるの?(?:です)?か|あり(?:ます)?か|あるん)",
        r"得策です|賢明です|賢い選択|に値(?:し|する)|頼むだけの|買って損|損し(?:ない|ません)",
        r"後悔しない|(?:料金|値段|利用料|円|見積もり?|業者|会社|社)[^。]{0,12}高すぎ",
        r"(?:任せ|頼ん|契約し)て(?:お(?:け|い)ば|も|いて)?[^。]{0,4}(?:大丈夫|間違いない|安心|平気)",
        r"評判(?:って|は)実際|良い会社です|どう思う|やめた(?:ほう|方)がいい|良いか悪いか",
        r"\bworth (?:buying|the money|it|using|hiring|it\?|paying)\b|\bwaste of money\b|\brip-?off\b",
        r"\bcan (?:we|i|one) trust\b|\bis it (?:smart|wise|safe) to trust\b|\bpeople we can trust\b",
        # What does somebody good is no opinion on a company.
        r"^(?!.*\bdo(?:es|ing|ne)? (?!you|they|we|i\b|people)(?:(?!\b(?:is|are|was|looks?|sounds?)\b)[^?,])*\bany good\b).*\bany good\b",
        r"\bjust hype\b|\bscams?\?|\bcrooks\b|\bsteer clear of\b|\bsafe pair of hands\b",
        r"\bpair of hands\b|\bthe right choice\b|\bchose well\b|\bwould you use\b|\bgood value\b",
        r"\breliable or\b",
    ),
    invest=(
        r"株価|株(?:は|を|が)(?:今)?[^。]{0,6}(?:買|売|上が|ねら)|投資先|値上がりし|一番もうか",
        r"そこに乗り",
        r"\bshare prices?\b|\b(?:buy|sell|hold) (?:\w+ )?(?:shares|stocks?)\b",
        r"\bwhere should I invest\b|\bstock is likely\b|\bbet on\b",
    ),
)
# Asking about recommending, comparing or promising is not asking for it.
_ABOUT_FAIRNESS = Wording.of(
    rules=(
        r"なぜ[^。]*(?:推薦|推奨|すすめ|勧め|選べ|優遇)",
        r"(?:推薦|推奨|すすめ|勧め)[^。]*(?:なぜ|理由|でき(?:ない|ません)|にく|づら|事情|チャネル)",
        r"公平(?!とか|はいい)|中立(?!な立場はわか)|基準|観点|評価項目|審査",
        r"選定(?:され|方法|の流れ|基準)|書いてはいけない|手引きが示す|ランキングではなく|言われない",
        r"どう(?:保|説明|判断)|市場区分|手順|進め方",
        r"\b(?:why|hesitat\w+|allowed to|who can|channels?|what (?:will|would|could) help)\b[^.?]*\brecommend",
        r"\bchannels? that recommend",
        (
            r"\b(?:fair|fairly|fairness|neutral|criteria|without (?:favouring|ranking)|guidebook recommend|personal guarantee"
            r"|how (?:is|are|was|were|do|does|should|can|could|did))\b"
        ),
        r"\bshould be checked\b|\bwhat signs\b",
    ),
    # Which way to go is advice that the documents give.
    ways=(
        r"(?:どっち|どちら|どの)の?(?:枠|立場|類型|区分|型|方法|やり方|進め方|方式|段階|時期|窓口|部署|会議?(?!社))",
        r"特徴を比較|[0-9]+位|(?:年|古い|新しい|日付|早い|大きい|多い|人口)順",
        r"\bwho (?:named|said|mentioned|spoke|listed|pointed)\b|\branks? \d+|\bby (?:type|year|region|date|size|class|number|population|rate|share)\b",
        r"どこに[^。]{0,12}(?:残[しす]|置[いくけ]|載せ|書[いくけ]|保管|連絡)",
        r"\b(?:which|between [^.?]{0,30}) (?:pilot|track|framework|box|form|day|event|format)s?\b",
        r"(?:手引き?|冊子|資料|事例|例|方法|理由|数字|指標)を(?:一つ|ひとつ|1つ)|(?:分類|設問|選択肢)で(?:は|の)",
        r"どこに(?:声をかけ|相談す)[^。]{0,4}(?:ば|と)(?:いい|よい|良い)",
        r"\b(?:which|what) (?:of the )?(?:two |three )?(?:fields?|figures?|tools?|measures?|examples?|cases?)\b",
        r"\bmak(?:e|es|ing) \w+ (?:more )?trustworthy|\bwhy (?:\w+ ){0,2}(?:is|are) worth\b",
        r"\b(?:will not|won't|cannot|can't|doesn't|refuses? to) (?:say|tell|name)\b(?!.*\byou\b)",
        r"\bwhat do the (?:best|top) [^.?]*\bsurvey\b[^.?]*\bdo$",
        r"べきもの|(?:必要が|なければ)[^。]{0,4}(?:ある|なら)[^。]{0,6}か",
        r"\b(?:approach|model|method|measure|step|way|order|arrangement)s?\b[^.?]{0,20}\b(?:recommended|makes?|helps?)\b",
    ),
    # Places in the order of a published figure are facts; those who serve them are not named here.
    places_by_figures=(
        rf"^(?!.*{_SERVING_EN})(?:.*{_PLACE_EN}.*{_FIGURE_EN}|.*{_FIGURE_EN}.*{_PLACE_EN})",
        rf"^(?!.*{_SERVING})(?:.*{_PLACE}.*{_FIGURE}|.*{_FIGURE}.*{_PLACE}|.*{_CLASS})",
        r"\b(?:ministry|METI)(?:'s)? (?:map|tool|ranking)\b",
    ),
)


def asks_for_endorsement(text: str) -> bool:
    """True when a sentence asks for a pick, a ranking, praise, blame or a promise."""
    return any(
        (_ENDORSEMENT.found_in(sentence) or WANTED_WORDS.found_in(sentence))
        and not _ABOUT_FAIRNESS.found_in(sentence)
        for sentence in sentences(text)
    )
