#!/usr/bin/env python3
"""Expected values of the listening tests' statistics, from SciPy, NumPy and plain enumeration.
Run: python3 make_listening_statistics_golden.py > listening-statistics.json"""
import itertools, json, math
from fractions import Fraction
import numpy as np
from scipy import integrate, optimize, special, stats

rng = np.random.default_rng(20261125)


def signed_rank(differences):
    """Wilcoxon without zeros; the null distribution by trying all signs, in whole numbers (ranks doubled)."""
    nonzero = [d for d in differences if d != 0]
    ranks = stats.rankdata(np.abs(nonzero))
    positive = float(sum(r for r, d in zip(ranks, nonzero) if d > 0))
    return nonzero, ranks, positive, float(sum(ranks)) - positive


def exact_p(ranks, smaller):
    doubled = [int(round(2 * r)) for r in ranks]
    counts = {0: 1}
    for r in doubled:
        following = dict(counts)
        for total, ways in counts.items():
            following[total + r] = following.get(total + r, 0) + ways
        counts = following
    tail = sum(ways for total, ways in counts.items() if total <= round(2 * smaller))
    return float(min(Fraction(1), Fraction(2 * tail, 2 ** len(doubled))))


def brute_p(ranks, smaller):
    sums = [sum(r for r, s in zip(ranks, signs) if s) for signs in itertools.product((0, 1), repeat=len(ranks))]
    return min(1.0, 2 * sum(s <= smaller + 1e-9 for s in sums) / 2 ** len(ranks))


wilcoxon = []
for n in (1, 2, 5, 6, 9, 12, 25, 50, 51, 80, 300):
    for kind in ("continuous", "grades"):
        d = rng.normal(0.3, 1, n).tolist() if kind == "continuous" else rng.integers(-3, 4, n).astype(float).tolist()
        nonzero, ranks, positive, negative = signed_rank(d)
        if not nonzero:
            continue
        if len(nonzero) <= 50:
            p = exact_p(ranks, min(positive, negative))
            if len(nonzero) <= 12:
                assert abs(p - brute_p(ranks, min(positive, negative))) < 1e-12
            if kind == "continuous" and len(nonzero) > 1:
                assert abs(p - stats.wilcoxon(nonzero, mode="exact").pvalue) < 1e-12
        else:
            p = stats.wilcoxon(nonzero, mode="approx", correction=True).pvalue
        wilcoxon.append(dict(differences=d, positive=positive, negative=negative, p=p, biserial=(positive - negative) / (positive + negative)))

student = []
for n in (2, 3, 8, 24, 300):
    for shift in (0, 0.5, 2):
        d = rng.normal(shift, 1.5, n).tolist()
        test = stats.ttest_1samp(d, 0)
        dz = float(np.mean(d) / np.std(d, ddof=1))
        factor = math.gamma((n - 1) / 2) / (math.sqrt((n - 1) / 2) * math.gamma((n - 2) / 2)) if 2 < n < 300 else None
        if n == 300:
            factor = math.exp(special.gammaln(149.5) - special.gammaln(149)) / math.sqrt(149.5)
        student.append(dict(differences=d, t=float(test.statistic), p=float(test.pvalue), dz=dz, gz=None if factor is None else dz * factor))

flip = []
for d in ([1.0], [1.0, -2.0, 3.0], [0.1, 0.2, 0.3, -0.3], [0.0, 0.0, 1.0, 2.0, 0.5], rng.normal(0.4, 1, 10).tolist(),
          rng.integers(-3, 4, 14).astype(float).tolist(), rng.normal(0.4, 1, 16).tolist()):
    sums = [abs(sum(s * x for s, x in zip(signs, d))) for signs in itertools.product((1, -1), repeat=len(d))]
    p = sum(s >= abs(sum(d)) - 1e-9 for s in sums) / len(sums)
    if len(d) > 1:
        assert abs(p - stats.permutation_test((np.array(d),), np.mean, permutation_type="samples", n_resamples=np.inf).pvalue) < 1e-9
    flip.append(dict(differences=d, p=p))
sampled = [dict(differences=d, p=stats.permutation_test((np.array(d),), np.mean, permutation_type="samples", n_resamples=200_000, batch=20_000,
                                                       random_state=np.random.default_rng(1)).pvalue)
           for d in (rng.normal(0.3, 1, 30).tolist(), rng.normal(0.1, 1, 100).tolist())]

