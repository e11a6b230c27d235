using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Ratings;

/// <summary>An answer of a listener.</summary>
/// <param name="Trial">Id of the trial.</param>
/// <param name="Stimulus">Label of the stimulus rated.</param>
/// <param name="Scale"><c>acr</c>, <c>mushra</c> or <c>preference</c>.</param>
/// <param name="Value">On the scale; for preferences 1 for the stimulus, 0 for neither, −1 for the other.</param>
/// <param name="Other">Label of the stimulus it is compared with; preferences only.</param>
/// <param name="Listener">Who listens, 1..200 characters.</param>
/// <param name="Session">One sitting of the listener, 1..200 characters.</param>
internal sealed record PutRating(string? Trial, string? Stimulus, string? Scale, double? Value, string? Other, string? Listener, string? Session);

/// <summary>Ratings: acknowledged when they are on the disk, never changed; sending one twice is harmless.</summary>
internal static class RatingsFeature
{
    private const int LongestName = 200;

    public static IEndpointRouteBuilder MapRatings(this IEndpointRouteBuilder api)
    {
        api.MapPut("/ratings/{id}", PutAsync).WithTags("Ratings")
            .WithName("PutRating").WithSummary("Stores a rating under an id that the client made. The answer comes when it is durable.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    private static async Task<Results<Ok<RatingView>, ProblemHttpResult>> PutAsync(
        string id, PutRating request, LiveTrialStore trials, OutputStore outputs, RatingStore ratings, TimeProvider time)
    {
        if (Check(id, request) is { } wrong) return wrong.ToProblem();
        if (!RatingScale.Find(request.Scale).TryGet(out var scale, out var error)) return error.ToProblem();
        if (!scale.Validate(request.Value ?? double.NaN, request.Stimulus!, request.Other).TryGet(out var value, out error)) return error.ToProblem();
        if (!(await trials.FindAsync(request.Trial!)).TryGet(out var trial, out error)) return error.ToProblem();
        if (scale is MushraScale && trial.Kind is not LiveTrialKind.Reconstruction)
            return new Error.Invalid("scale-needs-reference", "MUSHRA rates stimuli against a reference; this trial has none. Use acr or preference.").ToProblem();
        if (!(await FindAsync(outputs, trial.Id, request.Stimulus!)).TryGet(out var output, out error)) return error.ToProblem();
        Output? other = null;
        if (request.Other is { Length: > 0 } label && !(await FindAsync(outputs, trial.Id, label)).TryGet(out other, out error)) return error.ToProblem();
        var rating = new Rating
        {
            // Written alike, so that the same id is the same rating however its client spells it.
            Id = Guid.Parse(id).ToString(),
            TrialId = trial.Id,
            OutputId = output.Id,
            OtherOutputId = other?.Id,
            Scale = scale.Id,
            Value = value,
            Blind = trial.IsHidden,
            Listener = request.Listener!.Trim(),
            Session = request.Session!.Trim(),
            CreatedAt = time.GetUtcNow(),
        };
        if (!(await ratings.AddAsync(rating)).TryGet(out var stored, out error)) return error.ToProblem();
        var labels = new Dictionary<string, string> { [output.Id] = output.Label };
        if (other is not null) labels[other.Id] = other.Label;
        return TypedResults.Ok(RatingView.Of(stored, labels));
    }

    private static Error.Invalid? Check(string id, PutRating request)
    {
        if (!Guid.TryParse(id, out _)) return new("rating-id", "A rating's id is a UUID that the client makes.");
        if (string.IsNullOrWhiteSpace(request.Trial)) return new("trial-missing", "trial is missing: the id of the trial.");
        if (string.IsNullOrWhiteSpace(request.Stimulus)) return new("stimulus-missing", "stimulus is missing: the label of what is rated.");
        if (request.Value is null) return new("value-missing", "value is missing: the rating.");
        return CheckName("listener", request.Listener) ?? CheckName("session", request.Session);
    }

    private static Error.Invalid? CheckName(string name, string? value) => value?.Trim() is { Length: > 0 and <= LongestName }
        ? null
        : new($"{name}-name", $"{name} must be 1 to {LongestName} characters.");

    private static async Task<Result<Output>> FindAsync(OutputStore outputs, string trialId, string label)
    {
        if (!(await outputs.FindAsync(trialId, label)).TryGet(out var output, out var error)) return error;
        return output.Status is OutputStatus.Done
            ? output
            : new Error.Conflict("stimulus-not-done", $"Stimulus {label} has no result that could be rated.");
    }
}
