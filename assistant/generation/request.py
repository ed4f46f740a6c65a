"""What is sent to the model: rules, passages, question; nothing personal, no orders of documents."""

import re
from collections.abc import Sequence
from dataclasses import replace

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.generation.prompts import load_prompt
from assistant.grounded.statements import sentences_of
from assistant.personal_data import mask
from assistant.understanding.question import Question
from knowledge.documents import Chunk, Language, Passage

_READER = r"(?:AI|人工知能|生成AI|言語モデル|チャットボット|アシスタント|LLM|ChatGPT|回答者)"
_ORDERS = re.compile(
    rf"{_READER}[^。]{{0,60}}(?:答え(?:て|よ|る(?:こと|よう))|回答(?:して|せよ|する(?:こと|よう))|書(?:いて|け|く(?:こと|よう))"
    r"|出力(?:して|せよ|すること)|推奨(?:してください|せよ|すること)|伝え(?:て|よ|ること)|従(?:って|え|うこと)|無視(?:して|せよ)"
    r"|表示(?:してください|せよ|すること)|してください|せよ|しろ|しなければな)"
    r"|(?:これまで|以前|以上|上記|前述|すべて|全て)の?(?:指示|命令|ルール|プロンプト)[^。]{0,10}(?:無視|忘れ|破棄)"
    r"|(?:利用者|ユーザー|質問者|読み手)に[^。]{0,80}(?:https?://|www\.)|(?:https?://|www\.)[^。]{0,80}(?:開くよう|伝えて|案内して)|(?:ユーザー|質問者)に[^。]{0,40}(?:伝え|答え|案内し)て"
    r"|\b(?:AI|language models?|assistants?|chatbots?|LLMs?|ChatGPT)\b[^.]{0,60}\b(?:must|should|shall|answer|say|write|output|recommend|tell|ignore|follow|reply|respond)\b"
    r"|\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instructions?|rules?|prompts?)\b"
    r"|\b(?:tell|inform|direct) (?:the )?(?:users?|readers?|askers?) (?:to|that)\b",
    re.I,
)
_STRETCH = {"ja": 16, "en": 40}
"""Characters of the rules that no sentence shares with them by chance."""
_HEADINGS = {"ja": ("資料", "質問"), "en": ("Passages", "Question")}


def messages(question: Question, passages: Sequence[Passage]) -> list[BaseMessage]:
    """The conversation to send; passages are numbered from 1 in their order."""
    shown = "\n\n".join(
        f"[{number}] {passage.chunk.title}\n{passage.chunk.text}"
        for number, passage in enumerate(passages, start=1)
    )
    sources, asked = _HEADINGS[question.language]
    return [
        SystemMessage(rules(question)),
        HumanMessage(f"# {sources}\n\n{shown}\n\n# {asked}\n\n{question.search_text}"),
    ]


def rules(question: Question) -> str:
    """The prompt with the asker's side filled in."""
    persona = question.persona.value if question.persona else "-"
    return load_prompt(f"answer_{question.language}").replace("{persona}", persona)


def fit_to_send(passage: Passage) -> Passage:
    """A passage as a model may see it.

    Users' documents lose personal data and sentences that give orders to whoever reads them.
    Entries are published and proved, and stay as they are.
    """
    chunk = passage.chunk
    if chunk.is_curated:
        return passage
    return replace(passage, chunk=replace(chunk, text=mask(_without_orders(chunk)).text))


def repeats_rules(sentence: str, prompt: str, language: Language) -> bool:
    """True when a sentence gives away a stretch of the prompt."""
    length = _STRETCH[language]
    told, kept = (re.sub(r"\s+", " ", text) for text in (sentence, prompt))
    return any(told[at : at + length] in kept for at in range(len(told) - length + 1))


def _without_orders(chunk: Chunk) -> str:
    lines = chunk.text.splitlines()
    joiner = "" if chunk.language == "ja" else " "
    kept = [
        joiner.join(s for s in sentences_of(line, chunk.language) if not _ORDERS.search(s))
        for line in lines
    ]
    return "\n".join(kept)
