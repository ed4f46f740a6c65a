"""Questions about other matters: cooking, weather, sport, homework, computers, religion, politics."""

from assistant.screening.wording import Wording

_DISH = (
    r"(?:じゃが|料理|肉|魚|煮|焼き|揚げ|炒め|鍋|汁|ご飯|丼|麺|うどん|そば|パスタ|カレー|ケーキ|クッキー|パン|プリン|菓子"
    r"|おやつ|サラダ|スープ|漬け|梅干し|味噌"
    r"|餃子|巻き|コーヒー|紅茶|ソース|ジャム|コロッケ|ハンバーグ|寿司|シチュー|天ぷら|豆腐|ドレッシング|ラーメン)"
)
_OTHER_MATTERS = Wording.of(
    food=(
        r"レシピ|卵焼き|目玉焼き|(?:ふわふわ|カリカリ|サクサク)に",
        rf"{_DISH}の(?:上手な|おいしい|簡単な|本格的な)?(?:作り方|つくり方)",
        rf"{_DISH}を(?:作り|つくり)たい|(?:淹れ|いれ|包み|漬け|割り|炊き|焼き|茹で|ゆで|煮|むき)方",
        r"献立を(?:考え|教え|作)",
        r"(?:朝食|昼食|夕食|晩ご飯|夕飯|お弁当|おやつ|ランチ)(?:の|は|に|を)[^。]{0,8}(?:メニュー|何|おかず|ネタ|店)",
        r"今夜の",
        r"(?:ラーメン|鰻|うなぎ|寿司|焼肉|カフェ|居酒屋|蕎麦|パン|ケーキ|スイーツ|イタリアン)(?:の)?(?:屋|店|食べ歩き|名店)",
        r"おいし[いく][^。]{0,8}(?:店|屋|お?米|食べ)|ワイン|ビール|日本酒|焼酎|チーズ|ダイエット",
        r"カロリー|グルメ|賞味期限",
        r"\brecipes?\b|\bomelett?es?\b",
        (
            r"\bhow (?:do (?:I|you)|to) (?:cook|bake|pickle|brew|fry|boil|grill|roast|make (?:an? )?(?:\w+ )?(?:soup|stew"
            r"|sauce|bread|cake|cookies?|curry|pasta|pizza|salad|tea|coffee|jam|rice|noodles|sushi|tofu|tempura|pancakes?)) ?"
        ),
        r"\bwhat'?s for (?:dinner|lunch)\b|\b(?:breakfast|lunch|dinner|snack) (?:ideas|menu|tips)",
        r"\b(?:ramen|sushi|pizza|steak|eel|curry|pasta) (?:near|restaurant|place)",
        r"\brestaurants? (?:in|near|for)\b|\blose weight\b|\bwine\b|\bbeer\b|\bcheese\b|\bpudding\b",
        r"\bstew\b|\bhow many calories\b|\bcocktail",
    ),
    weather_and_date=(
        r"天気|(?:は|曜)雨[?]|晴れ(?:ます|る)か|雨が?降り(?:ます|そう)|気温|降水|台風(?:の|は)",
        r"地震(?:は|が)(?:次|いつ)|花粉|今何時|何時(?:です|$|[?])(?<!受付は何時)|今日は何",
        r"曜日(?:を教え|は$|ですか)|紅葉|桜の(?:開花|見頃)|梅雨(?:明け|入り)|日の出|月食|流星",
        r"祝日(?:は(?:いつ|何)|を教)",
        r"\bweather\b|\btemperature (?:in|tomorrow|today)",
        r"\bwill it (?:rain|snow|be (?:sunny|hot|cold))\b",
        r"\bforecast for (?:tomorrow|today|the weekend)|\bwhat (?:time|day) is it\b",
        r"\bnext earthquake\b|\btyphoon\b|\bautumn leaves\b|\bcherry blossoms?\b|\bsunrise\b",
        r"\bpublic holiday",
    ),
    sport_and_play=(
        r"野球|メジャーリーグ|Jリーグ|甲子園|箱根駅伝|ロト[67]|サッカー|バスケ|テニス|ラグビー",
        r"バレーボール|水泳の|マラソン大会|ワールドカップ|オリンピック|パラリンピック|ホームラン",
        r"大相撲|力士|将棋の|囲碁の|ゴルフ(?!カー)|競馬|競艇|競輪|有馬記念|ダービー|パチンコ|スロット",
        r"宝くじ|馬券|買い目|阪神|巨人(?:は|が|の)|先発は|優勝(?:は|国|した|チーム)|筋トレ|腹筋|大谷",
        r"ルービック|ドラクエ|ポケモン|マリオ|(?-i:Switch)(?=[ぁ-んァ-ヴ一-鿿])|Nintendo|(?<![a-z])PS5(?![a-z])",
        r"ゲームの(?:攻略|レベル|おすすめ)|スマホゲーム|しりとり|なぞなぞ|トランプ(?:の|で)|手品",
        r"釣り(?:の|に|が)|キャンプ(?:の|に|場)|登山",
        (
            r"\b(?:baseball|major league|premier league|soccer|football|basketball|rugby|world cups?|olympics?|derby|lottery"
            r"|horse rac\w+|golf(?![- ]?cart)|tennis|cricket|tigers|swallows|giants|home runs?|sumo|rubik'?s|chess|riddles?"
            r"|dragon quest|pok[eé]mon|nintendo|video games?|won the match|did (?:the )?\w+ win(?=\?| last| yesterday"
            r"| the (?:game|match|cup))|bigger arms|who pitches|bodybuilding|marathon|fishing trip|card trick)\b"
        ),
    ),
    famous_people_and_shows=(
        r"俳優|女優|芸能|芸人|アイドル|歌手|(?<![a-z])AKB|有名人|アニメ|漫画|マンガ|声優|あらすじ",
        r"映画(?:で|を(?!館)|は|の)(?!.{0,6}数え)|主題歌|時代劇|歌舞伎|落語|宝塚|ドラマ(?:の|で|は)",
        r"再放送",
        r"紅白|YouTube|ユーチューブ|TikTok|インスタ|モーツァルト|ベートーベン|ピカソ|鬼滅|ジブリ",
        r"カラオケ(?:で|の曲)|演歌|歌詞|作曲|コード進行|ピアノ|ギター|バイオリン|歌を(?:歌|うた)",
        r"(?:すすめの|面白い|好きな|人気の)(?:本|小説|曲|歌|番組)(?:は|を教え|ある)|絵本",
        r"コンサート(?:の)?チケット",
        (
            r"\b(?:(?:handsome|famous|best|film|movie|favou?rite) actors?|actress|celebrit\w+|singer|pop star|movies?"
            r"|films?\b(?! maker)|anime|manga|plot of|hamlet|shakespeare|mozart|beethoven|picasso|youtube|tiktok|instagram"
            r"|netflix|karaoke songs?|chords|ballad|famous people|novel by|picture book|songs?\b|sing me|piano|guitar|violin"
            r"|lyrics|kabuki|opera|ballet|concert tickets?)\b"
        ),
    ),
    writing_for_fun_or_school=(
        (
            r"(?:俳句|短歌|川柳|詩|小説|作文|感想文|物語|ラップ|替え歌|なぞかけ|ラブレター|弔辞|祝辞|漫才|童話)(?:を|に"
            r"|、)?[^。]{0,14}(?:書|作|詠|一句|考え|お願い|代わり)"
        ),
        r"俳句|短歌を|川柳|詩的に|小説を書",
        r"ジョーク|ダジャレ|だじゃれ|冗談|笑える|面白い話|おもしろい話|怖い話|一発ギャグ|自由研究|宿題(?!として)",
        r"読書感想|スピーチを|年賀状|礼状|志望動機|履歴書|面接で|挨拶文|という題で|卒論|レポートを代",
        r"(?:子ども|子供|赤ちゃん|ペット|猫|犬)の名前を(?:考|決)|あだ名",
        (
            r"\b(?:poems?|haiku|sonnet|limerick|jokes?|something funny|puns?|funny (?:story|joke)|scary story|book report"
            r"|essay|homework|best man|cover letter|detective story|love letter|iambic|interviewers?|job interview|resume"
            r"|résumé|fairy tale|toefl|toeic|ielts|bedtime story|thesis|(?:name|names) for (?:my|our|a) (?:baby|son|daughter"
            r"|cat|dog|puppy))\b"
        ),
    ),
    school_knowledge=(
        (
            r"(?:首都(?!圏)|円周率|方程式|微分|九九|積分|三角関数|化学式|因数分解|元素記号|周期表|幕府|戦国|徳川|織田信長"
            r"|明治維新|革命(?:が|は|の)|恐竜|ピラミッド|エジプト|ローマ帝国|富士山|スカイツリー|数学|算数|物理の|宇宙(?:の|人"
            r"|は)|ブラックホール|量子|相対性|光合成|遺伝子|英検|TOEIC|偏差値|受験|国家試験|過去問|大学入試|四字熟語|ことわざ)"
        ),
        r"大仏の高さ|[0-9x]\^2|何頭いる",
        r"(?:世界|日本)(?:で|一)一?番?(?:高い|大きい|長い|広い|深い)[^。]{0,4}(?:山|川|国|湖|島|海|建物|動物)",
        r"英会話|英語(?:を|の勉強)|中国語で|英語で何|フランス語|韓国語",
        (
            r"\b(?:capital of|pi to|solve x|equations?|french revolution|dinosaurs?|pyramids?|mount (?:fuji|everest)"
            r"|eiffel tower|maths?|physics|roman empire|learn(?:ing)? (?:english|french|chinese|spanish)|english conversation"
            r"|universe|quantum|black holes?|photosynthesis|periodic table|shogun\w*|samurai|chemical formula|world war"
            r"|speed of light|bears live|how tall is|how do you say|exam questions|(?:highest|tallest) mountain|longest river"
            r"|largest (?:country|ocean|animal)|biggest planet|calculus|algebra|times tables?|trigonometry)\b"
        ),
        r"\bx\^2",
    ),
    translation_and_computers=(
        r"(?:英訳|和訳|訳して|翻訳して|要約して)(?:ください)?[::。]|英語を訳して|英語に(?:訳|直)して",
        r"記事を要約",
        r"(?:Python|Java|JavaScript|HTML|CSS|SQL|VBA|PHP|C\+\+|Linux|Docker)(?:の|で|を|は|が)",
        r"プログラミング|関数を書|コードを書|アルゴリズム|バグを|メールが(?:送|届|受)|エラーが出",
        r"エクセルの(?:使|関数|マクロ|ピボット|グラフ)|パワポの|ワードで|VLOOKUP|Gmail|プリンター",
        r"Wi-?Fi|ルーター",
        r"パソコンが(?:動|遅|固|壊|重)|パソコン(?:の(?:調子|選び)|を(?:買|修))",
        r"スマホ(?:の(?:機種|使い方|画面|充電)|が(?:動|壊|遅))|機種変更",
        r"パスワードを忘れ|ロゴ(?:の|を)|アプリが落ち|ChatGPT(?:と|の|は)|Windows(?:の|が|を)|iPhone",
        r"アンドロイド|ウイルスに感染|(?:LINE|ライン)の(?:使い方|設定|スタンプ)",
        r"\btranslate (?:into|this|the following|to)\b|\bsum(?:marise|marize)? (?:up )?this article",
        (
            r"\b(?:python|javascript|java|html (?:page|code|tags?)|css|sql|vba|php|c\+\+|linux|docker|excel|powerpoint|vlookup"
            r"|gmail|wi-?fi|printer|router|laptop|iphone|android|windows (?:10|11|update)|chatgpt)\b"
        ),
        r"\b(?:my|the) computer\b|\buse my (?:smart)?phone\b|\bwrite .{0,10}code\b",
        r"\bsorting function\b|\bdebug this\b|\bmy e-?mails?\b|\bmy tv\b|\bcomputer virus",
        r"\bphone plan\b|\blogo\b|\bpassword\b|\bprogramming language",
    ),
    household_and_pets=(
        r"洗濯機|電子レンジ|炊飯器|ネクタイ|靴ひも|テレビの(?:買|調子|リモコン)",
        r"(?:結婚|出産|入学|退職|新築)祝い|バイク(?!メーカー|の(?:メーカー|会社))",
        r"冷蔵庫(?!の中身を届)|エアコン(?:の|が)|ゴキブリ|ネズミ|家庭菜園|トマト|観葉植物|花の育て",
        r"スギナ|雑草を(?:枯|退治)|編み物|裁縫|掃除機|シミ(?:の|を)|車検の費用|バッテリー上がり|タイヤ",
        r"燃費|中古(?:の|車)|電気自動車(?:と|を買)|車の修理|軽トラ|バイクの(?!メーカー|会社)|腕時計|引っ越し業者|敷金",
        r"猫|(?<!盲導)(?<!介助)犬(?:に|が|の|を)|子犬|金魚|ペットフード|通販サイト|ポイントは何倍",
        r"ポイントの貯め|営業時間|求人(?:情報|票|を探|は(?:あり|出))|プレゼント(?:は|に|を|何|$|[?])|髪型|美容院|化粧(?!品)|メイク",
        r"ファッション|コーデ",
        (
            r"\b(?:washing machine|fridge|air conditioner|cockroach\w*|tomato plants?|houseplants?|weed killer|knitting"
            r"|jump-?start|fuel economy|car repair|second-?hand car|petrol car|cats?|dogs?|puppy|kitten|goldfish"
            r"|opening (?:time|hours)|driver job|job at|hairstyle|hairdo|make-?up|outfit|(?:birthday|wedding|christmas"
            r"|retirement) (?:presents?|gifts?)|motorbikes?(?! (?:makers?|manufacturers?|compan))|replace my|microwave|tie a tie|my posture|for (?:her"
            r"|his) birthday)\b"
        ),
        r"\bset the time\b|\bget (?:grandma|grandpa|my \w+) for\b",
    ),
    own_health=(
        r"(?:頭|お腹|歯|のど|喉|腰|膝|ひざ|肩|背中|胸|足)が痛(?:い|く)[^。]{0,12}(?:薬|どう|何)|何の薬",
        r"(?:何の|どんな)病気(?:です|だ|で(?:しょう|、)|か(?:な|も)|[?]$)|どの薬|何科(?:に|を)(?:行|かか|受診)",
        r"薬と[^。]{0,10}(?:一緒|飲み合わせ)|(?:食べて|飲んで)はいけない|ストレッチ|夜泣き|離乳食",
        r"老眼鏡",
        r"(?:血圧|糖尿|腰痛|肩こり|風邪|便秘|水虫|ニキビ|二日酔い|不眠)[^。]{0,10}(?:効|治|薬|食べ|飲)",
        r"羊を数え|痩せる|やせる方法|体操は[?]?$|眠れない|薄毛|美肌",
        (
            r"\b(?:headache|blood pressure pills|grapefruit|diabetics?|back pain|reading glasses|baby cries|cold remedy"
            r"|stomach ache|toothache|hangover|acne|insomnia|vomit\w*|can'?t sleep|slim down|stiff shoulders|sore throat"
            r"|how many calories|(?:what|which) (?:illness|disease|medicines?|medication|drugs?|pills?) (?:do|should|can|could) I"
            r"|my (?:knees?|back|head|stomach|chest|shoulders?|throat|legs?|feet) (?:hurts?|aches?|(?:is|are) (?:sore|killing)))\b"
        ),
    ),
    money_and_law=(
        r"確定申告|年末調整|仮想通貨|ビットコイン|(?<![a-z])(?:NISA|iDeCo|FX)(?![a-z])|住宅ローン",
        r"クレジットカードの|ドル円|為替|円安|日経平均|今日の株|株で|ふるさと納税|楽天|香典",
        r"離婚(?:の|した[いく]|する|届)|浮気|不倫|慰謝料|相続税|遺言書の書き方|反則金|民法|賃貸|家賃",
        r"パスポート|免許(?:の)?更新|マンションを買|太陽光パネル|節税|医療費控除|転職|就活|給料を上げ",
        r"バイト(?:の|を)",
        (
            r"\b(?:bitcoin|crypto\w*|tax returns?|mortgage|credit card|rental deposit|divorce|cheating|affair|own will"
            r"|passport|hometown tax|exchange rate|yen heading|nikkei|dow jones|buy a flat|return gifts|at a funeral"
            r"|parking ticket|retirement savings|pay rise|career change|salary negotiation)\b"
        ),
        r"\brenew my\b|\bcar inspection\b(?=.{0,10}\bcost)",
    ),
    travel=(
        (
            r"(?:旅行|一泊|二泊|観光|飛行機|新幹線|ホテル|温泉|旅館)(?:の|で|は|に)?[^。]{0,8}(?:プラン|スポット|時刻|予約"
            r"|一番安|おすすめ|いちばん|見どころ|日程|行きたい|何時)"
        ),
        r"(?:すすめの|人気の|いい|安い)(?:温泉|旅館|ホテル|旅行|観光)|観光スポット|見どころ|終電(?!や)",
        r"時刻、|[0-9]選|食べ歩き|朝市|食べるべき|一番安いのは$|お土産|(?:人気|おすすめ)の宿",
        r"旅行の?(?:おすすめ|コース)|遊園地|ディズニー|ハワイ|物価",
        (
            r"\b(?:flights?|hotels? (?:in|near|booking)|hot spring inn|sights? to see|what to see|bullet train|trip to"
            r"|itinerary|sightseeing (?:in|tour)|things to do in|great buddha|souvenirs?|disneyland|train (?:leave|depart"
            r"|time)|holiday in|vacation|inns? in|(?:hokkaido|okinawa|kyoto|hawaii) (?:holiday|trip|tour))\b"
        ),
    ),
    love_and_small_talk=(
        r"彼女(?:に|が|と)|彼氏|恋人|恋愛|復縁|失恋|片思い|告白(?:し|の)|結婚相手|結婚式|婚活アプリ",
        r"モテ|上司が(?:うざ|嫌|むかつ|怖)|友達(?:の作り方|が(?:でき|い)ない)|人生の意味|生きる意味",
        r"(?:暇|ひま)だ(?:から|な)|話し相手になって",
        r"あなた(?:の(?:誕生日|趣味|好きな|名前は|年齢)|は(?:人間|誰|何歳|男|女|ロボット))",
        r"好きな[^。]{1,8}は(?:何|誰|ありますか)|今の気分|AIさん|元気(?:です|ですか|[?])|おはよう",
        r"こんにちは$|愚痴を|好きな(?:食べ物|色|動物|季節)|(?:あなた|AI)(?:に|には)(?:感情|心|意識)",
        (
            r"\b(?:girlfriend|boyfriend|love advice|love life|crush on|win (?:her|him) back|meaning of life|my boss (?:is"
            r"|hates|keeps)|make friends|your (?:birthday|hobby|favou?rite)|have (?:feelings|emotions)|someone I love|in love"
            r"|I'?m bored|chat with me|dating|wedding|are you (?:a )?(?:human|alive|happy|real|robot|single)|how are you"
            r"|who made you)\b"
        ),
    ),
    fortune_and_faith=(
        r"占い|占って|運勢|手相|星座|てんびん座|血液型|姓名判断|風水|神様|幽霊|心霊|仏教|仏像|キリスト",
        r"イスラム|断食|お経|聖書|天国|宗教(?!法人)|前世|(?<![a-z])UFO|輪廻|お守り",
        (
            r"\b(?:horoscope|palm(?! oil)|tarot|astrology|god exist|ghosts?|buddh\w+|christian\w*|islam|jesus|ramadan|bible"
            r"|koran|heaven|religion|afterlife|zodiac|feng shui|fortune)\b"
        ),
    ),
    politics_and_news=(
        r"総選挙|選挙(?:は|の結果)|どの(?:政)?党|支持率|憲法|消費税(?:は(?:上|何|いつ)|を|率)",
        r"ウクライナ|ガザ|戦争|核兵器|天皇",
        r"皇室|政治資金|総理(?:大臣)?(?:は|について|を|の)|首相(?:は|について|の)|内閣支持|大統領",
        r"国会議員は|トランプ大統領|裏金|原発|同性婚|死刑|最新のニュース|今日のニュース|事件の犯人",
        (
            r"\b(?:general election|next election|prime minister(?: of|\?)|political part(?:y|ies)|constitution"
            r"|consumption tax|ukraine|gaza|war in|nuclear weapons?|president of the united|us president|white house|emperor"
            r"|abortion|gun control|death penalty|immigration policy|what do you think of the|latest news|today'?s news)\b"
        ),
    ),
)
# A question that speaks of our field is not about something else, whatever else it mentions.
_OUR_FIELD = Wording.of(
    project=(
        r"事例|取組|取り組み|自治体|市町村|市役所|県庁|役場|連携|共創|協定|移動販売|移動支援",
        r"買い?物支援|見守り|生活支援|居場所",
        r"通いの場|配食|協議体|コーディネーター|包括|介護予防|介護の(?:仕事|現場)|公募|実証",
        r"補助(?:金|の|は)|プラットフォーム|ワークシート|手引き|資料に",
        r"産福|支援(?!員)|福祉課|担い手|サロン|認知症の(?:人|方)|健康経営|運行|配達|送迎(?!ドライバー)",
        r"催し|事業|職員|社員|予約システム",
        r"対象(?:です|になり|に入)|(?:企業|会社)(?:と|が|は|に|向け)|サービス(?:は|を|の|に|が)",
        r"高齢者(?:が|の|は)[^。]{0,12}(?:割合|人数|町|暮ら|足|支援)",
        (
            r"\b(?:municipalit\w+|city hall|prefectur\w+|co-creation|sanpuku|mobile shops?|shopping support|watching[- ]over"
            r"|case stud\w+|guidebook)\b"
        ),
        (
            r"\b(?:handbook|coordinators?|pilot|subsid\w+|platforms?|gathering places?|welfare|older (?:people|residents)"
            r"|care insurance|daily[- ]life support)\b"
        ),
        (
            r"\b(?:partnership|providers?|companies|projects?|METI|classes|dementia (?:caf|friend)|senior services|listed"
            r"|the (?:van|bus|mobile)|rides?|get their shopping)\b"
        ),
    ),
)


def is_about_something_else(text: str) -> bool:
    """True when a question is about another matter and says nothing of our field."""
    return bool(_OTHER_MATTERS.found_in(text)) and not _OUR_FIELD.found_in(text)
