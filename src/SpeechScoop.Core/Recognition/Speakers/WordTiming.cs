namespace SpeechScoop.Recognition;

/// <summary>Where the words of a segment stand in time, which says only when the segment begins and ends.</summary>
/// <remarks>The strategies of meeteval 0.4.3 (von Neumann et al., CHiME workshop 2023). A word of no length overlaps another only where it lies within it, not at its edge.</remarks>
public enum WordTiming
{
    /// <summary>Each word takes its share of the segment by its characters.</summary>
    CharacterBased,

    /// <summary>Each word is the point in the middle of that share.</summary>
    CharacterBasedPoints,

    /// <summary>All words take the same share.</summary>
    EquidistantIntervals,

    /// <summary>Each word is the point in the middle of such a share.</summary>
    EquidistantPoints,

    /// <summary>Each word takes the whole segment.</summary>
    FullSegment,
}

/// <summary>The names of <see cref="WordTiming"/>.</summary>
public static class WordTimings
{
    private static readonly (string Name, WordTiming Timing)[] Known =
    [
        ("character-based", WordTiming.CharacterBased), ("character-based-points", WordTiming.CharacterBasedPoints), ("equidistant-intervals", WordTiming.EquidistantIntervals),
        ("equidistant-points", WordTiming.EquidistantPoints), ("full-segment", WordTiming.FullSegment),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(each => each.Name)];

    /// <summary>The name, as recipes and commands have it.</summary>
    public static string NameOf(WordTiming timing) => Array.Find(Known, each => each.Timing == timing).Name;

    /// <summary>Looks a name up; meeteval's underscores may stand for the hyphens.</summary>
    public static Result<WordTiming> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var at = Array.FindIndex(Known, each => each.Name == name.Replace('_', '-'));
        return at < 0 ? new Error.NotFound("unknown-word-timing", $"There is no word timing '{name}'. Known: {string.Join(", ", Names)}.") : Known[at].Timing;
    }
}
