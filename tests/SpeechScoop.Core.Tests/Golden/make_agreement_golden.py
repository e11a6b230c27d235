#!/usr/bin/env python3
"""Expected values of agreement statistics, Bradley-Terry and the subject model, by other ways than the product's: pairwise definitions in exact
fractions, least squares, SciPy's optimisers on the likelihood, and R (glm, lm). Run: python3 make_agreement_golden.py > agreement.json"""
import itertools, json, subprocess
from fractions import Fraction
import numpy as np
from scipy import optimize, stats

rng = np.random.default_rng(20261125)


def r(code):
    """Numbers that R prints with 17 digits."""
    out = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout
    return [float(word) for word in out.split()]


def r_vector(values):
    return "c(" + ",".join(repr(float(v)) for v in values) + ")"


# Krippendorff: from pairs, as in "Computing Krippendorff's alpha-reliability" (2011), in exact fractions.
def alpha(units, level):
    units = [u for u in units if len(u) > 1]
    values = [v for u in units for v in u]
    n, count = len(values), {v: values.count(v) for v in values}

    def distance(a, b):
        if level == "nominal":
            return Fraction(int(a != b))
        if level == "interval":
            return Fraction(a - b) ** 2
        low, high = min(a, b), max(a, b)
        return (sum(c for v, c in count.items() if low <= v <= high) - Fraction(count[low] + count[high], 2)) ** 2

    observed = sum(distance(a, b) / (len(u) - 1) for u in units for a, b in itertools.permutations(u, 2)) / n
    expected = sum(distance(a, b) for a, b in itertools.permutations(values, 2)) / (n * (n - 1))
    return None if expected == 0 else float(1 - observed / expected)


textbook = [[1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2],
            [None, 5, 5, 5], [None, None, 1, 1], [None, None, 3, None]]
tables = [textbook]
for items, raters, missing in ((8, 3, 0.2), (15, 6, 0.5), (5, 2, 0)):
    truth = rng.integers(1, 6, items)
    tables.append([[None if rng.random() < missing else int(np.clip(t + rng.integers(-1, 2), 1, 5)) for _ in range(raters)] for t in truth])
tables.append([[3, 3], [3, 3]])
krippendorff = [dict(table=t, **{level: alpha([[v for v in row if v is not None] for row in t], level) for level in ("nominal", "ordinal", "interval")})
                for t in tables]


# ICC: mean squares as residuals of least-squares fits on dummy variables.
def rss(y, *factors):
    x = np.column_stack([np.ones(len(y))] + [(f[:, None] == np.unique(f)[None, :]).astype(float) for f in factors])
    return float(np.sum((y - x @ np.linalg.lstsq(x, y, rcond=None)[0]) ** 2))


def one_way(y, item, level):
    n, total = len(np.unique(item)), len(y)
    sizes = np.array([np.sum(item == i) for i in np.unique(item)])
    k = (total - np.sum(sizes ** 2) / total) / (n - 1)
    within = rss(y, item) / (total - n)
    between = (rss(y) - rss(y, item)) / (n - 1)
    f, p = between / within, (1 + level) / 2
    low, high = f / stats.f.ppf(p, n - 1, total - n), f * stats.f.ppf(p, total - n, n - 1)
    single = [(q - 1) / (q + k - 1) for q in (f, low, high)]
    return dict(single=single, average=[k * s / (1 + (k - 1) * s) for s in single]), k


def icc(table, level=0.95):
    table = np.array(table, float)
    n, k = table.shape
    y, item, rater = table.ravel(), np.repeat(np.arange(n), k), np.tile(np.arange(k), n)
    one, _ = one_way(y, item, level)
    msr, msc = (rss(y) - rss(y, item)) / (n - 1), (rss(y) - rss(y, rater)) / (k - 1)
    mse, p = rss(y, item, rater) / ((n - 1) * (k - 1)), (1 + level) / 2
    f = msr / mse
    low, high = f / stats.f.ppf(p, n - 1, (n - 1) * (k - 1)), f * stats.f.ppf(p, (n - 1) * (k - 1), n - 1)
    a1 = (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n)
    # McGraw and Wong's table 7; the average's by its own formula, with c and d from ICC(A,k).
    a, b = k * a1 / (n * (1 - a1)), 1 + k * a1 * (n - 1) / (n * (1 - a1))
    v = (a * msc + b * mse) ** 2 / ((a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)))
    f1, f2 = stats.f.ppf(p, n - 1, v), stats.f.ppf(p, v, n - 1)
    agreement = [a1, n * (msr - f1 * mse) / (f1 * (k * msc + (k * n - k - n) * mse) + n * msr),
                 n * (f2 * msr - mse) / (k * msc + (k * n - k - n) * mse + n * f2 * msr)]
    average = [(msr - mse) / (msr + (msc - mse) / n), n * (msr - f1 * mse) / (f1 * (msc - mse) + n * msr), n * (f2 * msr - mse) / (msc - mse + n * f2 * msr)]
    return dict(table=table.tolist(), level=level, oneWaySingle=one["single"], oneWayAverage=one["average"], agreementSingle=agreement,
                agreementAverage=average, consistencySingle=[(q - 1) / (q + k - 1) for q in (f, low, high)],
                consistencyAverage=[1 - 1 / q for q in (f, low, high)])


