using SpeechScoop.Audio.Files;

namespace SpeechScoop.Audio.Tests.Files;

public sealed class WavPartTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"part {Guid.CreateVersion7():N}.wav");

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(0, null, 0, 8000)]
    [InlineData(0.25, 0.5, 2000, 4000)]
    [InlineData(0.5, 9.0, 4000, 8000)]
    [InlineData(3, null, 8000, 8000)]
    public void A_stretch_holds_exactly_its_samples(double start, double? end, int from, int to)
    {
        var samples = Enumerable.Range(0, 8000).Select(i => i / 8192f).ToArray();
        var clip = new AudioClip(8000, samples, [.. samples.Select(sample => -sample)]);
        File.WriteAllBytes(path, WavWriter.ToBytes(clip, WavFormat.Float32));
        var part = WavPart.Read(path, start, end).Value;
        Assert.Equal((8000, 2, to - from), (part.SampleRate, part.ChannelCount, part.Length));
        Assert.Equal(samples[from..to], part.Channel(0).ToArray());
        Assert.Equal(samples[from..to].Select(sample => -sample), part.Channel(1).ToArray());
    }

    [Fact]
    public void A_missing_file_and_one_that_is_no_wav_are_errors()
    {
        Assert.IsType<Error.NotFound>(WavPart.Read(path, 0, null).Error);
        File.WriteAllText(path, "no audio at all, only words");
        Assert.IsType<Error.Invalid>(WavPart.Read(path, 0, null).Error);
    }
}
