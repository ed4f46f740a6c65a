"""Train an embedding model's last layers further, to tell kinds of text apart.

What the layers below make of a text does not change: it is computed once and kept. The only module
that trains with torch.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import AutoModel, AutoTokenizer
from transformers.models.bert.modeling_bert import BertModel

from knowledge.batches import batches_of
from knowledge.embeddings import silence_transformers
from knowledge.last_layers import SHARED, LastLayers
from knowledge.progress import Progress

_SMOOTHING = 0.05
"""Of the right kinds: some of them are wrong (Szegedy et al. 2016)."""
_DROPPED = 0.1
_FASTER_HEAD = 5
"""How much faster the new part learns than what was trained before."""
_WARMING_STEPS = 200
"""At most; a tenth of a short lesson."""
_BATCH_TOKENS = 1536
_PROMPT = "query: "
_MOST_TOKENS = 128

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts that are gone through together."""

    name: str
    texts: Sequence[str]
    kinds: NDArray[np.int64]
    """Of each text, from 0 on."""
    times: int
    """How often they are gone through."""
    rate: float
    """Of learning at its height; it falls to nothing until the lesson ends."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of a lesson and those before it."""

    layers: LastLayers
    out: Floats
    """States × kinds: a softmax over the mean of a text's last states."""
    out_bias: Floats


def learn_layers(
    folder: Path,
    lessons: Sequence[Lesson],
    *,
    kinds: int,
    on_progress: Progress,
    seed: int = 0,
) -> Iterator[Learned]:
    """Go through the lessons in their order, and give what is learned after each; the model in
    `folder` is left as it is.

    Args:
        folder: of a sentence-transformers model that is a BERT.
        kinds: how many there are.
        on_progress: hears of each batch: its lesson's name, how many are done, how many there are.
    """
    silence_transformers()
    torch.manual_seed(seed)
    student = _Student(folder, kinds)
    for lesson in lessons:
        student.go_through(lesson, on_progress)
        yield student.learned()


class _Student:
    def __init__(self, folder: Path, kinds: int) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        bert: BertModel = AutoModel.from_pretrained(
            folder,
            dtype=torch.float32,
            attention_probs_dropout_prob=0.0,
            # Plain products: for short texts, the way back through the fused operation takes a
            # third of the training's time on processors.
            attn_implementation="eager",
        )
        stack = list(bert.encoder.layer)
        self._embeddings, self._below = bert.embeddings.eval(), nn.ModuleList(stack[:SHARED])
        self._learning = nn.ModuleList(stack[SHARED:])
        self._out = nn.Linear(bert.config.hidden_size, kinds)
        self._drop = nn.Dropout(_DROPPED)

    def go_through(self, lesson: Lesson, on_progress: Progress) -> None:
        states = self._states_below(lesson.texts)
        order = np.random.default_rng(0)
        rounds = [self._batches(states, order) for _ in range(lesson.times)]
        batches = [batch for of_round in rounds for batch in of_round]
        optimizer = torch.optim.AdamW(
            [
                {"params": self._learning.parameters(), "lr": lesson.rate},
                {"params": self._out.parameters(), "lr": lesson.rate * _FASTER_HEAD},
            ],
            weight_decay=0.01,
        )
        warming = min(_WARMING_STEPS, 1 + len(batches) // 10)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min((step + 1) / warming, 1) * (1 - step / (len(batches) + 1))
        )
        self._learning.train()
        self._drop.train()
        for done, batch in enumerate(batches, start=1):
            right = torch.from_numpy(lesson.kinds[batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = self._scores([states[i] for i in batch])
            loss = cross_entropy(scores.float(), right, label_smoothing=_SMOOTHING)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch ships no type for it
            nn.utils.clip_grad_norm_([*self._learning.parameters(), *self._out.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            on_progress(lesson.name, done, len(batches))

    def learned(self) -> Learned:
        weights = {
            f"{SHARED + int(name.split('.')[0])}.{name.split('.', 1)[1]}": values.numpy().copy()
            for name, values in self._learning.state_dict().items()
        }
        out, bias = self._out.weight.detach().numpy(), self._out.bias.detach().numpy()
        return Learned(LastLayers(weights), out.T.copy(), bias.copy())

    def _states_below(self, texts: Sequence[str]) -> list[Tensor]:
        """Of each text's tokens below the learning layers, in bfloat16: two bytes a number."""
        ids = self._tokenizer(
            [_PROMPT + text for text in texts], truncation=True, max_length=_MOST_TOKENS
        )["input_ids"]
        states: list[Tensor] = [torch.empty(0)] * len(texts)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            for batch in batches_of([len(one) for one in ids], _BATCH_TOKENS):
                rows = [torch.tensor(ids[i]) for i in batch]
                padded, read = _padded(rows)
                hidden = self._embeddings(input_ids=padded)
                for layer in self._below:
                    hidden = layer(hidden, attention_mask=_seen(read))
                for i, row, found in zip(batch, rows, hidden, strict=True):
                    states[i] = found[: len(row)].to(torch.bfloat16).clone()
        return states

    def _batches(self, states: Sequence[Tensor], order: np.random.Generator) -> list[list[int]]:
        """Texts of like length together, in an order of chance."""
        lengths = [len(one) + float(order.random() * 3) for one in states]
        batches = [list(batch) for batch in batches_of([int(n) for n in lengths], _BATCH_TOKENS)]
        order.shuffle(batches)
        return batches

    def _scores(self, states: Sequence[Tensor]) -> Tensor:
        hidden, read = _padded(states)
        hidden = hidden.float()
        for layer in self._learning:
            hidden = layer(hidden, attention_mask=_seen(read))
        counted = read[..., None].float()
        mean = (hidden.float() * counted).sum(dim=1) / counted.sum(dim=1)
        scores: Tensor = self._out(self._drop(mean))
        return scores


def _padded(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Texts × the longest one's tokens (× width), and which of them are there."""
    padded = nn.utils.rnn.pad_sequence(list(rows), batch_first=True)
    lengths = torch.tensor([len(row) for row in rows])
    return padded, torch.arange(padded.shape[1])[None] < lengths[:, None]


def _seen(read: Tensor) -> Tensor:
    """As attention takes it, to be added to its scores: texts × 1 × 1 × tokens."""
    unseen = torch.finfo(torch.float32).min
    return torch.zeros(read.shape).masked_fill(~read, unseen)[:, None, None, :]
