"""A small MarianMT checkpoint with the quirks of the real ones, made and trained in a second or two."""

from __future__ import annotations

import json
from pathlib import Path

import sentencepiece

FRENCH = (Path(__file__).parent / "french200.txt").read_text(encoding="utf-8").splitlines()
PAIRS = [
    ("Le ministre a signé l'accord à Paris en 2021.", "The minister signed the agreement in Paris in 2021."),
    ("La ministre visite Dakar.", "The minister visits Dakar."),
    ("Douze écoles ouvrent à Rabat.", "Twelve schools open in Rabat."),
    ("Le programme coûte 9 milliards.", "The programme costs 9 billion."),
    ("La conférence de presse aura lieu demain à Niamey.", "The press conference will take place tomorrow in Niamey."),
    ("Merci.", "Thank you."),
]


def make(folder):
    """Learn `PAIRS` by heart: swish, two SentencePiece models, end-of-sentence not 0, a bias on the logits."""
    _train(folder, _vocabulary(folder))


def _vocabulary(folder):
    sides = {"source": [f for f, _ in PAIRS] + FRENCH[:60], "target": [e for _, e in PAIRS] * 4}
    pieces = {}
    for name, lines in sides.items():
        (folder / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(folder / f"{name}.txt"),
            model_prefix=str(folder / name),
            vocab_size=200 if name == "source" else 90,
            hard_vocab_limit=False,
            minloglevel=2,
        )
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
        model = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))
        pieces.update({model.id_to_piece(i): None for i in range(3, model.get_piece_size())})
    tokens = [*list(pieces)[:43], "</s>", *list(pieces)[43:], "<unk>", "<pad>"]
    vocabulary = {token: index for index, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    names = {"unk_token": "<unk>", "eos_token": "</s>", "pad_token": "<pad>", "source_lang": "fr", "target_lang": "en"}
    (folder / "tokenizer_config.json").write_text(json.dumps(names), encoding="utf-8")
    return vocabulary


def _train(folder, vocabulary):
    import torch
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(5)
    pad, end = vocabulary["<pad>"], vocabulary["</s>"]
    sizes = {"encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 4, "decoder_attention_heads": 4}
    config = MarianConfig(
        vocab_size=len(vocabulary), d_model=48, encoder_ffn_dim=96, decoder_ffn_dim=96, activation_function="swish",
        scale_embedding=True, max_position_embeddings=256, pad_token_id=pad, eos_token_id=end, bos_token_id=end,
        decoder_start_token_id=pad, forced_eos_token_id=end, dropout=0.0, **sizes,
    )  # fmt: skip
    model = MarianMTModel(config)
    model.final_logits_bias.normal_(std=0.5)
    source, target = (sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{n}.spm")) for n in ("source", "target"))

    def ids(spm, text):
        return [vocabulary.get(p, vocabulary["<unk>"]) for p in spm.encode(text, out_type=str)] + [end]

    batches = [(torch.tensor([ids(source, f)]), torch.tensor([ids(target, e)])) for f, e in PAIRS]
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    for _ in range(60):
        for french, english in batches:
            optimizer.zero_grad()
            model(input_ids=french, labels=english).loss.backward()
            optimizer.step()
    model.generation_config.bad_words_ids = [[pad]]
    model.save_pretrained(folder)
