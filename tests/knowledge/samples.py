"""Small entries, chunks and documents to search and to check."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.added_documents import AddedDocument
from knowledge.corpus import Corpus
from knowledge.documents import Audience, Bilingual, Chunk, Entry, Kind, Source, Stage
from knowledge.glossary import Glossary, Term, TermKind

GUIDE = Source(
    key="guide-2026",
    title=Bilingual("手引き", "Guide"),
    publisher=Bilingual("県", "Prefecture"),
    published="2026-04",
    authority="guidebook",
)
TOPICS = {
    "買物支援": Bilingual("買物支援", "Shopping"),
    "移動支援": Bilingual("移動支援", "Transport"),
}

SHOP_JA = """\
移動販売車が週に2回、集会所の前に来て、買い物に困る高齢者の暮らしを支えています。

- 移動販売では、見守りも兼ねて、運転手が一人ひとりに声をかけます。
- 移動販売の売上は、開始から半年で黒字になり、事業として続いています。
- 移動販売の場所と時刻は、住民と企業が話し合って決め、広報紙で知らせます。"""
SHOP_EN = """\
A mobile shop stops at the community hall twice a week and helps older people who cannot shop.

- The driver of the mobile shop speaks to everybody and so keeps an eye on them.
- The mobile shop broke even after half a year and goes on as a business.
- Residents and the company settle the mobile shop's stops and times, printed in the newsletter."""


def entry(entry_id: str = "guide-2026/mobile-shop", **changed: Any) -> Entry:
    """A sound entry about a mobile shop, with anything changed."""
    sound = Entry(
        id=entry_id,
        kind=Kind.GUIDELINE,
        source="guide-2026",
        pages=(14,),
        heading="Ⅱ 買い物 ＞ 移動販売",
        audience=(Audience.MUNICIPALITY, Audience.SC),
        stage=Stage.DESIGN,
        regions=(),
        organisations=(),
        topics=("買物支援",),
        as_of="2026-04",
        title=Bilingual("移動販売で買い物を支える", "Mobile shops for people who cannot shop"),
        questions_ja=("買い物に行けない人がいます", "店が遠いときは？", "移動スーパーを呼びたい"),
        questions_en=("People here cannot get to the shops", "Can a shop come to us?"),
        text=Bilingual(SHOP_JA, SHOP_EN),
    )
    return replace(sound, **changed)


def corpus(*entries: Entry, sources: Sequence[Source] = (GUIDE,)) -> Corpus:
    """A knowledge base of these entries."""
    return Corpus({source.key: source for source in sources}, TOPICS, entries)


TAXI = entry(
    "guide-2026/shared-taxi",
    title=Bilingual("乗合タクシーで通院を支える", "Shared taxis to the clinic"),
    audience=(Audience.COMPANY,),
    topics=("移動支援",),
    questions_ja=("病院に行く足がない", "タクシーを何人かで使えるか", "通院の送り迎え"),
    questions_en=("How do patients reach the clinic?", "Can neighbours share a taxi?"),
    text=Bilingual(
        "乗合タクシーは、予約した人の家をまわって診療所へ送ります。\n\n- 料金は1回300円です。",
        "A shared taxi collects those who booked and takes them to the clinic.\n\n- It costs 300 yen.",
    ),
)
MEALS = entry(
    "guide-2026/meal-delivery",
    title=Bilingual("配食で食事と安否を確かめる", "Meal delivery that looks after people"),
    audience=(Audience.SC,),
    questions_ja=("食事が作れない人に弁当を届けたい", "弁当の宅配", "栄養が心配"),
    questions_en=("Who brings meals to the house?", "We worry about nutrition"),
    text=Bilingual(
        "配食の弁当は毎日手渡しし、返事がないときは家族に電話します。\n\n- 配食は栄養士が献立を作ります。",
        "Meals are handed over every day, and the family is called when nobody answers.\n\n"
        "- A dietitian plans the meals.",
    ),
)
SHOP = entry()
SMALL_CORPUS = corpus(SHOP, TAXI, MEALS)


def chunk(text: str, *, document: str = "doc-plan-1", position: int = 0, **changed: Any) -> Chunk:
    """A stretch of an added document."""
    unit = f"{document}#{position}"
    made = Chunk(
        id=unit,
        source=document,
        entry_id=unit,
        language="ja",
        title="計画.pdf",
        heading="第3章 移動 ＞ 足の確保",
        pages=(3,),
        text=text,
        kind=Kind.DOCUMENT,
    )
    return replace(made, **changed)


def document(document_id: str = "doc-plan-1", *texts: str, **changed: Any) -> AddedDocument:
    """An added document of these chunks."""
    made = AddedDocument(
        id=document_id,
        name="計画.pdf",
        sha256="0" * 64,
        added_at="2026-11-21T10:00:00+00:00",
        pages=12,
        as_source=None,
        chunks=tuple(
            chunk(text, document=document_id, position=position)
            for position, text in enumerate(texts or ("デマンド交通の実証を行う。",))
        ),
    )
    return replace(made, **changed)


def term(
    name: str, english: str = "", kind: TermKind = "concept", **forms: tuple[str, ...]
) -> Term:
    """A term of the glossary."""
    every: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("aliases", "en_aliases", "misspellings", "everyday"), ()
    )
    definition = Bilingual(f"{name}の説明", f"What {english} is")
    return Term(
        term=name, en=english or name, kind=kind, definition=definition, **{**every, **forms}
    )


def glossary(*terms: Term) -> Glossary:
    return Glossary(terms)


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Text files by their path within the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
