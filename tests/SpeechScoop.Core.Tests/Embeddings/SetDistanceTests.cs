using System.Text.Json;
using SpeechScoop.Embeddings;
using static SpeechScoop.Tests.Embeddings.EmbeddingSets;

namespace SpeechScoop.Tests.Embeddings;

public class SetDistanceTests
{
    [Fact]
    public void The_expected_frechet_distance_comes_out()
    {
        var (a, b, golden) = Golden();
        Assert.Equal(golden.GetProperty("frechet").GetDouble(), FrechetDistance.Of(a, b).Value.Value, 1e-9);
        Assert.Equal(golden.GetProperty("frechet_self").GetDouble(), FrechetDistance.Of(a, a).Value.Value, 1e-9);
    }

    [Fact]
    public void The_expected_kernel_distance_comes_out()
    {
        var (a, b, golden) = Golden();
        var found = KernelDistance.Of(a, b, new SetKernel.Gaussian(10)).Value;
        Assert.Equal(golden.GetProperty("kad_mmd2_unbiased_rbf_sigma10").GetDouble(), found.Value, 1e-9);
        Assert.Equal("gaussian(10)", found.Kernel.Name);
    }

    [Fact]
    public void The_expected_intercept_comes_out()
    {
        var example = Golden().Golden.GetProperty("fad_inf_example");
        var found = FrechetInfinity.Through([.. example.GetProperty("points").EnumerateArray().Select(point => (point[0].GetInt32(), point[1].GetDouble()))])!;
        Assert.Equal(example.GetProperty("intercept").GetDouble(), found.Value, 1e-9);
    }

    /// <summary>One coordinate: (μ₁ − μ₂)² + (σ₁ − σ₂)² with means 2 and 20, deviations 1 and 10.</summary>
    [Fact]
    public void In_one_dimension_it_is_the_distance_of_means_and_deviations()
        => Assert.Equal((18 * 18) + 81, FrechetDistance.Of(Set("a", [1], [2], [3]), Set("b", [10], [20], [30])).Value.Value, 1e-10);

    [Fact]
    public void With_fewer_vectors_than_values_the_distance_is_finite_symmetric_and_said_to_be_weak()
    {
        var (a, b) = (Normal("a", 1, 4, 12, 0), Normal("b", 2, 5, 12, 1));
        var found = FrechetDistance.Of(a, b).Value;
        Assert.Equal(found.Value, FrechetDistance.Of(b, a).Value.Value, 1e-9);
        Assert.Contains(found.Warnings, warning => warning.Contains("covariance is singular", StringComparison.Ordinal));
        Assert.Equal(0, FrechetDistance.Of(a, a).Value.Value, 1e-9);
    }

    [Fact]
    public void Moving_both_sets_or_turning_the_axes_changes_nothing()
    {
        var (a, b) = (Normal("a", 3, 40, 3, 0), Normal("b", 4, 50, 3, 0.7));
        var value = FrechetDistance.Of(a, b).Value.Value;
        Assert.Equal(value, FrechetDistance.Of(Map(a, v => [v[0] + 5, v[1] - 7, v[2]]), Map(b, v => [v[0] + 5, v[1] - 7, v[2]])).Value.Value, 1e-9);
        double[] Turn(double[] v) => [(0.6 * v[0]) - (0.8 * v[1]), (0.8 * v[0]) + (0.6 * v[1]), v[2]];
        Assert.Equal(value, FrechetDistance.Of(Map(a, Turn), Map(b, Turn)).Value.Value, 1e-9);
        Assert.Equal(4 * value, FrechetDistance.Of(Map(a, v => [2 * v[0], 2 * v[1], 2 * v[2]]), Map(b, v => [2 * v[0], 2 * v[1], 2 * v[2]])).Value.Value, 1e-9);
    }

    [Fact]
    public void The_further_apart_the_larger_every_distance()
    {
        var a = Normal("a", 5, 60, 4, 0);
        double[] shifts = [0, 0.5, 1, 2, 4];
        var frechet = shifts.Select(shift => FrechetDistance.Of(a, Normal("b", 6, 60, 4, shift)).Value.Value).ToArray();
        var kernel = shifts.Select(shift => KernelDistance.Of(a, Normal("b", 6, 60, 4, shift)).Value.Value).ToArray();
        Assert.Equal(frechet.Order(), frechet);
        Assert.Equal(kernel.Order(), kernel);
    }

    /// <summary>200 pairs of sets of one distribution, tested at 5 %.</summary>
    [Fact]
    public void Sets_of_one_distribution_are_called_different_about_as_often_as_allowed()
    {
        var found = Enumerable.Range(0, 200).Count(i => KernelDistance.Of(Normal("a", 100 + i, 15, 3, 0), Normal("b", 500 + i, 15, 3, 0), exchanges: 99).Value.P <= 0.05);
        Assert.InRange(found, 2, 22);
        Assert.True(KernelDistance.Of(Normal("a", 1, 30, 3, 0), Normal("b", 2, 30, 3, 2)).Value.P <= 0.001);
    }

