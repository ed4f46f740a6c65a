"""Fit the linear reading of words and pairs of words."""

from collections.abc import Collection, Sequence
from math import sqrt

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from assistant.word_pairs import PLACES, WordPairs, places_of

_REGULARISATION = 1e-6
_ROUNDS = 20


def train_word_pairs(words: Sequence[Collection[str]], is_answered: Sequence[bool]) -> WordPairs:
    """Logistic regression by averaged stochastic gradient descent (Xu 2011, "Towards optimal one
    pass large scale learning"); the same each time.

    Args:
        words: of each known question.
        is_answered: of each, whether the documents answer it; both kinds are there.
    """
    places = [places_of(one) for one in words]
    counts = [len(one) for one in places]
    weights = [1 / sqrt(count) for count in counts for _ in range(count)]
    starts = np.cumsum([0, *counts])
    rows = csr_matrix(
        (np.array(weights, np.float32), [at for one in places for at in one], starts),
        shape=(len(places), PLACES),
    )
    model = SGDClassifier(
        "log_loss", alpha=_REGULARISATION, max_iter=_ROUNDS, tol=None, random_state=0, average=True
    )
    model.fit(rows, np.array(is_answered))
    return WordPairs(np.asarray(model.coef_[0], dtype=np.float32), float(model.intercept_[0]))
