using System.Text.Json;

namespace SpeechScoop.ListeningTests;

/// <summary>Which answers count: a named, versioned list of rules. Applying one never changes or deletes an answer.</summary>
/// <param name="Id">A preset's, or the experimenter's own name.</param>
/// <param name="Version">Raised whenever rules or parameters change, 1 or more: a result names both.</param>
/// <param name="Rules">In the order in which reasons are listed.</param>
public sealed record ScreeningProfile(string Id, int Version, IReadOnlyList<ScreeningRule> Rules)
{
    /// <summary>Everything counts.</summary>
    public static ScreeningProfile None { get; } = new("none", 1, []);

    /// <summary>ITU-R BS.1534-3 (10/2015): hidden reference, mid anchor; outliers are pointed at only.</summary>
    public static ScreeningProfile Bs1534 { get; } = new("bs1534-3", 1, [new HiddenReferenceRule(), new MidAnchorRule(), new OutlierRule()]);

    /// <summary>As in MPEG's verification tests: one misjudged hidden reference or anchor drops the listener.</summary>
    public static ScreeningProfile MpegStrict { get; } = new("mpeg-strict", 1, [new AnchorOrderRule()]);

    /// <summary>ITU-R BS.1116: listeners who do not tell the systems from the hidden reference.</summary>
    public static ScreeningProfile Bs1116 { get; } = new("bs1116", 1, [new DiffGradeRule()]);

    /// <summary>ITU-T P.808: traps, gold clips, variance, agreement with the panel, headphones, digits in noise, hearing.</summary>
    public static ScreeningProfile P808 { get; } = new("p808", 2,
        [new HeadphoneRule(), new DigitsRule(), new HearingRule(), new TrapRule(), new GoldRule(), new VarianceRule(), new PanelCorrelationRule()]);

    /// <summary>What every remote test should leave out: loudspeakers, poor hearing, answers faster than listening, clips that were never played.</summary>
    public static ScreeningProfile Crowd { get; } = new("crowd", 2, [new HeadphoneRule(), new DigitsRule(), new HearingRule(), new TooFastRule(), new NeverPlayedRule()]);

    /// <summary>All presets.</summary>
    public static IReadOnlyList<ScreeningProfile> Presets { get; } = [None, Bs1534, MpegStrict, Bs1116, P808, Crowd];

    /// <summary>Looks a preset up by id.</summary>
    public static Result<ScreeningProfile> Find(string? id) => Presets.FirstOrDefault(preset => preset.Id == id) is { } found
        ? found
        : new Error.Invalid("unknown-screening", $"screening is '{id}'. Use one of {string.Join(", ", Presets.Select(preset => preset.Id))}.");

    /// <summary>Writes the profile as JSON, every parameter included.</summary>
    public string Write() => JsonSerializer.Serialize(this, DefinitionJson.Options);

    /// <summary>Reads a profile and checks its parameters.</summary>
    /// <returns><see cref="Error.Invalid"/> for text that is no profile, and for parameters out of range.</returns>
    public static Result<ScreeningProfile> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ScreeningProfile>(json, DefinitionJson.Options) is { Id: not null, Rules: not null } profile
                ? profile.Problem() is { } problem ? new Error.Invalid("screening-invalid", problem) : profile
                : new Error.Invalid("screening-empty", "The screening profile has no id or no rules. Send {\"id\": …, \"version\": 1, \"rules\": [ … ]}.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return new Error.Invalid("screening-unreadable", $"The screening profile cannot be read: {exception.Message}");
        }
    }

    /// <summary>Applies the rules.</summary>
    /// <remarks>
    /// Rules about one listener all see everything, so that each reason stands alone and their order does not matter. Rules that compare
    /// listeners with the panel (correlation, outliers) then see what those kept. Sessions that ended without consent or at a screen are not
    /// analysed anyway: their answers count for no rule, and stay in <see cref="ScreeningOutcome.Kept"/>.
    /// </remarks>
    public ScreeningOutcome Apply(ScreeningInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var refused = input.Sessions.Where(session => session.Outcome is SessionOutcome.ScreenedOut or SessionOutcome.Declined).Select(session => session.Id).ToHashSet();
        var judged = input with { Ratings = [.. input.Ratings.Where(rating => !refused.Contains(rating.Session))] };
        ScreeningFinding[] alone = [.. Rules.Where(rule => !rule.ComparesWithPanel).SelectMany(rule => rule.Find(judged))];
        var left = judged with { Ratings = Keep(judged.Ratings, alone) };
        ScreeningFinding[] all = [.. alone, .. Rules.Where(rule => rule.ComparesWithPanel).SelectMany(rule => rule.Find(left))];
        return new(this, [.. all.Where(finding => !finding.FlagOnly)], [.. all.Where(finding => finding.FlagOnly)], Keep(input.Ratings, all));
    }

    private string? Problem() =>
        string.IsNullOrWhiteSpace(Id) ? "id is empty: name the profile."
        : Version < 1 ? $"version is {Version}: use 1 or more."
        : Rules.Any(rule => rule is null) ? "rules holds null: leave it out."
        : Rules.Select(rule => rule.Problem()).FirstOrDefault(problem => problem is not null);

    private static TestRating[] Keep(IReadOnlyList<TestRating> ratings, IReadOnlyList<ScreeningFinding> findings)
    {
        HashSet<string> Of(ScreeningScope scope, Func<ScreeningFinding, string?> name) =>
            [.. findings.Where(finding => !finding.FlagOnly && finding.Scope == scope).Select(finding => name(finding)!)];
        var (listeners, sessions, single) = (Of(ScreeningScope.Listener, finding => finding.Listener),
            Of(ScreeningScope.Session, finding => finding.Session), Of(ScreeningScope.Rating, finding => finding.Rating));
        return [.. ratings.Where(rating => !listeners.Contains(rating.Listener) && !sessions.Contains(rating.Session) && !single.Contains(rating.Id))];
    }
}
