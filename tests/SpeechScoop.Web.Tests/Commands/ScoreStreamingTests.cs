using System.Text.Json;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class ScoreStreamingTests : IDisposable
{
    private const string Log =
        "{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"item\":\"u1\",\"audioSeconds\":4,\"feed\":\"real-time\",\"chunkSeconds\":0.1,\"speechStart\":0.5,\"speechEnd\":3,\"speechBy\":\"energy-1\"}\n"
        + "{\"type\":\"partial\",\"audio\":1,\"wall\":1.25,\"segment\":0,\"text\":\"I scream\"}\n"
        + "{\"type\":\"final\",\"audio\":3.5,\"wall\":3.75,\"segment\":0,\"text\":\"Ice cream.\"}\n"
        + "{\"type\":\"end\",\"audio\":4,\"wall\":4}\n";

    private readonly string folder = Directory.CreateTempSubdirectory("scoop-streaming-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Logs_are_scored_without_a_server_and_times_of_the_references_words_count_before_the_headers()
    {
        var log = Write("logs/u1.jsonl", Log);
        var alone = (await RunAsync("score", "streaming", Path.GetDirectoryName(log)!, "--json")).GetProperty("systems")[0];
        Assert.Equal((0.75, 0.75, 1.0), (Median(alone, "firstPartial"), Median(alone, "final"), alone.GetProperty("streaming").GetProperty("ratio").GetProperty("value").GetDouble()));
        Assert.Equal(JsonValueKind.Null, alone.GetProperty("wer").ValueKind);

        var reference = Write("ref.ctm", "u1 1 0.75 0.25 ice\nu1 1 2.50 0.25 creams\n");
        var view = await RunAsync("score", "streaming", log, "--ref", reference, "--per-log", "--json");
        var system = view.GetProperty("systems")[0];
        Assert.Equal((0.5, 1.0, 0.5), (Median(system, "firstPartial"), Median(system, "final"), system.GetProperty("wer").GetDouble()));
        Assert.Equal("reference-words", view.GetProperty("perLog")[0].GetProperty("score").GetProperty("speech").GetProperty("by").GetString());

        var (exitCode, text, errors) = await new Executable().RunAsync("score", "streaming", log);
        Assert.True(exitCode == 0, errors);
        Assert.Contains("fed at the pace of speech in chunks of 0.1 s", text, StringComparison.Ordinal);
        Assert.Contains("1.000", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"type\":\"partial\"}\n", "broken.jsonl, line 1: An event stands before any header")]
    [InlineData("", "broken.jsonl: The file is empty")]
    public async Task Broken_logs_are_named_with_their_line(string text, string message)
    {
        var (exitCode, output, errors) = await new Executable().RunAsync("score", "streaming", Write("broken.jsonl", text), "--json");
        Assert.Equal((1, ""), (exitCode, output.Trim()));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_that_do_not_match_and_doubled_logs_are_refused()
    {
        var log = Write("u1.jsonl", Log);
        Assert.Contains("'u2'", (await new Executable().RunAsync("score", "streaming", log, "--ref", Write("r.trn", "ice cream (u2)\n"))).Error, StringComparison.Ordinal);
        Assert.Contains("2 logs of own for the item u1", (await new Executable().RunAsync("score", "streaming", Write("two.jsonl", Log + Log), "--ref", Write("s.trn", "ice cream (u1)\n"))).Error, StringComparison.Ordinal);
    }

    private static double Median(JsonElement system, string name) => system.GetProperty("streaming").GetProperty(name).GetProperty("median").GetProperty("value").GetDouble();

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await new Executable().RunAsync(arguments);
        Assert.True(exitCode == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
