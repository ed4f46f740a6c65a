"""A small library: two cases, a guideline, a figure told differently by two documents."""

from assistant.library_contract import EntryInfo, EntryText, SourceInfo

SOURCES = (
    SourceInfo(
        key="points",
        title="ポイント集",
        title_en="Guidebook",
        publisher="経済産業省",
        publisher_en="METI",
        published="2026-04",
        authority="guidebook",
        pages_note="目次による",
        pages_note_en="by the contents list",
        entries=4,
    ),
    SourceInfo(
        key="handbook",
        title="手引き",
        title_en="Handbook",
        publisher="研究所",
        publisher_en="Institute",
        published="2026-03",
        authority="handbook",
        url="https://example.org/handbook",
        entries=1,
    ),
)


def entry(entry_id: str, **changes: object) -> EntryInfo:
    """An entry with everything that a test does not care about filled in."""
    values: dict[str, object] = {
        "id": entry_id,
        "kind": "guideline",
        "source": entry_id.split("/")[0],
        "pages": (14,),
        "heading": "Ⅱ ＞ ③",
        "audience": ("sc", "municipality"),
        "stage": "design",
        "regions": (),
        "organisations": (),
        "topics": ("移動支援",),
        "topics_en": ("Transport",),
        "as_of": "2026-04",
        "related": (),
        "differs": (),
        "case_of": None,
        "ja": EntryText(title="題", text="文。", questions=("問い",)),
        "en": EntryText(title="Title", text="Sentence.", questions=("Question",)),
    }
    return EntryInfo.model_validate(values | changes)


TAXI = entry(
    "points/taxi",
    related=("points/rides", "points/rides-effects"),
    ja=EntryText(
        title="タクシーと競合しない組み立て方",
        text="事業の範囲を分けるか、既存の事業者を巻き込みます。\n\n- 運行ルートを分けます。",
        questions=("タクシー会社の客を取ってしまわないか心配です",),
    ),
    en=EntryText(
        title="Not crowding out taxis",
        text="Separate the scope, or bring the operators in.\n\n- Routes are kept apart.",
        questions=("How do we avoid hurting the taxi firms?",),
    ),
)
RIDES = entry(
    "points/rides",
    kind="case",
    stage="launch",
    regions=("愛知県豊明市", "米国"),
    organisations=("アイシン",),
    ja=EntryText(
        title="乗合送迎の事例",
        text="乗合送迎は豊明市で始まりました。\n\n- 地域：豊明市で走っています。\n- 課題：足がありません。\n- 取組：予約で走ります。\n- 取組：協賛を集めます。",
        questions=("乗合送迎とは",),
    ),
    en=EntryText(
        title="The shared rides case",
        text="Shared rides began in Toyoake.\n\n- Area: They run in Toyoake.\n- Problem: No way to get about.\n- What was done: They run on request.",
        questions=("What are shared rides?",),
    ),
)
RIDES_EFFECTS = entry(
    "points/rides-effects",
    kind="case",
    case_of="points/rides",
    ja=EntryText(title="乗合送迎の効果", text="外出が増えました。", questions=("効果は",)),
    en=EntryText(
        title="Effects of shared rides", text="People go out more.", questions=("Effects?",)
    ),
)
SHOP = entry(
    "handbook/shop",
    kind="case",
    audience=("company",),
    regions=("埼玉県行田市",),
    topics=("買物支援",),
    topics_en=("Shopping",),
    differs=("points/taxi",),
    ja=EntryText(
        title="移動販売の事例",
        text="移動販売は行田市で始まりました。\n\n- 地域：行田市です。\n- 成功要因：住民が手伝いました。",
        questions=("移動販売の例は",),
    ),
    en=EntryText(
        title="The mobile shop case",
        text="A mobile shop began in Gyoda.\n\n- Area: Gyoda.\n- What made it work: Residents helped.",
        questions=("A mobile shop?",),
    ),
)
ENTRIES = (SHOP, RIDES, RIDES_EFFECTS, TAXI)