shrout = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
scores = rng.normal(60, 15, (30, 1)) + rng.normal(0, 5, (1, 8)) + rng.normal(0, 10, (30, 8))
intraclass = [icc(shrout), icc(shrout, 0.9), icc(scores.round(3)), icc(rng.normal(0, 1, (12, 3)).round(3), 0.99)]
item = np.concatenate([np.full(size, i) for i, size in enumerate((2, 3, 5, 2, 4, 3, 6))])
y = (rng.normal(3, 1, 7)[item] + rng.normal(0, 0.7, len(item))).round(3)
result, k = one_way(y, item, 0.95)
unbalanced = dict(items=item.tolist(), values=y.tolist(), ratersPerItem=k, **result)


# Bradley-Terry: minus the penalised log-likelihood, written out choice by choice, polished by a root of its numerical-free gradient.
def bradley_terry(choices, systems, ridge, side, ties):
    first, second, outcome, weight = (np.array(c, float) for c in zip(*choices))
    first, second = first.astype(int), second.astype(int)

    def probabilities(x):
        d = x[first] - x[second] + (x[systems] if side else 0)
        nu = np.exp(x[-1]) if ties else 0
        terms = np.column_stack([np.exp(d / 2), np.exp(-d / 2), np.full(len(d), nu)])
        return terms / terms.sum(axis=1, keepdims=True)

    def likelihood(x):
        return float(np.sum(weight * np.log(probabilities(x)[np.arange(len(first)), np.where(outcome > 0, 0, np.where(outcome < 0, 1, 2))])))

    def gradient(x):
        p = probabilities(x)
        slope = weight * (outcome - p[:, 0] + p[:, 1]) / 2
        g = np.zeros(len(x))
        np.add.at(g, first, slope)
        np.add.at(g, second, -slope)
        if side:
            g[systems] = slope.sum()
        if ties:
            g[-1] = np.sum(weight * ((outcome == 0) - p[:, 2]))
        g = -(g - ridge * x)
        if ridge == 0:
            g[:systems] += x[:systems].mean()
        return g

    start = np.zeros(systems + side + ties)
    near = optimize.minimize(lambda x: -likelihood(x) + ridge / 2 * x @ x + (0 if ridge else x[:systems].mean() ** 2 * systems / 2), start, jac=gradient, method="BFGS", options=dict(gtol=1e-8))
    best = optimize.root(gradient, near.x, tol=1e-14, method="hybr")
    assert np.abs(gradient(best.x)).max() < 1e-9, (near, best)
    x = best.x
    return dict(strengths=(x[:systems] - x[:systems].mean()).tolist(), side=float(x[systems]) if side else None,
                tieRate=float(np.exp(x[-1]) / (2 + np.exp(x[-1]))) if ties else 0.0, logLikelihood=likelihood(x))


def choose(truth, count, advantage, nu, weighted):
    rows = []
    for _ in range(count):
        a, b = rng.choice(len(truth), 2, replace=False)
        d = truth[a] - truth[b] + advantage
        p = np.array([np.exp(d / 2), np.exp(-d / 2), nu])
        rows.append([int(a), int(b), int(rng.choice([1, -1, 0], p=p / p.sum())), float(rng.integers(1, 4)) if weighted else 1.0])
    return rows


bt = []
for truth, count, advantage, nu, weighted, ridge, side in (
        ([0, 0.5, 1.2], 60, 0, 0, False, 0.01, False), ([0, 0.4, -0.7, 1.5], 200, 0.5, 0.8, False, 0.01, True),
        ([0, 1, 2, 3, 4], 300, -0.3, 0.3, True, 0.5, True), ([0, 0.2, 0.4, 0.6], 250, 0, 1.5, False, 0.0, True)):
    choices = choose(truth, count, advantage, nu, weighted)
    bt.append(dict(choices=choices, systems=len(truth), ridge=ridge, withSide=side, **bradley_terry(choices, len(truth), ridge, side, nu > 0)))
unbeaten = [[0, 1, 1, 1.0]] * 3 + [[1, 0, -1, 1.0]] * 3 + [[1, 2, 1, 1.0], [2, 1, 1, 1.0]]
bt.append(dict(choices=unbeaten, systems=3, ridge=0.01, withSide=True, **bradley_terry(unbeaten, 3, 0.01, True, False)))

