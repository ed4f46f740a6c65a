"""A second look: none by default, any cross-encoder by setting."""

from pathlib import Path

import pytest
import torch
from sentence_transformers import CrossEncoder
from tokenizers import Tokenizer, pre_tokenizers, processors
from tokenizers.models import WordLevel
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from knowledge.documents import Passage
from knowledge.errors import ModelUnavailable
from knowledge.reranking import CrossEncoderReranker, FusedOrder
from tests.knowledge.samples import chunk

PASSAGES = [
    Passage(
        chunk=chunk(text, position=position, title="計画"),
        score=1.0 - position / 10,
        similarity=0.9,
    )
    for position, text in enumerate(["移動販売", "配食", "乗合タクシー"])
]


def tiny_cross_encoder(folder: Path) -> Path:
    """A cross-encoder that a test can make: characters as words, weights by chance."""
    letters = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3}
    for letter in "計画移動販売配食乗合タクシー":
        letters.setdefault(letter, len(letters))
    tokenizer = Tokenizer(WordLevel(letters, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    wrapped = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]  # transformers ships no types
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]",
        cls_token="[CLS]", sep_token="[SEP]", model_max_length=64,
    )  # fmt: skip
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=len(letters), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=64, initializer_range=1.0,
    )  # fmt: skip
    config.num_labels = 1
    BertForSequenceClassification(config).save_pretrained(folder)
    wrapped.save_pretrained(folder)
    return folder


def test_by_default_the_fused_order_stays() -> None:
    assert FusedOrder().rerank("移動販売", PASSAGES) == PASSAGES
    assert FusedOrder().rerank("移動販売", []) == []


def test_a_cross_encoder_sorts_anew_by_its_own_scores(tmp_path: Path) -> None:
    folder = str(tiny_cross_encoder(tmp_path / "model"))
    reranked = CrossEncoderReranker(folder).rerank("移動販売", PASSAGES)
    expected = CrossEncoder(folder, device="cpu").predict(
        [("移動販売", f"{p.chunk.title}\n{p.chunk.text}") for p in PASSAGES]
    )
    assert sorted(p.chunk.id for p in reranked) == sorted(p.chunk.id for p in PASSAGES)
    assert [p.score for p in reranked] == pytest.approx(sorted(expected.tolist(), reverse=True))
    assert all(p.similarity == 0.9 for p in reranked)
    assert CrossEncoderReranker(folder).rerank("移動販売", []) == []


@pytest.mark.parametrize("made", ["nothing", "an empty folder", "a damaged model"])
def test_a_model_that_does_not_load_is_named_with_the_setting(tmp_path: Path, made: str) -> None:
    folder = tmp_path / "model"
    if made == "an empty folder":
        folder.mkdir()
    elif made == "a damaged model":
        (tiny_cross_encoder(folder) / "model.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0 cut")
    with pytest.raises(ModelUnavailable, match="SANPUKU_RERANKING_MODEL"):
        CrossEncoderReranker(str(folder))
