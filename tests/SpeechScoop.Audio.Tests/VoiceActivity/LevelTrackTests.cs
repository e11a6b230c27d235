using SpeechScoop.Audio.VoiceActivity;

namespace SpeechScoop.Audio.Tests.VoiceActivity;

public sealed class LevelTrackTests
{
    [Theory]
    [InlineData(16_000)]
    [InlineData(22_050)]
    public void Audio_in_pieces_has_the_speech_of_the_whole_clip(int rate)
    {
        var random = new SeededRandom(11);
        var samples = new float[(int)(rate * 2.7531)];
        for (var i = 0; i < samples.Length; i++)
        {
            var isLoud = i / (rate / 2) is 1 or 3;
            samples[i] = (float)((random.NextDouble() - 0.5) * (isLoud ? 0.6 : 0.002));
        }
        var track = new LevelTrack(rate);
        for (var at = 0; at < samples.Length;)
        {
            var count = Math.Min(1 + random.Next(900), samples.Length - at);
            track.Add(samples.AsSpan(at, count));
            at += count;
        }
        var (pieces, whole) = (track.Detect(), EnergyVoiceActivity.Instance.Detect(new AudioClip(rate, samples)));
        Assert.Equal(2, whole.Segments.Count);
        Assert.Equal(whole.Segments, pieces.Segments);
        Assert.Equal(whole.Detector, pieces.Detector);
        Assert.Equal(whole.DurationSeconds, pieces.DurationSeconds, 6);
    }

    [Fact]
    public void Nothing_has_no_speech() => Assert.Empty(new LevelTrack(16_000).Detect().Segments);
}