# Holm: by the definition, one hypothesis after the other. R: p.adjust(p, "holm").
holm = []
for p in ([], [0.03], [0.01, 0.04, 0.03, 0.005], [0.5, 0.5, 0.9], rng.uniform(0, 0.2, 12).tolist(), [0.0, 1.0, 0.02, 0.02]):
    m, ordered = len(p), sorted(p)
    holm.append(dict(p=p, adjusted=[max(min(1, (m - j) * ordered[j]) for j in range(m) if ordered[j] <= x) for x in p]))

friedman = []
for blocks, conditions, kind in ((2, 3, "c"), (5, 3, "c"), (12, 4, "g"), (30, 8, "g"), (100, 12, "c"), (40, 3, "g")):
    x = rng.normal(0, 1, (blocks, conditions)) if kind == "c" else rng.integers(1, 6, (blocks, conditions)).astype(float)
    x[:, 0] += 1 if kind == "g" else 0.2
    test = stats.friedmanchisquare(*x.T)
    friedman.append(dict(blocks=x.tolist(), statistic=float(test.statistic), p=float(test.pvalue), w=float(test.statistic / (blocks * (conditions - 1))),
                         ranks=np.mean([stats.rankdata(row) for row in x], axis=0).tolist()))

binomial = [dict(successes=k, trials=n, chance=c, p=stats.binomtest(k, n, c, alternative="greater").pvalue)
            for k, n, c in ((12, 16, .5), (9, 10, .5), (0, 4, .5), (5, 5, .5), (4, 4, .5), (500, 1000, .5), (560, 1000, .5), (9, 12, 1 / 3), (40, 40, .5))]
needed = []
for n in (4, 5, 8, 10, 16, 20, 100, 1000):
    enough = [k for k in range(n + 1) if stats.binom.sf(k - 1, n, 0.5) <= 0.05]
    needed.append(dict(trials=n, successes=enough[0] if enough else None))

# Bootstraps: all draws of few listeners and few items, each listener having rated each item. Level 0.5, so that quantiles lie inside.
cluster = []
for listeners, items in ((3, 3), (4, 3), (5, 1), (6, 1)):
    x = rng.integers(1, 6, (listeners, items)).astype(float) if items > 1 else rng.normal(3, 1, (listeners, 1))
    means = np.sort([x[np.ix_(a, b)].mean() for a in itertools.product(range(listeners), repeat=listeners) for b in itertools.product(range(items), repeat=items)])
    k = min(listeners, items) if items > 1 else listeners
    t = stats.t.ppf(0.75, k - 1) * (1 if items > 1 else math.sqrt(k / (k - 1)))
    tail = float(stats.norm.cdf(-t))
    cluster.append(dict(values=x.tolist(), level=0.5, tail=tail, low=[np.quantile(means, tail + d) for d in (-0.01, 0.01)],
                        high=[np.quantile(means, 1 - tail + d) for d in (-0.01, 0.01)]))


def fisher(r, n, variance):
    if n < 4 or abs(r) >= 1:
        return None
    half = stats.norm.ppf(0.975) * math.sqrt(variance / (n - 3))
    return [math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)]


correlation = []
for n in (2, 3, 4, 10, 40, 500):
    x = rng.normal(0, 1, n).round(1)
    y = (0.6 * x + rng.normal(0, 1, n)).round(1)
    r, rho = float(stats.pearsonr(x, y)[0]), float(stats.spearmanr(x, y)[0])
    if n > 3:
        assert np.allclose(fisher(r, n, 1), list(stats.pearsonr(x, y).confidence_interval(0.95)), atol=1e-12)
    correlation.append(dict(x=x.tolist(), y=y.tolist(), r=r, rho=rho, interval=fisher(r, n, 1), rhoInterval=fisher(rho, n, 1 + rho * rho / 2)))

