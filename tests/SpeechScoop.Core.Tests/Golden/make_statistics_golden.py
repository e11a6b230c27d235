#!/usr/bin/env python3
"""Expected values of the statistics, computed by SciPy and NumPy. Run: python3 make_statistics_golden.py > statistics.json"""
import itertools, json, math
from fractions import Fraction
import numpy as np
from scipy import stats

def binomial_tail(k, n):
    """P(X <= k) for X binomial(n, 1/2), in exact fractions."""
    return Fraction(sum(math.comb(n, i) for i in range(k + 1)), 2 ** n)


rng = np.random.default_rng(20261123)


def t_interval(values, level):
    if len(values) < 2:
        return None
    return list(stats.t.interval(level, len(values) - 1, loc=np.mean(values), scale=stats.sem(values)))


mean = []
for n in (1, 2, 3, 5, 12, 40, 400):
    for level in (0.9, 0.95, 0.99):
        values = rng.integers(1, 6, n).astype(float).tolist()
        mean.append(dict(values=values, level=level, mean=float(np.mean(values)), interval=t_interval(values, level),
                         deviation=float(np.std(values, ddof=1)) if n > 1 else None))
offset = (1e9 + rng.normal(0, 1e-3, 30)).tolist()
mean.append(dict(values=offset, level=0.95, mean=float(np.mean(offset)), interval=t_interval(offset, 0.95), deviation=float(np.std(offset, ddof=1))))

binomial = []
for successes, trials in [(0, 1), (1, 1), (0, 20), (20, 20), (3, 10), (9, 10), (12, 16), (15, 148), (81, 263), (1, 29), (500, 1000), (4900, 10000), (1, 100000)]:
    for level in (0.9, 0.95, 0.99):
        interval = stats.binomtest(successes, trials).proportion_ci(level, method="exact")
        binomial.append(dict(successes=successes, trials=trials, level=level, interval=[interval.low, interval.high]))

sign = [dict(wins=w, losses=l, p=float(min(Fraction(1), 2 * binomial_tail(min(w, l), w + l))))
        for w, l in [(1, 0), (5, 0), (6, 0), (9, 1), (12, 4), (7, 7), (8, 7), (30, 50), (300, 350), (2000, 1900), (40, 0), (1000, 0)]]

box = []
for n in (1, 2, 3, 4, 5, 8, 13, 60):
    values = np.clip(rng.normal(60, 25, n), 0, 100).round().tolist()
    if n > 10:
        values[:2] = [0.0, 100.0]
    q1, median, q3 = np.percentile(values, [25, 50, 75])  # NumPy's default is definition 7
    inside = [v for v in values if q1 - 1.5 * (q3 - q1) <= v <= q3 + 1.5 * (q3 - q1)]
    box.append(dict(values=values, median=median, q1=q1, q3=q3, low=min(inside), high=max(inside),
                    outliers=sorted(v for v in values if v < min(inside) or v > max(inside))))

median = []
for n in (1, 5, 6, 9, 10, 25, 100, 1001):
    for level in (0.9, 0.95):
        values = rng.lognormal(-2, 1, n).tolist()
        tail = Fraction(str(1 - level)).limit_denominator(1000) / 2
        ranks = [r for r in range(1, n + 1) if binomial_tail(r - 1, n) <= tail]
        ordered = sorted(values)
        median.append(dict(values=values, level=level, median=float(np.median(values)),
                           interval=[ordered[ranks[-1] - 1], ordered[-ranks[-1]]] if ranks else None))

# Few clusters: every possible resample, so that the quantiles are exact.
exact = []
for clusters in ([(1, 10), (4, 10), (0, 20)], [(2, 7), (3, 9), (9, 11), (1, 30), (0, 4)], [(0, 12), (0, 3), (5, 50), (12, 40)]):
    ratios = np.sort([sum(c[0] for c in draw) / sum(c[1] for c in draw) for draw in itertools.product(clusters, repeat=len(clusters))])
    exact.append(dict(clusters=clusters, level=0.9, low=[np.quantile(ratios, q) for q in (0.04, 0.06)], high=[np.quantile(ratios, q) for q in (0.94, 0.96)]))

many = []
for n in (20, 200):
    words = rng.integers(3, 40, n)
    errors = rng.binomial(words, rng.beta(2, 14, n))
    result = stats.bootstrap((errors, words), lambda e, w, axis: e.sum(axis=axis) / w.sum(axis=axis), paired=True, vectorized=True,
                             n_resamples=200_000, batch=2000, confidence_level=0.95, method="percentile", random_state=np.random.default_rng(1))
    many.append(dict(clusters=[[int(e), int(w)] for e, w in zip(errors, words)], level=0.95, value=float(errors.sum() / words.sum()),
                     interval=[result.confidence_interval.low, result.confidence_interval.high]))

print(json.dumps(dict(mean=mean, binomial=binomial, sign=sign, box=box, median=median, ratioExact=exact, ratioMany=many)))
