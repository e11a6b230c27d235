using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

public sealed class PanelAgreementTests
{
    private readonly RatedTest test = new();

    private PanelAgreement Agreement => Assert.Single(TestResults.Of(test.Definition, test.Sessions, test.Ratings).Agreement);

    [Fact]
    public void Agreement_is_about_stimuli_of_systems()
    {
        // The reference gets 100 from everybody; about the systems the listeners say the opposite of each other.
        foreach (var (listener, one, two) in new[] { ("a", 20, 80), ("b", 80, 20), ("c", 22, 78), ("d", 78, 22) })
            foreach (var item in new[] { "i1", "i2" })
                test.Rate(TrialDesign.Mushra, "mushra", listener, item, "reference", 100).Rate(TrialDesign.Mushra, "mushra", listener, item, "one", one).Rate(TrialDesign.Mushra, "mushra", listener, item, "two", two);
        Assert.True(Agreement.Alpha!.Value < 0);
        Assert.Equal(4, Agreement.Alpha.N);
        Assert.StartsWith("krippendorff-alpha-interval@1", Agreement.Alpha.Recipe, StringComparison.Ordinal);
        Assert.Empty(Agreement.Corrected);
    }

    [Fact]
    public void A_bias_is_taken_out_of_category_means()
    {
        // Ann votes one lower throughout and heard system two only: its plain mean suffers, its corrected mean less so.
        foreach (var (listener, offset) in new[] { ("bob", 0), ("cem", 0), ("dan", 0), ("eve", 0) })
        {
            for (var item = 0; item < 6; item++)
            {
                test.Rate(TrialDesign.Acr, "acr", listener, $"i{item}", "one", 3 + (item % 2) + offset);
                if (listener is "bob" or "cem") test.Rate(TrialDesign.Acr, "acr", listener, $"i{item}", "two", 3 + (item % 2) + offset);
            }
        }
        for (var item = 0; item < 6; item++) test.Rate(TrialDesign.Acr, "acr", "ann", $"i{item}", "two", 2 + (item % 2));
        Assert.Equal(["one", "two"], Agreement.Corrected.Select(score => score.Condition));
        var (one, two) = (Agreement.Corrected[0], Agreement.Corrected[1]);
        Assert.Equal(1.0 / 3, one.Plain - two.Plain, 9);
        Assert.Equal(0, one.Mean.Value - two.Mean.Value, 6);
        Assert.Equal(-1, Agreement.Listeners.Single(listener => listener.Listener == "ann").Bias.Value - Agreement.Listeners.Single(listener => listener.Listener == "bob").Bias.Value, 6);
        Assert.StartsWith("krippendorff-alpha-ordinal@1", Agreement.Alpha!.Recipe, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_missing_the_results_can_be_written_as_JSON()
    {
        foreach (var values in new[] { new[] { 3.0 }, [3, 3, 3, 3], [1, 5, 5, 1], [1, 5, 3, 3], [5, 4, 5, 4] })
        {
            var small = new RatedTest();
            for (var i = 0; i < values.Length; i++) small.Rate(TrialDesign.Acr, "acr", $"l{i % 2}", $"i{i / 2}", "one", values[i]);
            Assert.Contains("agreement", JsonSerializer.Serialize(TestResults.Of(small.Definition, small.Sessions, small.Ratings), DefinitionJson.Options), StringComparison.Ordinal);
        }
    }
}
