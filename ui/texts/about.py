"""Words of the page about the assistant."""

from ui.wording import Text

TITLE = Text("このアシスタントについて", "About this assistant")
WHAT = Text(
    """
「産福共創」は、企業（産）と福祉の関係者（福）が、高齢者の日々の困りごとをいっしょに解決し、事業としても続くようにする取組です。
このアシスタントは、生活支援コーディネーター、市区町村・都道府県の職員、企業の担当者のために、国の手引きや事例集の内容を、**出典つきで**お答えします。

- 日本語でも英語でも質問できます。
- 立場を選ぶと、その立場に合わせた答えになります。
- 手元の文書を追加すると、その内容も答えに使われます。
""",
    """
Sanpuku kyōsō means companies (*san*) and welfare people (*fuku*) solving older residents’ everyday
problems together, in a way that pays its way. This assistant answers questions of livelihood
support coordinators, municipal and prefectural staff and companies from official guidebooks and
case collections, **with sources**.

- Ask in Japanese or in English.
- Choose your role, and answers are written for it.
- Add your own documents, and answers draw on them too.
""",
)
IS_NOT_TITLE = Text("できないこと", "What it does not do")
IS_NOT = Text(
    """
- **資料にないことは答えません。** 資料で確かめられないときは、そのようにお伝えします。
- 企業やサービスに順位をつけたり、特定の会社をすすめたりしません。
- 効果を約束しません。数字は資料に書かれた時点のものです。
- 法律・医療・介護の個別の判断はできません。担当部署や専門職に確認してください。
- 国や自治体の公式な窓口ではありません。
""",
    """
- **It does not answer what the documents do not say.** When they do not, it tells you so.
- It does not rank companies or services, nor recommend one.
- It promises no effects. Figures hold for the date given in the documents.
- It gives no legal, medical or care advice on single cases; please ask the section or
  professional in charge.
- It is not an official desk of the government or of a municipality.
""",
)
HOW_TITLE = Text("答えができるまで", "How an answer comes to be")
HOW = Text(
    """
1. 質問の言語・立場・知りたいことの種類を読み取ります。
2. 意味の近さと言葉の一致の両方で、資料から関係する箇所を探します。
3. 見つかった箇所から、結論、要点、事例の順に答えを組み立て、文ごとに出典の番号をつけます。
4. 答えの数字や固有名詞が出典にあるかを確かめ、確かめられないものは出しません。
5. 資料によって数字が異なるときは、それぞれを時点とともに示します。
""",
    """
1. It reads the question’s language, your role and what kind of thing you want to know.
2. It searches the documents both by meaning and by words.
3. From the passages found it puts the answer together: the answer first, then points, then cases,
   each sentence with the number of its source.
4. It checks that figures and names in the answer stand in the source, and leaves out what does not.
5. Where documents differ, it gives each figure with its date.
""",
)
ENGINE_TITLE = Text("いま使っている仕組み", "What it runs on now")
ENGINE_GROUNDED = Text(
    "言語モデルは使っていません。答えは資料の記載だけから組み立てています。インターネットにはつながりません。",
    "No language model is used. Answers are composed from the documents alone, without the internet.",
)
ENGINE_MODEL = Text(
    "言語モデル（{model}）が文章を書き、出典と照らし合わせて確かめています。モデルが使えないときは、資料の記載だけから答えを組み立てます。",
    "A language model ({model}) writes, and its sentences are checked against the sources. When it "
    "is not available, answers are composed from the documents alone.",
)
PRIVACY_TITLE = Text("個人情報の扱い", "Privacy")
PRIVACY = Text(
    """
- 質問、答え、評価、追加した文書は、このアシスタントが動いているコンピューターの中に保存されます。
- 住民の氏名・住所・電話番号などは入力しないでください。入力された場合も、見つけたものは伏せてから扱います。
- 会話とシートの一覧は、使っているブラウザーごとです（シートは、リンクで共有した相手にも見えます）。追加した文書は、このアシスタントを使う全員が見て検索できます。
- 会話は左の一覧から、文書は「文書」のページから、いつでも削除できます。
- 利用状況を外部に送る機能はありません。
""",
    """
- Questions, answers, ratings and added documents are kept on the computer that runs this assistant.
- Please do not enter residents’ names, addresses or phone numbers. What is recognised as such is
  masked before anything is done with it.
- Conversations and worksheets are listed in the browser they were made in; a worksheet also for
  those who joined by its link. Added documents can be seen and searched by everybody who uses this assistant.
- Conversations can be deleted from the list on the left at any time, documents on their page.
- Nothing about your use is sent anywhere.
""",
)
SOURCES_TITLE = Text("もとにしている資料", "The documents behind it")
SOURCES_NOTE = Text(
    "収録している内容は、次の資料をもとに書き起こしたものです。原文は発行元の資料でご確認ください。",
    "The content was written from the documents below. Please check the originals with their publishers.",
)
SOURCE_LINE = Text(
    "{publisher}、{published}、{authority}、{entries}項目",
    "{publisher}, {published}; {authority}; {entries} entries",
)
ADDED_TITLE = Text("追加した文書", "Added documents")
