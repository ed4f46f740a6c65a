"""A long list, a page at a time."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

import streamlit as st

Item = TypeVar("Item")


def show_pages(
    items: Sequence[Item],
    show: Callable[[Item], None],
    *,
    at_once: int,
    key: str,
    gap: Literal["xsmall", "small"] = "small",
) -> None:
    """Show the items of the chosen page, and below them the choice, if there is one.

    Args:
        items: all of them.
        show: draws one.
        at_once: items on a page.
        key: differs whenever the list does, so that a new list begins at its first page.
        gap: between two items.
    """
    pages = -(-len(items) // at_once)
    place = st.container(gap=gap)
    chosen = st.pagination(pages, key=f"pages-{key}") if pages > 1 else 1
    with place:
        for item in items[(chosen - 1) * at_once : chosen * at_once]:
            show(item)
