using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SpeechScoop.Comparisons;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Comparisons;

/// <summary>What a comparison is asked for.</summary>
internal readonly record struct ComparisonQuery
{
    /// <summary><c>recognizer</c>, <c>synthesizer</c> or <c>tokenizer</c>.</summary>
    [FromRoute]
    public string Kind { get; init; }

    /// <summary>First instant that counts (ISO 8601), or a day in UTC.</summary>
    [FromQuery]
    public string? From { get; init; }

    /// <summary>First instant that no longer counts, or the last day in UTC, which counts whole.</summary>
    [FromQuery]
    public string? To { get; init; }

    /// <summary>Only this listener's ratings.</summary>
    [FromQuery]
    public string? Listener { get; init; }

    /// <summary>Only trials with audio from there.</summary>
    [FromQuery]
    public string? Source { get; init; }

    /// <summary>Leaves out ratings given while the systems' names were visible. True unless given.</summary>
    [FromQuery]
    public string? BlindOnly { get; init; }

    /// <summary>The kind of system.</summary>
    public Result<SystemKind> ReadKind() => Kind switch
    {
        "recognizer" => SystemKind.Recognizer,
        "synthesizer" => SystemKind.Synthesizer,
        "tokenizer" => SystemKind.Tokenizer,
        _ => new Error.NotFound("unknown-kind", $"There is no comparison of \"{Kind}\". Ask for recognizer, synthesizer or tokenizer."),
    };

    /// <summary>The filter; empty values count as none.</summary>
    public Result<ComparisonFilter> ReadFilter()
    {
        if (!Instant("from", From, daysLater: 0).TryGet(out var from, out var error)) return error;
        if (!Instant("to", To, daysLater: 1).TryGet(out var to, out error)) return error;
        var blindOnly = true;
        if (!string.IsNullOrEmpty(BlindOnly) && !bool.TryParse(BlindOnly, out blindOnly))
            return new Error.Invalid("bad-filter", $"blindOnly is \"{BlindOnly}\": use true or false.");
        return new ComparisonFilter(from.Value, to.Value, NullIfEmpty(Listener), NullIfEmpty(Source), blindOnly);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static Result<Optional> Instant(string name, string? text, int daysLater)
    {
        if (string.IsNullOrEmpty(text)) return new Optional(null);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.DayNumber + daysLater > DateOnly.MaxValue.DayNumber ? new Optional(null)
                : new Optional(new DateTimeOffset(day.AddDays(daysLater), TimeOnly.MinValue, TimeSpan.Zero));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? new Optional(instant)
            : new Error.Invalid("bad-filter", $"{name} is \"{text}\": use a day such as 2026-11-23 or an instant such as 2026-11-23T09:30:00Z.");
    }

    private readonly record struct Optional(DateTimeOffset? Value);
}
