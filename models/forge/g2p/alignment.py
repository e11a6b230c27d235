"""Edit distance between sequences, and which word each phone of a spoken sentence belongs to."""

SUBSTITUTION = 1.01  # a little dearer than leaving a phone out, so that ties are broken the same way everywhere


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
    cost = [[float(j) for j in range(m + 1)]]
    for i, phone in enumerate(spoken, 1):
        above, row = cost[-1], [float(i)]
        for j, (wanted, _) in enumerate(expected, 1):
            differs = 0.0 if phone == wanted else SUBSTITUTION
            row.append(min(above[j - 1] + differs, above[j] + 1, row[j - 1] + 1))
        cost.append(row)
    owner, i, j = [0] * n, n, m
    while i > 0:
        differs = 0.0 if j > 0 and spoken[i - 1] == expected[j - 1][0] else SUBSTITUTION
        if j > 0 and cost[i][j] == cost[i - 1][j - 1] + differs:
            owner[i - 1] = expected[j - 1][1]
            i, j = i - 1, j - 1
        elif cost[i][j] == cost[i - 1][j] + 1:
            owner[i - 1] = expected[min(j, m - 1)][1]
            i -= 1
        else:
            j -= 1
    return owner, cost[n][m] / n
