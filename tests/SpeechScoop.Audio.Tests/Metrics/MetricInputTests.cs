using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Tests.Metrics;

public sealed class MetricInputTests
{
    [Fact]
    public void Analyses_are_made_once_and_a_changed_copy_makes_its_own()
    {
        var made = 0;
        var input = new MetricInput(new AudioClip(16_000, [1f, 1f]), new AudioClip(16_000, [2f]), "text", SoundDomain.Speech);
        Assert.Equal(2, input.Share("length", () => { made++; return input.Mono.Length; }));
        Assert.Equal(2, input.Share("length", () => { made++; return 0; }));
        Assert.Equal(1, made);
        var copy = input with { Clip = new AudioClip(16_000, [1f, 1f, 1f]) };
        Assert.Equal(3, copy.Share("length", () => copy.Mono.Length));
        Assert.Equal(("text", SoundDomain.Speech, 1), (copy.Text, copy.Domain, copy.ReferenceMono.Length));
    }
}
