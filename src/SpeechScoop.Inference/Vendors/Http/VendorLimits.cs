namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>How patient and how generous the clients are.</summary>
public sealed record VendorLimits
{
    public static VendorLimits Default { get; } = new();

    /// <summary>Repetitions of one request after 429, 5xx, time-outs and broken connections.</summary>
    public int MostRetries { get; init; } = 3;

    /// <summary>Wait before the first repetition; it doubles, with jitter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait before a repetition, also where a vendor's Retry-After asks for more.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>First wait between two looks at a transcript in the making; it grows to <see cref="LongestPoll"/>.</summary>
    public TimeSpan FirstPoll { get; init; } = TimeSpan.FromMilliseconds(250);

    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Most bytes of a transcript's answer.</summary>
    public int LargestText { get; init; } = 32 << 20;

    /// <summary>Most bytes of spoken audio.</summary>
    public int LargestAudio { get; init; } = 256 << 20;
}
