"""A small question set about the notes of the fake assistant."""

from pathlib import Path

from evals.dataset import Dataset, load_dataset

QUESTIONS = """
- name: choisoko-ja
  question: チョイソコは何自治体で運行していますか
  language: ja
  persona: sc
  kind: fact
  split: dev
  facts: [[66自治体, 66 municipalities]]
  must_not: [90自治体]
- name: choisoko-fare-en
  question: What does a ride with Choisoko cost?
  language: en
  persona: none
  kind: fact
  split: dev
  facts: [[200円, 200 yen]]
- name: uetan-ja
  question: 移動販売車のうえたん号は何台ありますか
  language: ja
  persona: company
  kind: list
  split: dev
  facts: [[31台, 31 vehicles], [35自治体, 35 towns]]
- name: crowding-out-en
  question: How do we avoid crowding out existing operators?
  language: en
  persona: municipality
  kind: how_to
  split: test
  facts: [[separate routes, 棲み分け], [early, 早い段階]]
- name: premium-ja
  question: 介護保険料の基準額はいくらですか
  language: ja
  persona: municipality
  kind: unanswerable
  split: dev
- name: weather-en
  question: Will it rain in Osaka tomorrow?
  language: en
  kind: off_topic
  split: dev
- name: conversation-ja
  language: ja
  kind: fact
  split: dev
  turns:
  - question: チョイソコは何自治体で運行していますか
    facts: [[66自治体]]
  - question: チョイソコの運賃は1回いくらですか
    facts: [[200円]]
"""


def question_set(folder: Path) -> Dataset:
    """The set, read from a file in this folder."""
    file = folder / "questions.yaml"
    file.write_text(QUESTIONS, encoding="utf-8")
    return load_dataset([file])
