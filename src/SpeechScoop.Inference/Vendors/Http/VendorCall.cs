using System.Diagnostics;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>What one call to a vendor cost in time: all its requests with their attempts. One call runs its requests one after another.</summary>
public sealed class VendorCall
{
    /// <summary>Pieces that are kept at most: half an hour of speech has 10,000.</summary>
    private const int MostPieces = 20_000;

    private readonly List<(TimeSpan At, string Text)> pieces = [];
    private readonly long started = Stopwatch.GetTimestamp();
    private long lost;
    private long ended;

    /// <summary>Attempts: 1 where everything succeeded at once, one more for each repetition.</summary>
    public int Attempts { get; private set; } = 1;

    /// <summary>From the call's turn to the last byte read, repetitions and the waits that the vendor asks for included.</summary>
    public TimeSpan IncludingRetries => Stopwatch.GetElapsedTime(started, ended == 0 ? Stopwatch.GetTimestamp() : ended);

    /// <summary>The same without what failed attempts and waits took.</summary>
    public TimeSpan Successful => IncludingRetries - TimeSpan.FromTicks(lost);

    /// <summary>Until the first piece of a result; null where the answer came whole.</summary>
    public TimeSpan? FirstResult { get; private set; }

    /// <summary>The answer as it came, for transcripts; empty for audio.</summary>
    public string RawAnswer { get; internal set; } = "";

    internal void Repeat(long previousAttempt)
    {
        Attempts++;
        lost += Stopwatch.GetElapsedTime(previousAttempt).Ticks;
    }

    internal void Waited(TimeSpan wait) => lost += wait.Ticks;

    /// <summary>Pieces of a transcript as they came, with the time of what succeeded up to then; none where the answer came whole.</summary>
    public IReadOnlyList<(TimeSpan At, string Text)> Pieces => pieces;

    internal void Piece(string text)
    {
        FirstResult ??= Successful;
        if (pieces.Count < MostPieces) pieces.Add((Successful, text));
    }

    internal void End() => ended = Stopwatch.GetTimestamp();
}
