using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Audio.Tests.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.Tests.ListeningTests;

public sealed class StimulusPreparationTests
{
    private const int Rate = 24_000;
    private static readonly PreparationSettings Usual = new();

    [Fact]
    public void Stimuli_of_one_MUSHRA_trial_cannot_be_told_apart_by_their_files()
    {
        var original = Speech(1, 3, 48_000);
        var prepared = Prepare(TrialDesign.Mushra, Usual,
            Reference(original),
            Processed("codec", Late(Mixing.Gain(Resample.To(original, 16_000), -7), 320)),
            Processed("stereo", new AudioClip(48_000, original.Channel(0).ToArray(), original.Channel(0).ToArray())),
            Processed("long", Mixing.ToLength(Mixing.Gain(Resample.To(original, 44_100), 3), 150_000)));
        Assert.False(prepared.Report.HasErrors);
        Assert.Equal(["ref", "codec", "stereo", "long", "anchor35", "anchor70"], prepared.Stimuli.Select(s => s.Id));
        Assert.Equal([StimulusRole.Anchor35, StimulusRole.Anchor70], prepared.Stimuli.Skip(4).Select(s => s.Role));
        Assert.All(prepared.Stimuli, s => Assert.Equal((48_000, 1, original.Length), (s.Audio.SampleRate, s.Audio.ChannelCount, s.Audio.Length)));
        Assert.Single(prepared.Stimuli.Select(s => WavWriter.ToBytes(s.Audio).Length).Distinct());
    }

    [Theory]
    [InlineData(37)]
    [InlineData(-37)]
    [InlineData(2_000)]
    public void A_delay_is_taken_back_to_the_sample_and_reported(int samples)
    {
        var original = Speech(2, 3, Rate);
        var prepared = Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("codec", DelayEstimate.Remove(original, -samples)));
        var (reference, codec) = (prepared.Stimuli[0].Audio.Channel(0).ToArray(), prepared.Stimuli[1].Audio.Channel(0).ToArray());
        for (var i = 100; i < reference.Length - 2_500; i++) Assert.Equal(reference[i], codec[i], 1e-3f);
        var figures = Figures(prepared, "codec");
        Assert.Equal(1000.0 * samples / Rate, figures.DelayMilliseconds!.Value, 1e-9);
        Assert.True(figures.Aligned);
        Assert.Contains($"({Math.Abs(samples)} samples) {(samples > 0 ? "later" : "earlier")}", Finding(prepared, "delay-removed", "codec").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stimulus_unlike_the_reference_is_not_moved()
    {
        var (original, other) = (Speech(3, 3, Rate), Speech(33, 3, Rate));
        var prepared = Prepare(TrialDesign.Mushra, Usual with { Loudness = LoudnessRule.Keep }, Reference(original), Processed("vocoder", other));
        Assert.Equal(other.Channel(0), prepared.Stimuli[1].Audio.Channel(0));
        Assert.Equal(FindingSeverity.Warning, Finding(prepared, "delay-unsure", "vocoder").Severity);
        Assert.False(Figures(prepared, "vocoder").Aligned);
    }

    [Fact]
    public void Where_delays_are_to_be_left_they_are_told()
    {
        var original = Speech(4, 3, Rate);
        var prepared = Prepare(TrialDesign.Bs1116, Usual with { Align = false }, Reference(original), Processed("codec", Late(original, 240)));
        Assert.Contains("10 ms later", Finding(prepared, "delay-left", "codec").Message, StringComparison.Ordinal);
        Assert.Equal(0, prepared.Stimuli[1].Audio.Channel(0)[..240].ToArray().Max());
    }

    [Fact]
    public void A_reversed_polarity_is_told_and_left()
    {
        var original = Speech(5, 3, Rate);
        var prepared = Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("codec", Mixing.Scale(original, -1)));
        Finding(prepared, "polarity-reversed", "codec");
        Assert.Equal(-prepared.Stimuli[0].Audio.Channel(0)[5000], prepared.Stimuli[1].Audio.Channel(0)[5000], 1e-6f);
    }

