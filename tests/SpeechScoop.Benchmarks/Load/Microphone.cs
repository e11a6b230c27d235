using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace SpeechScoop.Benchmarks.Load;

/// <summary>A partial result as a client saw it.</summary>
/// <param name="System">The recognizer.</param>
/// <param name="Behind">Time from when the newest word-relevant audio was spoken to the result's arrival, in seconds.</param>
internal readonly record struct Arrival(string System, double Behind);

/// <summary>One simulated browser: its own connection, trial and speech, paced by the clock.</summary>
internal sealed class Microphone(LoadOptions options, HttpClient http, Speech speech, int number)
{
    private const int Rate = 16_000;

    /// <summary>Trial, label, segment, text, words, starts, ends, audio seconds, delay seconds.</summary>
    private static readonly Type[] FinalTypes =
        [typeof(string), typeof(string), typeof(int), typeof(string), typeof(string[]), typeof(double[]), typeof(double[]), typeof(double), typeof(double)];

    private readonly ConcurrentQueue<Arrival> arrivals = new();
    private readonly ConcurrentQueue<string> failures = new();
    private readonly Dictionary<string, string> systemByLabel = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long spokenSince;

    /// <summary>Partial results in order of arrival.</summary>
    public IEnumerable<Arrival> Arrivals => arrivals;

    /// <summary>What went wrong.</summary>
    public IEnumerable<string> Failures => failures;

    /// <summary>Final results received.</summary>
    public int Finals { get; private set; }

    /// <summary>Speaks from <paramref name="start"/> (a <see cref="Stopwatch"/> time stamp) on and waits for the last result.</summary>
    public async Task RunAsync(long start, CancellationToken cancellation)
    {
        var trial = await CreateTrialAsync(cancellation);
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(options.Url, "/hubs/live"), http => http.Headers["Authorization"] = $"Bearer {options.Key}")
            .AddMessagePackProtocol()
            .Build();
        hub.On<string, string, int, string, string, double, double>("Partial", (_, label, _, _, _, audioSeconds, _) => Arrived(label, audioSeconds));
        hub.On("Final", FinalTypes, _ =>
        {
            Finals++;
            return Task.CompletedTask;
        });
        hub.On<string, string, string, string>("Failed", (_, label, code, message) => failures.Enqueue($"{label}: {code}: {message}"));
        hub.On<string>("Closed", _ => closed.TrySetResult());
        hub.Closed += error =>
        {
            if (!closed.Task.IsCompleted) failures.Enqueue($"connection closed: {error?.Message}");
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(cancellation);
        await hub.InvokeAsync("Watch", trial, cancellation);
        spokenSince = start;
        await hub.InvokeAsync("UploadAudio", trial, 0L, Speak(start), cancellation);
        var ended = await Task.WhenAny(closed.Task, Task.Delay(TimeSpan.FromSeconds(60), cancellation));
        if (ended != closed.Task) failures.Enqueue("the trial did not close within 60 s of the last frame");
    }

    private async Task<string> CreateTrialAsync(CancellationToken cancellation)
    {
        var request = new { systems = options.Systems.Select(system => new { system }), blind = false, source = "microphone", keepAudio = false };
        using var response = await http.PostAsJsonAsync("/api/live/trials/recognition", request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
        var trial = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        foreach (var stimulus in trial.GetProperty("stimuli").EnumerateArray())
            systemByLabel[stimulus.GetProperty("label").GetString()!] = stimulus.GetProperty("system").GetProperty("id").GetString()!;
        return trial.GetProperty("id").GetString()!;
    }

    private void Arrived(string label, double audioSeconds)
    {
        var now = Stopwatch.GetElapsedTime(spokenSince).TotalSeconds;
        arrivals.Enqueue(new Arrival(systemByLabel[label], now - audioSeconds));
    }

    /// <summary>Frames, each handed over when its last sample has been spoken.</summary>
    private async IAsyncEnumerable<byte[]> Speak(long start)
    {
        var frame = Rate * options.FrameMilliseconds / 1000;
        var frames = (int)(options.Seconds * 1000 / options.FrameMilliseconds);
        var offset = number * 7919L * frame;
        for (var i = 0; i < frames; i++)
        {
            var due = TimeSpan.FromMilliseconds((i + 1.0) * options.FrameMilliseconds) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero) await Task.Delay(due);
            yield return speech.Frame(offset + ((long)i * frame), frame);
        }
    }
}
