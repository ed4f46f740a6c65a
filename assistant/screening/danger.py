"""Somebody may be in danger now: violence, neglect, thoughts of death, missing, emergencies, fraud."""

from assistant.screening.wording import Wording, sentences

# Whom it happens to, where the words alone would be harmless.
_RELATIVE = r"(?:母|父|親|祖[父母]|ばあ|じい|叔[父母]|伯[父母]|おじ|おば|妻|夫|姉|兄|弟|妹|義[父母]|娘|息子|孫)"
_PERSON = rf"(?:{_RELATIVE}|[入利](?:所|居|用)者|高齢者|老人|お年寄り|老夫婦|本人|お客様|隣人|患者|認知症の(?:人|方))"
_MONEY = r"(?:通帳|年金|財産|預金|貯金|貯蓄|お金|現金|財布|カード|口座)"
_OLD = r"(?:old|older|elderly|frail|confused|disabled)"
_THEM = (
    rf"(?:me|him|her|them|my|our|his|their|(?:an?|the|this|that|some) (?:\w+ ){{0,2}}{_OLD}? ?(?:man|woman|lady|couple"
    rf"|resident|client|user|patient|neighbou?r|person|customer)"
    r"|residents|clients|patients|(?:old|older|elderly) people|each other|\w+'s (?:mother|father|wife|husband))\b"
)
_KIN = (
    r"(?:mum|mom|mother|dad|father|grand(?:ma|pa|mother|father|dad)|gran|granny|aunt|uncle|wife|husband|parents?|brother"
    r"|sister|neighbou?r|client|resident|customer|he|she)"
)
_ITS_MONEY = r"(?:pension|savings|bank ?book|bank card|money|cash|purse|property|bank accounts?)"

