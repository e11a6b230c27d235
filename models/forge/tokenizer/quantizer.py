"""Residual vector quantisation with codebooks kept as moving averages (no gradient), after van den Oord 2017 and Zeghidour 2021."""

import torch
from torch import Tensor, nn

CODEBOOKS = 8
CODES = 512


class ResidualQuantizer(nn.Module):
    """Eight codebooks of 512 vectors; each codes what the ones before it left over."""

    def __init__(self, size: int = 64, books: int = CODEBOOKS, codes: int = CODES):
        super().__init__()
        self.size, self.books, self.codes = size, books, codes
        self.register_buffer("vectors", torch.randn(books, codes, size))
        self.register_buffer("counts", torch.ones(books, codes))
        self.register_buffer("sums", torch.randn(books, codes, size))

    def nearest(self, residual: Tensor, book: int) -> Tensor:
        """Index of the nearest code of [n, size] vectors: argmax of 2 x·c − |c|²."""
        vectors = self.vectors[book]
        return (residual @ vectors.t() * 2 - (vectors ** 2).sum(1)).argmax(-1)

    @torch.no_grad()
    def initialise(self, latents: Tensor, rounds: int = 12) -> None:
        """k-means, book after book, on latents [n, size]."""
        residual = latents.clone()
        for book in range(self.books):
            self.vectors[book] = residual[torch.randperm(len(residual))[: self.codes]]
            for _ in range(rounds):
                index = self.nearest(residual, book)
                count, total = self._totals(index, residual)
                strangers = residual[torch.randint(len(residual), (self.codes,))]
                mean = total / count.clamp(min=1)[:, None]
                self.vectors[book] = torch.where((count < 1)[:, None], strangers, mean)
            index = self.nearest(residual, book)
            self.counts[book] = torch.bincount(index, minlength=self.codes).float().clamp(min=0.5) * 0.05
            self.sums[book] = self.vectors[book] * self.counts[book][:, None]
            residual = residual - self.vectors[book][index]

    def _totals(self, index: Tensor, residual: Tensor) -> tuple[Tensor, Tensor]:
        count = torch.bincount(index, minlength=self.codes).float()
        return count, torch.zeros(self.codes, self.size).index_add_(0, index, residual)

    def encode(self, latents: Tensor) -> Tensor:
        """Latents [batch, size, time] to codes [batch, books, time]."""
        return self(latents)[1]

    def decode(self, codes: Tensor, books: int | None = None) -> Tensor:
        """Codes [batch, books, time] to latents, from the first `books` codebooks."""
        used = self.books if books is None else books
        return sum(self.vectors[book][codes[:, book]] for book in range(used)).transpose(1, 2)

    def forward(self, latents: Tensor, books: Tensor | None = None, learn: bool = False, decay: float = 0.98):
        """Quantised latents, codes and the commitment loss; `books` [batch] is how many codebooks each clip may use."""
        batch, size, time = latents.shape
        x = latents.transpose(1, 2)
        residual, total, commitment, codes = x, torch.zeros_like(x), 0.0, []
        for book in range(self.books):
            flat = residual.detach().reshape(-1, size)
            with torch.no_grad():
                index = self.nearest(flat, book)
            chosen = self.vectors[book][index].view(batch, time, size)
            active = torch.ones(batch, 1, 1) if books is None else (books > book).float().view(batch, 1, 1)
            if learn:
                commitment = commitment + ((residual - chosen.detach()) ** 2 * active).mean()
                self._follow(book, index, flat, decay)
            total = total + chosen * active
            residual = residual - chosen
            codes.append(index.view(batch, time))
        quantised = x + (total - x).detach() if learn else total
        return quantised.transpose(1, 2), torch.stack(codes, 1), commitment

    @torch.no_grad()
    def _follow(self, book: int, index: Tensor, residual: Tensor, decay: float) -> None:
        count, total = self._totals(index, residual)
        self.counts[book].mul_(decay).add_(count, alpha=1 - decay)
        self.sums[book].mul_(decay).add_(total, alpha=1 - decay)
        self.vectors[book] = self.sums[book] / (self.counts[book] + 1e-5)[:, None]

    @torch.no_grad()
    def revive(self, latents: Tensor, threshold: float = 0.03) -> int:
        """Moves codes that are hardly used onto random residuals of this batch; returns how many."""
        residual, revived = latents.detach().transpose(1, 2).reshape(-1, self.size), 0
        for book in range(self.books):
            dead = (self.counts[book] < threshold).nonzero()[:, 0]
            revived += len(dead)
            if len(dead):
                fresh = residual[torch.randint(len(residual), (len(dead),))]
                self.vectors[book][dead] = fresh
                self.counts[book][dead] = 0.3
                self.sums[book][dead] = fresh * 0.3
            residual = residual - self.vectors[book][self.nearest(residual, book)]
        return revived
