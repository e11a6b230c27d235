using CsCheck;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class PeaksTests
{
    [Fact]
    public void Every_sample_lies_within_the_peaks_of_its_stretch() =>
        Gen.Select(Gen.Float[-1, 1].Array[1, 500], Gen.Int[1, 700]).Sample((samples, count) =>
        {
            var peaks = Peaks.Compute(new AudioClip(8000, samples), count);
            Assert.Equal(count, peaks.Length);
            Assert.Equal(samples.Min(), peaks.Min(peak => peak.Min));
            Assert.Equal(samples.Max(), peaks.Max(peak => peak.Max));
            Assert.All(peaks, peak => Assert.True(peak.Min <= peak.Max && samples.Contains(peak.Min) && samples.Contains(peak.Max)));
        });

    [Fact]
    public void All_channels_count() =>
        Assert.Equal([(-1f, 0.5f), (0f, 0.25f)], Peaks.Compute(new AudioClip(8000, [0.5f, 0.25f], [-1, 0]), 2));
}
