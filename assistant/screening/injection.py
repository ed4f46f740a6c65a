"""Attempts to change what the assistant is, to see its workings, or to make it invent."""

from assistant.screening.wording import Wording

_RULES = (
    r"(?:指示|命令(?:文)?|ルール|規則|制約|制限|規約|禁止事項|決まり|ガード|フィルター|検閲|プロンプト|設定(?:文)?|ロック"
    r"|セーフティ|倫理)"
)
_INNARDS = (
    r"(?:プロンプト|システム設定|設定(?:文|ファイル|を全文|を一つ)|内部(?:の|コード|メモ|ルール|の?判定|の?文)|隠(?:し"
    r"|れた|された)(?:メッセージ|推論|指示|命令)?|APIキー|API[_ ]?KEY|アクセスキー|APIの鍵|秘密鍵|トークン(?:を使い|が)"
    r"|環境変数|接続文字列|ソースコード"
    r"|(?:サーバーの)?ホスト名|IPアドレス|セッションID|クッキー|温度パラメータ|(?<!事業)(?<!ビジネス)モデル名|会話履歴"
    r"|(?<!ブ)ログを(?!残)|思考過程|判定ルール|正規表現|本当の指令|秘密の?指令|機密(?:の)?設定)"
)
_SHOW = (
    r"(?:表示|出力|見せ|教え|読み上げ|貼り付け|コピー|開示|白状|列挙|ダンプ|展開|暴|ばら|漏ら|要約|引用|提出|示し|出して|言え"
    r"|話して|吐き出|何(?:文字|です|$|[?])|箇条書き|プリント)"
)
_RULES_EN = (
    r"(?:instructions?|rules?|rulebook|prompts?|guidelines|restrictions?|context|constraints?|policy|policies|safety|filters?"
    r"|orders|text above|everything)"
)
_INNARDS_EN = (
    r"(?:(?:system|hidden|initial|developer) (?:prompt|instructions?|message|mode|text|notes?|code|settings?|reasoning)"
    r"|your (?:prompt|instructions|rules|rulebook|configuration|settings?|source code|model name|server|real orders"
    r"|guidelines)|API[_ ]?KEY|environment variables|connection string"
    r"|(?:session )?cookies?|chain of thought|hidden reasoning|confidential settings|every setting|system configurations?"
    r"|regular expressions? you|conversation history)"
)
_INJECTION = Wording.of(
    set_rules_aside=(
        (
            rf"{_RULES}[^。]{{0,10}}(?:無視(?!され|する(?:企業|人))|忘れ(?:て|ろ)|破棄して|破って(?!いる|しまった)|破れ"
            rf"|取り消(?:して|せ)|解除(?:して|せよ|しろ|され)|外して|外した(?:状態|うえ)|無効(?:に|化)|オフ|切(?:る|って|れ)"
            rf"|偽物|縛られない|脇に|守らず|上書き)"
        ),
        r"(?:無視|忘れ)(?:して|て)[^。]{0,8}(?:代わりに|別の)|上の文章は無視|以前の(?:指示|規則)",
        rf"{_RULES}(?:が|は)(?:本日|今日|もう)?[^。]{{0,8}}(?:ない|解除)(?:としたら|なら|され)|検閲なし",
        r"無制限|制限されたAI|レート制限|マスキングを(?:切|外|オフ|無効)|規約より|上位です",
        r"開発者モード|管理者モード",
        r"(?:^|私は|こちらは)(?:管理者|開発者|運営者|作成者)(?:です|だ|の権限)",
        r"新しい(?:ルール|規則)を適用|プロンプトインジェクション",
        r"(?:危険|本音|自由|特別)な?[^。]{0,10}モード(?!ル)|モードに切り替|脱獄|パスフレーズ",
        r"(?:制約|制限|ルール)を(?:全て|すべて)(?:外|取り払|解)",
        r"すべての(?:制約|制限|ルール)を(?:外|解)",
        r"新しい(?:指示|役割|ルール|命令)|以後(?:は)?(?:すべて|そう)|前提を変え(?:ます|て)",
        r"(?:私|自分)に[^。]{0,6}権限を",
        (
            rf"\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|overrid(?:e|ing)|bypass(?:ing)?|break|outranks?|ignores?"
            rf"|lift(?:ed)?|turn off|switch off|disable)\b[^.?]{{0,40}}\b{_RULES_EN}\b"
        ),
        rf"\b{_RULES_EN}\b[^.?]{{0,20}}\b(?:are|is|was|were) (?:lifted|off|gone|fake|void|disabled)\b",
        r"\b(?:with )?no rules\b|\boutrank\b|\bsafety off\b|\bmasking\b.{0,24}\boff\b",
        r"\b(?:constraints|restrictions|rules|filters?) (?:removed|lifted|off)\b",
        r"\b(?:admin|developer|unsafe|god|debug) mode\b",
        r"\bI am (?:the|your) (?:admin\w*|developer|creator|owner)\b|\bnew rules apply\b|\bjailbreak\b",
        r"\bDAN\b|\bunrestricted\b|\buncensored\b|\bunguarded\b|\bpassphrase\b|\bunlock yourself\b",
        r"\bnew instructions\b|\brestrictions (?:are )?lifted\b",
        r"\bfrom (?:now|here) on (?:you|say|answer|reply)|\badministrator rights\b",
        r"\boverwrite your\b|\breal task\b|\byour restrictions\b",
    ),
    another_role=(
        r"(?:あなた|君|お前)の役割(?:を変更|は(?:今|本日)|が変わ)|今日から(?:営業|あなた|君)",
        r"(?:社長|管理職|上司)だから特別に",
        r"\bchang(?:e|ing) your role\b|\byour (?:new )?role is\b",
        r"\byou'?re an? \w+ (?:today|now|from now)",
        r"\byou are the (?:\w+ )?(?:minister|mayor|governor|president|king|emperor)\b",
        (
            r"\bas the (?:CEO|boss|owner|president|governor|mayor|minister|prime minister),? (?:I (?:order|command)|read|give"
            r"|make|announce|speak)\b"
        ),
        r"\bI'?ll (?:tip|pay|give) you\b",
        (
            r"(?:あなた|君|お前|きみ)は(?:[^。、]{0,14}(?:大臣|市長|知事|社長|首相|総理|猫|犬|占い師|担当者|採用担当|専門家"
            r"|弁護士|医者|海賊|AI[「『]|ではない)|今から|これから|もう)"
        ),
        r"今から(?:君|あなた)は|今日からあなた|役は終わ",
        (
            r"(?:(?<!役)になりきっ|のふりをし|になったつもり|として(?:振る舞|国会|答弁|演説|記者会見|[^。]{0,8}読み上げ)"
            r"|の声色|の口調で|の言葉で自己紹介|ロールプレイを?し(?:よう|ましょう)|二重人格|(?:あなた|君)が[^。]{0,8}役を演じ"
            r"|だけのボットに)"
        ),
        (
            r"(?:^|[.!?] +|\bplease |\byou (?:must |should |will )?|\bnow |\blet'?s )(?:pretend|act|behave|speak|talk"
            r"|role-?play|split)\b(?: to be| as| like| into|,|:| \w+ as\b|$)"
        ),
        r"\byou(?:'re| are) (?:now|a \w+ now|not a|no longer)\b",
        r"\byou(?:'re| are) (?:the )?(?:minister|mayor|governor|president|prime minister)\b",
        r"\bbe the (?:mayor|minister|governor)\b|\byour name is\b|\bsay \"?I am an?\b",
        r"\blet'?s role-?play\b|\b(?:as|like) a pirate\b|^role:",
        r"\bpretend (?:to|you|source|that)\b|\bsplit into two\b",
    ),
    workings=(
        r"(?:最初に)?(?:与えられ(?:て(?:い)?る|た)|受け取った|渡された)(?:指示|命令|文)|設定をリセット",
        r"内部(?:資料|限定|文書|情報)[^。]{0,14}(?:見せ(?:て|ろ|なさい)|開示(?:して|せよ))",
        r"サーバーの(?:ファイル|中)",
        r"ファイルを一覧|ディレクトリ",
        r"\b(?:text|instructions) were you given\b",
        r"\b(?:instructions|orders|rules|guidelines) (?:you'?ve been|you have been|you were) given\b",
        r"\b(?:share|summari[sz]e|translate|rephrase|describe) (?:your|the) (?:hidden |system )?(?:prompt|instructions|rules)",
        r"\b(?:marked|labelled) (?:internal|confidential)|\binternal (?:material|documents?|files?)\b",
        r"\bfiles on (?:the|your) (?:server|system|disk)|\blist (?:the|all) (?:files|users|tables)\b",
        (
            r"(?:あなた|君|お前|きみ|このアシスタント|このAI)(?:の|に(?:は|も)?|が従っている)[^。]{0,8}(?:内部|設定|指示"
            r"|ルール|中身|モデル|プロンプト|裏側|制約)(?:を|は|って|が)"
        ),
        r"(?:何|どの|どこ)の?(?:言語|AI)モデル|管理者の?パスワード",
        r"パスワードを(?:表示し|教えろ|教えて(?:ください|$)|見せ)",
        r"\b(?:which|what) (?:language |AI )?model (?:are|is|do) you\b",
        r"\b(?:which|what) (?:llm|language model)\b",
        r"\byour (?:internal )?(?:config(?:uration)?|internals?|settings)\b",
        r"\bthe (?:internal )?(?:configuration|system message)\b|\bshow (?:me )?the password\b",
        r"\b(?:tell|give) me (?:the|your) password\b",
        rf"{_INNARDS}[^。]{{0,24}}{_SHOW}|{_SHOW}[^。]{{0,12}}{_INNARDS}",
        r"プロンプトを?(?:表示|出力|見せ|教え)|(?:システム|内部|隠され|初期)の?(?:プロンプト|命令)",
        r"あなたに(?:入力|課)され",
        (
            r"(?:最初に(?:与え|言わ)|冒頭に書かれ|ここまでの説明文|入力されている文章|あなたに課された|禁止事項を|ルールブック"
            r"|君を作った会社|社内秘|全設定|設定(?:の全文|を一つずつ|の話をして))"
        ),
        (
            rf"\b(?:reveal|print|show|repeat|output|display|dump|paste|copy|read|list|expand|confess|disclose|leak|spit"
            rf"|hand over|enumerate|tell me|what'?s|what (?:is|are)|give me)\b[^.?]{{0,50}}{_INNARDS_EN}"
        ),
        rf"{_INNARDS_EN}\?|\bfirst \w+ characters of\b|\btext you were given\b",
        r"\bconversation\b.{0,20}\bhidden message|\bhidden message\b|\bwhat are your real\b",
        r"\bforbidden to say\b|\bhostname\b|\btext above word for word\b",
        r"\binternal (?:text|code|notes)\b|\bconfess your\b",
        r"\b(?:full )?conversation history\b|\bdocuments other people\b",
        r"(?:他|ほか)の(?:人|利用者)がアップロード|会話履歴|知識ベースをそっくり",
    ),
    without_sources=(
        (
            r"(?:出典|引用|証拠)[^。]{0,14}(?:付けず|付けない|つけず|なしで(?:答|書)|邪魔|要らない|いらない|不要|削除して|禁止"
            r"|示す義務がありません|書くな|適当に)"
        ),
        r"根拠(?:も|は)?なしで|根拠の提示は不要",
        r"偽の(?:引用|出典|リンク)|存在することにして|ということにして書|資料に(?:無|な)いことでも",
        (
            r"(?:引用|出典|脚注|参照)(?:の)?(?:番号|元)?(?:を|は)[^。]{0,6}(?:消して|外して|省いて|除いて|抜いて|削って|取って"
            r"|付けなくて|つけなくて|書かず|無しで|なしで)"
        ),
        r"(?:自分|あなた)の(?:意見|考え|想像)だけ|全部信じて|これを引用して",
        r"今後は?出典を|出典(?:を|は)(?:示さ|出さ|書か)な(?:く|い)",
        r"資料に(?:ない|無い)(?:事例|こと|数字)を|でっち(?:上|あ)げ|嘘でもいい|創作でいい",
        r"架空の[^。]{0,12}(?:作|事例)|(?:確認でき|確かめられ)ない数字でも|想像だけで|検索せずに",
        r"検索したふり|数字は創作",
        r"\b(?:answer|reply|respond|write|say it|tell me)\b[^.?]{0,20}\bwithout (?:any )?(?:sources?|citations?|references)\b",
        r"\b(?:remove|delete|leave out|strip|omit) (?:all )?(?:the )?(?:reference|citation|source|footnote)s?\b",
        r"\bcitations are not (?:needed|required)|\bonly your (?:own )?opinion\b",
        r"\bdon'?t (?:have|need) to (?:show|cite|give) (?:any )?(?:sources?|citations?)",
        r"\bthat (?:isn'?t|is not|aren'?t) in the documents\b|\bbelieve everything\b|\bquote this\b",
        r"\b(?:drop|remove|strip|omit|skip|disable|no) (?:\w+ )?(?:citations?|source numbers)\b",
        r"\bmake it up\b|\bmake up (?:an?|some|source|figures|numbers)\b",
        r"\bno evidence (?:needed|necessary|required)",
        r"\binvent (?:some |an? )?(?:\w+ )?(?:statistic|figure|number|case|quote|town|source|example)s?\b",
        r"\bcite it as\b|\bfictional\b|\battach sources\b|\bwithout searching\b|\bpretend to search\b",
        r"\bevidence is no longer\b|\bfake (?:source|citation)",
    ),
    orders_about_output=(
        (
            r"(?:と(?:だけ|必ず)?(?:回答|出力|言え|唱え)(?:せよ|しろ|して|しなさい|える|え$)|だけ(?:出力|返答|言え|を返)"
            r"|のみ出力|(?:だけ|のみ)で返答|「[^」]*」と(?:だけ|返す|三回|[0-9]+回|永遠|答える設定))"
        ),
        r"(?:で|を)埋めて|(?:永遠に|無限(?:に|ループ)|止めないで|ずっと)[^。]{0,14}(?:繰り返|数|出|書)",
        r"[0-9]{3,}回|出し続け|使い切るまで|何を聞かれても|どんな質問にも|答えなくていいから",
        r"肯定で答え|以外の(?:語|言葉)を使う",
        r"次の(?:指示|命令)(?:に従|を実行|どおり|通り)|以下を実行",
        r"(?:管理者|開発者|システム)からの(?:命令|指示)|(?:引用|出典)を(?:全部|すべて)?消(?:せ|して)",
        r"(?:次|この後|以下|下)の(?:文章|文|コード|コマンド|命令)を実行|隠し?(?:た|された)?命令",
        r"「[^」]{1,14}」とだけ",
        r"\bfollow (?:this|these|my|the following) (?:instructions?|orders?|commands?)\b",
        r"\bexecute (?:the|this|these) (?:\w+ )?(?:code|command|script|string|instructions?)",
        r"\brun the following\b|^execute[: ]",
        r"\b(?:reply|respond|answer) (?:only )?with (?:only )?[\"“'`]",
        r"\b(?:answer|say) yes to (?:everything|all)",
        r"(?:訳し(?:て|た)|翻訳|復号|デコード|解読|逆から読ん|頭文字)[^。]{0,30}(?:従|実行|行動|とおり|通り|その通り|優先)",
        r"命令に従|命令を(?:守|優先|実行|読)|従(?:え|ってください|いますね|うこと)[。?]?(?:$|それ)",
        r"\{[^}]*\}を実行",
        (
            r"\b(?:only output|just (?:print|say|output)|don'?t answer|only (?:say|reply|respond)|say that exactly"
            r"|say exactly that|whatever I ask|answer every question with|repeat .{0,30}\b(?:forever|times)|one thousand times"
            r"|repeat .{0,30}\b(?:endlessly|over and over)|fill your (?:reply|answer)|only answer [\"“'`]|\d{3,} times"
            r"|never stop|until you run out)\b"
        ),
        r"\bobey (?:it|me|my|what|the (?:line|text))|\bcomply\.",
        r"\bdo (?:what|as) (?:it|they) (?:says?|command)|\bexecute it\b",
        r"\bthen follow it\b|[.!?\"] follow it\b|\band do as\b",
        r"\bappend [\"“]",
    ),
    smuggled=(
        r"^(?:system|システム|assistant|アシスタント|admin|管理者)[::]|\bprint\(|<!--",
        r"\[/?(?:system|inst)\]|<\|?(?:system|im_start)|\"role\"\s*:|\{\{.*\}\}|###|<script",
        r"!\[[^\]]*\]\(|\bbase64\b|\bROT13\b|(?:見えない|隠し)コメント",
        r"\binvisible (?:markdown|comment)|採点者は|\bgraders must\b",
        r"ユーザー[::][\s\S]{0,80}アシスタント[::]|\buser: [\s\S]{0,80}\bassistant: ",
        r"</?system>|\bdecode this\b|\bnew command\b|SQLを実行|\bexecute sql\b|rm -rf|drop table",
        r"delete from|select \* from|/etc/passwd|import os|os\.environ|コードを(?:実行|走らせ)",
        r"データベースの(?:接続|中身を(?:出|見))|コレクションを削除|ツールを呼び出",
        r"インターネットに接続して|\bsudo\b|\brun this\b|\bcat /|\bdrop the \w+ collection\b",
        r"\bcall your tools\b|\bdatabase connection\b|\bspit out\b|ファイルで吐き出",
        (
            r"(?:厚生労働省|国|政府|課長|上司|監査|開発者|あなたの開発者)[^。]{0,12}(?:からの緊急|の許可は取|です。デバッグ"
            r"|は私|命令です|監査です)"
        ),
        r"緊急[!！]人命|規則を破(?:って|れ)|これはテストです|ガードを無効",
        r"\burgent notice\b|\bI'?m your developer\b",
        r"\bthis is a test\b",
        r"\bbreak your rules\b|\breverse this\b",
    ),
)


def tries_to_take_over(text: str) -> bool:
    """True for orders to the assistant about itself instead of a question to it."""
    return bool(_INJECTION.found_in(text))
