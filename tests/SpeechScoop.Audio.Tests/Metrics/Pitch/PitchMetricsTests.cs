using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Pitch;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Tests.Metrics.Pitch;

public sealed class PitchMetricsTests
{
    private static readonly AudioClip Voice = Voices.Sing(2, t => t % 1 < 0.2 ? 0 : Voices.Melody(t, 150), noise: 0.001);

    private static MetricValue Measure(string id, AudioClip clip, AudioClip? reference = null) =>
        MetricRegistry.Measure(PitchMetrics.All.Single(metric => metric.Info.Id == id), new MetricInput(clip, reference));

    [Fact]
    public void The_statistics_are_those_of_the_melody()
    {
        var melody = Enumerable.Range(0, 2_000).Select(i => i / 1_000.0).Where(t => t % 1 >= 0.2).Select(t => Voices.Melody(t, 150)).Order().ToArray();
        var semitones = melody.Select(hertz => 12 * Math.Log2(hertz)).ToArray();
        Assert.Equal(melody.Average(), Measure("f0-mean", Voice).Value!.Value, 1.0);
        Assert.Equal(melody[melody.Length / 2], Measure("f0-median", Voice).Value!.Value, 2.0);
        Assert.Equal(Deviation(melody), Measure("f0-sd", Voice).Value!.Value, 1.0);
        Assert.Equal(Deviation(semitones), Measure("f0-sd-semitones", Voice).Value!.Value, 0.1);
        Assert.Equal(semitones[melody.Length * 95 / 100] - semitones[melody.Length * 5 / 100], Measure("f0-range", Voice).Value!.Value, 0.2);
        Assert.Equal(0.8, Measure("voiced-share", Voice).Value!.Value, 0.05);

        static double Deviation(double[] values) => Math.Sqrt(values.Average(value => value * value) - Math.Pow(values.Average(), 2));
    }

    [Fact]
    public void A_clip_against_itself_is_perfect() => Assert.All(
        PitchMetrics.All.Where(metric => metric.Info.Needs.HasFlag(MetricNeeds.Reference)),
        metric => Assert.Equal(metric.Info.Identity!.Value, Measure(metric.Info.Id, Voice, Voice).Value!.Value, 1e-9));

    [Fact]
    public void A_semitone_up_is_a_hundred_cents_off_and_perfectly_correlated()
    {
        var raised = Voices.Sing(2, t => t % 1 < 0.2 ? 0 : Math.Pow(2, 1 / 12.0) * Voices.Melody(t, 150), noise: 0.001);
        Assert.Equal(100, Measure("f0-rmse-cents", raised, Voice).Value!.Value, 1.0);
        Assert.Equal(150 * 0.0595, Measure("f0-rmse", raised, Voice).Value!.Value, 0.3);
        Assert.Equal(1, Measure("f0-correlation", raised, Voice).Value!.Value, 1e-3);
        Assert.Equal(0, Measure("f0-gross-error", raised, Voice).Value);
    }

    [Fact]
    public void An_octave_up_is_a_gross_error_in_every_frame()
    {
        var octave = Voices.Sing(2, t => t % 1 < 0.2 ? 0 : 2 * Voices.Melody(t, 150), noise: 0.001);
        Assert.Equal(1, Measure("f0-gross-error", octave, Voice).Value!.Value, 0.01);
        Assert.Equal(1200, Measure("f0-rmse-cents", octave, Voice).Value!.Value, 15.0);
        Assert.Equal(Measure("f0-sd-semitones", Voice).Value!.Value, Measure("f0-sd-semitones", octave).Value!.Value, 0.1);
    }

    [Fact]
    public void More_noise_makes_more_voicing_errors()
    {
        var errors = new[] { 0, 0.3, 1.5 }.Select(noise => Measure("voicing-error", Voices.Sing(2, t => t % 1 < 0.2 ? 0 : Voices.Melody(t, 150), noise: noise), Voice).Value!.Value).ToArray();
        Assert.True(errors[0] < errors[1] + 0.01 && errors[1] < errors[2], string.Join(' ', errors));
    }

    [Fact]
    public void A_longer_clip_is_compared_from_its_beginning()
    {
        var longer = Voices.Sing(2.1, t => t % 1 < 0.2 ? 0 : Voices.Melody(t, 150), noise: 0.001);
        Assert.Equal(0, Measure("f0-rmse", longer, Voice).Value!.Value, 0.01);
    }

    [Fact]
    public void Where_no_voice_is_found_there_is_no_statistic()
    {
        var silence = new AudioClip(16_000, new float[16_000]);
        Assert.Contains("0.00 s of voice", Measure("f0-mean", silence).NotValid, StringComparison.Ordinal);
        Assert.Equal(0, Measure("voiced-share", silence).Value);
        var noise = Voices.Sing(1, _ => 0, noise: 0.3);
        Assert.Contains("0.1 s are needed", Measure("f0-correlation", noise, noise).NotValid, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_input_is_refused_with_the_reason()
    {
        Assert.Contains("reference", Measure("f0-rmse", Voice).NotValid, StringComparison.Ordinal);
        Assert.Contains("0.2 s", Measure("f0-mean", Voices.Sing(0.1, _ => 150)).NotValid, StringComparison.Ordinal);
        Assert.Contains("4,000 Hz", Measure("f0-mean", Voices.Sing(1, _ => 150, 2_000)).NotValid, StringComparison.Ordinal);
        Assert.Contains("no number", Measure("f0-mean", new AudioClip(16_000, [.. Enumerable.Repeat(float.NaN, 16_000)])).NotValid, StringComparison.Ordinal);
        var music = MetricRegistry.Measure(PitchMetrics.All[0], new MetricInput(Voice, Domain: SoundDomain.Music));
        Assert.Contains("music", music.NotValid, StringComparison.Ordinal);
    }
}
