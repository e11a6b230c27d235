namespace SpeechScoop.Inference.Recognition;

/// <summary>The smallest of the last values, in constant time a value.</summary>
internal sealed class SlidingMinimum(int length)
{
    // Values that may still become the minimum: each larger than the one before it and younger.
    private readonly LinkedList<(long Number, double Value)> candidates = new();
    private long count;

    /// <summary>Whether as many values came as are looked at.</summary>
    public bool IsFull => count >= length;

    /// <summary>The smallest of the last values.</summary>
    public double Value => candidates.First?.Value.Value ?? double.PositiveInfinity;

    /// <summary>Takes the next value.</summary>
    public void Add(double value)
    {
        while (candidates.Last is { } last && last.Value.Value >= value) candidates.RemoveLast();
        candidates.AddLast((count++, value));
        if (candidates.First!.Value.Number <= count - 1 - length) candidates.RemoveFirst();
    }
}
