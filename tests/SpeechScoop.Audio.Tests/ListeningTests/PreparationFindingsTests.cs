using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;
using static SpeechScoop.Audio.Tests.ListeningTests.StimulusPreparationTests;

namespace SpeechScoop.Audio.Tests.ListeningTests;

/// <summary>What preparation finds in bad input.</summary>
public sealed class PreparationFindingsTests
{
    private static readonly PreparationSettings Usual = new();

    public static TheoryData<string, string?, TrialDesign, PreparationSettings, SourceStimulus[]> Errors
    {
        get
        {
            var speech = Speech(1, 1, 16_000);
            var broken = speech.Channel(0).ToArray();
            (broken[5], broken[6]) = (float.NaN, float.PositiveInfinity);
            return new()
            {
                { "no-stimuli", null, TrialDesign.Acr, Usual, [] },
                { "empty", "a", TrialDesign.Acr, Usual, [Processed("a", new AudioClip(16_000, Array.Empty<float>()))] },
                { "silent", "a", TrialDesign.Acr, Usual, [Processed("a", new AudioClip(16_000, new float[16_000]))] },
                { "silent", "a", TrialDesign.Acr, Usual, [Processed("a", Mixing.Gain(speech, -80))] },
                { "not-finite", "a", TrialDesign.Acr, Usual, [Processed("a", new AudioClip(16_000, broken))] },
                { "stimulus-twice", "a", TrialDesign.Ab, Usual, [Processed("a", speech), Processed("a", speech)] },
                { "reference-missing", null, TrialDesign.Mushra, Usual, [Processed("a", speech)] },
                { "reference-missing", null, TrialDesign.Bs1116, Usual, [Processed("a", speech)] },
                { "reference-missing", null, TrialDesign.Dcr, Usual, [Processed("a", speech)] },
                { "reference-twice", null, TrialDesign.Mushra, Usual, [Reference(speech), new("b", StimulusRole.Reference, speech)] },
                { "sample-rate-unusable", null, TrialDesign.Acr, Usual with { SampleRate = 0 }, [Processed("a", speech)] },
                { "target-unusable", null, TrialDesign.Acr, Usual with { TargetLufs = double.NaN }, [Processed("a", speech)] },
                { "target-unusable", null, TrialDesign.Acr, Usual with { TargetLufs = 0 }, [Processed("a", speech)] },
                { "channels-differ", "a", TrialDesign.Ab, Usual with { Mono = false }, [Processed("a", Channels(speech, 2)), Processed("b", Channels(speech, 3))] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_cannot_be_used_is_an_error_and_nothing_is_prepared(string code, string? stimulus, TrialDesign design, PreparationSettings settings, SourceStimulus[] sources)
    {
        var prepared = Prepare(design, settings, sources);
        Assert.Equal(FindingSeverity.Error, Finding(prepared, code, stimulus).Severity);
        Assert.True(prepared.Report.HasErrors);
        Assert.Empty(prepared.Stimuli);
        Assert.Equal(FindingSeverity.Error, prepared.Report.Findings[0].Severity);
        Assert.Equal(sources.Length, prepared.Report.Stimuli.Count);
    }

    [Fact]
    public void All_errors_of_a_trial_are_told_at_once()
    {
        var prepared = Prepare(TrialDesign.Mushra, Usual, Processed("a", new AudioClip(8_000, Array.Empty<float>())), Processed("b", new AudioClip(8_000, new float[9])));
        Assert.Equal(["reference-missing", "empty", "silent"], prepared.Report.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.Code));
    }

    [Fact]
    public void Clipping_is_told_from_a_peak_that_merely_reaches_full_scale()
    {
        var speech = Mixing.Scale(Speech(2, 2, 16_000), 2);
        Assert.DoesNotContain(Prepare(TrialDesign.Acr, Usual, Processed("a", speech)).Report.Findings, f => f.Code == "source-clipped");
        var clipped = new AudioClip(16_000, [.. Mixing.Scale(speech, 3).Channel(0).ToArray().Select(x => Math.Clamp(x, -1, 1))]);
        Finding(Prepare(TrialDesign.Acr, Usual, Processed("a", clipped)), "source-clipped", "a");
    }

    [Fact]
    public void Channels_that_cancel_each_other_are_told_before_mixing_down_takes_the_speech_away()
    {
        var speech = Speech(3, 1, 16_000);
        var antiphase = new AudioClip(16_000, speech.Channel(0).ToArray(), Mixing.Scale(speech, -0.9).Channel(0).ToArray());
        Finding(Prepare(TrialDesign.Acr, Usual, Processed("a", antiphase)), "channels-cancel", "a");
        Assert.DoesNotContain(Prepare(TrialDesign.Acr, Usual with { Mono = false }, Processed("a", antiphase)).Report.Findings, f => f.Code == "channels-cancel");
    }

    [Fact]
    public void A_stimulus_of_a_much_narrower_band_is_told()
    {
        var original = Speech(4, 2, 48_000);
        var telephone = Resample.To(Resample.To(original, 8_000), 48_000);
        var prepared = Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("telephone", telephone), Processed("wide", Resample.To(original, 44_100)));
        Assert.Contains("4.0 kHz, the reference at 24.0 kHz", Finding(prepared, "narrow-band", "telephone").Message, StringComparison.Ordinal);
        Assert.Single(prepared.Report.Findings, f => f.Code == "narrow-band");
    }

    [Fact]
    public void A_MUSHRA_trial_that_is_too_long_or_too_full_is_told()
    {
        var original = Speech(5, 12.5, 16_000);
        Assert.Contains("12.5 s", Finding(Prepare(TrialDesign.Mushra, Usual, Reference(original)), "too-long", null).Message, StringComparison.Ordinal);
        var shorter = Speech(6, 0.5, 16_000);
        SourceStimulus[] Systems(int count) => [Reference(shorter), .. Enumerable.Range(1, count).Select(i => Processed($"s{i}", Speech(60 + i, 0.5, 16_000)))];
        Assert.DoesNotContain(Prepare(TrialDesign.Mushra, Usual, Systems(9)).Report.Findings, f => f.Code == "too-many-signals");
        Finding(Prepare(TrialDesign.Mushra, Usual, Systems(10)), "too-many-signals", null);
    }

    [Fact]
    public void The_same_file_twice_is_told()
    {
        var original = Speech(7, 1, 16_000);
        var prepared = Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("a", original), Processed("b", Speech(8, 1, 16_000)));
        Finding(prepared, "identical", "a");
        Assert.Single(prepared.Report.Findings, f => f.Code == "identical");
    }

    [Fact]
    public void Audio_that_is_almost_silence_is_told_when_it_is_raised_or_cannot_be_measured()
    {
        var original = Speech(9, 2, 16_000);
        Finding(Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("a", Mixing.Gain(original, -30))), "gain-large", "a");
        Finding(Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("a", Mixing.Gain(original, -66))), "too-quiet", "a");
    }

    private static AudioClip Channels(AudioClip clip, int count) => new(clip.SampleRate, [.. Enumerable.Repeat(clip.Channel(0).ToArray(), count)]);
}
