using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Timing;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.SynthesisLab.Failures;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.SynthesisLab;

/// <summary>Takes of real synthesizers, whole and damaged, heard by the recognizer that ships.</summary>
public sealed class InjectedFailuresTests(DefaultPacks packs) : IClassFixture<DefaultPacks>
{
    private const string Recognizer = "scoop-recognizer";
    private const string Fox = "The quick brown fox jumps over the lazy dog, and nobody in the meeting could explain why.";
    private const string Light = "Please turn on the light in the living room and close the window before you go to bed.";

    [Theory]
    [InlineData("take_a.wav")]
    [InlineData("take_b.wav")]
    [InlineData("take_c.wav")]
    [InlineData("take_d.wav")]
    [InlineData("take_e.wav")]
    [InlineData("take_f.wav")]
    public async Task Golden_takes_are_clean_and_their_damages_are_found(string name) =>
        await AssertFoundAsync(Fox, WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("golden", "espeak", name))).Value);

    [Theory]
    [InlineData("scoop-voice-parallel", 0)]
    [InlineData("scoop-voice-next-token", 1)]
    [InlineData("scoop-voice-next-token", 2)]
    public async Task Takes_of_the_voices_that_ship_are_clean_and_their_damages_are_found(string system, long seed)
    {
        packs.Require(system);
        var synthesizer = (await packs.Catalog.GetSynthesizerAsync(system)).Value;
        await AssertFoundAsync(Light, (await synthesizer.SynthesizeAsync(new SynthesisRequest(Light, seed))).Value.Clip);
    }

    private async Task AssertFoundAsync(string prompt, AudioClip take)
    {
        var (samples, rate) = (take.Channel(0).ToArray(), take.SampleRate);
        var clean = await FindAsync(prompt, take);
        Assert.True(clean.Failures.Count == 0, string.Join(' ', clean.Failures));

        Assert.Equal(["silence"], (await FindAsync(prompt, new AudioClip(rate, new float[samples.Length]))).Kinds);
        Assert.Contains("truncation", (await FindAsync(prompt, new AudioClip(rate, samples[..(samples.Length * 6 / 10)]))).Kinds);
        // The second half again.
        var half = samples[(samples.Length / 2)..];
        Assert.Contains("repetition", (await FindAsync(prompt, new AudioClip(rate, [.. samples, .. half]))).Kinds);
        // The sound backwards.
        Assert.Contains("babble", (await FindAsync(prompt, new AudioClip(rate, [.. samples.Reverse()]))).Kinds);
        // Without a third in the middle.
        Assert.Contains("skipped-words", (await FindAsync(prompt, new AudioClip(rate, [.. samples[..(samples.Length / 3)], .. samples[(samples.Length * 2 / 3)..]]))).Kinds);
        // Silence of three seconds inside.
        Assert.Contains("silence", (await FindAsync(prompt, new AudioClip(rate, [.. samples[..(samples.Length / 2)], .. new float[3 * rate], .. half]))).Kinds);
    }

    private async Task<FailureReport> FindAsync(string prompt, AudioClip clip)
    {
        packs.Require(Recognizer);
        var recognizer = (await packs.Catalog.GetRecognizerAsync($"{Recognizer}/lexicon")).Value;
        var transcript = (await recognizer.RecognizeAsync(clip)).Value.Text;
        var input = new MetricInput(clip);
        var measured = TimingMetrics.All.Where(metric => TakeEvidence.Metrics.Contains(metric.Info.Id))
            .Select(metric => (metric.Info.Id, MetricRegistry.Measure(metric, input).Value)).Where(row => row.Value is not null);
        return FailureFinder.Find(new(prompt, transcript, measured.ToDictionary(row => row.Id, row => row.Value!.Value)));
    }
}
