using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tests.Packs;

namespace SpeechScoop.Inference.Tests.Synthesis;

public sealed class SynthesizerTests(DefaultPacks packs) : IClassFixture<DefaultPacks>
{
    private const string Parallel = "scoop-voice-parallel", NextToken = "scoop-voice-next-token";

    [Theory]
    [InlineData(Parallel)]
    [InlineData(NextToken)]
    [InlineData("command-espeak-ng")]
    [InlineData("command-flite")]
    [InlineData("command-festival")]
    public async Task Sentences_are_spoken_one_after_the_other_and_told_as_they_are_done(string system)
    {
        var synthesizer = await LoadAsync(system);
        var told = new List<SynthesisProgress>();
        var one = (await synthesizer.SynthesizeAsync(new SynthesisRequest("The cat sat."))).Value;
        var three = (await synthesizer.SynthesizeAsync(new SynthesisRequest("The cat sat. The dog ran! Did it rain?"), new Told(told))).Value;
        Assert.Equal([new(1, 3), new(2, 3), new(3, 3)], told);
        Assert.True(three.Clip.Duration > 2 * one.Clip.Duration);
        Assert.Equal(1, three.Clip.ChannelCount);
        Assert.InRange(three.FirstAudioTime, TimeSpan.FromTicks(1), three.ProcessingTime);
        Assert.True(three.Clip.Channel(0).ToArray().All(float.IsFinite));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_take_and_another_seed_another()
    {
        var synthesizer = await LoadAsync(NextToken);
        Assert.True(synthesizer.IsSeeded);
        async Task<float[]> Take(long seed, double? temperature) => (await synthesizer.SynthesizeAsync(new SynthesisRequest("Good morning. How are you?", seed, 1, temperature))).Value.Clip.Channel(0).ToArray();
        Assert.Equal(await Take(7, 0.6), await Take(7, 0.6));
        Assert.NotEqual(await Take(7, 0.6), await Take(8, 0.6));
        Assert.Equal(await Take(7, 0), await Take(8, 0));
    }

    [Theory]
    [InlineData(Parallel)]
    [InlineData(NextToken)]
    [InlineData("command-espeak-ng")]
    [InlineData("command-flite")]
    [InlineData("command-festival")]
    public async Task A_higher_rate_is_shorter_or_said_to_be_impossible(string system)
    {
        var synthesizer = await LoadAsync(system);
        const string text = "The quick brown fox jumps over the lazy dog.";
        var normal = (await synthesizer.SynthesizeAsync(new SynthesisRequest(text))).Value.Clip.Duration;
        var fast = await synthesizer.SynthesizeAsync(new SynthesisRequest(text, Rate: 1.5));
        if (fast.Error is { } refused) Assert.Equal("rate-unsupported", refused.Code);
        else Assert.InRange(fast.Value.Clip.Duration / normal, 0.55, 0.85);
    }

    [Theory]
    [InlineData("", "text-empty")]
    [InlineData("  \n ", "text-empty")]
    [InlineData("🙂🙂", null)]
    [InlineData("Привет", null)]
    [InlineData("?!…", null)]
    public async Task Text_that_cannot_be_spoken_is_an_error_that_says_so(string text, string? code)
    {
        var synthesizer = await LoadAsync(Parallel);
        var error = (await synthesizer.SynthesizeAsync(new SynthesisRequest(text))).Error;
        Assert.NotNull(error);
        if (code is not null) Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData(Parallel)]
    [InlineData("command-espeak-ng")]
    [InlineData("command-flite")]
    [InlineData("command-festival")]
    public async Task Odd_text_is_spoken_or_refused_but_never_breaks_anything(string system)
    {
        var synthesizer = await LoadAsync(system);
        foreach (var text in new[] { "<speak>Hello <break time=\"1s\"/> there</speak>", "a\0b\u0007c", "\uD83D alone", "-f /etc/passwd", new string('a', 600), "Привет мир", "💥 boom", "(exit)", "\"quoted\" (voice_x)" })
        {
            var spoken = await synthesizer.SynthesizeAsync(new SynthesisRequest(text));
            Assert.True(spoken.Error is null or Error.Invalid, $"{text}: {spoken.Error}");
        }
    }

    [Fact]
    public async Task Limits_of_the_request_are_told()
    {
        var synthesizer = await LoadAsync("command-espeak-ng");
        async Task<string?> Code(SynthesisRequest request) => (await synthesizer.SynthesizeAsync(request)).Error?.Code;
        Assert.Equal("text-too-long", await Code(new SynthesisRequest(new string('a', 20_001))));
        Assert.Equal("rate-out-of-range", await Code(new SynthesisRequest("a", Rate: 3)));
        Assert.Equal("rate-out-of-range", await Code(new SynthesisRequest("a", Rate: double.NaN)));
        Assert.Equal("temperature-out-of-range", await Code(new SynthesisRequest("a", Temperature: -1)));
    }

    [Fact]
    public async Task Cancelling_stops_between_sentences()
    {
        var synthesizer = await LoadAsync(Parallel);
        using var cancellation = new CancellationTokenSource();
        var told = new List<SynthesisProgress>();
        var text = string.Join(' ', Enumerable.Repeat("This is one of very many sentences.", 400));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => synthesizer.SynthesizeAsync(
            new SynthesisRequest(text), new Told(told, done => { if (done.Done == 3) cancellation.Cancel(); }), cancellation.Token));
        Assert.Equal(3, told.Count);
    }

    private async Task<ISynthesizer> LoadAsync(string system)
    {
        packs.Require(system);
        return (await packs.Catalog.GetSynthesizerAsync(system)).Value;
    }

    private sealed class Told(List<SynthesisProgress> list, Action<SynthesisProgress>? then = null) : IProgress<SynthesisProgress>
    {
        public void Report(SynthesisProgress value)
        {
            list.Add(value);
            then?.Invoke(value);
        }
    }
}
