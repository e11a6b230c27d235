"""Edit distance between sequences, and which word each phone of a spoken sentence belongs to."""

import numpy as np


def edit_distance(left: list, right: list) -> int:
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def word_of_each_phone(spoken: list[str], words: list[list[str]]) -> tuple[list[int], float]:
    """For each spoken phone the index of its word, by aligning with the words' expected phones, and the share of edits."""
    expected = [(phone, index) for index, phones in enumerate(words) for phone in phones]
    n, m = len(spoken), len(expected)
    if n == 0 or m == 0:
        return [0] * n, 1.0
    cost = np.zeros((n + 1, m + 1))
    cost[:, 0], cost[0] = np.arange(n + 1), np.arange(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            differs = 1.01 * (spoken[i - 1] != expected[j - 1][0])
            cost[i, j] = min(cost[i - 1, j - 1] + differs, cost[i - 1, j] + 1, cost[i, j - 1] + 1)
    owner, i, j = [0] * n, n, m
    while i > 0:
        if j > 0 and cost[i, j] == cost[i - 1, j - 1] + 1.01 * (spoken[i - 1] != expected[j - 1][0]):
            owner[i - 1] = expected[j - 1][1]
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j] + 1:
            owner[i - 1] = expected[min(j, m - 1)][1]
            i -= 1
        else:
            j -= 1
    return owner, cost[n, m] / n
