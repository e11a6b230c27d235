using System.Security.Cryptography;
using SpeechScoop.Recognition.Transcripts.Formats;

namespace SpeechScoop.Recognition.Transcripts;

/// <summary>Which parts of recordings are scored, as a UEM file says: <c>recording channel start end</c> on each line, <c>;;</c> before comments.</summary>
/// <remarks>
/// As meeteval 0.4.3 reads it: the channel is not looked at, a segment that touches a region counts with all its words, and recordings that the file does not name are scored as a
/// whole. Unlike there, a recording may have several regions.
/// </remarks>
public sealed class ScoredRegions
{
    private readonly ILookup<string, (double Start, double End)> regions;

    private ScoredRegions(ILookup<string, (double Start, double End)> regions, string hash) => (this.regions, Hash) = (regions, hash);

    /// <summary>SHA-256 (lower-case hex) of the file: part of a rate's recipe.</summary>
    public string Hash { get; }

    /// <summary>Reads a UEM file.</summary>
    /// <returns><see cref="Error.Invalid"/> that names the line that cannot be read.</returns>
    public static Result<ScoredRegions> Read(TranscriptInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (text, problem) = TextDecoding.Decode(input);
        using var reading = new TranscriptReading(input.Name, text, new());
        if (problem is not null) reading.Problem(problem.Line, problem.Message, problem.Cure);
        var regions = new List<(string Recording, double Start, double End)>();
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line) || line.AsSpan().TrimStart().StartsWith(";;")) continue;
            var fields = TranscriptReading.Split(line);
            if (fields.Length != 4) reading.Problem(number, $"The line has {fields.Length} fields.", "A line is: recording channel start end.");
            else if (reading.Seconds(number, "start", fields[2]) is { } start && reading.Seconds(number, "end", fields[3]) is { } end && reading.RunForward(number, start, end)) regions.Add((fields[0], start, end));
        }
        if (reading.Problems.Count > 0) return new TranscriptDocument("uem", [], reading.Problems, []).Error!;
        return new ScoredRegions(regions.ToLookup(region => region.Recording, region => (region.Start, region.End), StringComparer.Ordinal), Convert.ToHexStringLower(SHA256.HashData(input.Bytes.Span)));
    }

    /// <summary>The segments of a recording that touch one of its regions; all where it has none.</summary>
    public IReadOnlyList<SpokenSegment> Within(string recording, IReadOnlyList<SpokenSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        return regions.Contains(recording) ? [.. segments.Where(segment => regions[recording].Any(region => region.Start <= segment.End && segment.Start <= region.End))] : segments;
    }
}
