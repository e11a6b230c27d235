namespace SpeechScoop.Recognition;

/// <summary>A system as buyers weigh it. What is not known is null: it is neither good nor bad.</summary>
/// <param name="System">Its name.</param>
/// <param name="ErrorRate">0 or more.</param>
/// <param name="Seconds">Latency or processing time, lower is better.</param>
/// <param name="Price">For any fixed amount, lower is better.</param>
public readonly record struct Offer(string System, double? ErrorRate, double? Seconds, double? Price);

/// <summary>Which offers no other offer beats.</summary>
public static class ParetoFront
{
    /// <summary>For each offer, the first other that is at least as good in everything and better in something; null where there is none.</summary>
    /// <remarks>An offer with something unknown beats nobody, and is beaten by nobody: it cannot be compared.</remarks>
    public static IReadOnlyList<string?> BeatenBy(IReadOnlyList<Offer> offers)
    {
        ArgumentNullException.ThrowIfNull(offers);
        // What nobody knows is not compared; what some know must be known of both.
        bool[] compared = [offers.Any(offer => offer.ErrorRate is not null), offers.Any(offer => offer.Seconds is not null), offers.Any(offer => offer.Price is not null)];
        return [.. offers.Select(offer => offers.Where(other => Beats(other, offer)).Select(other => other.System).FirstOrDefault())];

        bool Beats(Offer other, Offer offer)
        {
            var better = false;
            foreach (var (theirs, ours) in Pairs(other, offer))
            {
                if (theirs is not { } a || ours is not { } b || a > b) return false;
                better |= a < b;
            }
            return better;
        }

        IEnumerable<(double?, double?)> Pairs(Offer other, Offer offer)
        {
            if (compared[0]) yield return (other.ErrorRate, offer.ErrorRate);
            if (compared[1]) yield return (other.Seconds, offer.Seconds);
            if (compared[2]) yield return (other.Price, offer.Price);
        }
    }
}
