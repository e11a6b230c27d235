using SpeechScoop.Embeddings;

namespace SpeechScoop.Tests.Embeddings;

public class SpeakerCalibrationTests
{
    [Fact]
    public void Speakers_apart_are_told_apart()
    {
        var found = SpeakerCalibration.Of([("a", [1, 0.1]), ("a", [1, -0.1]), ("b", [-0.1, 1]), ("b", [0.1, 1])]).Value;
        Assert.Equal(0, found.Error.Rate);
        Assert.Equal((2, 4, 2), (found.Error.Genuine, found.Error.Impostor, found.Speakers));
        Assert.True(found.Ceiling.Mean > 0.97 && found.Floor.Mean < 0.1);
        Assert.InRange(found.Error.Threshold, 0.19, 0.99);
    }

    [Fact]
    public void An_embedder_that_hears_no_speaker_errs_half_of_the_time()
    {
        var random = new SeededRandom(5);
        var clips = Enumerable.Range(0, 60).Select(i => ($"{i % 6}", Enumerable.Range(0, 8).Select(_ => random.NextDouble() - 0.5).ToArray())).ToArray();
        Assert.InRange(SpeakerCalibration.Of(clips).Value.Error.Rate, 0.42, 0.58);
    }

    [Fact]
    public void One_speaker_or_single_clips_cannot_calibrate()
    {
        Assert.Equal("speakers-too-few", SpeakerCalibration.Of([("a", [1, 0]), ("a", [0, 1])]).Error!.Code);
        Assert.Equal("speakers-too-few", SpeakerCalibration.Of([("a", [1, 0]), ("b", [0, 1])]).Error!.Code);
        Assert.Equal("speakers-too-few", SpeakerCalibration.Of([]).Error!.Code);
    }

    [Fact]
    public void Vectors_without_direction_or_of_other_length_are_refused()
    {
        Assert.Contains("all zeros", Cosine.Of([0, 0], [1, 0]).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("2 values and the other 1", Cosine.Of([1, 0], [1]).Error!.Message, StringComparison.Ordinal);
        Assert.Equal("embeddings-damaged", Cosine.Of([double.NaN], [1]).Error!.Code);
        Assert.Equal("embeddings-damaged", SpeakerCalibration.Of([("a", [1, 0]), ("a", [0, 0])]).Error!.Code);
    }

    [Fact]
    public void Length_does_not_matter_and_direction_does()
    {
        Assert.Equal(1, Cosine.Of([1, 2, 3], [2, 4, 6]).Value, 1e-12);
        Assert.Equal(-1, Cosine.Of([1, 2, 3], [-1, -2, -3]).Value, 1e-12);
        Assert.Equal(0, Cosine.Of([1, 0], [0, 5]).Value, 1e-12);
    }
}
