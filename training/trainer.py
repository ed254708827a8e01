"""The loop: a batch, a loss, a step; told, scored and saved as it goes."""

from __future__ import annotations

import time
from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import MarianMTModel

from training import checkpoint
from training.corpus import Batch, Corpus, prefetched
from training.model import Shape, full_loss, grown, hidden_states, make_model, sampled_loss
from training.muon import Muon
from training.regularize import Splits, blanked
from training.vocabulary import load_vocabulary, pad_id


class Trainer:
    """A model with its optimizers, where it stands, and where it saves."""

    def __init__(self, options: Namespace) -> None:
        torch.manual_seed(options.seed)
        torch.backends.cuda.enable_cudnn_sdp(False)  # it plans for a second at every new shape of a batch
        self.options = options
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.half = multiplies_bfloat16(self.device) and not options.float32
        self.vocabulary = load_vocabulary(options.data)
        self.pad = pad_id(self.vocabulary)
        self.splits = Splits(self.vocabulary)
        self.model = make_model(shape_of(options), self.pad + 1).to(self.device)
        if self.device == "cpu" and self.half:
            self.model.set_attn_implementation("eager")  # the fused attention goes backward slowly in bfloat16 there
        self.optimizers = optimizers_for(self.model, options)
        self.full_loss = torch.compile(full_loss, dynamic=True) if options.compile else full_loss
        self.full_rates = [[group["lr"] for group in o.param_groups] for o in self.optimizers]
        self.step, self.seen = 0, 0
        options.out.mkdir(parents=True, exist_ok=True)
        self.last = options.out / "last.pt"
        self._begin()
        self.start = self.model.model.shared.weight[self.pad].detach().clone()
        decay = torch.optim.swa_utils.get_ema_multi_avg_fn(options.ema)
        self.average = torch.optim.swa_utils.AveragedModel(self.model, multi_avg_fn=decay) if options.ema else None

    @property
    def best(self) -> MarianMTModel:
        """What is scored and exported: the moving average where there is one."""
        model: MarianMTModel = self.average.module if self.average else self.model
        return model

    def _begin(self) -> None:
        """From the checkpoint of this folder, or a smaller model, or given embeddings, or nothing."""
        if self.last.exists():
            state = checkpoint.load(self.last, self.device)
            self.model.load_state_dict(state["model"])
            for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
                optimizer.load_state_dict(saved)
            self.step, self.seen = state["step"], state["seen"]
            print(f"resumed at step {self.step}, {self.seen / 1e6:.1f}M target tokens", flush=True)
        elif self.options.init:
            small = MarianMTModel.from_pretrained(self.options.init, dtype=torch.float32)
            self.model.load_state_dict(grown(small, shape_of(self.options)))
        elif self.options.embed:
            with torch.no_grad():  # their last row is zero
                vectors = torch.from_numpy(np.load(self.options.embed))
                self.model.model.shared.weight.copy_(vectors * 0.05 * self.options.d**0.5)

    @torch.no_grad()
    def _hold_start(self) -> None:
        """The softmax moves the row of <pad>, which starts the decoder; it is held where it was."""
        self.model.model.shared.weight[self.pad] = self.start

    def run(self) -> None:
        """Until --minutes or --steps are over; the rates then have fallen to zero."""
        options = self.options
        corpus = Corpus(options.data, options.share, longest=options.longest)
        size = sum(p.numel() for p in self.model.parameters()) / 1e6
        print(f"{corpus.pairs} pairs, {size:.1f}M parameters, {self.device}", flush=True)
        rng, other = np.random.default_rng([options.seed, self.step]).spawn(2)  # a resumed run draws on, and not the same again
        batches = prefetched(
            corpus.batches(options.tokens, options.concat, rng), lambda batch: self._tensors(corpus, batch, other)
        )
        clock, first = Clock(options), self.step
        self.model.train()
        for x, y, real in batches:
            done = clock.done(self.step - first)
            if done >= 1:
                break
            self._set_rates(done)
            clock.add(self._learn(x, y, real), len(real))
            self.step += 1
            clock.tell(self.step, self.seen)
            if clock.score_due():
                self._pause(clock)
        self._pause(clock)

    def _learn(self, *batch: torch.Tensor) -> torch.Tensor:
        x, y, real = (tensor.to(self.device, non_blocking=True) for tensor in batch)
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.half):
            said = blanked(y, self.options.blank, self.pad) if self.options.blank else y
            hidden = hidden_states(self.model, x, said).index_select(0, real)
            loss = self._loss(hidden, y.flatten().index_select(0, real))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
        self.model.zero_grad(set_to_none=True)
        self._hold_start()
        if self.average:
            self.average.update_parameters(self.model)
        return loss.detach()

    def _loss(self, hidden: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of the target positions that are no padding."""
        shared = self.model.model.shared.weight
        if self.options.negatives:
            return sampled_loss(hidden, target, shared, self.options.negatives)
        return self.full_loss(hidden, target, shared, self.options.smoothing)

    def _set_rates(self, done: float) -> None:
        """Up over the warm-up, level, then down to zero over the last part: worth 1–3 chrF."""
        options = self.options
        rate = min(1.0, (self.step + 1) / options.warmup) * min(1.0, (1 - done) / options.cooldown)
        for optimizer, rates in zip(self.optimizers, self.full_rates, strict=True):
            for group, full in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = full * rate

    def _tensors(self, corpus: Corpus, batch: Batch, rng: np.random.Generator) -> tuple[torch.Tensor, ...]:
        """Source and target rows, and which of the flattened target positions are no padding: found here, a GPU need not wait."""
        x, y = (side.matrix(batch.first, batch.last, self.pad) for side in (corpus.french, corpus.english))
        if self.options.split:
            x = self.splits.apply(x, self.options.split, self.pad, rng)
        tensors = x, y, (y.flatten() != self.pad).nonzero().flatten()
        return tuple(tensor.pin_memory() for tensor in tensors) if self.device == "cuda" else tensors

    def _pause(self, clock: Clock) -> None:
        """Saves, keeps a copy for the average, and scores."""
        self.seen += clock.tokens_since()
        optimizers = [optimizer.state_dict() for optimizer in self.optimizers]
        state = {"model": self.model.state_dict(), "optimizers": optimizers, "step": self.step, "seen": self.seen}
        if self.average:
            state["average"] = self.best.state_dict()
        checkpoint.save(self.last, state)
        checkpoint.keep_weights(self.options.out, self.step, self.best.state_dict(), most=self.options.keep)
        self.best.config.save_pretrained(self.options.out)
        if self.options.dev:
            from training.dev import score_stem

            score_stem(self.best, self.vocabulary, Path(self.options.dev), lines=self.options.dev_lines)
        self.model.train()


class Clock:
    """How much of the run is over, and what it did since it was last asked."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.started = self.told = self.scored = time.monotonic()
        self.tell_every = min(30.0, options.minutes * 10)  # seconds
        self.loss, self.batches, self.tokens, self.unsaved = torch.zeros(()), 0, 0, 0

    def done(self, steps: int) -> float:
        by_steps = steps / self.options.steps if self.options.steps else 0.0
        return max(by_steps, (time.monotonic() - self.started) / (self.options.minutes * 60))

    def add(self, loss: torch.Tensor, tokens: int) -> None:
        self.loss, self.batches = self.loss + loss, self.batches + 1  # a tensor: asking for the number would wait for the GPU
        self.tokens, self.unsaved = self.tokens + tokens, self.unsaved + tokens

    def tell(self, step: int, seen: int) -> None:
        now = time.monotonic()
        if now - self.told > self.tell_every:
            minutes, total = (now - self.started) / 60, (seen + self.unsaved) / 1e6
            loss, speed = float(self.loss) / self.batches, self.tokens / (now - self.started)
            print(f"{minutes:6.1f} min  step {step}  loss {loss:.3f}  {total:.2f}M tokens  {speed:.0f}/s", flush=True)
            self.told, self.loss, self.batches = now, torch.zeros(()), 0

    def score_due(self) -> bool:
        if time.monotonic() - self.scored < self.options.eval_every * 60:
            return False
        self.scored = time.monotonic()
        return True

    def tokens_since(self) -> int:
        tokens, self.unsaved = self.unsaved, 0
        return tokens


def shape_of(options: Namespace) -> Shape:
    return Shape(
        d=options.d,
        ffn=options.ffn,
        encoder_layers=options.encoder_layers,
        decoder_layers=options.decoder_layers,
        dropout=options.dropout,
    )


def multiplies_bfloat16(device: str) -> bool:
    """Whether the machine has instructions for it: three times the products of float32 on a CPU with AVX512-BF16 or AMX."""
    return device == "cuda" or torch.cpu._is_avx512_bf16_supported()


def optimizers_for(model: MarianMTModel, options: Namespace) -> list[Any]:
    """AdamW for all; with --muon-lr, Muon for the weight matrices of the layers."""
    names = ("embed", "shared", "lm_head")
    inside = [p for n, p in model.named_parameters() if p.ndim == 2 and not any(name in n for name in names)]
    matrices = {id(p) for p in inside} if options.muon_lr else set()
    others = [p for p in model.parameters() if p.requires_grad and id(p) not in matrices]
    adam = torch.optim.AdamW(others, lr=options.lr, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    return [Muon(inside, lr=options.muon_lr), adam] if matrices else [adam]
