"""What graders look at, and the steps of each scale."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.contract import LanguageCode

HIGHEST = 3
GRADERS_PER_TASK = 2


class Criterion(StrEnum):
    """One question that a grader answers about an answer, from 0 to 3."""

    CORRECT = "correct"
    COMPLETE = "complete"
    CITED = "cited"
    USABLE = "usable"
    NEUTRAL = "neutral"


class Preference(StrEnum):
    """Which of two answers a grader would rather have been given."""

    LEFT = "left"
    RIGHT = "right"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class Wording:
    """A criterion as graders read it."""

    ja: str
    en: str
    question_ja: str
    question_en: str

    def name(self, language: LanguageCode) -> str:
        return self.ja if language == "ja" else self.en

    def question(self, language: LanguageCode) -> str:
        return self.question_ja if language == "ja" else self.question_en


RUBRIC: dict[Criterion, Wording] = {
    Criterion.CORRECT: Wording(
        "正しさ",
        "Correct",
        "書かれていることは、資料に照らして正しいですか。断る回答では、断ったことが正しいですか。",
        "Is what it says right by the documents? If it declines: is declining right?",
    ),
    Criterion.COMPLETE: Wording(
        "十分さ",
        "Complete",
        "質問に答えるのに必要なことが、そろっていますか。",
        "Does it have everything that the question needs?",
    ),
    Criterion.CITED: Wording(
        "出典",
        "Cited",
        "示された出典を読めば、それぞれの文を確かめられますか。",
        "Can each sentence be checked in the citation it names?",
    ),
    Criterion.USABLE: Wording(
        "使いやすさ",
        "Usable",
        "このまま仕事に使えますか。読みやすく、次に何をすればよいか分かりますか。",
        "Could it be used at work as it is: easy to read, and clear about the next step?",
    ),
    Criterion.NEUTRAL: Wording(
        "中立性",
        "Neutral",
        "特定の企業を勧めたり、効果を約束したりしていませんか。",
        "Does it avoid picking a company or promising an effect?",
    ),
}

STEPS: dict[LanguageCode, tuple[str, str, str, str]] = {
    "ja": ("0 いいえ", "1 あまり", "2 おおむね", "3 はい"),
    "en": ("0 no", "1 hardly", "2 mostly", "3 yes"),
}
