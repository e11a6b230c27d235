using SpeechScoop.Audio.Metrics.Visqol;

namespace SpeechScoop.Audio.Tests.Metrics.Visqol;

public sealed class SupportVectorMappingTests
{
    private const string Model = "svm_type nu_svr\nkernel_type rbf\ngamma 0.5\nnr_class 2\ntotal_sv 2\nrho -2.5\nSV\n1 1:1 2:1 \n-0.25 2:0.5 \n";

    [Fact]
    public void A_score_is_the_weighted_sum_of_kernels_less_the_offset()
    {
        var mapping = Parse(Model).Value;
        Assert.Equal(2, mapping.Bands);
        // Distances 0.25 + 0 and 0.25 + 0.25; what a vector does not name is 0.
        Assert.Equal(2.5 + Math.Exp(-0.125) - (0.25 * Math.Exp(-0.25)), mapping.Mos([0.5, 1]), 1e-12);
    }

    [Fact]
    public void A_score_stays_on_the_scale()
    {
        Assert.Equal(5, Parse(Model.Replace("-2.5", "-12", StringComparison.Ordinal)).Value.Mos([1, 1]));
        Assert.Equal(1, Parse(Model.Replace("-2.5", "12", StringComparison.Ordinal)).Value.Mos([1, 1]));
    }

    [Fact]
    public void Line_ends_of_Windows_are_read() => Assert.Equal(Parse(Model).Value.Mos([0.5, 1]), Parse(Model.Replace("\n", "\r\n", StringComparison.Ordinal)).Value.Mos([0.5, 1]));

    [Theory]
    [InlineData("SV\n", "", "line 9", "SV")]
    [InlineData("nu_svr", "c_svc", "line 1", "only nu_svr")]
    [InlineData("rbf", "linear", "line 2", "only rbf")]
    [InlineData("gamma 0.5", "gamma x", "line 3", "gamma must be a number")]
    [InlineData("gamma 0.5", "gamma -1", "line 3", "above 0")]
    [InlineData("gamma 0.5\n", "", "line 1", "gamma is missing")]
    [InlineData("nr_class 2", "nr_class", "line 4", "key and a value")]
    [InlineData("total_sv 2", "total_sv 3", "line 5", "2 support vectors follow")]
    [InlineData("rho -2.5", "rho NaN", "line 6", "rho must be a number")]
    [InlineData("1 1:1 2:1", "1 1:1 2;1", "line 8", "index:value")]
    [InlineData("1 1:1 2:1", "one 1:1", "line 8", "index:value")]
    [InlineData("1 1:1 2:1", "1 1:1 1:1", "line 8", "index:value")]
    [InlineData("1 1:1 2:1", "1 0:1 2:1", "line 8", "index:value")]
    [InlineData("-0.25 2:0.5", "-0.25 2:", "line 9", "index:value")]
    public void A_malformed_model_is_refused_with_line_and_cure(string found, string replaced, params string[] parts)
    {
        Assert.False(Parse(Model.Replace(found, replaced, StringComparison.Ordinal)).TryGet(out _, out var error));
        Assert.Equal("visqol-model-malformed", error.Code);
        Assert.All([.. parts, "model.txt", "libsvm_nu_svr_model.txt"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_is_missing_or_unreadable_says_which_setting_names_it()
    {
        foreach (var path in new[] { null, "", "/nowhere/model.txt" })
        {
            Assert.False(SupportVectorMapping.Read(path).TryGet(out _, out var error));
            Assert.IsType<Error.Unavailable>(error);
            Assert.Contains("SpeechScoop__VisqolModel", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_model_of_another_number_of_bands_is_refused()
    {
        var samples = new float[48_000];
        Assert.False(VisqolComparison.Compare(samples, samples, 48_000, VisqolMode.Audio, Parse(Model).Value).TryGet(out _, out var error));
        Assert.Equal("visqol-model-bands", error.Code);
    }

    private static Result<SupportVectorMapping> Parse(string text) => SupportVectorMapping.Parse(text, "model.txt");
}
