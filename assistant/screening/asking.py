"""What of a message asks, as against the sentences that tell of whom or what."""

import re

from assistant.screening.wording import sentences

_ASKS = re.compile(
    r"[?？]|教え|知りた|知り得|見せ|見たい|ください|下さい|くれ(?:る|ま|$)|もらえ|いただけ|ほしい|欲しい|お願い|ちょうだい|調べて|特定"
    r"|(?:出|送|並べ|まとめ|作っ|探し|読ませ|抜き出し|印刷し)て(?:[。、]|くだ|ほ|も|$)|(?:渡|使い|売り|知|回り)たい|あれば|必要です"
    r"|(?:か|かな|かね|は|の|って)。?$|(?:何|誰|だれ|どこ|どう|いつ|いくら|いくつ|どなた)(?!も|か[^ら]|して[もか]|ぞ)|どの(?!くらいも)|どんな|なぜ"
    r"|^(?:\W|(?:now|then|so|please|kindly|also|and|but|just|could you|can you|would you)\b[ ,]*)*(?:tell|give|show|list|find|send|export"
    r"|print|look|name|get|let|introduce|suggest|recommend|explain|describe|pull|filter|sort|match|make|put|read|identify|plot|compare"
    r"|what|who|whom|whose|where|which|how|when|why)\b"
    r"|\bplease\b|[;:] (?:who|whose|where|which|when|why)\b|[;:,] (?:please|tell|give|show|send|what|how)\b"
    r"|\b(?:I|we)(?:'d like| would like| need| want| require|'m looking| are looking| am looking)\b(?! to (?!know|see|find|get|have|check|reach))",
    re.IGNORECASE,
)
_WITHOUT_OBJECT = re.compile(
    r"^(?:(?:全部|すべて|全て|全員分?|一覧で|まとめて|詳しく|至急|わかる範囲で|分かる範囲で|それ|これ|以上)[、をも]?)*"
    r"(?:教えて|知りたい|出して|見せて|お願い|ください|分かりますか|わかりますか|送って|調べて)[^、。]{0,12}[。?？]?$"
    r"|^(?:please )?(?:(?:tell|give|show|send|list|find|get)(?: (?:me|us|it|them|all|that|this|those|everything))*"
    r"|all of (?:it|them|that)|everything|urgently)(?:,? please)?[.!?]*$",
    re.IGNORECASE,
)


def asking_parts(text: str) -> list[str]:
    """The sentences that ask, in order; all sentences where none does.

    A request that does not say for what takes the sentence before it along.
    """
    told = sentences(text)
    parts = [
        f"{told[at - 1]} {sentence}" if at and _WITHOUT_OBJECT.match(sentence) else sentence
        for at, sentence in enumerate(told)
        if _ASKS.search(sentence)
    ]
    return parts or told