prediction = []
for n in (6, 30):
    metric = rng.uniform(0, 1, n)
    votes = [np.clip(rng.normal(1.5 + 3 * m, 0.8, 12).round(), 1, 5) for m in metric]
    mos = np.array([v.mean() for v in votes])
    half = np.array([stats.t.ppf(0.975, 11) * stats.sem(v) for v in votes])
    line = stats.linregress(metric, mos)
    mapped = line.intercept + line.slope * metric
    error = np.abs(mos - mapped)
    prediction.append(dict(metric=metric.tolist(), mos=mos.tolist(), half=half.tolist(), slope=float(line.slope), intercept=float(line.intercept),
                           rmse=float(np.sqrt((error ** 2).sum() / (n - 2))), star=float(np.sqrt((np.maximum(0, error - half) ** 2).sum() / (n - 2))),
                           outliers=float(np.mean(error > half))))

bimodality = []
for values in (rng.integers(1, 6, 4).tolist(), rng.normal(50, 20, 30).tolist(), [1.0] * 20 + [5.0] * 20, list(range(100)), (rng.normal(0, 1, 9) ** 2).tolist()):
    n, g, k = len(values), stats.skew(values, bias=False), stats.kurtosis(values, bias=False)
    bimodality.append(dict(values=[float(v) for v in values], b=float((g * g + 1) / (k + 3 * (n - 1) ** 2 / ((n - 2) * (n - 3))))))

power = []
for n in (2, 3, 5, 10, 24, 100, 1000):
    for ratio in (0, 0.1, 0.3, 0.8, 2):
        for alpha in (0.05, 0.005):
            c, shift = stats.t.ppf(1 - alpha / 2, n - 1), ratio * math.sqrt(n)
            value = alpha if ratio == 0 else float(stats.nct.sf(c, n - 1, shift) + stats.nct.cdf(-c, n - 1, shift))
            if math.isfinite(value):
                power.append(dict(n=n, ratio=ratio, alpha=alpha, power=value))


def fewest(suffices):
    return next(n for n in range(2, 100_000) if suffices(n))


sizes = []
for ratio, alpha, wanted in ((0.2, 0.05, 0.8), (0.5, 0.05, 0.8), (0.5, 0.05, 0.95), (0.8, 0.01, 0.9), (3, 0.05, 0.8), (0.35, 0.005, 0.9)):
    def reached(n):
        c = stats.t.ppf(1 - alpha / 2, n - 1)
        tail = stats.nct.cdf(-c, n - 1, ratio * math.sqrt(n))
        return stats.nct.sf(c, n - 1, ratio * math.sqrt(n)) + (tail if math.isfinite(tail) else 0) >= wanted
    sizes.append(dict(ratio=ratio, alpha=alpha, power=wanted, n=fewest(reached)))

widths = [dict(half=h, deviation=s, n=fewest(lambda n: stats.t.ppf(0.975, n - 1) * s / math.sqrt(n) <= h))
          for h, s in ((0.1, 0.6), (0.25, 0.5), (5, 18), (2, 0.1), (0.05, 1.2))]

forecast = []
for n, target in ((2, 5), (8, 0.2), (20, 0.1), (40, 0.9)):
    means = rng.normal(3.5, 0.5, n)
    s = means.std(ddof=1)
    upper = s * math.sqrt((n - 1) / stats.chi2.ppf(0.2, n - 1))
    half = float(stats.t.ppf(0.975, n - 1) * s / math.sqrt(n))
    more = [0, 0] if half <= target else [fewest(lambda m: stats.t.ppf(0.975, m - 1) * d / math.sqrt(m) <= target) - n for d in (s, upper)]
    forecast.append(dict(means=means.tolist(), target=target, half=half, more=more[0], atMost=more[1]))

# Sequential tests: capitals in exact fractions, bounds by Brent's method.
def betting(values, mean):
    capital, track = [Fraction(1)] * 20, []
    for value in values:
        capital = [k * (1 - Fraction(2 * j + 1, 40) + Fraction(2 * j + 1, 40) * value / mean) for j, k in enumerate(capital)]
        track.append(sum(capital) / 20)
    return track


def lower_bound(values, threshold):
    if max(betting(values, Fraction(1))) >= threshold:
        return 1.0
    reach = lambda m: float(min(max(betting(values, Fraction(m))), 10 ** 12)) - threshold
    return float(optimize.brentq(reach, 1e-9, 1, xtol=1e-14)) if reach(1e-9) > 0 else 0.0