# Without ties and prior it is a logistic regression: R's glm.
choices = choose([0, 0.6, -0.4, 1.0], 240, 0.3, 0, False)
columns = [[(1 if c[0] == s else -1 if c[1] == s else 0) for c in choices] for s in range(1, 4)]
coefficients = r("options(digits=17); y=" + r_vector([(c[2] + 1) / 2 for c in choices]) + "; x=cbind(" + ",".join(map(r_vector, columns)) +
                 "); m=glm(y~x,family=binomial,control=glm.control(epsilon=1e-14)); cat(coef(m), logLik(m))")
strengths = np.array([0] + coefficients[1:4])
bt.append(dict(choices=choices, systems=4, ridge=0.0, withSide=True, strengths=(strengths - strengths.mean()).tolist(), side=coefficients[0], tieRate=0.0,
               logLikelihood=coefficients[4]))


# Subject model: the likelihood's stationary point, not by alternating projection.
def subject(rows, raters, items, level=0.95):
    i, j, u = np.array([x[0] for x in rows]), np.array([x[1] for x in rows]), np.array([x[2] for x in rows], float)

    def gradient(x):
        q, b, s = x[:items], x[items:items + raters], np.exp(x[items + raters:])
        e, w = u - q[j] - b[i], 1 / s[i] ** 2
        g = np.concatenate([np.bincount(j, w * e, items), np.bincount(i, w * e, raters), np.bincount(i, w * e ** 2 - 1, raters)])
        g[items] = b.sum()  # one of the equations is redundant: biases have mean 0 instead
        return g

    q = np.bincount(j, u, items) / np.bincount(j, minlength=items)
    b = np.bincount(i, u - q[j], raters) / np.bincount(i, minlength=raters)
    start = np.concatenate([q, b - b.mean(), np.full(raters, np.log(np.std(u - q[j] - b[i])))])
    likelihood = lambda x: np.sum(np.log(np.exp(x[items + raters:])[i]) + (u - x[:items][j] - x[items:items + raters][i]) ** 2 / (2 * np.exp(2 * x[items + raters:][i])))
    # The likelihood is unbounded where a rater's noise goes to 0: the maximum wanted is the inner one.
    bounds = [(None, None)] * (items + raters) + [(np.log(0.3), np.log(3))] * raters

    def slope(x):
        g = -gradient(x)
        e, w = u - x[:items][j] - x[items:items + raters][i], np.exp(-2 * x[items + raters:])
        g[items] = -np.sum((w[i] * e)[i == 0])
        return g

    near = optimize.minimize(likelihood, start, jac=slope, method="L-BFGS-B", bounds=bounds, options=dict(maxiter=10 ** 5, ftol=1e-16, gtol=1e-9)).x
    near[:items] += near[items:items + raters].mean()
    near[items:items + raters] -= near[items:items + raters].mean()
    best = optimize.root(gradient, near, tol=1e-13)
    assert np.abs(gradient(best.x)).max() < 1e-7
    x, z = best.x, stats.norm.ppf((1 + level) / 2)
    s = np.exp(x[items + raters:])
    assert s.min() > 0.3 * np.sqrt(np.mean((u - x[:items][j] - x[items:items + raters][i]) ** 2))  # the product's guard does not act
    return dict(rows=[[int(a), int(c), float(v)] for a, c, v in zip(i, j, u)], quality=x[:items].tolist(), bias=x[items:items + raters].tolist(),
                inconsistency=s.tolist(), half=(z / np.sqrt(np.bincount(j, 1 / s[i] ** 2, items))).tolist(),
                biasHalf=(z * s / np.sqrt(np.bincount(i, minlength=raters))).tolist())


subjects = []
for raters, items, missing in ((16, 24, 0.0), (24, 40, 0.4)):
    q, b, s = rng.uniform(1.5, 4.5, items), rng.normal(0, 0.4, raters), rng.uniform(0.5, 1.0, raters)
    rows = [(i, j, round(q[j] + b[i] + s[i] * rng.normal(), 3)) for i in range(raters) for j in range(items) if rng.random() >= missing]
    subjects.append(subject(rows, raters, items))

# SOS: R's regression through the origin.
sos = []
for low, high, items in ((1, 5, 12), (0, 100, 20)):
    votes = [np.clip(np.round(rng.normal(m, (high - low) / 6, 9)), low, high).tolist() for m in rng.uniform(low, high, items)]
    x, v = [np.mean(row) for row in votes], [np.var(row, ddof=1) for row in votes]
    shape = [-m * m + (low + high) * m - low * high for m in x]
    # Standard error HC3, from R's residuals and leverages.
    a, error = r("options(digits=17); x=" + r_vector(shape) + "; m=lm(" + r_vector(v) + "~0+x); cat(coef(m), sqrt(sum((x*resid(m)/(1-hatvalues(m)))^2))/sum(x^2))")
    half = stats.t.ppf(0.975, items - 1) * error
    sos.append(dict(votes=votes, minimum=low, maximum=high, a=a, interval=[a - half, a + half]))

print(json.dumps(dict(krippendorff=krippendorff, intraclass=intraclass, unbalanced=unbalanced, bradleyTerry=bt, subject=subjects, sos=sos)))
