using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>Turns what a browser sends into a rating of stimuli, or says what is wrong with it.</summary>
internal static class RatingReader
{
    private const int LongestText = 5_000;

    /// <summary>Reads a rating.</summary>
    /// <param name="id">A UUID that the browser made.</param>
    /// <param name="page">The page that the request names.</param>
    public static Result<ListeningRating> Read(string id, RatingRequest request, SessionContent session, TestContent content, PlannedPage page, DateTimeOffset now)
    {
        if (!Guid.TryParse(id, out var uuid)) return new Error.Invalid("rating-id", "A rating's id is a UUID that the browser makes.");
        if (page.Trial is null) return new Error.Invalid("page-rates-nothing", $"Page {request.Page} rates nothing; answer it as a whole.");
        var trial = content.Trial(page.Trial)!;
        if (page.Scales.All(known => known != request.Scale))
            return new Error.Invalid("scale-unknown", $"Page {request.Page} has no scale \"{Shown(request.Scale)}\". It asks {string.Join(", ", page.Scales)}.");
        if (PageLabels.Stimulus(page, trial.Design, request.Label) is not { } stimulus) return WrongLabel(request.Page, "label", request.Label);
        if (!Other(request, page, trial.Design).TryGet(out var other, out var error)) return error;
        var scale = StandardScales.For(trial, content.Definition.Language).First(known => known.Id == request.Scale);
        if (!Value(request, page, trial, scale, stimulus).TryGet(out var value, out error)) return error;
        if (request.ElapsedSeconds is { } elapsed && !(elapsed is >= 0 and < 1e7)) return new Error.Invalid("elapsed-seconds", "elapsedSeconds must be 0 or more.");
        if (request.Plays is < 0) return new Error.Invalid("plays", "plays must be 0 or more.");
        return new ListeningRating
        {
            Id = uuid.ToString(),
            SessionId = session.Id,
            Page = request.Page!.Value,
            Trial = trial.Id,
            Stimulus = stimulus,
            OtherStimulus = other,
            Scale = scale.Id,
            Value = value.Number,
            Text = value.Text,
            ElapsedSeconds = request.ElapsedSeconds,
            Plays = request.Plays,
            GivenAt = request.At?.ToUniversalTime(),
            CreatedAt = now,
        };
    }

    /// <summary>Stimuli and scales of a page that no rating answers; a pair is answered once a scale.</summary>
    public static IReadOnlyList<string> Missing(PlannedPage page, TrialDesign design, IReadOnlyList<ListeningRating> given)
    {
        var isPair = StimulusOrder.ComparesTwo(design);
        return
        [
            .. from stimulus in isPair ? page.Stimuli.Take(1) : page.Stimuli
                from scale in page.Scales
                where !given.Any(rating => rating.Scale == scale && (isPair || rating.Stimulus == stimulus) && rating is { Value: not null } or { Text.Length: > 0 })
                select isPair ? scale : $"{PageLabels.Of(page, design, stimulus)} ({scale})",
        ];
    }

    private static Result<string?> Other(RatingRequest request, PlannedPage page, TrialDesign design)
    {
        if (!StimulusOrder.ComparesTwo(design))
        {
            return request.Other is null
                ? Result<string?>.Ok(null)
                : new Error.Invalid("other-not-asked", $"Page {request.Page} rates stimuli one by one: leave other out.");
        }
        if (PageLabels.Stimulus(page, design, request.Other) is not { } other) return WrongLabel(request.Page, "other", request.Other);
        if (request.Other == request.Label) return new Error.Invalid("other-same", "other must be the other stimulus of the pair.");
        var (first, second) = (PageLabels.At(design, 0), PageLabels.At(design, 1));
        return (design, request.Label) switch
        {
            (TrialDesign.Ab or TrialDesign.Arena, var label) when label != first => new Error.Invalid("pair-order", $"A preference is about the stimulus presented first, {first}, against {second}."),
            (TrialDesign.Ccr, var label) when label != second => new Error.Invalid("pair-order", $"A comparison is about the stimulus presented second, {second}, against {first}."),
            _ => other,
        };
    }

    private static Result<(double? Number, string? Text)> Value(RatingRequest request, PlannedPage page, Trial trial, ScaleDefinition scale, string stimulus)
    {
        if (trial.Design is TrialDesign.Transcription)
        {
            if (request.Value is not null) return new Error.Invalid("value-not-asked", "A transcription is text: leave value out.");
            return request.Text is { Length: <= LongestText } text
                ? (null, text)
                : new Error.Invalid("text-missing", $"text must be what was heard, in at most {LongestText} characters.");
        }
        if (request.Text is not null) return new Error.Invalid("text-not-asked", "This page is answered by values: leave text out.");
        if (trial.Design is TrialDesign.Abx)
        {
            return request.Value is null
                ? (stimulus == page.X ? 1 : 0, null)
                : new Error.Invalid("value-not-asked", "Which of the two X is, is told by the label: leave value out.");
        }
        if (request.Value is not { } value) return new Error.Invalid("value-missing", "value is missing: the rating.");
        if (value == 0 && trial.Design is TrialDesign.Ab or TrialDesign.Arena && !trial.Options.AllowTie)
            return new Error.Invalid("tie-not-asked", "This test has no \"no preference\": value must be 1 or -1.");
        return scale.Validate(value).Select(accepted => ((double?)accepted, (string?)null));
    }

    private static Error.Invalid WrongLabel(int? page, string name, string? label) => new("label-unknown", $"Page {page} has no stimulus \"{Shown(label)}\" for {name}. Load the page again.");

    private static string Shown(string? text) => text is { Length: > 40 } ? text[..40] : text ?? "";
}
