using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Visqol;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Visqol;

/// <summary>The values that ViSQOL 3.3.3 publishes for its own files (src/include/conformance.h). They are computed at the files' rate of 48 kHz, in both modes.</summary>
public sealed class VisqolConformanceTests
{
    [Fact]
    public void Transcoded_speech_gets_the_published_score() => Assert.Equal(3.374505555111911, Speech("CA01_01.wav", "transcoded_CA01_01.wav"), 1e-9);

    [Fact]
    public void Speech_that_is_late_and_damaged_gets_the_published_score() => Assert.Equal(1.357521678867611, Speech("alignment_reference.wav", "alignment_degraded.wav"), 1e-9);

    [Fact]
    public void Speech_of_other_content_gets_the_published_score() => Assert.Equal(1.269675546824064, Speech("guitar48_stereo.wav", "CA01_01.wav"), 1e-9);

    [Theory]
    [InlineData("CA01_01.wav", "transcoded_CA01_01.wav", 3.374505555111911)]
    [InlineData("alignment_reference.wav", "alignment_degraded.wav", 1.357521678867611)]
    public void The_metric_at_16_kHz_is_close_to_the_published_score(string reference, string degraded, double published)
        => Assert.Equal(published, new VisqolSpeechMetric().Measure(new MetricInput(Read(degraded), Read(reference))).Value!.Value, 0.005);

    [Fact]
    public void Equal_speech_gets_the_published_score_without_the_scale()
        => Assert.Equal(4.015861169223797, Compare("CA01_01.wav", "CA01_01.wav", VisqolMode.Speech, ExponentialMapping.Unscaled), 1e-12);

    [Fact]
    public void Equal_music_gets_the_published_score() => Assert.Equal(4.732101253042348, Audio("castanets48_stereo.wav", "castanets48_stereo.wav"), 1e-9);

    [Fact]
    public void Coded_music_gets_the_published_score() => Assert.Equal(4.349722308064298, Audio("guitar48_stereo.wav", "guitar48_stereo_64kbps_aac.wav"), 1e-9);

    [Fact]
    public void Speech_as_audio_gets_the_published_score() => Assert.Equal(1.7658378752958486, Audio("CA01_01.wav", "transcoded_CA01_01.wav"), 1e-9);

    private static double Speech(string reference, string degraded) => Compare(reference, degraded, VisqolMode.Speech, ExponentialMapping.Scaled);

    private static double Audio(string reference, string degraded)
        => Compare(reference, degraded, VisqolMode.Audio, SupportVectorMapping.Read(SharedMaterial.PathTo("golden", "visqol", "libsvm_nu_svr_model.txt")).Value);

    private static double Compare(string reference, string degraded, VisqolMode mode, IQualityMapping mapping)
    {
        var (x, y) = (Read(reference), Read(degraded));
        return VisqolComparison.Compare(x.Channel(0), y.Channel(0), x.SampleRate, mode, mapping).Value.Mos;
    }

    private static AudioClip Read(string name) => WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("golden", "visqol", name))).Value.ToMono();
}
