using System.Diagnostics;
using System.Globalization;

namespace SpeechScoop.Benchmarks.Load.Listeners;

/// <summary>Loads a server of its own with listeners: how long an acknowledgement takes, how many come a second, and whether any is lost when the server is killed.</summary>
internal static class ListenersCommand
{
    private const int KillClients = 64;
    private const double Goal = 0.5;

    /// <summary>Runs the command; 0 where nothing failed and the goal is met.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (!ListenersOptions.Parse(args).TryGet(out var options, out var error))
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
        using var server = new TestServer(options.Data);
        await server.PrepareAsync();
        await server.StartAsync();
        using var crowd = new Crowd(server.Address!, Math.Max(options.Listeners, options.Clients.Max()));
        await crowd.EnterAsync(Math.Max(options.Listeners, options.Clients.Max()));
        await crowd.RestlessAsync(16, 2);

        var met = await PaceAsync(server, crowd, options);
        foreach (var clients in options.Clients) met &= await HighestRateAsync(server, crowd, options, clients);
        met &= Check(server, crowd, "after the load");
        if (options.Kills > 0) met &= await KillAsync(server, crowd, options);
        return met ? 0 : 1;
    }

    private static async Task<bool> PaceAsync(TestServer server, Crowd crowd, ListenersOptions options)
    {
        crowd.Reset();
        var (cpu, own, begin) = (server.ProcessorTime, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        await crowd.PacedAsync(options.Listeners, options.Seconds);
        var wall = Stopwatch.GetElapsedTime(begin);
        var times = crowd.Acknowledgements.Order().ToArray();
        Print($"{options.Listeners} listeners, a rating a second each: {times.Length} acknowledged in {wall.TotalSeconds:0.0} s, p50 {At(times, 0.5):0.0} ms, p99 {At(times, 0.99):0.0} ms, largest {times[^1]:0.0} ms, {crowd.Failures.Count + crowd.Unanswered.Count} failures; processor: server {(server.ProcessorTime - cpu) / wall:0.00}, this tool {(Process.GetCurrentProcess().TotalProcessorTime - own) / wall:0.00} cores");
        return crowd.Failures.IsEmpty && crowd.Unanswered.IsEmpty;
    }

    private static async Task<bool> HighestRateAsync(TestServer server, Crowd crowd, ListenersOptions options, int clients)
    {
        var before = RawInserts.Rate(options.Data, options.Seconds / 4);
        crowd.Reset();
        var (cpu, own, begin) = (server.ProcessorTime, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        await crowd.RestlessAsync(clients, options.Seconds);
        var wall = Stopwatch.GetElapsedTime(begin);
        var times = crowd.Acknowledgements.Order().ToArray();
        var (serverCores, toolCores) = ((server.ProcessorTime - cpu) / wall, (Process.GetCurrentProcess().TotalProcessorTime - own) / wall);
        var after = RawInserts.Rate(options.Data, options.Seconds / 4);
        var (rate, raw) = (times.Length / wall.TotalSeconds, (before + after) / 2);
        Print($"{clients} clients without pauses: {rate:0} ratings/s, p50 {At(times, 0.5):0.0} ms, p99 {At(times, 0.99):0.0} ms, {crowd.Failures.Count + crowd.Unanswered.Count} failures; processor: server {serverCores:0.00}, this tool {toolCores:0.00} cores; raw inserts {before:0} before and {after:0} after; ratio {rate / raw:0.00} (goal {Goal:0.0})");
        return crowd.Failures.IsEmpty && rate / raw >= Goal;
    }

    private static async Task<bool> KillAsync(TestServer server, Crowd crowd, ListenersOptions options)
    {
        var random = new SeededRandom(options.Seed);
        var met = true;
        for (var kill = 1; kill <= options.Kills; kill++)
        {
            var load = crowd.RestlessAsync(KillClients, 60);
            await Task.Delay(TimeSpan.FromMilliseconds(200 + random.Next(1800)));
            await server.KillAsync();
            await load;
            await server.StartAsync();
            met &= Check(server, crowd, $"kill {kill}");
            // As browsers do: what got no answer is sent again, under its id.
            var again = crowd.Unanswered.ToArray();
            crowd.Unanswered.Clear();
            foreach (var rating in again) await crowd.SendAsync(rating);
        }
        met &= Check(server, crowd, "after sending again") && crowd.Unanswered.IsEmpty;
        return met;
    }

    /// <summary>Compares what was acknowledged with what the database has.</summary>
    private static bool Check(TestServer server, Crowd crowd, string when)
    {
        var stored = server.Stored();
        var acknowledged = crowd.Acknowledged.ToArray();
        var missing = acknowledged.Count(rating => !stored.TryGetValue(rating.Id, out var value) || value != rating.Value);
        var sent = acknowledged.Concat(crowd.Unanswered).Select(rating => rating.Id).ToHashSet();
        var strange = stored.Keys.Count(id => !sent.Contains(id));
        Print($"{when}: {acknowledged.Length} acknowledged, {crowd.Unanswered.Count} unanswered, {stored.Count} stored; {missing} missing or changed, {acknowledged.Length - acknowledged.DistinctBy(rating => rating.Id).Count()} doubled, {strange} never sent; {crowd.Failures.Count} refused");
        foreach (var failure in crowd.Failures.Distinct(StringComparer.Ordinal).Take(3)) Print($"  {failure}");
        return missing == 0 && strange == 0 && crowd.Failures.IsEmpty;
    }

    private static double At(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(part * sorted.Length))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