    [Fact]
    public void Loudness_becomes_the_references_and_the_reference_stays_to_the_bit()
    {
        var original = Mixing.Gain(Speech(6, 4, Rate), -6);
        var prepared = Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("quiet", Mixing.Gain(Noisy(original, 1), -12)), Processed("loud", Mixing.Gain(Noisy(original, 2), 4)));
        Assert.Equal(original.Channel(0), prepared.Stimuli[0].Audio.Channel(0));
        var wanted = LoudnessMeter.Integrated(original);
        foreach (var id in new[] { "quiet", "loud" })
        {
            Assert.Equal(wanted, Figures(prepared, id).Lufs!.Value, 0.02);
            Assert.NotEqual(wanted, Figures(prepared, id).SourceLufs!.Value, 3.0);
            Finding(prepared, "level-matched", id);
        }
        Assert.Equal(12, Figures(prepared, "quiet").GainDb, 0.2);
    }

    [Fact]
    public void Trials_without_a_reference_come_to_the_target_by_whatever_route()
    {
        foreach (var rule in new[] { LoudnessRule.Reference, LoudnessRule.Target })
        {
            var prepared = Prepare(TrialDesign.Acr, Usual with { Loudness = rule }, Processed("a", Speech(7, 3, Rate)));
            Assert.Equal(-26, LoudnessMeter.Integrated(prepared.Stimuli[0].Audio), 0.02);
        }
        var mushra = Prepare(TrialDesign.Mushra, Usual with { Loudness = LoudnessRule.Target, TargetLufs = -30 }, Reference(Speech(7, 3, Rate)));
        Assert.Equal(-30, LoudnessMeter.Integrated(mushra.Stimuli[0].Audio), 0.02);
    }

    [Fact]
    public void Nothing_clips_and_all_stimuli_are_lowered_by_the_same()
    {
        var original = Mixing.Gain(Speech(8, 3, Rate), 6);
        // A stimulus with a crest much higher than the reference's: at equal loudness it would clip.
        var clicks = original.Channel(0).ToArray();
        for (var i = 0; i < clicks.Length; i++) clicks[i] *= 0.25f;
        for (var i = 3_000; i < clicks.Length; i += 12_000) clicks[i] = 0.9f;
        var prepared = Prepare(TrialDesign.Mushra, Usual, Reference(original), Processed("clicks", new AudioClip(Rate, clicks)));
        Assert.All(prepared.Stimuli, s => Assert.InRange(TruePeak.Db(s.Audio), -60, -0.999));
        Assert.Equal(-1, prepared.Stimuli.Max(s => TruePeak.Db(s.Audio)), 0.001);
        Assert.Equal(Figures(prepared, "ref").Lufs!.Value, Figures(prepared, "clicks").Lufs!.Value, 0.05);
        Assert.True(Figures(prepared, "ref").GainDb < -1);
        Assert.Equal(Figures(prepared, "ref").GainDb, Figures(prepared, "anchor35").GainDb, 1e-9);
        Assert.Equal(FindingSeverity.Info, Finding(prepared, "lowered-together", null).Severity);
        var alone = Prepare(TrialDesign.Acr, Usual with { TargetLufs = -12 }, Processed("clicks", new AudioClip(Rate, clicks)));
        Assert.Equal(FindingSeverity.Warning, Finding(alone, "lowered-together", null).Severity);
    }

    [Fact]
    public void Kept_levels_are_lowered_only_where_a_file_could_not_hold_them()
    {
        var loud = Mixing.Scale(Speech(9, 3, Rate), 2);
        Assert.Equal(1, Levels.Peak(loud.Channel(0)));
        var keep = Usual with { Loudness = LoudnessRule.Keep };
        Assert.Equal(0, Figures(Prepare(TrialDesign.Acr, keep, Processed("a", Mixing.Gain(loud, -0.1))), "a").GainDb);
        var over = Prepare(TrialDesign.Acr, keep, Processed("a", Mixing.Gain(loud, 4)));
        Assert.Equal(-4, Figures(over, "a").GainDb, 0.01);
        Finding(over, "over-full-scale", "a");
        var differ = Prepare(TrialDesign.Ab, keep, Processed("a", loud), Processed("b", Mixing.Gain(loud, -3)));
        Assert.Contains("3.0 LU", Finding(differ, "levels-differ", null).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_are_made_of_the_reference_as_listeners_hear_it()
    {
        var prepared = Prepare(TrialDesign.Mushra, Usual with { Loudness = LoudnessRule.Target, TargetLufs = -12 }, Reference(Speech(10, 3, Rate)));
        var reference = prepared.Stimuli[0].Audio;
        Finding(prepared, "lowered-together", null);
        Assert.Equal(Anchors.Of(reference, Anchor.LowPass35).Channel(0), prepared.Stimuli[1].Audio.Channel(0));
        Assert.Equal(Anchors.Of(reference, Anchor.LowPass70).Channel(0), prepared.Stimuli[2].Audio.Channel(0));
        Assert.Equal(0, DelayEstimate.Of(prepared.Stimuli[1].Audio.Channel(0), reference.Channel(0), Rate).Samples);
    }

    [Fact]
    public void Anchors_are_made_for_MUSHRA_only_when_wanted_and_not_given()
    {
        var original = Speech(11, 2, Rate);
        Assert.Single(Prepare(TrialDesign.Acr, Usual, Reference(original)).Stimuli);
        var off = Prepare(TrialDesign.Mushra, Usual with { Anchor70 = false }, Reference(original));
        Assert.Equal(["ref", "anchor35"], off.Stimuli.Select(s => s.Id));
        Finding(off, "anchors-off", null);
        var given = Prepare(TrialDesign.Mushra, Usual, Reference(original), new SourceStimulus("mine", StimulusRole.Anchor35, Anchors.Of(original, Anchor.LowPass35)));
        Assert.Equal(["ref", "mine", "anchor70"], given.Stimuli.Select(s => s.Id));
        // Its level is part of it: the low-pass takes away, and nothing is given back.
        Assert.Equal(0, Figures(given, "mine").GainDb);
    }

    [Fact]
    public void An_anchor_that_would_be_the_reference_is_refused_and_one_that_sounds_like_it_told()
    {
        var narrow = Prepare(TrialDesign.Mushra, Usual, Reference(Speech(12, 2, 8_000)));
        Assert.Empty(narrow.Stimuli);
        Assert.Equal(FindingSeverity.Error, Finding(narrow, "anchor-is-reference", "anchor70").Severity);
        Finding(narrow, "low-rate", "ref");
        Assert.Equal(["ref", "anchor35"], Prepare(TrialDesign.Mushra, Usual with { Anchor70 = false }, Reference(Speech(12, 2, 8_000))).Stimuli.Select(s => s.Id));
        var upsampled = Prepare(TrialDesign.Mushra, Usual, Reference(Resample.To(Speech(12, 2, 8_000), 48_000)));
        Finding(upsampled, "anchor-equals-reference", "anchor70");
        Assert.DoesNotContain(upsampled.Report.Findings, f => f.Code == "anchor-equals-reference" && f.Stimulus == "anchor35");
    }

    [Fact]
    public void Lengths_follow_the_rule()
    {
        var (shorter, longer) = (Speech(13, 2.03, Rate), Speech(14, 2.58, Rate));
        int[] Lengths(TrialDesign design, LengthRule rule) =>
            [.. Prepare(design, Usual with { Length = rule }, Processed("a", shorter), Processed("b", longer)).Stimuli.Select(s => s.Audio.Length)];
        Assert.Equal([longer.Length, longer.Length], Lengths(TrialDesign.Ab, LengthRule.Reference));
        Assert.Equal([62_400, 62_400], Lengths(TrialDesign.Ab, LengthRule.Keep));
        Assert.Equal([50_400, 62_400], Lengths(TrialDesign.Ccr, LengthRule.Keep));
        Assert.Equal([50_400, 62_400], Lengths(TrialDesign.Ccr, LengthRule.Reference));
        var cut = Prepare(TrialDesign.Dcr, Usual, Reference(shorter), Processed("b", longer));
        Assert.All(cut.Stimuli, s => Assert.Equal(shorter.Length, s.Audio.Length));
        Finding(cut, "cut-audible", "b");
        // No click at the cut.
        Assert.Equal(0, cut.Stimuli[1].Audio.Channel(0)[^1], 1e-3f);
        Finding(Prepare(TrialDesign.Dcr, Usual, Reference(longer), Processed("a", shorter)), "padded-long", "a");
    }

    [Fact]
    public void Channels_and_rate_follow_the_settings()
    {
        var (mono, stereo) = (Speech(15, 1, 16_000), new AudioClip(Rate, Speech(16, 1, Rate).Channel(0).ToArray(), Speech(17, 1, Rate).Channel(0).ToArray()));
        var wide = Prepare(TrialDesign.Ab, Usual with { Mono = false }, Processed("mono", mono), Processed("stereo", stereo));
        Assert.All(wide.Stimuli, s => Assert.Equal((Rate, 2), (s.Audio.SampleRate, s.Audio.ChannelCount)));
        Assert.Equal(wide.Stimuli[0].Audio.Channel(0), wide.Stimuli[0].Audio.Channel(1));
        Finding(wide, "rates-differ", null);
        var low = Prepare(TrialDesign.Ab, Usual with { SampleRate = 16_000 }, Processed("mono", mono), Processed("stereo", stereo));
        Assert.All(low.Stimuli, s => Assert.Equal((16_000, 1), (s.Audio.SampleRate, s.Audio.ChannelCount)));
        Finding(low, "rate-lowered", null);
    }

    [Fact]
    public void The_same_input_gives_the_same_samples()
    {
        SourceStimulus[] sources = [Reference(Speech(18, 2, 44_100)), Processed("a", Speech(19, 2.2, 48_000))];
        var (first, second) = (StimulusPreparation.Prepare(TrialDesign.Mushra, Usual, sources), StimulusPreparation.Prepare(TrialDesign.Mushra, Usual, sources));
        foreach (var (a, b) in first.Stimuli.Zip(second.Stimuli)) Assert.Equal(WavWriter.ToBytes(a.Audio, WavFormat.Float32), WavWriter.ToBytes(b.Audio, WavFormat.Float32));
        Assert.Equal(first.Report.Findings, second.Report.Findings);
        Assert.Equal(first.Report.Stimuli, second.Report.Stimuli);
    }

    internal static AudioClip Speech(int seed, double seconds, int rate) => new(rate, TestSpeech.Make(seed, (int)(seconds * rate), rate));

    internal static SourceStimulus Reference(AudioClip clip) => new("ref", StimulusRole.Reference, clip);

    internal static SourceStimulus Processed(string id, AudioClip clip) => new(id, StimulusRole.System, clip);

    internal static PreparedTrial Prepare(TrialDesign design, PreparationSettings settings, params SourceStimulus[] sources) => StimulusPreparation.Prepare(design, settings, sources);

    internal static PreparationFinding Finding(PreparedTrial trial, string code, string? stimulus)
    {
        var all = string.Join('\n', trial.Report.Findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Stimulus}: {finding.Message}"));
        var found = trial.Report.Findings.Where(finding => finding.Code == code && finding.Stimulus == stimulus).ToArray();
        Assert.True(found.Length == 1, $"{code} of {stimulus} in\n{all}");
        Assert.True(found[0].Severity == FindingSeverity.Info || found[0].Cure.Length > 0);
        return found[0];
    }

    private static StimulusFigures Figures(PreparedTrial trial, string id) => trial.Report.Stimuli.Single(figures => figures.Id == id);

    private static AudioClip Late(AudioClip clip, int samples) => DelayEstimate.Remove(clip, -samples);

    private static AudioClip Noisy(AudioClip clip, int seed) =>
        new(clip.SampleRate, Mixing.Add(clip.Channel(0), TestSpeech.Noise(seed, clip.Length), 0.02f));
}
