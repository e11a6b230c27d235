using System.Text.Json;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class ScoreTranscriptsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop-score-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Word_errors_come_with_their_counts_and_recipe()
    {
        var (reference, hypothesis) = (Write("r.trn", "so { uh / @ } it goes (ann-1)\n(um) yes (ben-1)\n (ben-2)\n"), Write("h.trn", "so it go (ann-1)\nyes (ben-1)\nthank you (ben-2)\n"));
        var score = await RunAsync("score", "wer", "--ref", reference, "--hyp", hypothesis, "--optional-words", "--per-utterance", "--json");
        Assert.Equal((5, 1, 0, 2, 3), (Number(score, "referenceWords"), Number(score, "substitutions"), Number(score, "deletions"), Number(score, "insertions"), Number(score, "errors")));
        Assert.Equal(0.6, score.GetProperty("wer").GetDouble(), 12);
        Assert.Equal((1, 2), (Number(score, "silentReferences"), Number(score, "silentInsertions")));
        Assert.Contains("alignment=sclite-4-3-3;optional-words", score.GetProperty("recipe").GetString(), StringComparison.Ordinal);
        Assert.Equal("speaker", score.GetProperty("interval").GetProperty("clusteredBy").GetString());
        Assert.Equal(["ann-1", "ben-1", "ben-2"], score.GetProperty("perUtterance").EnumerateArray().Select(each => each.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Ids_that_do_not_match_are_named_and_nothing_is_scored()
    {
        var (exitCode, output, errors) = await new Executable().RunAsync("score", "wer", "--ref", Write("r.trn", "a (u1)\n"), "--hyp", Write("h.trn", "a (U1)\n"), "--json");
        Assert.Equal((1, ""), (exitCode, output.Trim()));
        Assert.Contains("'u1' has no hypothesis. The hypotheses have 'U1'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speakers_are_paired_and_a_collar_is_part_of_the_recipe()
    {
        var (reference, hypothesis) = (Write("r.stm", "m 1 ann 0 0 one\nm 1 ben 1 2 two three\n"), Write("h.stm", "m 1 x 1 2 two tree\nm 1 y 0.2 0.4 one\n"));
        var free = await RunAsync("score", "cpwer", "--ref", reference, "--hyp", hypothesis, "--json");
        Assert.Equal((1, 3), (Number(free, "errors"), Number(free, "referenceWords")));
        var strict = await RunAsync("score", "cpwer", "--ref", reference, "--hyp", hypothesis, "--collar", "0", "--json");
        Assert.Equal((3, "tcpwer"), (Number(strict, "errors"), strict.GetProperty("metric").GetString()));
        Assert.EndsWith("collar=0;timing=character-based,character-based-points", strict.GetProperty("recipe").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, Number(await RunAsync("score", "cpwer", "--ref", reference, "--hyp", hypothesis, "--collar", "5", "--json"), "errors"));
    }

    [Fact]
    public async Task Word_timings_and_scored_regions_change_what_counts_and_the_recipe()
    {
        var (reference, hypothesis) = (Write("r.stm", "m 1 ann 0 1 one two\nm 1 ben 1 2 three\nm 1 ben 8 9 four\n"), Write("h.stm", "m 1 x 0 1 two one\nm 1 y 1 2 three\n"));
        string[] command = ["score", "cpwer", "--ref", reference, "--hyp", hypothesis, "--json"];
        Assert.Equal((4, 3), (Number(await RunAsync([.. command, "--collar", "0"]), "referenceWords"), Number(await RunAsync([.. command, "--collar", "0"]), "errors")));
        var whole = await RunAsync([.. command, "--collar", "0", "--ref-word-timing", "full-segment", "--hyp-word-timing", "full_segment", "--uem", Write("m.uem", "m 1 0 5\n")]);
        Assert.Equal((3, 2), (Number(whole, "referenceWords"), Number(whole, "errors")));
        Assert.Contains("timing=full-segment,full-segment;uem=", whole.GetProperty("recipe").GetString(), StringComparison.Ordinal);
        Assert.Contains("--collar", (await new Executable().RunAsync([.. command, "--hyp-word-timing", "full-segment"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systems_are_compared_on_the_same_utterances()
    {
        var reference = Write("r.trn", "a b c (u1)\nd e f (u2)\ng h i (u3)\n");
        var view = await RunAsync("score", "compare", "--ref", reference, "--hyp", Write("one.trn", "a b c (u1)\nd e f (u2)\ng h i (u3)\n"), "--hyp", Write("two.trn", "a x c (u1)\nd e x (u2)\nx h i (u3)\n"), "--json");
        var pair = view.GetProperty("pairs")[0];
        Assert.Equal(-1.0 / 3, pair.GetProperty("difference").GetDouble(), 12);
        Assert.Equal(3, pair.GetProperty("mcNemar").GetProperty("onlyFirstRight").GetInt32());
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await new Executable().RunAsync(arguments);
        Assert.True(exitCode == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
