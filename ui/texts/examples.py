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
            "3つの事例で介護費への効果は示されていますか",
            "Do the three cases prove lower care costs?",
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
            "都道府県プラットフォームの6つの機能は何ですか",
            "What are the six functions of a prefectural platform?",
        ),
    ),
    Persona.COMPANY: (
        Text(
            "自治体に提案するときのポイントは？",
            "What matters when we propose something to a municipality?",
        ),
        Text(
            "自治体にはいつごろ提案するのがよいですか",
            "When in the year should we approach a municipality?",
        ),
        Text(
            "チョイソコはどうやって運営費をまかなっていますか",
            "How does Choisoko cover its running costs?",
        ),
        Text(
            "市に移動販売を提案したい。何を準備すればよいですか",
            "We want to propose a mobile shop to a city. What should we prepare?",
        ),
    ),
    Persona.EVALUATOR: (
        Text("地域資源充足率とは何ですか", "What is the local resource sufficiency rate?"),
        Text(
            "都道府県プラットフォームの6つの機能は何ですか",
            "What are the six functions of a prefectural platform?",
        ),
        Text("どの会社のサービスが一番よいですか", "Which company’s service is the best?"),
        Text(
            "自分の市の介護保険料はいくらですか",
            "How much is the care insurance premium in my city?",
        ),
    ),
}
