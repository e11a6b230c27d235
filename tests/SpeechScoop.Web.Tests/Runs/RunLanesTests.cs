using System.Collections;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Tests;
using SpeechScoop.Tests.Vendors;
using SpeechScoop.Web.Runs;
using SpeechScoop.Web.Tests.Vendors;

namespace SpeechScoop.Web.Tests.Runs;

/// <summary>Calls to vendors and what computes here have places of their own.</summary>
public sealed class RunLanesTests
{
    private static readonly int Calls = Environment.ProcessorCount + 3;

    [Fact]
    public async Task A_run_calls_a_vendor_as_often_at_once_as_its_settings_say_however_few_cores_there_are()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (now, most) = (0, 0);
        await using var server = await VendorServer.StartAsync(async (context, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await release.Task;
            Interlocked.Decrement(ref now);
            await VendorServer.Json(context, """{"text":"one"}""");
        });
        using var app = Vendors(server);
        using var http = app.OwnerClient();
        var dataset = await VendorApp.DatasetAsync(http, [.. Enumerable.Range(0, 2 * Calls).Select(i => (0.2 + (0.01 * i), "one"))]);
        var run = await CreateAsync(http, dataset, "vendor:acme");
        await UntilAsync(() => Volatile.Read(ref now) == Calls);
        // A second run shares the places.
        var other = await CreateAsync(http, dataset, "vendor:acme");
        await Task.Delay(300);
        Assert.Equal(Calls, Volatile.Read(ref now));

        release.SetResult();
        Assert.Equal(2 * Calls, await DoneAsync(http, run));
        Assert.Equal(2 * Calls, await DoneAsync(http, other));
        Assert.Equal(Calls, most);
    }

    [Fact]
    public async Task A_vendor_that_keeps_everyone_waiting_does_not_hold_up_what_computes_here()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await VendorServer.StartAsync(async (context, _) =>
        {
            await release.Task;
            await VendorServer.Json(context, """{"text":"one"}""");
        });
        using var app = Vendors(server);
        using var http = app.OwnerClient();
        var dataset = await VendorApp.DatasetAsync(http, [.. Enumerable.Range(0, 3 * Calls).Select(i => (0.2 + (0.01 * i), "one"))]);
        // One run with both: while every call waits, the pack goes through the whole dataset.
        var run = await CreateAsync(http, dataset, "vendor:acme", "scoop-recognizer/characters");
        await UntilAsync(async () => (await ProgressAsync(http, run)).Done == 3 * Calls);
        Assert.Equal((3 * Calls, Calls), await ProgressAsync(http, run));

        release.SetResult();
        Assert.Equal(6 * Calls, await DoneAsync(http, run));
    }

    [Fact]
    public async Task A_plan_can_ask_for_fewer_at_once()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await VendorServer.StartAsync(async (context, _) =>
        {
            await release.Task;
            await VendorServer.Json(context, """{"text":"one"}""");
        });
        using var app = Vendors(server);
        using var http = app.OwnerClient();
        var dataset = await VendorApp.DatasetAsync(http, (0.2, "one"), (0.3, "one"), (0.4, "one"), (0.5, "one"));
        var run = await CreateAsync(http, dataset, 2, "vendor:acme");
        await UntilAsync(() => server.Requests.Count == 2);
        await Task.Delay(300);
        Assert.Equal((0, 2), await ProgressAsync(http, run));
        release.SetResult();
        Assert.Equal(4, await DoneAsync(http, run));
    }

    [Fact]
    public void A_vendors_recognizer_and_synthesizer_share_their_places_and_packs_those_of_the_machine()
    {
        var settings = new Hashtable { ["SpeechScoop__Vendors__acme__Kind"] = "deepgram", ["SpeechScoop__Vendors__acme__Concurrency"] = "1" };
        using var catalog = new VendorCatalog(VendorSettingsReader.Read("/nowhere/vendors.json", settings));
        var lanes = new RunLanes(catalog, cores: 2);
        lanes.Of("vendor:acme").Enter();
        Assert.True(lanes.Of("vendor:acme/speech").IsFull);
        Assert.False(lanes.Of("scoop-recognizer/characters").IsFull);
        lanes.Of("scoop-recognizer/characters").Enter();
        lanes.Of("baseline/mu-law").Enter();
        Assert.True(lanes.Machine.IsFull);
        lanes.Of("vendor:acme").Leave();
        Assert.False(lanes.Of("vendor:acme/speech").IsFull);
    }

    private static VendorApp Vendors(VendorServer server) => new(
        $$"""{"acme":{"kind":"openai","baseUrl":"{{server.Address}}","model":"m-1","apiKey":"{{VendorApp.VendorKey}}","concurrency":{{Calls}} } }""") { ModelsPath = Path.Combine(SharedMaterial.RepositoryRoot, "models") };

    private static Task<string> CreateAsync(HttpClient http, string dataset, params string[] systems) => CreateAsync(http, dataset, null, systems);

    private static async Task<string> CreateAsync(HttpClient http, string dataset, int? concurrency, params string[] systems)
    {
        var plan = new { conditions = systems.Select(system => new { systemId = system }), concurrency };
        return (await VendorApp.JsonAsync(await http.PostAsJsonAsync("/api/runs", new { dataset, kind = "recognition", plan }))).GetProperty("id").GetString()!;
    }

    private static async Task<(int Done, int Running)> ProgressAsync(HttpClient http, string run)
    {
        var progress = (await http.GetFromJsonAsync<JsonElement>($"/api/runs/{run}")).GetProperty("progress");
        return (progress.GetProperty("done").GetInt32(), progress.GetProperty("running").GetInt32());
    }

    private static async Task<int> DoneAsync(HttpClient http, string run)
    {
        await UntilAsync(async () => (await http.GetFromJsonAsync<JsonElement>($"/api/runs/{run}")).GetProperty("status").GetString() is "done");
        return (await ProgressAsync(http, run)).Done;
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition()) await Task.Delay(20, limit.Token);
    }

    private static void InterlockedMax(ref int place, int value)
    {
        for (var seen = Volatile.Read(ref place); value > seen; seen = Volatile.Read(ref place)) Interlocked.CompareExchange(ref place, value, seen);
    }
}
