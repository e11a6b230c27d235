using SpeechScoop.SynthesisLab;
using static SpeechScoop.Core.Tests.SynthesisLab.Takes;

namespace SpeechScoop.Core.Tests.SynthesisLab;

public sealed class DeterminismTests
{
    [Fact]
    public void Takes_pair_by_prompt_condition_and_seed()
    {
        var pairs = Determinism.PairsOf([
            Take("a", 2, seed: 1), Take("a", 0, seed: 1), Take("a", 1, seed: 2), Take("b", 0, seed: 1), Take("a", 0, seed: 1, condition: "other"),
            Take("c", 0), Take("c", 1), Take("d", 0, seed: 3), Take("d", 1, seed: 3, clip: null)]);
        Assert.Equal([("voice/a/0", "voice/a/2")], pairs.Select(pair => (pair.First.Id, pair.Second.Id)));
    }

    [Fact]
    public void Different_files_are_compared_and_equal_ones_need_not_be()
    {
        var compared = new List<string>();
        var found = Assert.Single(Determinism.Of(
            [Take("a", 0, seed: 1, clip: "x"), Take("a", 1, seed: 1, clip: "x"), Take("b", 0, seed: 1, clip: "y"), Take("b", 1, seed: 1, clip: "z")],
            (first, second) =>
            {
                compared.Add($"{first.ClipSha256}{second.ClipSha256}");
                return new(0.25, 12.5, 3);
            }));
        Assert.Equal(["yz"], compared);
        Assert.Equal((2, 1, 1), (found.Pairs, found.SameBits, found.SameLength));
        Assert.Equal((0.25, 12.5), (found.LargestDifference, found.LowestSnrDb));
    }

    [Fact]
    public void Clips_that_cannot_be_read_leave_the_waveform_unknown()
    {
        var found = Assert.Single(Determinism.Of([Take("a", 0, seed: 1), Take("a", 1, seed: 1)], (_, _) => null));
        Assert.Null(found.LargestDifference);
        Assert.Equal((1, 0, 0), (found.Pairs, found.SameBits, found.SameLength));
    }

    [Fact]
    public void A_waveform_against_itself_has_no_difference()
    {
        float[] wave = [0, 0.5f, -0.25f];
        Assert.Equal(WaveformDifference.None, WaveformDifference.Between(wave, wave));
    }

    [Fact]
    public void Difference_and_ratio_are_those_of_the_definition()
    {
        var found = WaveformDifference.Between([1, 0, -1, 0], [1, 0.1f, -1, -0.1f]);
        Assert.Equal(0.1, found.LargestDifference, 1e-7);
        Assert.Equal(20, found.SnrDb!.Value, 1e-5);
        Assert.Equal(0, found.LengthDifference);
    }

    [Fact]
    public void What_the_longer_one_has_more_is_noise()
    {
        var found = WaveformDifference.Between([1, 1], [1, 1, 0.5f]);
        Assert.Equal(0, found.LargestDifference);
        Assert.Equal(10 * Math.Log10(2 / 0.25), found.SnrDb!.Value, 1e-9);
        Assert.Equal(1, found.LengthDifference);
    }

    [Fact]
    public void Sound_against_silence_has_a_ratio_that_can_be_written() => Assert.Equal(-200, WaveformDifference.Between([0, 0], [1, 1]).SnrDb);
}
