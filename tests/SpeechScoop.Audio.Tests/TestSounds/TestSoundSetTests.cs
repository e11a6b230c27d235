using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.TestSounds;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Tests.TestSounds;

public class TestSoundSetTests
{
    [Fact]
    public void Every_kind_has_its_domain_its_length_and_its_level()
    {
        var sounds = Make(192_000, 1);
        Assert.Equal(10, sounds.Count);
        Assert.Equal(
            [SoundDomain.Singing, SoundDomain.Music, SoundDomain.Environment, SoundDomain.Animal],
            sounds.Select(sound => sound.Domain).Distinct().Order());
        foreach (var sound in sounds)
        {
            Assert.Equal(3, sound.Clip.Duration.TotalSeconds, 1e-9);
            Assert.Equal(192_000, sound.Clip.SampleRate);
            Assert.Equal(0.5, Peak(sound.Clip), 0.01);
            Assert.True(Math.Abs(Mean(sound.Clip)) < 0.01, sound.Key);
            Assert.Equal(sound.Domain.ToString().ToLowerInvariant(), sound.Attributes["domain"]);
            Assert.Equal(TestSoundSet.Version, sound.Attributes["generator"]);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        var (first, again, other) = (Make(16_000, 1), Make(16_000, 1), Make(16_000, 2));
        foreach (var (a, b, c) in first.Zip(again, other))
        {
            Assert.Equal(a.Key, b.Key);
            Assert.True(a.Clip.Channel(0).SequenceEqual(b.Clip.Channel(0)), a.Key);
            Assert.False(a.Clip.Channel(0).SequenceEqual(c.Clip.Channel(0)), a.Key);
        }
    }

    [Fact]
    public void More_sounds_of_a_kind_leave_the_first_as_they_were()
    {
        var three = Make(16_000, 1, 2);
        foreach (var sound in Make(16_000, 1))
            Assert.True(sound.Clip.Channel(0).SequenceEqual(three.Single(other => other.Key == sound.Key).Clip.Channel(0)));
        Assert.Equal(three.Count, three.DistinctBy(sound => sound.Key).Count());
        foreach (var kind in three.GroupBy(sound => sound.Kind))
            Assert.False(kind.First().Clip.Channel(0).SequenceEqual(kind.Last().Clip.Channel(0)), kind.Key);
    }

    [Theory]
    [InlineData(8_000, 3)]
    [InlineData(16_000, 8)]
    [InlineData(44_100, 9)]
    [InlineData(96_000, 9)]
    [InlineData(176_400, 10)]
    public void A_rate_has_the_sounds_that_fit_into_its_band(int sampleRate, int kinds)
    {
        var sounds = Make(sampleRate, 1);
        Assert.Equal(kinds, sounds.Count);
        Assert.All(sounds, sound => Assert.True(Peak(sound.Clip) > 0.1, $"{sound.Key} is nearly silent at {sampleRate} Hz"));
    }

    [Theory]
    [InlineData("dolphin-clicks", 192_000, 40_000, 80_000)]
    [InlineData("dolphin-whistles", 48_000, 3_000, 20_000)]
    [InlineData("bird-chirps", 48_000, 1_800, 14_500)]
    [InlineData("sung-vowels", 48_000, 150, 6_000)]
    public void A_kind_keeps_to_its_band(string kind, int sampleRate, double lowHz, double highHz)
    {
        var sound = TestSoundSet.Make(sampleRate, 1, 1).Value.First(sound => sound.Kind == kind);
        Assert.True(ShareInside(sound.Clip, lowHz, highHz) > 0.97);
    }

    [Theory]
    [InlineData(7_999)]
    [InlineData(192_001)]
    [InlineData(0)]
    public void A_rate_outside_the_range_is_refused_with_the_range(int sampleRate)
    {
        var error = TestSoundSet.Make(sampleRate).Error!;
        Assert.Equal("sounds-rate", error.Code);
        Assert.Contains("192,000", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_count_outside_the_range_is_refused(int perKind) => Assert.Equal("sounds-count", TestSoundSet.Make(perKind: perKind).Error?.Code);

    private static List<TestSound> Make(int sampleRate, long seed, int perKind = 1) => [.. TestSoundSet.Make(sampleRate, seed, perKind).Value];

    private static double Peak(AudioClip clip)
    {
        var peak = 0.0;
        foreach (var sample in clip.Channel(0)) peak = Math.Max(peak, Math.Abs(sample));
        return peak;
    }

    private static double Mean(AudioClip clip)
    {
        var sum = 0.0;
        foreach (var sample in clip.Channel(0)) sum += sample;
        return sum / clip.Length;
    }

    private static double ShareInside(AudioClip clip, double lowHz, double highHz)
    {
        var stft = new Stft(1024, 1024, AnalysisWindow.PeriodicHann.Samples(1024));
        var power = stft.Power(clip.Channel(0));
        double inside = 0, all = 0;
        for (var i = 0; i < power.Length; i++)
        {
            var hertz = (double)(i % stft.Bins) * clip.SampleRate / 1024;
            all += power[i];
            if (hertz >= lowHz && hertz <= highHz) inside += power[i];
        }
        return inside / all;
    }
}