    [Fact]
    public void The_standard_error_tells_how_much_other_clips_would_change_the_distance()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => FrechetDistance.Of(Normal("a", 1000 + i, 60, 2, 0), Normal("b", 2000 + i, 60, 2, 2)).Value.Value)];
        var spread = Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));
        var told = Enumerable.Range(0, 20).Average(i => FrechetDistance.Of(Normal("a", 3000 + i, 60, 2, 0), Normal("b", 4000 + i, 60, 2, 2)).Value.StandardError!.Value);
        Assert.InRange(told / spread, 0.7, 1.4);
    }

    [Fact]
    public void Extrapolation_takes_off_what_small_sets_add()
    {
        var reference = Normal("reference", 7, 4000, 4, 0);
        var (plain, extrapolated) = (0.0, 0.0);
        for (var i = 0; i < 10; i++)
        {
            var set = Normal("set", 800 + i, 80, 4, 0);
            plain += FrechetDistance.Of(reference, set).Value.Value / 10;
            extrapolated += FrechetInfinity.Of(reference, set).Value.Value / 10;
        }
        Assert.InRange(plain, 0.05, 1);
        Assert.InRange(Math.Abs(extrapolated), 0, plain / 3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        var (a, b) = (Normal("a", 8, 60, 3, 0), Normal("b", 9, 60, 3, 1));
        Assert.Equal(FrechetInfinity.Of(a, b, 5).Value.Value, FrechetInfinity.Of(a, b, 5).Value.Value);
        Assert.NotEqual(FrechetInfinity.Of(a, b, 5).Value.Value, FrechetInfinity.Of(a, b, 6).Value.Value);
        Assert.Equal(KernelDistance.Of(a, b, seed: 5).Value.P, KernelDistance.Of(a, b, seed: 5).Value.P);
        Assert.Equal(FrechetDistance.Of(a, b, 5).Value.StandardError, FrechetDistance.Of(a, b, 5).Value.StandardError);
    }

    [Fact]
    public void The_clip_that_does_not_belong_leads_the_outliers()
    {
        var (reference, set) = (Normal("reference", 10, 100, 3, 0), Normal("set", 11, 40, 3, 0));
        var odd = EmbeddingSet.Of("set", [.. set.Vectors, new("odd", [9, 9, 9]), new("odd", [9.1, 9, 8.9])]).Value;
        var outliers = FrechetDistance.Outliers(reference, odd).Value;
        Assert.Equal("odd", outliers[0].Clip);
        Assert.True(outliers[0].Influence > 0 && outliers[0].Distance > 200);
        Assert.Equal(odd.Clips.Count, outliers.Count);
        Assert.Null(outliers[1].Distance);
    }

    /// <summary>Windows of a clip are alike; they must not make two sets of one distribution look apart.</summary>
    [Fact]
    public void Many_windows_of_few_clips_do_not_pass_for_many_clips()
    {
        var values = Enumerable.Range(0, 100).Select(i => KernelDistance.Of(Windows("a", 6000 + i), Windows("b", 7000 + i), exchanges: 99).Value).ToArray();
        Assert.InRange(values.Count(value => value.P <= 0.05), 0, 13);
        Assert.InRange(values.Average(value => value.Value), -0.02, 0.02);

        static EmbeddingSet Windows(string name, int seed) => EmbeddingSet.Of(name, Normal(name, seed, 12, 2, 0).Vectors
            .SelectMany(clip => Enumerable.Range(0, 8).Select(i => new Embedding(clip.Clip, [clip.Vector[0] + (0.01 * i), clip.Vector[1]])))).Value;
    }

    /// <summary>With many vectors, sums are taken apart instead of gone over again.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(200)]
    public void Leaving_out_a_clip_gives_what_the_other_clips_give(int clips)
    {
        var (reference, set) = (Normal("reference", 21, 60, 5, 0), Normal("set", 22, clips, 5, 1));
        var outliers = FrechetDistance.Outliers(reference, set).Value;
        foreach (var outlier in outliers.Take(5))
        {
            var rest = EmbeddingSet.Of("rest", set.Vectors.Where(embedding => embedding.Clip != outlier.Clip)).Value;
            Assert.Equal(FrechetDistance.Of(reference, set).Value.Value - FrechetDistance.Of(reference, rest).Value.Value, outlier.Influence, 1e-9);
        }
    }

    [Fact]
    public void The_cubic_kernel_sees_a_shift_too()
    {
        var (a, b) = (Normal("a", 12, 40, 3, 0), Normal("b", 13, 40, 3, 1.5));
        Assert.True(KernelDistance.Of(a, b, new SetKernel.Cubic()).Value.P < 0.01);
        Assert.True(KernelDistance.Of(a, a, new SetKernel.Cubic()).Value.Value <= 0);
    }

    private static (EmbeddingSet A, EmbeddingSet B, JsonElement Golden) Golden()
    {
        var golden = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.PathTo("golden", "golden_stats.json"))).RootElement.GetProperty("frechet");
        EmbeddingSet Read(string name) => Set(name, [.. golden.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())]);
        return (Read("A"), Read("B"), golden);
    }
}
