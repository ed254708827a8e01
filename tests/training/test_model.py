"""The parts of the model that are ours: the sampled softmax, growing, Muon, batches, averages."""

from pathlib import Path

import numpy as np
import pytest
import torch

from service.errors import InputError, ModelError
from training import checkpoint
from training.corpus import Corpus, padded
from training.model import Shape, full_loss, grown, hidden_states, make_model, sampled_loss
from training.muon import orthogonal

TINY = Shape(d=16, ffn=32, encoder_layers=1, decoder_layers=1)


@pytest.fixture(autouse=True)
def _seeded():
    torch.manual_seed(0)


def test_the_sampled_loss_is_the_full_one_when_every_word_is_drawn():
    hidden, shared, target = torch.randn(30, 16), torch.randn(50, 16), torch.randint(0, 49, (30,))
    sampled = sampled_loss(hidden, target, shared, negatives=50)
    assert torch.allclose(sampled, full_loss(hidden, target, shared, smoothing=0.0), atol=1e-5)


def test_the_sampled_loss_is_near_the_full_one_on_average():
    hidden, shared, target = torch.randn(40, 16) * 0.3, torch.randn(400, 16), torch.randint(0, 399, (40,))
    drawn = torch.stack([sampled_loss(hidden, target, shared, negatives=60) for _ in range(50)]).mean()
    assert abs(float(drawn - full_loss(hidden, target, shared, smoothing=0.0))) < 0.1


def test_a_grown_model_gives_each_old_layer_its_share_and_loads():
    small = make_model(Shape(d=16, ffn=32, encoder_layers=2, decoder_layers=1), 40)
    shape = Shape(d=16, ffn=32, encoder_layers=4, decoder_layers=2)
    deep = make_model(shape, 40)
    deep.load_state_dict(grown(small, shape))
    old, new = small.model.encoder.layers, deep.model.encoder.layers
    assert [next(i for i in range(2) if torch.equal(layer.fc1.weight, old[i].fc1.weight)) for layer in new] == [0, 0, 1, 1]
    assert torch.equal(deep.model.decoder.layers[1].fc2.weight, small.model.decoder.layers[0].fc2.weight)


def test_a_model_grown_to_its_own_size_says_the_same():
    model = make_model(TINY, 40).eval()
    again = make_model(TINY, 40).eval()
    again.load_state_dict(grown(model, TINY))
    x, y = torch.tensor([[5, 6, 0]]), torch.tensor([[7, 8, 0]])
    assert torch.equal(hidden_states(model, x, y), hidden_states(again, x, y))


def test_the_decoder_starts_from_zero():
    model = make_model(TINY, 40)
    assert not model.model.shared.weight[model.config.decoder_start_token_id].any()


def test_orthogonal_brings_the_singular_values_together():
    for shape in ((3, 8, 24), (3, 24, 8)):
        singular = torch.linalg.svdvals(orthogonal(torch.randn(shape)))
        assert float(singular.min()) > 0.5
        assert float(singular.max()) < 1.3


def write_corpus(folder: Path, name: str, pairs: int) -> None:
    """Pair i is [10 + i] and [60 + i]."""
    ids = [token for i in range(pairs) for token in (10 + i, 0, 60 + i, 0)]
    np.save(folder / f"{name}.ids.npy", np.array(ids, np.uint16))
    np.save(folder / f"{name}.off.npy", np.arange(0, 4 * pairs + 1, 2, dtype=np.int64))


def test_batches_keep_pairs_together_and_stay_within_their_tokens(tmp_path: Path):
    write_corpus(tmp_path, "a", 9)
    write_corpus(tmp_path, "b", 9)
    corpus = Corpus(tmp_path, {}, longest=20)
    batches = corpus.batches(40, 0.5, np.random.default_rng(0))
    joined = 0
    for batch in (next(batches) for _ in range(20)):
        french, english = (side.matrix(batch.first, batch.last, 99) for side in (corpus.french, corpus.english))
        widest = max(int(side.lengths(batch.first, batch.last).max()) for side in (corpus.french, corpus.english))
        assert widest * len(french) <= 40
        for source, target in zip(french.tolist(), english.tolist(), strict=True):
            words = source[: source.index(0)]
            assert words == list(range(words[0], words[0] + len(words)))
            assert target[: target.index(0)] == [word + 50 for word in words]
            assert set(source[source.index(0) + 1 :] + target[target.index(0) + 1 :]) <= {99}
            joined += len(words) > 1
    assert joined


def test_pairs_are_joined_within_their_source_and_the_longest_example(tmp_path: Path):
    write_corpus(tmp_path, "a", 2)
    write_corpus(tmp_path, "b", 30)
    corpus = Corpus(tmp_path, {"a": 1, "b": 1}, longest=3)
    for batch, _ in zip(corpus.batches(40, 1.0, np.random.default_rng(0)), range(50), strict=False):
        assert all(last <= 2 or first >= 2 for first, last in zip(batch.first, batch.last, strict=True))
        assert int(corpus.french.lengths(batch.first, batch.last).max()) <= 3


def test_every_pair_is_drawn_once_before_any_is_drawn_again(tmp_path: Path):
    write_corpus(tmp_path, "a", 9)
    (source,) = Corpus(tmp_path, {}, longest=20).sources
    rng = np.random.default_rng(0)
    assert sorted([*source.draw(4, rng), *source.draw(5, rng)]) == list(range(9))
    assert sorted(source.draw(18, rng)) == sorted([*range(9), *range(9)])


def test_shares_decide_what_is_drawn_and_an_unknown_source_is_named(tmp_path: Path):
    write_corpus(tmp_path, "law", 40)
    write_corpus(tmp_path, "press", 2)
    corpus = Corpus(tmp_path, {"law": 1, "press": 3}, longest=20)
    assert corpus.share.tolist() == [0.25, 0.75]
    with pytest.raises(InputError, match="no source pres; it has law, press"):
        Corpus(tmp_path, {"pres": 1}, longest=20)


def test_padding_is_a_multiple_of_eight_wide():
    assert padded([[1, 2, 3], [4]], 9).tolist() == [[1, 2, 3, 9, 9, 9, 9, 9], [4, 9, 9, 9, 9, 9, 9, 9]]


def test_the_oldest_checkpoints_go_and_the_rest_are_averaged(tmp_path: Path):
    for step in (1, 2, 3):
        checkpoint.keep_weights(tmp_path, step, {"w": torch.full((2,), float(step))}, most=2)
    files = checkpoint.kept_weights(tmp_path)
    assert [file.name for file in files] == ["weights-000000002.pt", "weights-000000003.pt"]
    mean = checkpoint.average([checkpoint.load(file)["model"] for file in files])
    assert mean["w"].tolist() == [2.5, 2.5]


def test_a_torn_checkpoint_is_an_error_with_its_path(tmp_path: Path):
    (tmp_path / "last.pt").write_bytes(b"PK torn")
    with pytest.raises(ModelError, match=r"last\.pt"):
        checkpoint.load(tmp_path / "last.pt")
