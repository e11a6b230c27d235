using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Live.Making;
using SpeechScoop.Web.Live.Recognition;

namespace SpeechScoop.Web.Live;

/// <summary>The live bench: trials in which systems answer at once, side by side, blind unless told otherwise.</summary>
internal static class LiveFeature
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR().AddMessagePackProtocol();
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(LiveOptions.Section).Get<LiveOptions>() ?? new());
        services.AddSingleton<LiveTrialStore>().AddSingleton<OutputStore>().AddSingleton<RatingStore>().AddSingleton<MeasurementStore>().AddSingleton<SystemStore>();
        services.AddSingleton<RunningTrials>().AddSingleton<TrialPlan>().AddSingleton<TrialOutcomes>().AddSingleton<TrialDisclosure>().AddSingleton<LiveTrialReader>();
        services.AddSingleton<TrialScoring>().AddSingleton<StimulusAudio>().AddSingleton<StimulusAttempt>();
        services.AddSingleton<SynthesisTrials>().AddSingleton<ReconstructionTrials>().AddSingleton<RecognitionTrials>();
        services.AddHostedService<UnfinishedTrials>();
        services.AddSingleton<TrialQueue>().AddHostedService(provider => provider.GetRequiredService<TrialQueue>());
        services.AddSingleton<RecognitionSessions>().AddHostedService(provider => provider.GetRequiredService<RecognitionSessions>());
        return services;
    }

    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/live/trials").WithTags("Live").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/recognition", async (StartRecognition request, RecognitionTrials trials, LiveTrialReader reader) => await CreatedAsync(await trials.StartAsync(request), reader))
            .WithName("StartRecognition").WithSummary("Starts a recognition trial; its audio comes over the hub /hubs/live.");
        group.MapPost("/synthesis", async (StartSynthesis request, SynthesisTrials trials, LiveTrialReader reader) => await CreatedAsync(await trials.StartAsync(request), reader))
            .WithName("StartSynthesis").WithSummary("Starts a synthesis trial.");
        group.MapPost("/reconstruction", async (StartReconstruction request, ReconstructionTrials trials, LiveTrialReader reader) => await CreatedAsync(await trials.StartAsync(request), reader))
            .WithName("StartReconstruction").WithSummary("Starts a reconstruction trial on an uploaded clip.");
        group.MapGet("/{id}", async (string id, string? session, LiveTrialReader reader, HttpResponse response) =>
            {
                response.KeepNothing();
                return Answer(await reader.ReadAsync(id, session));
            })
            .WithName("ReadLiveTrial").WithSummary("A trial as it stands; while its labels are hidden, without anything that tells the systems.");
        group.MapPost("/{id}/cancel", CancelAsync).WithName("CancelLiveTrial").WithSummary("Stops a trial; finished stimuli stay.");
        group.MapPost("/{id}/reveal", RevealAsync).WithName("RevealLiveTrial").WithSummary("Opens the labels of a finished trial.");
        group.MapPost("/{id}/reference", async (string id, GiveReference reference, TrialScoring scoring, LiveTrialReader reader) =>
                (await scoring.ScoreAsync(id, reference.Text)).Error is { } error ? error.ToProblem() : Answer(await reader.ReadAsync(id)))
            .WithName("ScoreLiveTrial").WithSummary("Scores a recognition trial's transcripts against what was really said.");
        group.MapPost("/{id}/stimuli/{label}/keep", KeepAsync).WithName("KeepStimulus").WithSummary("Keeps a stimulus among its system's outputs, or lets it go.");
        group.MapGet("/{id}/stimuli/{label}/audio", ReadAudioAsync).WithName("ReadStimulusAudio").WithSummary("A stimulus as a 16-bit WAV file; the label `reference` is a reconstruction's open reference.");
        group.MapGet("/{id}/stimuli/{label}/peaks", ReadPeaksAsync).WithName("ReadStimulusPeaks").WithSummary("A stimulus' waveform in `count` spans (1..4000, default 800).");
        return api;
    }

    /// <summary>Maps the hub that carries microphones and results.</summary>
    public static void MapLiveHub(this IEndpointRouteBuilder app) => app.MapHub<LiveHub>("/hubs/live");

    private static async Task<Results<Created<LiveTrialView>, ProblemHttpResult>> CreatedAsync(Result<StartedTrial> started, LiveTrialReader reader)
    {
        if (!started.TryGet(out var trial, out var error)) return error.ToProblem();
        return (await reader.ReadAsync(trial.Trial.Id)).TryGet(out var view, out error)
            ? TypedResults.Created($"/api/live/trials/{view.Id}", view)
            : error.ToProblem();
    }

    private static Results<Ok<LiveTrialView>, ProblemHttpResult> Answer(Result<LiveTrialView> result) =>
        result.TryGet(out var view, out var error) ? TypedResults.Ok(view) : error.ToProblem();

    private static async Task<Results<Ok<LiveTrialView>, ProblemHttpResult>> CancelAsync(string id, RunningTrials running, LiveTrialReader reader)
    {
        running.Find(id)?.Cancel("Stopped by the user.");
        return Answer(await reader.ReadAsync(id));
    }

    private static async Task<Results<Ok<LiveTrialView>, ProblemHttpResult>> RevealAsync(string id, RunningTrials running, LiveTrialStore trials, LiveTrialReader reader, TimeProvider time)
    {
        if (running.Find(id) is not null)
            return new Error.Conflict("trial-running", "The trial still runs. Wait until it is done or stop it; then its labels can be opened.").ToProblem();
        if (!(await trials.FindAsync(id)).TryGet(out var trial, out var error)) return error.ToProblem();
        if (trial.IsHidden && (await trials.RevealAsync(id, time.GetUtcNow())).Error is { } notRevealed) return notRevealed.ToProblem();
        return Answer(await reader.ReadAsync(id));
    }

    private static async Task<Results<Ok<LiveTrialView>, ProblemHttpResult>> KeepAsync(string id, string label, KeepStimulus request, OutputStore outputs, LiveTrialReader reader)
    {
        if (!(await outputs.FindAsync(id, label)).TryGet(out var output, out var error)) return error.ToProblem();
        if (request.Kept && output.Status is not OutputStatus.Done)
            return new Error.Conflict("stimulus-not-done", "Only a finished stimulus can be kept.").ToProblem();
        if ((await outputs.KeepAsync(output.Id, request.Kept)).Error is { } notKept) return notKept.ToProblem();
        return Answer(await reader.ReadAsync(id));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAudioAsync(string id, string label, StimulusAudio audio, HttpResponse response, CancellationToken cancellation)
    {
        if (!(await audio.FindAsync(id, label, cancellation)).TryGet(out var clip, out var error)) return error.ToProblem();
        // No name, date or tag: they could tell one condition from another.
        response.KeepNothing();
        return TypedResults.File(StimulusAudio.ToWav(clip), "audio/wav", enableRangeProcessing: true);
    }

    private static async Task<Results<Ok<PeaksView>, ProblemHttpResult>> ReadPeaksAsync(string id, string label, StimulusAudio audio, HttpResponse response, int count = 800, CancellationToken cancellation = default)
    {
        if (!(await audio.FindAsync(id, label, cancellation)).TryGet(out var clip, out var error)) return error.ToProblem();
        response.KeepNothing();
        return TypedResults.Ok(PeaksView.Of(clip, count));
    }
}