sequential_mean = []
for n, shift in ((1, 0), (12, 0), (25, 1), (25, -1), (40, 2)):
    d = np.clip(rng.integers(-2, 3, n) + shift, -3, 3).tolist()
    up, down = [Fraction(v + 3, 6) for v in d], [Fraction(3 - v, 6) for v in d]
    track = [max(a, b) / 2 for a, b in zip(betting(up, Fraction(1, 2)), betting(down, Fraction(1, 2)))]
    sequential_mean.append(dict(differences=[float(v) for v in d], e=float(track[-1]), p=float(min(Fraction(1), 1 / max(track))),
                                interval=[-3 + 6 * lower_bound(up, 40), 3 - 6 * lower_bound(down, 40)],
                                stopped=next((i + 1 for i, e in enumerate(track) if e >= 20), None)))

def side_bets(values, centre):
    """In log cosh form: exp(lambda x) / cosh(lambda x)."""
    x, lam = np.array(values) - centre, 2.0 ** np.arange(8)[:, None]
    logs = np.cumsum(lam * x - np.log(np.cosh(lam * x)), axis=1)
    return special.logsumexp(logs, axis=0) - math.log(8)


def side_bound(values):
    reach = lambda m: side_bets(values, m).max() - math.log(40)
    return float(optimize.brentq(reach, 0, 1, xtol=1e-15)) if reach(0) > 0 else 0.0


sequential_symmetry = []
for n, shift, spread in ((1, 0, 10), (15, 0, 10), (40, 6, 10), (60, -3, 7), (25, 40, 20)):
    d = np.clip(rng.normal(shift, spread, n), -100, 100).round(1)
    up, down = (d + 100) / 200, (100 - d) / 200
    track = np.maximum(side_bets(up, 0.5), side_bets(down, 0.5)) - math.log(2)
    sequential_symmetry.append(dict(differences=d.tolist(), e=float(np.exp(track[-1])), p=float(min(1, np.exp(-track.max()))),
                                    interval=[-100 + 200 * side_bound(up), 100 - 200 * side_bound(down)],
                                    stopped=next((i + 1 for i, e in enumerate(track) if e >= math.log(20)), None)))


def uniform_mixture(w, l):
    """2^n times the integral of p^w (1 - p)^l."""
    return Fraction(2 ** (w + l), (w + l + 1) * math.comb(w + l, w))


sequential_choice = []
for n, share in ((1, 0.5), (20, 0.5), (30, 0.9), (60, 0.7), (40, 0.2)):
    wins = (rng.uniform(size=n) < share).tolist()
    counts = [(sum(wins[:i]), i - sum(wins[:i])) for i in range(1, n + 1)]
    track = [uniform_mixture(w, l) for w, l in counts]
    ratio = lambda p, w, l: special.betaln(w + 1, l + 1) - special.xlogy(w, p) - special.xlog1py(l, -p) - math.log(20)
    low = max(optimize.brentq(ratio, 1e-12, w / (w + l), args=(w, l), xtol=1e-15) if w else 0 for w, l in counts)
    high = min(optimize.brentq(ratio, max(w / (w + l), 1e-12), 1 - 1e-15, args=(w, l), xtol=1e-15) if l else 1 for w, l in counts)
    above = [integrate.quad(lambda p: (p / c) ** w * ((1 - p) / (1 - c)) ** l, c, 1, epsabs=0, epsrel=1e-11)[0] / (1 - c) for c in (0.5, 1 / 3) for w, l in counts]
    sequential_choice.append(dict(wins=wins, e=float(track[-1]), p=float(min(Fraction(1), 1 / max(track))), interval=[float(low), float(high)],
                                  half=dict(e=above[n - 1], p=min(1, 1 / max(above[:n]))), third=dict(e=above[-1], p=min(1, 1 / max(above[n:])))))

print(json.dumps(dict(wilcoxon=wilcoxon, student=student, flip=flip, sampled=sampled, holm=holm, friedman=friedman, binomial=binomial, needed=needed,
                      cluster=cluster, correlation=correlation, prediction=prediction, bimodality=bimodality, power=power, sizes=sizes, widths=widths,
                      forecast=forecast, sequentialMean=sequential_mean, sequentialChoice=sequential_choice,
                      sequentialSymmetry=sequential_symmetry)))
