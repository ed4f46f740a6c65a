"""The last values are remembered, and no more than that."""

from concurrent.futures import ThreadPoolExecutor

from knowledge.remembered import Remembered


def test_what_was_not_wanted_for_longest_is_forgotten() -> None:
    ages: Remembered[str, int] = Remembered(2)
    ages.keep("配食", 1)
    ages.keep("見守り", 2)
    assert ages.get("配食") == 1
    ages.keep("買い物", 3)
    assert [ages.get(word) for word in ("配食", "見守り", "買い物")] == [1, None, 3]


def test_a_new_value_takes_the_place_of_the_old_one() -> None:
    ages: Remembered[str, int] = Remembered(2)
    for age in range(5):
        ages.keep("配食", age)
    ages.keep("見守り", 9)
    assert (ages.get("配食"), ages.get("見守り")) == (4, 9)


def test_many_at_once_find_their_own_values() -> None:
    squares: Remembered[int, int] = Remembered(8)

    def of(number: int) -> int:
        squares.keep(number % 16, (number % 16) ** 2)
        return squares.get(number % 16) or (number % 16) ** 2

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(of, range(2000))) == [(n % 16) ** 2 for n in range(2000)]
