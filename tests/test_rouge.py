import pytest

from service.rouge import rouge_lsum, rouge_n, tokens

PAIRS = [
    ("the cat sat", "the cat sat", 1, 1.0),
    ("The Cat, sat!", "the cat sat", 1, 1.0),
    ("the the the", "the cat", 1, 0.4),
    ("a b c d", "a b x d", 2, 1 / 3),
    ("", "the cat", 1, 0.0),
    ("dog", "cat", 1, 0.0),
]


@pytest.mark.parametrize(("summary", "reference", "n", "score"), PAIRS)
def test_rouge_n_is_the_f_measure_of_clipped_counts(summary, reference, n, score):
    assert rouge_n(summary, reference, n) == pytest.approx(score)


def test_rouge_lsum_takes_the_union_of_common_subsequences():
    # The example of Lin (2004), section 3.2: w1 w2 w3 w4 w5 against two sentences gives a union of four words.
    reference, summary = ["w1 w2 w3 w4 w5"], ["w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"]
    assert rouge_lsum(summary, reference) == pytest.approx(2 * (4 / 10) * (4 / 5) / (4 / 10 + 4 / 5))


def test_a_word_counts_once_however_many_sentences_hold_it():
    assert rouge_lsum(["w1 w2", "w1 w2"], ["w1 w2"]) == pytest.approx(2 * 2 / (4 + 2))
    assert rouge_lsum([], ["w1"]) == rouge_lsum(["w1"], []) == 0.0


def test_tokens_are_lower_case_letters_and_digits():
    assert tokens("€3.5 million, Côte d’Ivoire") == ["3", "5", "million", "c", "te", "d", "ivoire"]
