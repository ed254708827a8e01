"""A start for the embeddings: words that stand in the same sentence pairs get vectors that are near each other.

    python training/embed.py DATA --d 256        writes DATA/embed256.npy, rows of unit length, for `train.py --embed`

Positive pointwise mutual information of token pairs within a sentence pair (both sides in one bag), factorised by a truncated SVD
(Levy and Goldberg 2014, "Neural word embedding as implicit matrix factorization"). `pays` lies beside `country` before the first
step. Half a minute on a CPU.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import svds

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from training.vocabulary import load_vocabulary, pad_id

Array = np.ndarray[Any, Any]


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--d", type=int, default=256)
    parser.add_argument("--most", type=int, default=120_000, help="pairs of one source")
    options = parser.parse_args(argv)
    size = pad_id(load_vocabulary(options.data)) + 1
    rng = np.random.default_rng(0)
    neighbours = pointwise_information(list(bags(options.data, options.most, rng)), size)
    vectors = factors(neighbours, options.d, rng)
    vectors[-1] = 0.0  # <pad> starts the decoder, which every Marian runtime takes for a zero vector
    np.save(options.data / f"embed{options.d}.npy", vectors)
    print(f"{neighbours.nnz} neighbours, wrote {options.data / f'embed{options.d}.npy'}")


def bags(folder: Path, most: int, rng: np.random.Generator) -> Iterator[Array]:
    """The distinct token ids of each sampled pair, up to 120: a very long pair says little of any of its words."""
    for path in sorted(folder.glob("*.off.npy")):
        offsets = np.load(path)
        ids = np.load(folder / path.name.replace(".off.", ".ids."), mmap_mode="r")
        pairs = (len(offsets) - 1) // 2
        for i in np.sort(rng.choice(pairs, min(most, pairs), replace=False)):
            bag = np.unique(ids[offsets[2 * i] : offsets[2 * i + 2]])
            if len(bag) <= 120:
                yield bag


def pointwise_information(every_bag: list[Array], size: int) -> Any:
    """A sparse matrix, size × size: how much oftener than by chance two tokens meet, where it is above log 3."""
    rows = np.repeat(np.arange(len(every_bag)), [len(bag) for bag in every_bag])
    shape = (len(every_bag), size)
    present = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, np.concatenate(every_bag))), shape=shape)
    weighted = sparse.diags(np.asarray(present.sum(1)).ravel() ** -0.5) @ present  # a short pair says more of each word
    met = (weighted.T @ weighted).tocoo()
    alone = np.asarray(met.sum(0)).ravel() + 1e-9
    information = np.log(met.data * alone.sum() / (alone[met.row] * alone[met.col]) + 1e-9) - np.log(3)
    keep = (information > 0) & (met.data > 4e-3) & (met.row != met.col)
    matrix = sparse.csr_matrix((information[keep], (met.row[keep], met.col[keep])), shape=(size, size), dtype=np.float32)
    best = np.asarray(matrix.max(1).todense()).ravel()
    return (matrix + sparse.diags(best)).astype(np.float32)  # a word is as near to itself as to its best partner


def factors(matrix: Any, d: int, rng: np.random.Generator) -> Array:
    """Rows of unit length; random ones for tokens that were never met."""
    start = rng.normal(size=matrix.shape[0])
    left, singular, _ = svds(matrix, k=min(d, matrix.shape[0] - 2), v0=start)
    vectors = np.zeros((matrix.shape[0], d))
    vectors[:, : len(singular)] = left * np.sqrt(singular)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    drawn = rng.normal(size=vectors.shape) / d**0.5
    return np.asarray(np.where(norms > 1e-6, vectors / np.maximum(norms, 1e-6), drawn), np.float32)


if __name__ == "__main__":
    main()
