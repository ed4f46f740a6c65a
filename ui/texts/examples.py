"""Questions that show each role what can be asked."""

from assistant.contract import Persona
from ui.wording import Text

FOR_ANYONE = (
    Text("産福共創とは何ですか", "What is sanpuku kyōsō?"),
    Text(
        "地元のタクシーやバスの仕事を奪わないようにするには？",
        "How do we avoid crowding out local taxis and buses?",
    ),
    Text("チョイソコはどんな取組ですか", "What is Choisoko, and who runs it?"),
    Text(
        "認識共有ワークシートには何を書きますか",
        "What goes into the shared-understanding worksheet?",
    ),
)
FOR_ROLE = {
    Persona.SC: (
        Text(
            "買い物に行けない高齢者が増えています。どんな事例がありますか",
            "More residents cannot get to the shops. What have others done?",
        ),
        Text(
            "企業に声をかけるとき、何を準備すればよいですか",
            "What should I prepare before approaching a company?",
        ),
        Text(
            "住民の困りごとはどうやってつかめばよいですか",
            "How do I find out what residents really need?",
        ),
        Text(
            "生活支援コーディネーターの役割は？", "What does a livelihood support coordinator do?"
        ),
    ),
    Persona.MUNICIPALITY: (
        Text(
            "地元のタクシーやバスの仕事を奪わないようにするには？",
            "How do we avoid crowding out local taxis and buses?",
        ),
        Text(
            "特定の企業だけを応援していると言われないか心配です",
            "How do we avoid seeming to favour one company?",
        ),
        Text(
            "担当者が異動しても取組を続けるには？",
            "How does the work go on when the person in charge moves?",
        ),
        Text(
            "役所の中のほかの課とどう分担しますか", "How do we share the work with other sections?"
        ),
    ),
    Persona.PREFECTURE: (
        Text(
            "都道府県プラットフォームはどんな手順でつくりますか",
            "What are the steps to build a prefectural platform?",
        ),
        Text("兵庫県ではどんな取組をしましたか", "What did Hyogo Prefecture do?"),
        Text("沖縄県の取組を教えてください", "Tell me about Okinawa’s platform"),
        Text(
            "プラットフォームにはどんな機能がありますか",
            "What functions does a platform have, and for whom?",
        ),
    ),
    Persona.COMPANY: (
        Text(
            "市に移動販売を提案したい。何を準備すればよいですか",
            "We want to propose a mobile shop to a city. What should we prepare?",
        ),
        Text("採算はどうやってとればよいですか", "How can such a service pay its way?"),
        Text("自治体のだれに相談すればよいですか", "Whom in the municipality should we talk to?"),
        Text("企業側から見た移動販売の効果は？", "What did the mobile shop bring the company?"),
    ),
    Persona.EVALUATOR: (
        Text("地域資源充足率とは何ですか", "What is the local resource sufficiency rate?"),
        Text(
            "3つの事例で介護費への効果は示されていますか",
            "Do the three cases prove lower care costs?",
        ),
        Text("どの会社のサービスが一番よいですか", "Which company’s service is the best?"),
        Text("来年度の介護報酬はいくら上がりますか", "How much will care fees rise next year?"),
    ),
}
