using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpeechScoop.Benchmarks.Load;

/// <summary>Opens many simultaneous microphones against a running server and reports how far results lag behind the voice.</summary>
internal static class LoadCommand
{
    private const double SpreadSeconds = 1.2;

    /// <summary>Runs the command; 0 if every count met the goal.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (!LoadOptions.Parse(args).TryGet(out var options, out var error) || !(await Speech.LoadAsync(options.Audio)).TryGet(out var speech, out error))
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
        using var handler = new SocketsHttpHandler();
#pragma warning disable RS0030 // A command-line tool with one client needs no factory.
        using var http = new HttpClient(handler) { BaseAddress = options.Url };
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);

        var lookAhead = await LookAheadAsync(http);
        foreach (var system in options.Systems)
            Print($"{system}: look-ahead {(lookAhead.TryGetValue(system, out var seconds) ? seconds : 0):0.000} s");
        Print("microphones  system                          partials      p50      p95      max   beyond look-ahead p50 / p95   failures   this tool's CPU");
        var met = true;
        foreach (var count in options.Streams) met &= await LoadAsync(count, options, http, speech, lookAhead);
        return met ? 0 : 1;
    }

    private static async Task<bool> LoadAsync(int count, LoadOptions options, HttpClient http, Speech speech, Dictionary<string, double> lookAhead)
    {
        var process = Process.GetCurrentProcess();
        var (cpu, wall) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var begin = Stopwatch.GetTimestamp() + (2 * Stopwatch.Frequency);
        var microphones = Enumerable.Range(0, count).Select(number => new Microphone(options, http, speech, number)).ToArray();
        var running = microphones.Select((microphone, i) => Guard(microphone, begin + (long)(SpreadSeconds * i / count * Stopwatch.Frequency))).ToArray();
        var errors = (await Task.WhenAll(running)).OfType<string>().Concat(microphones.SelectMany(microphone => microphone.Failures)).ToList();
        process.Refresh();
        var cores = (process.TotalProcessorTime - cpu) / Stopwatch.GetElapsedTime(wall);

        var met = errors.Count == 0;
        foreach (var group in microphones.SelectMany(microphone => microphone.Arrivals).GroupBy(arrival => arrival.System).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var behind = group.Select(arrival => arrival.Behind).Order().ToArray();
            var ahead = lookAhead.GetValueOrDefault(group.Key);
            var p95 = Percentile(behind, 0.95) - ahead;
            met &= 1000 * p95 <= options.GoalMilliseconds;
            Print($"{count,11}  {group.Key,-30} {behind.Length,9} {Percentile(behind, 0.5),8:0.000} {Percentile(behind, 0.95),8:0.000} {behind[^1],8:0.000}   {Percentile(behind, 0.5) - ahead,17:0.000} / {p95:0.000}   {errors.Count,8}   {cores,10:0.00} cores");
        }
        foreach (var problem in errors.Distinct(StringComparer.Ordinal).Take(5)) Print($"             {problem}");
        if (!microphones.Any(microphone => microphone.Arrivals.Any()))
        {
            Print($"{count,11}  no results");
            return false;
        }
        return met;
    }

    private static async Task<string?> Guard(Microphone microphone, long start)
    {
        try
        {
            await microphone.RunAsync(start, CancellationToken.None);
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or Microsoft.AspNetCore.SignalR.HubException or InvalidOperationException or OperationCanceledException)
        {
            return failure.Message;
        }
    }

    private static async Task<Dictionary<string, double>> LookAheadAsync(HttpClient http)
    {
        var systems = await http.GetFromJsonAsync<JsonElement>("/api/systems");
        return systems.EnumerateArray().ToDictionary(
            system => system.GetProperty("id").GetString()!,
            system => system.TryGetProperty("traits", out var traits) && traits.TryGetProperty("lookAheadSeconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number ? seconds.GetDouble() : 0,
            StringComparer.Ordinal);
    }

    private static double Percentile(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(part * sorted.Length))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
