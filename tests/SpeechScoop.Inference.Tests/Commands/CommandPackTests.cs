using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Commands;

/// <summary>Programs that misbehave, played by standard tools.</summary>
public sealed class CommandPackTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly ComputeGate gate = new(1);

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_with_its_children_and_fails_that_output_alone()
    {
        SharedMaterial.Program("sh");
        // The child would live on if only the program itself were ended.
        var marker = Path.Combine(folder.Path, "alive");
        var speech = await SpeakAsync("sh", ["-c", $"(sleep 3; touch {marker}) & sleep 60"], "wav-stdout", timeoutSeconds: 0.5);
        Assert.Equal("program-timeout", speech.Error?.Code);
        Assert.Contains("'sh' did not finish within 0.5 s", speech.Error?.Message, StringComparison.Ordinal);
        await Task.Delay(3500);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task A_program_that_fails_is_quoted()
    {
        SharedMaterial.Program("sh");
        var speech = await SpeakAsync("sh", ["-c", "echo no voice here >&2; exit 3"], "wav-stdout");
        Assert.Equal("program-failed", speech.Error?.Code);
        Assert.Contains("'sh' ended with code 3: no voice here.", speech.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_floods_is_ended()
    {
        SharedMaterial.Program("yes");
        var speech = await SpeakAsync("yes", [], "wav-stdout", maxOutputBytes: 1_000_000);
        Assert.Equal("program-output", speech.Error?.Code);
    }

    [Theory]
    [InlineData("wav-stdout", "echo this is no audio")]
    [InlineData("wav-file", "echo this is no audio > {output}")]
    [InlineData("wav-file", "true {output}")]
    public async Task A_program_that_gives_no_audio_is_an_error(string output, string script)
    {
        SharedMaterial.Program("sh");
        var speech = await SpeakAsync("sh", ["-c", script], output);
        Assert.Equal("program-output", speech.Error?.Code);
    }

    [Fact]
    public async Task Cancelling_ends_the_program_and_its_children()
    {
        SharedMaterial.Program("sh");
        var marker = Path.Combine(folder.Path, "alive");
        using var cancellation = new CancellationTokenSource(500);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SpeakAsync("sh", ["-c", $"(sleep 3; touch {marker}) & sleep 60"], "wav-stdout", cancellation: cancellation.Token));
        await Task.Delay(3500);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public void A_program_that_is_not_installed_makes_its_pack_unavailable_and_says_how_to_get_it()
    {
        Write("no-such-program-here", ["{text}"], "wav-stdout", install: "apt-get install nothing");
        var pack = folder.Load();
        Assert.Equal(PackStatus.Unavailable, pack.Status);
        Assert.Equal("The program 'no-such-program-here' is not installed. Install it with: apt-get install nothing", Assert.Single(pack.Problems));
    }

    [Theory]
    [InlineData("/bin/sh", "without folders")]
    [InlineData("../sh", "without folders")]
    [InlineData("-rf", "without folders")]
    [InlineData("", "without folders")]
    public void A_program_is_a_name_and_never_a_path(string program, string told)
    {
        Write(program, ["{text}"], "wav-stdout");
        Assert.Contains(folder.Load().Problems, problem => problem.Contains("'command.program'", StringComparison.Ordinal) && problem.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_in_braces_that_nothing_defines_is_told()
    {
        Write("sh", ["{voice}"], "wav-file");
        var problems = folder.Load().Problems;
        Assert.Contains(problems, problem => problem.Contains("uses {voice}", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("needs {output}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_reaches_a_program_as_it_is_through_argument_file_or_input()
    {
        SharedMaterial.Program("sh");
        const string text = "-x \"quoted\" $HOME `id` ; é 1.";
        foreach (var (arguments, name) in new (string[], string)[]
        {
            (["-c", "printf %s \"$1\" > " + Path.Combine(folder.Path, "argument") + "; exit 1", "sh", "{text}"], "argument"),
            (["-c", "cat \"$1\" > " + Path.Combine(folder.Path, "file") + "; exit 1", "sh", "{textFile}"], "file"),
            (["-c", "cat > " + Path.Combine(folder.Path, "input") + "; exit 1"], "input"),
        })
        {
            await SpeakAsync("sh", arguments, "wav-stdout", text);
            Assert.Equal(text, File.ReadAllText(Path.Combine(folder.Path, name)).Trim());
        }
    }

    [Fact]
    public async Task A_recognizer_gets_a_WAV_file_at_its_rate_and_its_output_is_the_text()
    {
        SharedMaterial.Program("sh");
        var manifest = Manifest("sh", ["-c", "test $(wc -c < \"$1\") = 32044 && printf 'one\\n two  three\\n'", "sh", "{input}"], "text-stdout");
        manifest["task"] = "recognizer";
        manifest["command"]!["input"] = "wav";
        folder.Write(manifest);
        using var catalog = new SystemCatalog(folder.Path, gate);
        var recognizer = (await catalog.GetRecognizerAsync("tiny")).Value;
        var clip = new AudioClip(48000, new float[48000], new float[48000]);
        Assert.Equal("one two three", (await recognizer.RecognizeAsync(clip)).Value.Text);
        using var stream = recognizer.OpenStream().Value;
        Assert.Empty(stream.Accept(new float[16000]).Value);
        var update = Assert.Single(await gate.RunAsync(() => stream.Finish().Value));
        Assert.Equal((true, "one two three", TimeSpan.FromSeconds(1)), (update.IsFinal, update.StableText, update.AudioCovered));
        Assert.Equal("word-lists-unsupported", recognizer.OpenStream(new(["one"])).Error?.Code);
    }

    private async Task<Result<SynthesizedSpeech>> SpeakAsync(
        string program, string[] arguments, string output, string text = "Hello.", double timeoutSeconds = 20, long maxOutputBytes = 1 << 20, CancellationToken cancellation = default)
    {
        Write(program, arguments, output, timeoutSeconds: timeoutSeconds, maxOutputBytes: maxOutputBytes);
        using var catalog = new SystemCatalog(folder.Path, gate);
        var synthesizer = await catalog.GetSynthesizerAsync("tiny", cancellation);
        return await synthesizer.Value.SynthesizeAsync(new SynthesisRequest(text), null, cancellation);
    }

    private void Write(string program, string[] arguments, string output, string? install = null, double timeoutSeconds = 20, long maxOutputBytes = 1 << 20)
    {
        var manifest = Manifest(program, arguments, output);
        manifest["command"]!["timeoutSeconds"] = timeoutSeconds;
        manifest["command"]!["maxOutputBytes"] = maxOutputBytes;
        if (install is not null) manifest["command"]!["install"] = install;
        folder.Write(manifest);
    }

    private static JsonObject Manifest(string program, string[] arguments, string output) => new()
    {
        ["schema"] = "speechscoop/pack/1", ["id"] = "tiny", ["version"] = "1", ["title"] = "Program", ["task"] = "synthesizer", ["family"] = "command",
        ["audio"] = new JsonObject { ["sampleRate"] = 16000 },
        ["command"] = new JsonObject { ["program"] = program, ["arguments"] = new JsonArray([.. arguments.Select(argument => (JsonNode)argument)]), ["input"] = "text", ["output"] = output },
    };
}
