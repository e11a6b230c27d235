using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.ListeningTests;
using SpeechScoop.Metrics;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.ListeningTests.Results.Exports;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>What a listening test found: for its owner, while it runs and after.</summary>
internal static class ResultsFeature
{
    public static IServiceCollection AddTestResults(this IServiceCollection services) =>
        services.AddSingleton<ScreeningProfileStore>().AddSingleton<ScreeningProfiles>().AddSingleton<ResultsReader>().AddSingleton<ResultsPresenter>().AddSingleton<TestChanges>()
            .AddSingleton<SignalMetrics>().AddSingleton<MetricsReader>();

    /// <param name="api">The group <c>/api</c>.</param>
    public static void MapTestResults(this IEndpointRouteBuilder api)
    {
        ScreeningProfiles.Map(api);
        var group = api.MapGroup("/listening-tests/{id}").WithTags("Listening tests").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/results", ReadAsync)
            .WithName("ReadTestResults").WithSummary("Results under a screening profile, and without it beside.");
        group.MapGet("/sessions", ReadSessionsAsync)
            .WithName("ReadTestSessions").WithSummary("The listeners' sittings with what screening says of each.");
        group.MapGet("/coverage", ReadCoverageAsync)
            .WithName("ReadTestCoverage").WithSummary("Condition × item: how many ratings are planned and given.");
        group.MapGet("/metrics", ReadMetricsAsync)
            .WithName("ReadTestMetrics").WithSummary("Metrics of the stimuli beside their ratings on one scale, with correlations.");
        group.MapGet("/spread", ReadSpreadAsync)
            .WithName("ReadTestSpread").WithSummary("How far listeners' differences spread, pair by pair, with intervals: what another test's size is planned with.");
        group.MapGet("/export/{**name}", ExportAsync)
            .WithName("ExportTestResults").WithSummary($"Results as a file: {string.Join(", ", ResultExports.Names)}.");
    }

    /// <summary>Maps the hub that tells pages of new answers.</summary>
    public static void MapTestHub(this IEndpointRouteBuilder app) => app.MapHub<TestHub>("/hubs/listening-tests");

    private static async Task<Results<Ok<ResultsView>, ProblemHttpResult>> ReadAsync(string id, string? screening, ResultsReader reader, ResultsPresenter presenter, HttpResponse response)
    {
        response.KeepNothing();
        return (await reader.ReadAsync(id, screening)).TryGet(out var stored, out var error) ? TypedResults.Ok(presenter.Present(stored)) : error.ToProblem();
    }

    private static async Task<Results<Ok<IReadOnlyList<SessionView>>, ProblemHttpResult>> ReadSessionsAsync(string id, string? screening, ResultsReader reader, HttpResponse response)
    {
        response.KeepNothing();
        if (!(await reader.ReadAsync(id, screening)).TryGet(out var stored, out var error)) return error.ToProblem();
        var ratings = stored.Rows.Ratings.ToLookup(rating => rating.Session, StringComparer.Ordinal);
        return TypedResults.Ok<IReadOnlyList<SessionView>>([.. stored.Rows.Sessions.Select(session => new SessionView(
            session.Id, session.Listener, session.Outcome, session.StartedAt, session.FinishedAt, ratings[session.Id].Count(), session.HeadphonesPassed, session.DigitsSrtDb, session.DigitsPassed,
            session.Answers, session.Parameters,
            [.. stored.Screening.Exclusions.Where(finding => finding.Listener == session.Listener && (finding.Session is null || finding.Session == session.Id) && finding.Rating is null)
                .Select(finding => finding.Reason)]))]);
    }

    private static async Task<Results<Ok<CoverageMatrix>, ProblemHttpResult>> ReadCoverageAsync(string id, ResultsReader reader, HttpResponse response)
    {
        response.KeepNothing();
        return (await reader.ReadAsync(id, ScreeningProfile.None.Id)).TryGet(out var stored, out var error)
            ? TypedResults.Ok(CoverageMatrix.Of(stored.Definition, Coverage.Of(stored.Rows.Ratings.Where(rating => rating.Check is null))))
            : error.ToProblem();
    }

    private static async Task<Results<Ok<MetricsView>, ProblemHttpResult>> ReadMetricsAsync(
        string id, string? screening, string? scale, string? design, MetricsReader reader, HttpResponse response, CancellationToken cancellation)
    {
        response.KeepNothing();
        return (await reader.ReadAsync(id, screening, scale, design, cancellation)).TryGet(out var view, out var error) ? TypedResults.Ok(view) : error.ToProblem();
    }

    private static async Task<Results<Ok<SpreadView>, ProblemHttpResult>> ReadSpreadAsync(string id, string? screening, ResultsReader reader, HttpResponse response)
    {
        response.KeepNothing();
        return (await reader.ReadAsync(id, screening)).TryGet(out var stored, out var error)
            ? TypedResults.Ok(new SpreadView(stored.Screening.Profile.Id, stored.ComputeSpread()))
            : error.ToProblem();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        string id, string name, string? screening, string? conditionPattern, double? bonus, ResultsReader reader, ResultsPresenter presenter, MetricsReader metrics, MetricRegistry registry, CancellationToken cancellation)
    {
        ConditionPattern? conditions = null;
        if (!string.IsNullOrWhiteSpace(conditionPattern) && !ConditionPattern.Read(conditionPattern).TryGet(out conditions, out var error)) return error.ToProblem();
        if (!(await reader.ReadAsync(id, screening)).TryGet(out var stored, out error)) return error.ToProblem();
        var input = new ExportInput(stored, presenter) { Conditions = conditions, Bonus = bonus };
        if (ResultExports.TellsOfMetrics(name))
        {
            if (!(await metrics.ReadAllAsync(stored, cancellation)).TryGet(out var views, out error)) return error.ToProblem();
            input = input with
            {
                Metrics = views,
                QualityMetrics = registry.All.Where(metric => metric.Info.Group is MetricGroup.Quality or MetricGroup.Intelligibility).Select(metric => metric.Info.Id).ToHashSet(StringComparer.Ordinal),
            };
        }
        if (!ResultExports.Write(name, input).TryGet(out var file, out error)) return error.ToProblem();
        return file.ToResult();
    }
}
