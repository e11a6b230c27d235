using SpeechScoop.Audio.Metrics;

namespace SpeechScoop.Audio.Tests.Metrics;

/// <summary>Metrics that walk through a clip must not copy it: an hour of audio is large enough by itself.</summary>
public sealed class MetricMemoryTests
{
    [Theory]
    [InlineData("si-sdr")]
    [InlineData("si-sdr-zero-mean")]
    [InlineData("snr")]
    [InlineData("seg-snr")]
    [InlineData("waveform-l1")]
    [InlineData("delay")]
    [InlineData("gain")]
    [InlineData("lsd")]
    [InlineData("mr-stft")]
    [InlineData("stft-distance")]
    [InlineData("mel-distance")]
    [InlineData("mel-distance-dac")]
    [InlineData("loudness")]
    [InlineData("loudness-range")]
    [InlineData("true-peak")]
    [InlineData("clipping")]
    [InlineData("dc-offset")]
    [InlineData("bandwidth")]
    public void Memory_hardly_grows_with_the_clip(string id)
    {
        var metric = MetricRegistry.BuiltIn.Single(each => each.Info.Id == id);
        var (shorter, longer) = (SpeechLike.Clip(1, seconds: 10), SpeechLike.Clip(1, seconds: 40));
        Allocated(shorter);
        var grown = Allocated(longer) - Allocated(shorter);
        // Loudness keeps a few numbers for each 10 ms.
        Assert.True(grown < 0.1 * sizeof(float) * (longer.Length - shorter.Length), $"{id} took {grown} bytes more for {longer.Length - shorter.Length} samples more");

        long Allocated(AudioClip clip)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.NotNull(MetricRegistry.Measure(metric, new MetricInput(clip, clip)).Value);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
