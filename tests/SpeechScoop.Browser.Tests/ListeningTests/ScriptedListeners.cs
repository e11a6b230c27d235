using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>
/// Listeners that are scripts: they pass every page over the listener's HTTP API and rate by what they are told each condition is worth,
/// with seeded noise. What hides behind a label they take from the stored plan, since nothing else tells it.
/// </summary>
internal sealed class ScriptedListeners(ServerProcess server, Api api)
{
    private readonly SeededRandom random = new(11);

    /// <summary>So many listeners take a test to its end.</summary>
    /// <param name="path">Of the link, <c>/listen/TOKEN</c>.</param>
    /// <param name="scale">Id of the only scale.</param>
    /// <param name="rate">The value of the stimuli of a page that are rated together: one stimulus, or of a pair the second and the first; and noise, −1..1.</param>
    public async Task ListenAsync(string path, int count, string scale, Func<string, string?, double, int> rate)
    {
        for (var n = 0; n < count; n++) await ListenAsync($"/api{path}", $"listener-{n + 1}", scale, rate);
    }

    private async Task ListenAsync(string link, string name, string scale, Func<string, string?, double, int> rate)
    {
        var session = await api.PostAsync($"{link}/sessions", new { parameters = new { PROLIFIC_PID = name } });
        var key = (string)session["key"]!;
        var plan = await PlanAsync(key);
        for (var page = 0; page < plan.Pages.Count; page++)
        {
            var view = await api.GetAsync($"{link}/sessions/{key}/pages/{page}");
            var kind = (string)view["kind"]!;
            if (kind is "trial") await RateAsync($"{link}/sessions/{key}", page, plan.Pages[page].Stimuli, scale, rate);
            object answers = kind is "consent" ? new { agrees = true } : kind is "volume" ? new { volume = 0.6 } : new { };
            session = await api.PutAsync($"{link}/sessions/{key}/responses/{Guid.CreateVersion7()}", new { page, answers, elapsedSeconds = 20 });
        }
        Assert.Equal("completed", (string?)session["outcome"]);
    }

    private async Task RateAsync(string session, int page, IReadOnlyList<string> stimuli, string scale, Func<string, string?, double, int> rate)
    {
        string[] labels = ["A", "B", "C", "D", "E", "F", "G", "H"];
        Task<JsonNode> Put(string label, string? other, int value) => api.PutAsync(
            $"{session}/ratings/{Guid.CreateVersion7()}", new { page, label, other, scale, value, elapsedSeconds = 15, plays = 2 });
        var played = labels.Take(stimuli.Count).Append("reference").Select(label => new { type = "play", page, label, at = "2026-11-25T12:00:00Z" });
        await api.PutAsync($"{session}/events/{Guid.CreateVersion7()}", new { events = played });
        if (scale is "ccr") await Put("B", "A", rate(stimuli[1], stimuli[0], Noise()));
        else for (var i = 0; i < stimuli.Count; i++) await Put(labels[i], null, rate(stimuli[i], null, Noise()));
    }

    /// <summary>The middle more often than the ends.</summary>
    private double Noise() => random.NextDouble() + random.NextDouble() - 1;

    private async Task<SessionPlan> PlanAsync(string key)
    {
        using var database = Database.Open(new(server.DataPath)).Value;
        var session = (await new ListeningSessionStore(database).FindAsync(key)).Value;
        return JsonSerializer.Deserialize<SessionPlan>(session.Plan, DefinitionJson.Options)!;
    }
}
