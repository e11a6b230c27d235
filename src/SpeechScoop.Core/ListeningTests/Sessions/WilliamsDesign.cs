namespace SpeechScoop.ListeningTests;

/// <summary>
/// Latin squares in which every trial comes equally often at every position and directly after every other trial equally often
/// (E. J. Williams, "Experimental designs balanced for the estimation of residual effects of treatments", 1949).
/// </summary>
public static class WilliamsDesign
{
    /// <summary>Listeners until the design repeats: n for an even number of trials, 2n for an odd one (the square and its mirror image).</summary>
    public static int Rows(int count) => count % 2 == 0 || count == 1 ? count : 2 * count;

    /// <summary>A row of the design: the trials 0 .. <paramref name="count"/> − 1 in the order for one listener.</summary>
    /// <param name="count">Number of trials, 1 or more.</param>
    /// <param name="row">0 or more; rows beyond <see cref="Rows"/> repeat.</param>
    public static int[] Row(int count, int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        row %= Rows(count);
        // First row 0, 1, n−1, 2, n−2 …: neighbours differ by every amount once (even n) or twice with the mirror image (odd n).
        var order = Enumerable.Range(0, count).Select(i => ((i % 2 == 1 ? (i + 1) / 2 : count - (i / 2)) + row) % count).ToArray();
        if (row >= count) Array.Reverse(order);
        return order;
    }
}
