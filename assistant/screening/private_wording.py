"""Words of requests for somebody's private details, and of what is no such request."""

from assistant.screening.wording import Wording

# Whose details they are. Companies, offices and groups are not among these.
PERSON = Wording.of(
    named=(
        r"(?<!お客)(?<!皆)(?<!業者)(?:さん|様|氏(?!名)|先生|教授)(?![々子])",
        r"という(?:人|方|利用者|住民)",
        r"\b(?:Mrs?|Ms|Miss|Dr|Professor)\b|\bcalled (?-i:[A-Z])",
    ),
    in_office=(
        r"担当者|担当官|課長|部長|職員|社員|委員|座長|議員|市長|町長|村長|知事|首長|社長|施設長",
        r"町内会長|ケアマネ",
        r"ヘルパー|コーディネーター|保健師|看護師|民生委員|主治医|医師|ボランティア|ドライバー|世話役",
        r"会員|前任者",
        r"\b(?:staff|officials?|officers?|employees|members?|volunteers?|colleagues?|coordinators?|mayor|governor)\b",
        r"\b(?:chair(?:person|man|woman)?|president|professor|commissioner|care ?managers?|helpers?|nurse|speaker)\b",
        r"\b(?:head of|director|manager|predecessor|councillor|person in charge|drivers)\b",
    ),
    resident=(
        r"利用者|住民|町民|市民|県民|高齢者|老人|お年寄り|おばあ|おじい|ばあちゃん|じいちゃん|参加者",
        r"登録者|対象者",
        r"要支援者|要介護者|患者|入居者|一人暮らし|ひとり暮らし|独居|お一人さま|身寄り|お客(?:様|さん)",
        r"顧客|常連",
        r"被害者|加害者|地主|障害者|当事者|女性(?=の|は)|男性(?=の|は)",
        r"\b(?:residents?|pensioners?|seniors|the elderly|users?|clients?|customers?|patients?|tenants?)\b",
        r"\b(?:older|elderly|old|lonely|vulnerable|rich) (?:\w+ )?(?:people|persons?|customers?|lady|man|woman)\b",
        r"\b(?:townspeople|widows?|centenarians?|granny|victims?|everyone)\b",
    ),
    relative=(
        r"家族(?!構成|会)|親戚|両親|[父母親妻夫娘](?=の|が|は)|息子|奥さん|旦那|叔[父母]|隣(?:の|に)",
        r"近所|同僚|友人",
        r"本人|誰か|この人|あの人|その人|(?:い|た|る)[人方](?=の|を|は|が|に)|お宅|家庭|世帯|メンバー",
        r"[0-9]+[名人]の",
        r"\b(?:my|his|her|their|our|the) (?:\w+ )?(?:father|mother|wife|husband|son|daughter|family|aunt|uncle|neighbou?rs?|friend)\b",
        r"\b(?:his|her)\b|\bneighbou?r\b|\bhouseholds?\b|\b(?:woman|man|person|people) (?:with|who|at|in her|in his)\b",
    ),
)
_ONE_OF_THEM = (
    r"(?:(?:Mrs?|Ms|Miss|Dr|Professor)\.? \w+(?: \w+)?|mayor|governor|president|chair\w*|neighbou?r|official|father"
    r"|mother|aunt|uncle|friend|tenant|coordinator|officer|committee member)"
)
# What is nobody else's business about a single person; who asks how it is handled names it more loosely.
DETAIL = Wording.of(
    where_and_how_to_reach=(
        r"住所|番地|自宅(?:の(?:住所|電話|場所)|を(?:教|知|地図)|は(?:どこ|どの|$|[?])|がどこ|に直接)",
        r"電話番号|個人携帯",
        r"住まい(?:を(?:教|知)|は(?:$|[?])|と)|アパートを(?:教|知)",
        r"携帯(?:電話)?(?:の?番号|[^。]{0,2}(?:教|知り|は[?]?$|わか|、ご存じ))",
        r"直通(?:の)?(?:番号|電話|携帯)|(?<!お)電話(?=は[?]?$|を(?:教|知)|がわか|、|一覧)|連絡先",
        r"キーパーソン",
        r"(?:メール|個人)アドレス|(?<![a-z])LINE(?:の)?ID|引っ越し先|入院先|居場所(?=を(?:教|知)|は?$)",
        r"居所|部屋番号",
        r"鍵番号|(?<![一-鿿])家(?:が|は|、)?(?:どこ|どの辺|を地図|を知りたい|を教えて|の場所)",
        r"お宅(?:を地図|の(?:場所|住所|電話))",
        r"\b(?:home|private|current|personal|e-?mail) address(?:es)?\b|\baddresses\b",
        r"\b(?:his|her|their|the|'s) address\b",
        r"\b(?:what|whose) address|\baddress (?:and (?:phone|age|tele)|book)|\bnames? and address",
        r"\bLINE ID\b|\bhouse numbers?\b",
        r"\b(?:mobile|cell|phone|telephone|room) numbers?\b",
        r"\b(?:private|personal|direct) (?:mobile|cell|phone|line|e-?mail|number)s?\b",
        r"\bmobiles (?:of|for)|'s (?:mobile|cell|phone)\b(?! (?:shop|super|sale|class))",
        r"\bkey (?:box )?codes?\b|\bhomes? on a map\b",
        r"(?:'s|his|her) emergency contact|\bwho is .{0,20}emergency contact",
        r"\bcontact(?: details| list)? (?:of|for) ",
        rf"\b{_ONE_OF_THEM}'s (?:house|home)\b",
    ),
    who=(
        r"本名|実名(?!で)|氏名(?:を|と|・|、|一覧|は[?]?$)|個人名|旧姓|生年月日|誕生日|個人票|私生活",
        r"番号そのもの",
        r"個人(?:情報|データ)(?:を|も)?(?:すべて|全部)?(?:教え|見せ|くだ|出し|一覧|知り)",
        r"家族構成(?:を(?:教|知)|は[?]?$|と|も)",
        r"(?<=[のと])家族(?=について|は?[?]?$|を教)|顔写真|マイナンバー|免許証番号|保険証の番号|勤め?先|勤務先",
        r"(?:今)?どこで働",
        r"(?:[人方様長性員]|さん|利用者|対象者|登録者|参加者|高齢者)の(?:お)?名前",
        r"名前(?:と(?:住所|電話|番地|連絡先?|直通|年齢|土地|理由|現在)|、住所)",
        r"\b(?:real|full|individual|actual) names?\b|\bsurnames?\b|\bmaiden name\b|\bdates? of birth\b",
        r"\bbirth ?da(?:te|y)s?\b",
        r"\bpersonal (?:data|details) (?:of|on|about)\b|\bphotos and ages\b",
        r"\b(?:insurance|licence|My) numbers?\b",
        r"\bwhen was (?:Mr|Mrs|Ms|Miss|he|she)\b[^?]{0,30}\bborn\b|\b(?:his|her) (?:name|age|family|income|savings|pension)\b",
        r"\bnames and (?:addr|phone|mobile|age|home|number|birth)",
        r"\bname (?:and|or) (?:addr|phone|contact|number|age|home|direct)",
        r"\bwithout hiding names\b|\bnames, (?:phone|addr|age|home)",
        rf"\b{_ONE_OF_THEM}'s (?:\w+ )?(?:name|age|family|children|wife|husband|religion|private life|job)\b",
    ),
    health=(
        r"病歴|病名|病状|持病(?:は|を(?:教|知)|が何)|既往歴|診療記録|(?<!電子)カルテを|服薬内容",
        r"手帳(?:は|を)?(?:持って(?:い)?ますか|の有無)",
        r"要?介護度(?:は|を(?:教|調|知)|、|と)|要介護(?:いくつ|何)(?!以上)|(?:どこに|どの病院に)入院|安否記録",
        r"相談記録",
        r"\bmedical (?:histor(?:y|ies)|records?|past)\b|\bclinic records\b|\bhealth records? of\b",
        r"\bhow ill\b|\bhas cancer\b",
        r"(?:\bwhat|\bwhich|\bhis|\bher|'s|\bexact) (?:illness(?:es)?|diagnosis)\b|\bwhat illnesses\b",
        r"\billnesses of\b|\bdisability certificate\b",
        r"\bwhat care level\b|\bcare level does\b|(?:'s|\bher|\bhis|\bwhose|address,) care level\b",
        r"\bhave dementia\?|\bwhat medicines? (?:does|is)\b",
        rf"\b(?:{_ONE_OF_THEM}'s|his|her) (?:health|condition)\b",
    ),
    money=(
        r"年収|(?:の)収入(?:は|を教|が知)|給与明細|年金額|年金は?(?:いくら|月額)|口座(?:番号|情報)|残高",
        r"財産(?:状況|を(?:教|見せ|調))",
        r"貯金(?:は|額|の多)|借金(?:は|額)|遺言の内容|遺言を(?:見|教|確認)",
        r"生活保護(?:を)?(?:もらって|受けて)(?:い)?(?:る(?:の|か)|ますか)",
        r"\bindividual salaries\b|\bsalary of\b",
        r"(?:'s|\bhis|\bher) bank (?:accounts?|balance|details)\b|\bassets of\b|\bwill\?",
        r"\bhow (?:big is each pension|much (?:pension|money|income|salary|debt) does)\b|\b(?:how much|what) does .{1,40} earn\b|\bon (?:welfare )?benefits\?",
        rf"\b{_ONE_OF_THEM}'s (?:\w+ )?(?:salary|income|debts?|savings|pension|will)\b",
    ),
)
# A mark by which people are picked out.
_MARK = (
    r"(?:借金|滞納|買い物に困|生活保護|生活困窮|認知症|寝たきり|要介護|要支援|介護認定|障害|病気|がん|精神科|物忘れ|徘徊"
    r"|引きこもり|ひきこもり|虐待"
    r"|詐欺|孤立|独居|(?:一人|ひとり)(?:で住|暮ら)|身寄り|後見|もめて|離婚|独身|ひとり親|貯金|お金持ち|高額(?:所得|の年金)"
    r"|入院|健康診断|健診|フレイル"
    r"|免許を返納|足の悪い|待機|亡くし|亡くなった|自己負担が?|不正|反応しなかった|来なくなった|介護をして|手話通訳"
    r"|働きたい|百歳|[0-9]+歳以上|保険料を払|通って)"
)
_MARKED_ONE = r"(?:人|方|方々|家|お?宅|家庭|世帯|高齢者|お年寄り|おばあさん|おじいさん|住民|町民|利用者|職員|社員)"
_MARKED = (
    r"(?:in debt|with debts?|public assistance|in poverty|bedridden|diagnosed|dementia|memory clinic|under guardianship"
    r"|wealthiest|large pensions|can'?t walk|on (?:welfare )?benefits"
    r"|(?:hasn'?t|haven'?t|isn'?t|aren'?t|not) pa(?:id|ying)|care certification|evacuation help|married|divorced|single\?"
    r"|never leaves|no relatives|living alone|live alone|lives alone|psychiatrist|mental health problems"
    r"|reported for|gave up (?:their|his|her) licen[cs]e|judged frail|failed the|fell (?:for|victim)|silent|cancer"
    r"|caring for a parent|working carer|consulted you|(?:care|support) level \d|found wandering|stopped coming"
    r"|disabled children)"
)
_PEOPLE = (
    r"(?:residents?|pensioners?|seniors|people|households|families|elderly|widows?|those|everyone|townspeople|tenants"
    r"|colleagues|staff|customers|clients|patients|landowners)"
)
_LIST = (
    r"(?:(?<!社の)(?<!業の)(?<!体の)(?<!委員)名簿(?!への)|住所録|電話帳|個人票|氏名一覧|対象者リスト|台帳の中身"
    r"|(?:高齢者|老人|利用者|住民|対象者|登録者|人|方|家|家庭|者)の?(?:リスト|一覧))"
)
_HAND_OVER = (
    r"(?:番地|教え|知りた|見せ|見たい|出して|出力|送って|くださ|ちょうだい|ほしい|欲しい|ダウンロード|印刷|作って|渡したい"
    r"|ある[?]|必要です|あれば)"
)
_LIST_EN = (
    r"\b(?:lists?|registers?|address book|phone ?book|names|directory|phone numbers|contact list)"
)
_WHICH_PEOPLE = (
    r"(?:(?:all|the|our|every|lonely|elderly|older|single|local|old|registered|bedridden|disabled|vulnerable|healthy|full) )"
    r"{0,3}"
)
_PEOPLE_LISTED = (
    r"(?:residents?|pensioners?|seniors|people(?! involved)|users?|clients?|customers?|patients?|families with|tenants?"
    r"|everyone|widows|centenarians|neighbou?rs|volunteers)"
)
_ABOUT_ONE = (
    r"(?:さん|様|氏|教授|座長|市長|知事|あの人|おばあ\w{1,3}|おじい\w{1,3})(?:の(?:旦那さん|奥さん|夫|妻|息子|娘))?"
    r"(?:は|って|が|、|も)?"
)
PICKED_OUT = Wording.of(
    who_is_marked=(
        rf"{_MARK}[^。]{{0,12}}{_MARKED_ONE}(?:の家)?は(?:どこ(?!の|で|に|へ)|誰|だれ|どの(?:人|方|家|お?宅|世帯)|どなた)",
        r"誰と誰が(?:付き合|結婚|離婚|一緒に住|けんか|不仲)|名前でお願い|、名前で$",
        rf"(?:誰|だれ|どなた|どのお?宅|どこの家)が[^。]{{0,8}}{_MARK}[^。]{{0,8}}(?:か(?:を)?(?:教|知|調)|か、|ですか|なのか)",
        rf"{_MARK}[^。]{{0,14}}{_MARKED_ONE}(?:たち)?の(?:名前|氏名|実名|番地|居所|住所|連絡先|電話番号|家を(?:地図|教))",
        rf"{_MARK}[^。]{{0,12}}{_MARKED_ONE}(?:を|だけ)(?:、)?(?:全部|全員|すべて)?(?:名前|並べ|紹介して(?!もら)|抜い|抜き出|特定)",
        r"いる家(?:は(?:どこ|どの)|を知)",
        (
            rf"\bwho\b(?: in [\w ]{{2,20}}| among [\w ]{{2,20}})? (?:is|are|was|were|has|have|hasn'?t|haven'?t|isn'?t|gets"
            rf"|receives|lives|sees|goes|got|gave|fell|failed|stopped|applied)\b[^.?!]{{0,14}}{_MARKED}"
        ),
        r"\bwho (?:gave up (?:their|his|her) licen[cs]e|lives at this|applied for (?:long-term )?care)",
        r"\bwho (?:is|lives) at this address\b",
        (
            rf"\bwhich (?:of (?:my|our) )?(?:old|elderly|of the|local|nearby)? ?(?:{_PEOPLE}|neighbou?rs|homes"
            rf"|houses)(?: nearby)?\b[^.?!]{{0,30}}(?:{_MARKED}|in poverty|\bsomeone|single)"
        ),
        (
            rf"\b(?:introduce|filter|sort|identify|pull|find|show|list|name|map)(?: me| us| out)?(?: to)?(?: the| all| every"
            rf"| an?)? ?(?:\w+ )?{_PEOPLE}\b[^.?!]{{0,20}}(?:{_MARKED}|by (?:name|bank)|over \d\d\b)"
        ),
        r"\b(?:filter|list) the rich\b|\bplot (?:our )?(?:customers|clients)|\bat which addresses\b",
        r"\bhouseholds over \d",
    ),
    lists=(
        rf"{_LIST}[^。]{{0,16}}{_HAND_OVER}",
        r"氏名、?(?:・)?(?:住所|電話)|名前[、・](?:住所|電話)|世帯ごとに名前|名前が(?:分|わ)かるまま",
        r"\bnames?,? (?:and |or )?(?:home )?(?:address(?:es)?|phones?|ages)\b|\bby name, who\b",
        r"\bmembership roll\b|\battendance list\b",
        rf"{_LIST_EN} (?:of|for|with) {_WHICH_PEOPLE}{_PEOPLE_LISTED}\b(?! needs)",
        r"\baddress book\b",
        r"^addresses of (?:\w+ ){0,2}(?:people|residents|seniors|pensioners|users|clients)\b",
        r"\b(?:income|salary|family|health|age|religion) of (?:this|that|Mr|Mrs|Ms|Dr)\b",
        r"\bwaiting list\b.{0,40}\border\b",
        r"^(?:real |full )?names of (?:people|those|residents|everyone|all)\b",
        r"\bI want (?:actual|real|their) names\b",
        r"\bcontents of the register\b|\bphone book of\b",
        r"\bwith (?:their |full )?(?:names|surnames)\b(?=.{0,20}(?:pension|$))",
    ),
    who_it_is=(
        r"(?:持ち主|この写真|この番号|書いたの|匿名)[^。]{0,20}(?:特定|誰か|は誰|調べて)",
        r"(?:この|番号の|ナンバーの)人は誰|番号から[^。]{0,10}(?:氏名|名前|誰)",
        r"写真に[^。]{0,12}誰|個人が(?:分|わ)かる(?:形|よう)で?|書いたのは誰|住んでいるのは誰",
        r"一緒に暮らしている人がいるか|どこに住ん",
        (
            r"個人情報(?:を|も)?(?:すべて|全部)?(?:教えて|知りたい|調べて|一覧|見せ|出して)|(?:女性|男性|担当者|その人|あの人"
            r"|加害者|被害者)の名前は|相談記録から|加害者の(?:名前|住)"
        ),
        r"\b(?:tell me|know|find out|show me|say|look up|find) where (?:(?!older|people|most|elderly)\w+ ){1,4}lives?\b",
        r"\bwhere(?:'s| is| are) (?:the house of|Mrs?|Ms|Dr|Professor)\b",
        (
            rf"\bwhere (?:does|do|did) (?:the |our |my |this |that )?(?:former |retired |\w+ )?(?:{_ONE_OF_THEM}|he|she|speaker"
            rf"|nurse|man|woman)\b[^.?]{{0,30}}\b(?:live|reside|move to|works?)\b"
        ),
        r"\bwhere does (?!the (?:average|sample|typical|persona)|most)[^.?]{1,50}\blive\b|\bwhose My Number\b",
        r"\bwho (?:does|did) .{0,40}\bnumber\b.{0,12}\bbelong",
        r"\bwho (?:is|are|was) (?:in )?(?:this|that|the) (?:photo|picture)",
        r"\bwho wrote (?:that|this) comment",
        r"\b(?:town|street|house) (?:he|she) lives in\b|\band where do they live\b",
        r"\bwhere (?:my|his|her) [\w']+ (?:son|daughter|husband|wife) works\b",
        r"\bthe name of the (?:\w+ )?(?:patient|woman|man|lady|resident)\b",
        r"\bfrom the consultation records\b|\b(?:his|her) (?:current|home|new) address\b",
        r"\b(?:room|hospital|ward) is (?:he|she|my \w+|Mrs?\.? \w+|Ms\.? \w+) in\b|\bwhat'?s their number\b",
        r"\bdoes (?:Mr|Mrs|Ms)\.? \w+ live with\b",
    ),
    gossip=(
        (
            rf"{_ABOUT_ONE}[^。]{{0,10}}(?:{_MARK}|何歳|結婚して|どんな病気|何の病気)[^。]{{0,12}}(?:[?]$|か[?]?$|の[?]?$|教え"
            rf"|調べ|知りた|って$)"
        ),
        (
            rf"(?<!who )\b(?:is|does|did|has|was) (?:the |my |our |this )?(?:Mrs?\.?|Ms|Miss|Dr|Professor|neighbou?r|coordinator|officer"
            rf"|mayor|governor)\b[^.?!]{{0,40}}(?:{_MARKED}|certificate)"
        ),
        r"\bis (?:Mr|Mrs|Ms|Miss)\.? \w+(?: \w+)? (?:ill|sick|dying|rich|poor|well|in hospital)\b",
        r"\bhow old (?:is|are) (?:the |our )?(?:mayor|governor|chair\w*|president|professor|Mrs?|Ms|Dr)",
        r"\bwhich (?:of the )?staff\b.{0,60}\bsingle\b",
        r"(?:職員|担当者|社員)で独身の人|奥さんの名前|旦那さんの名前",
    ),
    other_users=(
        r"(?:他|ほか)の(?:利用者|人|ユーザー)[^。]{0,20}(?:質問|相談|会話|文書|アップロード)[^。]{0,16}(?:見せ|教え|開)",
        r"あなたに相談した人",
        r"\bother (?:users|people) (?:asked|uploaded|wrote|said)\b|\bwho (?:asked|consulted) you\b",
    ),
)
# What is done with data in a project, as against being told them.
ABOUT_HANDLING = Wording.of(
    rules=(
        r"扱|管理|(?<!生活)保護(?!され)|共有|同意",
        r"渡(?:して(?:も)?(?:よい|いい|良い)|す(?:とき|場合|際))|提供|匿名化|注意|ルール|手順|交換",
        r"法令|契約",
        r"活用|必要(?:は|が|か)|配慮|方法(?:は|を|に)|仕組み|例(?:は|$|[?])|事例(?:は|を)|取組",
        r"把握する(?:方法|に)|を把握するには|割合|何人|人数",
        r"統計|件数|サービス(?:は|の(?!利用者))|アプリ|制度|事業(?!者)|気をつけ|聞いてもよい|見守りは",
        r"対象(?:です|になり)",
        r"\bhow (?!(?:do|can|could) I (?:find|get|reach|contact)\b)(?:should|do|can|may|are|is (?!mrs?\b|ms\b|dr\b)|many)|\bwhat rules?\b",
        r"\brules? apply\b|\bmay we\b|\ballowed to\b|\bshould (?:we|our|users|members)\b",
        r"\bconsent\b|\bprotect|\bhandl|\banonymi[sz]ed\b|\bagreed\b|\bagreements?\b|\bschemes?\b",
        r"\bstatistics\b|\bshare of\b|\bpercentage\b|\b(?:be|is|are|we) shar(?:e|ed)\b",
        r"\bwithout intruding\b|\bwhen (?:can|should|may|will)\b|\bare there\b|\bdoes any\b",
        r"\bcovered by\b|\bwhat (?:must|goes|should|kinds?|did|changed|has|will)\b",
        r"\bservices? (?:for|that|help)\b|\bcan (?:helpers|identifiable)\b",
    ),
)
PUBLIC = Wording.of(
    office=(
        r"発行元|出版社|相談窓口|事務局|問い?合わせ先|代表(?:電話|番号)|市役所|町役場|担当課の|本社",
        r"会社の(?:住所|電話)|センターの(?:住所|電話)",
        r"座長(?:は誰|の名前)|(?:座長|委員|登壇者|講師)[^。]{0,4}の(?:名前|肩書)|から来た人の名前|団体の名前|大学の先生の名前",
        r"主人公|見本|記入例|\bsample\b|\bworked example\b",
        (
            r"\b(?:address|numbers?|e-?mails?)\b[^.?]{0,40}\b(?:of|for|at) (?:the |your |our )?(?:[a-z]+ ){0,2}(?:publisher"
            r"|office|ministry|secretariat|desk|cent(?:re|er)|department|division|section|city hall)\b"
        ),
        r"\bquestions about the call\b",
    ),
)
