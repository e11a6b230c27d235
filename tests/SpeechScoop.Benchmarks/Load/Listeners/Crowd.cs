using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpeechScoop.Benchmarks.Load.Listeners;

/// <summary>A rating as it was sent.</summary>
internal sealed record SentRating(string Id, int Listener, int Value, string At);

/// <summary>Listeners over HTTP, each with a session and a connection of its own.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly HttpClient http;
    private string[] sessions = [];

    public Crowd(Uri address, int most)
    {
#pragma warning disable RS0030 // A command-line tool with one client needs no factory.
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = most }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
#pragma warning restore RS0030
    }

    /// <summary>Times from sending to acknowledgement, in milliseconds.</summary>
    public ConcurrentBag<double> Acknowledgements { get; private set; } = [];

    /// <summary>What was acknowledged.</summary>
    public ConcurrentBag<SentRating> Acknowledged { get; } = [];

    /// <summary>What got no answer.</summary>
    public ConcurrentBag<SentRating> Unanswered { get; } = [];

    /// <summary>Answers that were no acknowledgements.</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>Begins a session for each listener.</summary>
    public async Task EnterAsync(int listeners)
    {
        sessions = new string[listeners];
        await Parallel.ForEachAsync(Enumerable.Range(0, listeners), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
        {
            using var response = await http.PostAsJsonAsync($"/api/listen/{TestServer.Token}/sessions", new { }, cancellation);
            sessions[i] = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("key").GetString()!;
        });
    }

    /// <summary>Forgets the times so far.</summary>
    public void Reset() => Acknowledgements = [];

    /// <summary>Each listener gives a rating a second, spread over the second.</summary>
    public Task PacedAsync(int listeners, double seconds)
    {
        var begin = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, listeners).Select(i => Task.Run(async () =>
        {
            for (var turn = 0; turn < seconds; turn++)
            {
                var due = TimeSpan.FromSeconds(turn + ((double)i / listeners));
                if (due - Stopwatch.GetElapsedTime(begin) is { Ticks: > 0 } wait) await Task.Delay(wait);
                await SendAsync(Next(i, turn));
            }
        })));
    }

    /// <summary>Clients that send the next rating as soon as the last is answered, until time is up or the server is gone.</summary>
    public Task RestlessAsync(int clients, double seconds, CancellationToken gone = default)
    {
        var begin = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, clients).Select(i => Task.Run(async () =>
        {
            for (var turn = 0; Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds && !gone.IsCancellationRequested; turn++)
                if (!await SendAsync(Next(i, turn))) return;
        }, CancellationToken.None)));
    }

    /// <summary>Sends a rating; false where no answer came.</summary>
    public async Task<bool> SendAsync(SentRating rating)
    {
        var sent = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.PutAsJsonAsync(
                $"/api/listen/{TestServer.Token}/sessions/{sessions[rating.Listener]}/ratings/{rating.Id}",
                new { page = 0, label = $"{(char)('A' + (rating.Value % 6))}", scale = "mushra", value = rating.Value, elapsedSeconds = 1.5, plays = 2, at = rating.At });
            if (response.IsSuccessStatusCode)
            {
                Acknowledgements.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                Acknowledged.Add(rating);
            }
            else
            {
                Failures.Add(await response.Content.ReadAsStringAsync());
            }
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            Unanswered.Add(rating);
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private static SentRating Next(int listener, int turn) => new(Guid.CreateVersion7().ToString(), listener, (listener + (7 * turn)) % 101, "2026-11-25T12:00:00.0000000Z");
}
