namespace SpeechScoop.ListeningTests;

/// <summary>Leaves out a session that did not pass the digits in noise. A session that was not asked passes.</summary>
public sealed record DigitsRule : ScreeningRule
{
    internal const string Kind = "digits-in-noise";

    /// <summary>The highest threshold that passes, in dB SNR; null for the one that the test had.</summary>
    public double? PassSrtDb { get; init; }

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from session in input.Sessions
        where PassSrtDb is { } mark ? session.DigitsSrtDb > mark : session.DigitsPassed == false
        select new ScreeningFinding(Kind, ScreeningScope.Session, session.Listener, session.Id, null, Text(
            $"Understood digits in noise only from {session.DigitsSrtDb:0.0} dB SNR on{(PassSrtDb is { } needed ? Text($", where {needed:0.0} dB was needed") : "")}."));

    internal override string? Problem() => PassSrtDb is { } mark ? Range(Kind, "passSrtDb", mark, DigitsInNoise.LowestDb, DigitsInNoise.HighestDb) : null;
}
