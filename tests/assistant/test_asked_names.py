"""Names and places in an order that a question has and a text has not."""

import pytest

from assistant.asked_names import unknown_names, unknown_ordinals
from knowledge.glossary import Glossary

NOBODY = Glossary(())


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("名古屋市で何をしていますか", "豊明市の取組です", ("名古屋市",)),
        ("豊明市で何をしていますか", "豊明市の取組です", ()),
        ("名古屋市と豊明市と名古屋市", "豊明市の取組です", ("名古屋市",)),
        ("セブンイレブンの移動販売", "ウエルシアの移動販売", ("セブンイレブン",)),
        ("What does Aeon do in Toyoake?", "Toyoake and Aisin", ("Aeon",)),
        ("何から始めますか", "話し合いから始めます", ()),
    ],
)
def test_names_that_the_text_has_not_are_found_once(
    question: str, text: str, missing: tuple[str, ...]
) -> None:
    assert unknown_names(question, text, NOBODY) == missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("第5回の議論は", "第1回と第2回の議論", {5}),
        ("第２回の議論は", "第2回の議論", set()),
        ("第五回は", "第5回は", set()),
        ("When is the fourth meeting?", "the third meeting", {4}),
        ("When is the 2nd meeting?", "第2回", set()),
        ("第1回は", "議論", set()),
        ("第一次の案", "議論", set()),
        ("第3次の案", "第1次の案", set()),
        ("in the 21st century", "議論", set()),
        ("第三者に見せてよいか", "議論", set()),
        ("May a third party see it?", "議論", set()),
        ("My grandson in third grade", "議論", set()),
        ("a second-hand van", "議論", set()),
        ("From the second stage to the third?", "Step 2 and step 3 differ", set()),
        ("第3段階は", "ステップ3では", set()),
        ("第二層の協議体", "2層の協議体", set()),
        ("the third round", "1回目と2回目", {3}),
        ("the second stage", "step 12 of the list", {2}),
    ],
)
def test_places_in_an_order_are_compared_across_languages(
    question: str, text: str, missing: set[int]
) -> None:
    assert unknown_ordinals(question, text) == missing
