using SpeechScoop.Embeddings;
using static SpeechScoop.Tests.Embeddings.EmbeddingSets;

namespace SpeechScoop.Tests.Embeddings;

public class EmbeddingSetTests
{
    [Fact]
    public void A_set_without_vectors_is_refused() => Assert.Equal("embeddings-missing", EmbeddingSet.Of("empty", []).Error!.Code);

    [Fact]
    public void Vectors_of_different_length_are_refused_by_clip()
        => Assert.Contains("'b' has 1 values, that of 'a' 2", EmbeddingSet.Of("set", [new("a", [1, 2]), new("b", [1])]).Error!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_no_number_is_refused_by_clip_and_place(double bad)
        => Assert.Contains("value 1 of the embedding of 'b'", EmbeddingSet.Of("set", [new("a", [1, 2]), new("b", [1, bad])]).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_vector_without_values_is_refused() => Assert.Equal("embeddings-damaged", EmbeddingSet.Of("set", [new("a", [])]).Error!.Code);

    [Fact]
    public void Sets_of_different_embedders_are_refused_with_both_names()
    {
        var error = FrechetDistance.Of(Set("left", [1, 2], [2, 1]), Set("right", [1], [2])).Error!;
        Assert.Equal("embeddings-differ", error.Code);
        Assert.Contains("'left' have 2 values, those of 'right' 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_clip_is_no_set_however_many_windows_it_has()
    {
        var one = EmbeddingSet.Of("one", [new("a", [1, 2]), new("a", [2, 3]), new("a", [4, 0])]).Value;
        Assert.Equal("clips-too-few", FrechetDistance.Of(one, Set("two", [1, 2], [2, 1])).Error!.Code);
        Assert.Equal("clips-too-few", KernelDistance.Of(Set("two", [1, 2], [2, 1]), one).Error!.Code);
        Assert.Equal("clips-too-few", FrechetDistance.Outliers(Set("two", [1, 2], [2, 1]), Set("two", [1, 2], [2, 1])).Error!.Code);
    }

    [Fact]
    public void Copies_of_one_clip_have_no_distribution()
        => Assert.Equal("embeddings-constant", FrechetDistance.Of(Set("a", [1, 2], [2, 1]), Set("copies", [3, 3], [3, 3], [3, 3])).Error!.Code);

    [Fact]
    public void Too_few_vectors_to_extrapolate_are_refused_with_the_number_needed()
        => Assert.Contains("at least 8", FrechetInfinity.Of(Normal("a", 1, 30, 3, 0), Normal("b", 2, 7, 3, 0)).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void One_size_alone_gives_no_line() => Assert.Null(FrechetInfinity.Through([(10, 1), (10, 2)]));

    [Fact]
    public void Two_clips_have_a_distance_and_no_interval()
    {
        var found = FrechetDistance.Of(Set("a", [1, 2], [2, 1]), Set("b", [1, 2], [2, 2])).Value;
        Assert.Null(found.StandardError);
        Assert.Null(found.Interval);
        Assert.Equal(4, found.Warnings.Count);
    }
}
