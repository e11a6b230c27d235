using SpeechScoop.Statistics;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>What the power panel is asked.</summary>
/// <param name="Difference">Smallest difference of two conditions that should be found, on the scale; > 0.</param>
/// <param name="Deviation">Standard deviation of listeners' differences, assumed or from a pilot; > 0.</param>
/// <param name="Alpha">Error rate of the test, above 0 and below 1.</param>
/// <param name="Cautious">Upper limit of the deviation, for a careful plan; null where none is known.</param>
/// <param name="Power">How surely the difference should be found, above 0 and below 1.</param>
internal sealed record PowerRequest(double Difference, double Deviation, double Alpha = 0.05, double Power = SampleSize.UsualPower, double? Cautious = null);

/// <summary>How many listeners are needed.</summary>
/// <param name="Listeners">Null where even the largest number that is tried is not enough.</param>
/// <param name="CautiousListeners">The same at the deviation's upper limit; null where none was given.</param>
/// <param name="Curve">Power at some numbers of listeners.</param>
internal sealed record PowerAnswer(int? Listeners, int? CautiousListeners, IReadOnlyList<PowerPoint> Curve);

/// <summary>Power at a number of listeners.</summary>
internal sealed record PowerPoint(int Listeners, double Power);

/// <summary>Answers how many listeners a paired comparison needs.</summary>
internal static class PowerPanel
{
    private static readonly int[] Shown = [5, 10, 15, 20, 30, 40, 60, 100];

    public static Result<PowerAnswer> Answer(PowerRequest request)
    {
        if (!(request.Difference > 0 && double.IsFinite(request.Difference))) return new Error.Invalid("power-difference", "The difference must be a number above 0.");
        if (!(request.Deviation > 0 && double.IsFinite(request.Deviation))) return new Error.Invalid("power-deviation", "The standard deviation must be a number above 0.");
        if (request.Difference / request.Deviation is < 0.001 or > 100)
            return new Error.Invalid("power-ratio", "The difference must be from a thousandth to a hundred times the standard deviation.");
        if (!(request.Alpha is > 0 and < 1 && request.Power > request.Alpha && request.Power < 1))
            return new Error.Invalid("power-share", "alpha must lie between 0 and 1, and power between alpha and 1, such as 0.05 and 0.8.");
        if (request.Cautious is { } cautious && !(cautious >= request.Deviation && request.Difference / cautious >= 0.001))
            return new Error.Invalid("power-cautious", "The upper limit of the deviation must be at least the deviation, and at most a thousand times the difference.");
        return new PowerAnswer(
            SampleSize.ForPairedDifference(request.Difference, request.Deviation, request.Alpha, request.Power),
            request.Cautious is { } upper ? SampleSize.ForPairedDifference(request.Difference, upper, request.Alpha, request.Power) : null,
            [.. Shown.Select(listeners => new PowerPoint(listeners, SampleSize.PairedPower(listeners, request.Difference, request.Deviation, request.Alpha)))]);
    }
}