_DANGER = Wording.of(
    violence=(
        r"(?:殴|蹴|つね|縛|(?<!住民に)怒鳴|脅|罵|いじめ|襲わ)られ|(?:叩|たた|どつ)かれ",
        r"(?:突き飛ば|拘束|監禁|暴行|脅迫)され|首を(?:絞|し)め|絞められ",
        rf"{_PERSON}(?:を|に)[^。]{{0,10}}(?:叩い|殴|蹴|ぶっ|怒鳴|罵|責め|なじ|脅し|つねっ|縛っ|突き飛ば|暴力|虐待)",
        r"殴る|蹴る|つねって|縛って|突き飛ばし|暴力(?!団)(?:を|が|から|に|で)|\bDV\b|暴れて|包丁|刃物",
        r"凶器|手錠|刺さ(?:れ|って)",
        r"暴言を(?:吐|浴び)|悲鳴|泣き声|「やめて」|怒鳴り声|叫び声|物が割れる音|怒鳴って(?:い|ば)",
        r"(?:虐待|ネグレクト|性的な?被害)(?:され|を受け|して(?:い|る)|かも|の疑い|が疑|では|じゃ|を見(?:て|た|かけ)|らしき|っぽい)",
        r"(?:あざ|アザ|痣|やけど|火傷|傷)(?:が(?:増|あ|でき|た)|だらけ|を(?:見|隠))",
        r"腫(?:らし|れて|れ上が)|(?:絞め|押し付け|縛)(?:られ)?[^。]{0,4}(?:跡|痕)",
        (
            rf"\b(?:hit|hits|hitting|kick\w*|beats?|beating|slap\w*|punch\w*|pinch\w*|shov(?:es|ed|ing)|strangl\w+|chok\w+"
            rf"|abus(?:es?|ed|ing)|molest\w*|threaten\w*|bull(?:y|ies|ied|ying)|assault\w*|neglect(?:s|ed|ing)?|(?:yell|shout"
            rf"|scream)(?:s|ed|ing)? at) {_THEM}"
        ),
        (
            r"\b(?:is|are|was|were|been|be|being|gets?|got|getting) (?:\w+ )?(?:hit|kicked|beaten|abused|neglected|molested"
            r"|tied (?:up|down)(?! (?:with|in) )|raped|slapped|punched|threatened|strangled|yelled at|assaulted|bullied|mistreated)\b"
        ),
        r"\b(?:hands?|wrists?|arms?|legs?) (?:\w+ )?tied\b",
        r"\btied (?:up )?to (?:his|her|the|a) (?:bed|chair)|\b(?:man|woman|lady) tied\b",
        r"\bbruis(?:es|ed|ing)\b|\bswollen face\b|\bstrang(?:le|ulation) marks?\b",
        r"\b(?:cigarette )?burns? (?:marks? )?on (?:his|her|my|\w+'s)|\bunexplained injur",
        r"\b(?:violent|abusive|aggressive) (?:husband|wife|son|daughter|partner|father|mother|towards?|to (?:me|my|her|him))",
        r"\b(?:scared|afraid|frightened|terrified) of (?:her|his|my) (?:own )?(?:son|husband|daughter|wife|father|mother|brother)",
        r"\bknife\b|\bscream(?:s|ing)\b|\bshouting\b.{0,30}\b(?:night|next door|downstairs|upstairs)",
        r"\b(?:suspect|worried (?:about|it'?s|it is)|signs? of|case of) (?:elder )?(?:abuse|neglect)\b",
        r"\bhurry up and die\b",
    ),
    thoughts_of_death=(
        r"死に(?:た(?:い|く|が|か)|ま(?:す|しょう))|死のう|死ぬ(?:方法|つもり|と言|気)",
        r"(?:早く|一緒に)死|死んで(?:しまいた|やる|もいい)|心中",
        r"自殺(?:し|を(?:考|ほのめ|図)|未遂|する|願望)|命を(?:絶|断)|首を(?:吊|つ)|首つり",
        r"飛び(?:降り|下り|込み)たい|海に飛び込",
        (
            r"生きて(?:い)?(?:ても(?:仕方|しょうが|意味)|たくな|いたくな|いたくあり|られな|る(?:の|こと)?(?:が|に|も)?(?:つら"
            r"|辛|疲れ|嫌|いや))"
        ),
        r"生きるのが(?:つら|辛|嫌|いや|苦し)|これ以上生き|生きる(?:意味|気力)が(?:な|わ|分)",
        r"消えてしまいた|消えたい|消えてなくな|いなくなりたい|楽になりた|終わりにする|終わりにしたい",
        r"いない(?:ほう|方)が(?:いい|まし)|もう(?:限界|無理|だめ|ダメ)(?:です|だ|かも)?(?:。|$)",
        r"(?:介護|世話|体力)[^。]{0,10}限界(?:です|だ|に)",
        r"何もかも(?:嫌|いや)|死んだ(?:ほう|方)が|遺書|練炭|自分を傷つけ|自傷|リストカット|手首を切",
        r"薬を(?:大量|ため|貯め|全部|飲み(?:すぎ|過ぎ))",
        r"殺(?:して(?:しまい|くれ|やり)|され(?:る|そう|かけ)|し(?:たい|てしま))|首に手をかけ",
        r"手(?:が出|を(?:上げ|挙げ|あげ)て?)(?:そう|しま)|やりかねない|灯油をまい",
        r"\bsuicid|\bwants? to (?:die|be dead)\b",
        r"\b(?:kill|hurt|harm|cut|cutting|hurting|harming|killing) (?:myself|himself|herself|themselves)\b",
        r"\bend (?:it all|my life|his life|her life|everything)\b|\b(?:to|shall|will) end it\b",
        r"\b(?:tonight|today|this) is the end\b",
        r"\b(?:no|any) (?:point|reason) (?:in|to) (?:living|liv(?:e|ing)|going on|life)",
        r"\b(?:don'?t|doesn'?t|do not|no longer) want(?:s)? to (?:live|be here|go on|wake up)",
        r"\blife is (?:unbearable|not worth|hopeless)|\bcan'?t go on\b",
        r"\b(?:everything|it all) to stop\b|\bwant(?:s)? to (?:disappear|vanish)\b",
        r"\bsick of (?:everything|life|living)",
        r"\bbetter off (?:without me|dead)\b|\b(?:die|dying) (?:with (?:my |her |his )?\w+|together)\b",
        r"\bways? to die\b|\bhang(?:ed|ing)? (?:himself|herself|myself)\b",
        r"\bjump(?:ing)? (?:off|from|out of)\b.{0,20}\b(?:balcony|window|roof|bridge|building)",
        r"\bdriv(?:e|ing) into (?:the|a) (?:sea|river|wall)",
        r"\b(?:swallow|took|taken|taking|saving up)\w* (?:all )?(?:his|her|my|the|too many) (?:pills|tablets|medicine)",
        r"\btoo many (?:pills|tablets)|\boverdos",
        r"\b(?:might|may|will|could|'ll) (?:kill|hurt|hit|harm|strangle) (?:my|her|him|mother|mum|dad)",
        r"\bhands? (?:a)?round (?:my|her|his) (?:\w+'s )?neck",
        r"\bI (?:hit|slapped|struck|hurt|nearly (?:hit|killed)) (?:my|her|him)\b",
        r"\bcan'?t (?:do|take|stand|bear|cope)\b.{0,30}\b(?:caring|longer|more|any ?more)\b",
        r"\bat (?:my|the) (?:breaking point|end of (?:my|the) (?:rope|tether))",
    ),
    missing=(
        r"行方不明(?:に(?!なった[^。、]{1,12}[をのが])|って|りま|った|ん|です|だ)|行方が(?:わ|分)から",
        r"居場所が(?:わ|分|つか)|安否が(?:わ|分|確認でき|気)",
        r"(?<!任者が)(?<!当者が)(?<!職員が)(?<!担い手が)(?<!人が)いなくな(?:って|りま|った)",
        r"姿が見え(?:な|ま)|姿を見(?:せ|か)|(?<!目的を)(?<!方向を)(?<!本質を)見失",
        r"(?:帰って|戻って)(?:こな|来な|きま|こず|来ず)|(?:から|ても)見つかりません|見つからないまま",
        r"(?:まま|ても|出て|きり)(?:、)?(?:戻ら|帰ら)(?:な|ず|ん)|迷子に",
        r"徘徊(?:して(?:しま|い)|で出て|に出)",
        (
            rf"{_PERSON}[^。]{{0,16}}(?:見当たり?ら?(?:な|ま)|見つから(?:な|ず)|(?<![てで])(?<![市町村区]には)(?<![割人]も)いな(?:い(?=[んで。!?、]|$)|くて)"
            rf"|(?<![てで])(?<![市町村区]には)(?<![割人]も)いません(?!か))"
        ),
        r"(?:母|父|祖[父母]|妻|夫|姉|兄|弟|妹)を(?:探|捜)して(?:い|る)",
        r"「?帰れない」?と[^。]{0,8}(?:言って|泣)",
        r"(?<!担当者と)(?<!企業と)(?<!会社と)連絡が(?:取れ|とれ|つか)(?:な|ず|ま)",
        r"歩いていると(?:聞|連絡)|裸足で",
        r"どこへ行ったか(?:分|わ)から",
        r"\b(?:has gone|went|is|has been|gone|going|reported) missing\b(?! (?:from the|in the|data|between|link|piece))",
        r"\b(?:has|have) (?:disappeared|vanished)\b",
        r"\bhasn'?t (?:come|returned|been) (?:home|back|seen)\b|\bhasn'?t been seen\b",
        r"\bisn'?t (?:back|home|there|in the house)\b|\bnot (?:come|been) (?:back|home)\b",
        r"\b(?:can'?t|cannot|couldn'?t|unable to) (?:find|reach|locate) (?:my|our|her|him)\b",
        r"\b(?:nobody|no one|no-one) (?:can find|knows where|has seen)\b|\blost sight of\b",
        r"\bstill searching\b|\bno contact with (?:my|our|his|her)\b|\bbarefoot\b",
        r"\bhas been gone since\b|\b(?:can'?t|cannot|could not) be (?:found|reached)\b",
        r"\bwander(?:ed|s|ing)? (?:off|away|(?:about|around|in|on|down) the (?:street|road|town))\b",
        r"\bwandering the (?:street|road)s?\b",
        rf"\b{_KIN}\b.{{0,40}}\b(?:walked|drove|wandered|ran) (?:out|away|off)\b",
        r"\bdoesn'?t know (?:her|his) (?:own )?(?:name|address|home)",
        r"\bonly (?:his|her) (?:hat|shoe|bag)\b",
        r"\bwent (?:\w+ ){1,4}and (?:it'?s|it is|isn'?t|hasn'?t)\b",
    ),
    emergency=(
        r"倒れて(?:い|る|お)|倒れ(?:ま|たのに|た(?:よう|みたい))",
        r"(?<!の)意識(?:が|も)(?:な|もうろう|朦朧|薄れ|戻ら)|息(?:が|を)(?:して(?:い)?な|でき|苦し)",
        r"呼吸(?:が|を)(?:苦|して(?:い)?な|止ま)|呼びかけに(?:反応|応|答|も)|けいれん|痙攣|泡を吹",
        r"ろれつ|呼んでも起き|様子がおかし",
        r"胸(?:が痛|を押さえ|が苦し)|血を吐|吐血|血だらけ|出血(?:が|して)",
        r"(?:のど|喉)に[^。]{0,8}(?:詰|つか)|気管に入|顔が(?:青|真っ青)|頭を打|ぐったり",
        r"熱中症(?:みたい|のよう|で|かも)|脱水で|衰弱|低血糖|一酸化炭素",
        r"(?:動け|起き上がれ)な(?:い方|い人|くなって|いまま)|動けず|起き(?:上が)?られず|動きません",
        r"座り込んだ|うずくま",
        r"救急車を",
        r"煙が|火が(?:出|つ)|火の不始末|火事(?:です|だ|に(?:な|あ)|が)|家が燃え|ガスの(?:臭|にお|匂)",
        r"ガス漏れ|ガス臭|異臭|腐敗臭|踏切で|水路に|川に落|川の近くで|溺れ|窓から(?:出|落|飛)|飛び降り",
        r"転落|はねられ|避難指示が出て|孤独死して|死んでいる(?:かも|よう|の)",
        r"助けて(?:と|!|。|$|くだ|」)",
        r"応答(?:な|が?あ?りません|がな)",
        r"(?:訪問|呼んで|呼び鈴)[^。]{0,10}(?:返事|応答)が(?:な[いく]|ありません)",
        r"(?:電話|返事|応答|反応)(?:も|に)(?:な[いく]|出(?:ず|な|ま)|あ?りません)",
        r"(?:センサー|呼び?かけ|声をかけ|インターホン|ノック)[^。]{0,12}反応(?:なし|がな[いく]|しません|がありません)",
        r"(?:新聞|郵便物?)が[^。]{0,8}(?:たま|溜ま)(?!っていたら)|(?:雨戸|カーテン)[^。]{0,8}閉まっ",
        r"\bcollaps(?:ed|ing)\b(?! (?:project|talks|scheme))|\bunconscious\b",
        r"\b(?:not|isn'?t|stopped|can'?t|cannot) breath(?:e|ing)\b|\bpassed out\b",
        (
            r"\b(?:doesn'?t|does not|isn'?t|not|won'?t) (?:respond(?:ing)?|wak(?:e|ing) up|mov(?:e|ing)"
            r"|answer(?:ing)?)\b(?=[.,!?]| and (?:his|her|he|she|doesn)| or (?:move|wake|respond)|$)"
        ),
        r"\bnot moving\b",
        (
            r"\b(?:chest pain|stroke\?|having a (?:stroke|heart attack|seizure|fit)|heatstroke|carbon monoxide"
            r"|coughing up blood|hit (?:his|her|my) head|face droops?|turning blue|choking on|in a fit|bleeding"
            r"|acts? strange(?:ly)?)\b"
        ),
        r"\bsmell of gas\b|\bgas leak\b|\bthere'?s a (?:strange |bad )?smell\b",
        r"\bsmoke (?:is )?coming\b|\b(?:there'?s|there is) (?:a )?(?:fire|smoke)\b|\bon fire\b",
        r"\bleaves? the (?:stove|gas) on\b|\blevel crossing\b|\bfallen into\b|\bclimbing out\b",
        r"\bparaffin\b",
        r"\b(?:call|cried|cry|scream|shout)(?:ing|ed)? (?:out )?for help\b",
        r"\bmay(?:be)? (?:it'?s |it is |be )?abuse\b|\bwhether to report\b|\bcall an ambulance\b",
        r"\bevacuation order\b|\blonely death (?:happened|just)|\bheard (?:someone|somebody|a voice)\b",
        r"\bno (?:reply|answer|response) (?:at|from) (?:the|her|his) (?:door|house|flat|home|phone)",
        r"\bno ?(?:one|body) answers(?: the (?:door|phone|bell)|[.!,]|$)",
        r"\bnewspapers (?:in|piling|outside)\b",
        r"\b(?:curtains|shutters)\b.{0,12}\b(?:shut|closed|down|drawn)\b",
        r"\bsensor (?:has been|is|went|stayed) silent\b|\bdoesn'?t pick up\b",
        r"\bl(?:ying|ies) (?:there|on the (?:floor|ground|street)|in the (?:hall|hallway|bath))",
    ),
    neglect=(
        (
            r"(?:食事|ご飯|ごはん|食べ物|水|薬|風呂|おむつ|オムツ|生活費|食費)(?:を|も|に|が)[^。]{0,8}(?:もらえ(?:な|ず"
            r"|て(?:い)?な)|与え(?:な|られ(?:な|ず|て(?:い)?な))|抜(?:いて|かれ)|入れてもらえ|替えられて(?:い)?な|渡(?:して"
            r"|さ)(?:もらえ|くれ)|ませてくれ|させてもらえ)"
        ),
        r"食費もな|水だけで|(?:何日|数日|[一二三四五0-9]+日)(?:間)?(?:も)?(?:食べ|飲ま)|水も飲め",
        r"ひどくやせ|(?:痩|や)せ細|骨と皮|飢え|餓死|床ずれが|失禁|放置され|置き去り",
        r"(?:病院|医者)に(?:連れて行|行か)(?:って)?(?:もらえ|せて)|入院させ(?:ず|な)",
        r"受診も?(?:拒|させ)",
        r"閉じ込め|監禁|軟禁|外鍵|鍵をかけ(?:られ|て)|外に出(?:られ|さ)(?:な|ず)|柵に[^。]{0,8}固定",
        r"固定されたまま|追い出(?:され|せ)|公園で寝|腐ったもの",
        r"\b(?:without|no) (?:food|water)\b",
        r"\b(?:isn'?t|not|hasn'?t|aren'?t|never) (?:being |been )?(?:fed|eaten|washed|given (?:any )?(?:meals?|food|water|medicine))\b",
        r"\b(?:skips?|with?holds?|keeps?) (?:her|his) (?:meals?|food|medicine|medication|pills)\b",
        r"\bskin and bones?\b|\bstarv(?:ing|ed|es)\b|\blives? on water\b",
        r"\bunwashed\b|\bnapp(?:y|ies) not\b|\bbed ?sores?\b",
        r"\bgiv(?:e|es) (?:him|her) no (?:money|food)\b|\btakes? (?:him|her) to a doctor\b",
        r"\bleft (?:alone )?(?:in (?:her|his) own|to die)\b",
        r"\block(?:ed|ing|s) (?:her|him|our|my|up|in(?:side)?)\b|\bshut in (?:his|her|a) room\b",
        r"\block(?:ed|s) (?:\w+ ){0,3}in (?:from|her|his|a)\b|\bwon'?t let (?:him|her|us)\b",
        r"\bthrown out by\b|\bmoved into (?:(?:my|her|his) )?(?:\w+'s )?(?:flat|house|home)\b",
        r"\bnowhere to go\b",
    ),
    money=(
        (
            rf"{_MONEY}[^。]{{0,12}}(?:取り上げ|取られ|使い込|返して(?:くれ|もらえ)|巻き上げ|たかられ|抜(?:いて|かれ)|盗(?:ま"
            rf"|ん)|勝手に(?:使|売|引き)|どんどん減)"
        ),
        r"たかられ|勝手に売って",
        (
            r"(?:詐欺|だま|騙)[^。]{0,24}(?:向か(?:って|っ)|振り込|され(?:て(?:い)?る|そう|かけ)|渡し(?:て|そう)|しまい"
            r"|今(?!後|回|年)|上がり込)"
        ),
        r"詐欺に(?:今|あって|遭って)",
        r"(?:振り込|送金)[^。]{0,10}(?:しようとし|しそう|してしま|もうと|んでしま)|何度も契約させ",
        r"(?:布団|壺|リフォーム|工事|商品)を[^。]{0,6}(?:買わせ|契約させ|売りつけ)|売りつけられ",
        r"上がり込んで|取り立て|(?:カード|通帳)を(?:渡|預け)(?:し?て)しま",
        (
            rf"\b(?:took|takes?|taking|taken|stole|steal(?:s|ing)?|drain(?:s|ed|ing)?|empt(?:ies|ied|ying)|spends?|selling off"
            rf"|misus\w+|gambles?|helps? (?:him|her)self to)\b.{{0,24}}\b{_ITS_MONEY}\b(?! (?:for|to fund))"
        ),
        rf"\b{_ITS_MONEY} is being (?:used|taken|stolen|spent|drained)|\bmoney out of (?:her|him|my)\b",
        (
            r"\b(?:scam(?:mer|med)?|fraud(?:ster)?|defrauded|con ?man|conned|swindl\w+)\b.{0,60}\b(?:now|as we speak"
            r"|at (?:the door|this moment)|in the house|about to|surely|just)\b"
        ),
        r"\b(?:is|are|was|he's|she's) being (?:scammed|defrauded|conned|swindled)\b",
        r"\b(?:right now|as we speak|about to)\b.{0,50}\b(?:transfer|stranger|scam|pay|sign)\b",
        r"\b(?:surely|clearly) a scam\b|\bkeeps making .{0,30}\bsign\b",
        r"\bpressing (?:him|her) to sign\b",
    ),
)
# Harmful only when it is said of somebody.
_HARM = Wording.of(
    signs=(
        r"(?:つかま|殴ら|縛ら)れた[^。]{0,6}跡|[おの]?(?:びえ|怯え)て|震えて",
        r"けが(?:を(?!した(?:ら|とき|時|場合))|が)",
        r"怪我(?:を(?!した(?:ら|とき|時|場合))|が)|血が|脱水|暴言|殺すぞ|殺してやる|無視され",
        r"危な(?:い(?:です|状態|んです|。|$)|そう)|危険(?:です|な状態)|叩(?:きま|く|いて)|手首|腕を切",
        r"飛び出し|屋上に|線路に|道路の真ん中|海に|食べ(?:る)?(?:もの|物)が(?:な|あ?りません)",
        r"ご飯も(?:別|な|食べて)|何も食べて",
        r"つけっぱなし|火にかけた|(?<!外に)出てこな|(?:外に)?出てき(?:て(?:い)?ま|ま)せん",
        r"つながら(?:な|ず)|つながりません|ATMに",
        r"銀行に(?:行|連れ)|住みつい|年金を(?:取|使|管理すると言)|お金を(?:要求|せび|渡せと)|耐えられ",
        r"逃げ出したい|放り出し|苦しんで|苦しそう|痛がって|真っ青|高熱|吐いて|飲み込めな",
        r"泣いて(?:い|ば)|やつれ|汚れたまま|怖がって|監視され|脅え",
        (
            r"\b(?:frightened|terrified|grip marks|strikes?|dehydrated|couldn'?t move|can'?t (?:get|stand) up|bleeding|(?<!high )blood(?! (?:test|sugar))"
            r"|injured|hurt|wounded|trapped|stuck (?:in|on|under)|in pain|panicking|shaking|crying|sobbing|very weak|pale"
            r"|feverish|vomiting|not eating|hasn'?t come out|hasn'?t been (?:out|seen)|can'?t be reached|nothing to eat"
            r"|hasn'?t (?:drunk|eaten)|isn'?t (?:eating|drinking)|can'?t get out of bed|no reply|no answer|no (?:meals|food"
            r"|heating)|ignored by|insults?|humiliat\w+|(?:verbally|emotionally|financially) abus\w+)\b"
        ),
        (
            r"\b(?:on the (?:roof|roof edge|ledge|motorway|highway|railway|tracks)|onto the (?:railway|road|tracks|motorway)"
            r"|leav(?:es|ing) the (?:gas|stove|heater)|dangerous|in danger|went to the (?:ATM|bank)|gave (?:them|him"
            r"|her) (?:her|his|the) (?:card|PIN)|takes? their|cut (?:her|his) own|kill you|get (?:\w+ ){1,2}on the phone"
            r"|can'?t bear|begs? (?:me|us|for))\b"
        ),
    ),
)
_SOMEBODY = Wording.of(
    person=(
        rf"{_PERSON}|ばあちゃん|じいちゃん|一人暮らし|ひとり暮らし|見守り対象|高齢の方|住人|入所|入居",
        r"近所の|うちの母|自分",
        (
            rf"\b(?:{_KIN}|granny|an? (?:{_OLD} )?(?:man|woman|lady|person)|(?:old|elderly) (?:man|woman|lady|person)"
            rf"|the (?:man|woman|lady) |someone|somebody|parents'?|I)\b"
        ),
    ),
)
# Asking about arrangements is not telling of danger; the words must stand in the same sentence.
_ABOUT_ARRANGEMENTS = Wording.of(
    programmes=(
        r"事例|例(?:$|[はをがもだに、。?])|取組|取り組み|制度|仕組み|しくみ|事業(?!の話)|システム|体制",
        r"件数|割合|統計|対策|ネットワーク(?!に)|研修|協定|講座|サービス(?:は|を使|が|や)|工夫|資料",
        r"手引",
        r"(?<!investment )(?<!pyramid )\bscheme|\bprogram|\bproject|\bcase stud|\bexamples?\b",
        r"\bsystems?\b|\bteach(?:es)? about\b|\bhow (?:many|often|common)\b|\bmeasures?\b|\bagreements?\b|\btraining\b",
        r"\bguidebook\b|\bstatistics\b|\bshare of\b|\bservices? (?:for|that|prevent)\b",
        r"\bservices? for\b",
    ),
    precautions=(
        r"(?:場合|とき|時|際)の(?:対応|連絡|通報|手順|ルール|備え|役割|流れ|責任)|取り決め|マニュアル",
        r"(?:の人|高齢者|利用者|住民)が行方不明になったとき|駆け付け|たら(?:知らせる、?と|配達員|事業者|企業|誰が|誰に|どうしますか)",
        r"を(?:防|予防|減ら|早く見つけ)|防止|リスク|に備え|洗い出",
        r"\bprevent|\bwhat (?:do|does|should) (?:the )?\w+ do (?:if|when)\b|\breduc(?:e|ing) the risk",
        r"\bbeforehand\b|\bwhat (?:rule|procedure)",
        r"\bshould (?:a|the|our) (?:company|town|city|municipality|firm|courier)\b",
        (
            r"\bhow (?:do|does|can|should|are|is) (?:a |the )?(?:towns?|cit(?:y|ies)|municipalit(?:y|ies)|compan(?:y|ies)"
            r"|watching|missing|wandering|people)\b"
        ),
    ),
)


def tells_of_danger(text: str) -> bool:
    """True when a sentence tells of danger to a person; asking about schemes against it does not."""
    return any(
        _tells_of_danger(sentence) and not _ABOUT_ARRANGEMENTS.found_in(sentence)
        for sentence in sentences(text)
    )


def _tells_of_danger(sentence: str) -> bool:
    harmed = _SOMEBODY.found_in(sentence) and _HARM.found_in(sentence)
    return bool(harmed or _DANGER.found_in(sentence))
