using SpeechScoop.Audio.Metrics.Visqol;
using SpeechScoop.Audio.Tests.Signals;

namespace SpeechScoop.Audio.Tests.Metrics.Visqol;

public sealed class VisqolComparisonTests
{
    private const int Rate = 16_000;
    private static readonly float[] Speech = TestSpeech.Make(3, 2 * Rate, Rate);

    [Fact]
    public void A_signal_is_best_beside_itself()
    {
        var result = Compare(Speech);
        Assert.Equal(1, result.Similarity, 1e-12);
        Assert.Equal(5, result.Mos, 1e-5);
        Assert.Equal(0, result.LagSeconds);
        Assert.Equal(VisqolMode.Speech.Bands, result.CentresHz.Count);
        Assert.All(result.Patches, patch => Assert.Equal((patch.ReferenceStart, patch.ReferenceEnd), (patch.DegradedStart, patch.DegradedEnd)));
    }

    [Fact]
    public void More_noise_is_worse()
    {
        var noise = TestSpeech.Noise(4, Speech.Length);
        double[] scores = [.. new[] { 0, 0.001f, 0.01f, 0.05f, 0.2f, 0.8f }.Select(level => Compare([.. Speech.Zip(noise, (x, n) => x + (level * n))]).Mos)];
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(scores.Length, scores.Distinct().Count());
        Assert.InRange(scores[^1], 1, 2);
    }

    [Fact]
    public void Level_does_not_matter()
    {
        var noisy = Speech.Zip(TestSpeech.Noise(4, Speech.Length), (x, n) => x + (0.02f * n)).ToArray();
        Assert.Equal(Compare(noisy).Mos, Compare([.. noisy.Select(x => x / 16)]).Mos, 1e-9);
    }

    [Fact]
    public void A_delay_is_found_and_undone()
    {
        var late = Compare([.. new float[1_234], .. Speech]);
        Assert.Equal(-1_234.0 / Rate, late.LagSeconds);
        Assert.Equal(1, late.Similarity, 1e-9);
        var early = Compare(Speech[1_234..]);
        Assert.Equal(1_234.0 / Rate, early.LagSeconds);
        Assert.InRange(early.Similarity, 0.95, 1);
    }

    [Fact]
    public void The_map_shows_when_the_signals_differ()
    {
        var damaged = Speech.ToArray();
        var noise = TestSpeech.Noise(4, Rate / 4);
        for (var i = 0; i < noise.Length; i++) damaged[(Rate * 3 / 4) + i] = noise[i] / 4;
        var worst = Compare(damaged).Patches.MinBy(patch => patch.Similarity)!;
        Assert.InRange(0.875, worst.ReferenceStart, worst.ReferenceEnd);
    }

    [Fact]
    public void The_map_shows_at_which_frequencies_the_signals_differ()
    {
        // A mean of four neighbours takes away 4 kHz and dampens what lies near it.
        float[] dull = [.. Enumerable.Range(0, Speech.Length).Select(i => Enumerable.Range(i, 4).Average(k => k < Speech.Length ? Speech[k] : 0))];
        var result = Compare(dull);
        var nearFour = Enumerable.Range(0, result.CentresHz.Count).Where(band => result.CentresHz[band] is > 3_500 and < 4_500).Average(band => result.BandSimilarities[band]);
        var low = Enumerable.Range(0, result.CentresHz.Count).Where(band => result.CentresHz[band] < 500).Average(band => result.BandSimilarities[band]);
        Assert.InRange(low, nearFour + 0.1, 1);
        Assert.Equal(result.Similarity, result.BandSimilarities.Average(), 1e-12);
        Assert.All(result.Patches, patch => Assert.Equal(patch.Similarity, patch.Bands.Average(), 1e-12));
    }

    [Fact]
    public void Other_content_is_bad() => Assert.InRange(Compare(TestSpeech.Noise(9, Speech.Length)).Mos, 1, 1.7);

    [Fact]
    public void What_the_clip_lacks_at_its_end_is_dropped_and_said()
    {
        var result = Compare(Speech[..(Rate / 2)]);
        Assert.InRange(result.DroppedPatches, 1, 3);
    }

    [Fact]
    public void What_cannot_be_judged_is_refused_with_the_cure()
    {
        Refuses(Speech[..(Rate / 2)], Speech, "visqol-too-short", "0.64 s", "longer");
        Refuses(Speech, Speech[..1_000], "visqol-too-short", "clip");
        Refuses(new float[Speech.Length], Speech, "visqol-silent", "reference is silent");
        Refuses(Speech, new float[Speech.Length], "visqol-silent", "clip is silent");
        Refuses([.. Speech[..^1], float.NaN], Speech, "visqol-not-finite", "reference");
        Refuses(Speech, [.. Speech[..^1], float.NegativeInfinity], "visqol-not-finite", "clip");
        Refuses(Speech, [], "visqol-silent", "clip");
        Refuses(Speech, new float[(VisqolComparison.LongestSeconds * Rate) + 1], "visqol-too-long", "180 s", "cut");
    }

    [Fact]
    public void The_first_patch_counts_as_speech_whatever_is_in_it()
    {
        // A click is the peak, and there is nothing else.
        var quiet = new float[Rate];
        quiet[^1] = 1;
        Assert.True(VisqolComparison.Compare(quiet, quiet, Rate, VisqolMode.Speech, ExponentialMapping.Scaled).TryGet(out var result, out _));
        Assert.Single(result.Patches);
    }

    private static VisqolResult Compare(float[] degraded) => VisqolComparison.Compare(Speech, degraded, Rate, VisqolMode.Speech, ExponentialMapping.Scaled).Value;

    private static void Refuses(float[] reference, float[] degraded, string code, params string[] parts)
    {
        Assert.False(VisqolComparison.Compare(reference, degraded, Rate, VisqolMode.Speech, ExponentialMapping.Scaled).TryGet(out _, out var error));
        Assert.Equal(code, error.Code);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }
}
