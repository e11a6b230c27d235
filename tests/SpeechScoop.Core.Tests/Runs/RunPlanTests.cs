using System.Text.Json.Nodes;
using SpeechScoop.Runs;

namespace SpeechScoop.Core.Tests.Runs;

public sealed class RunPlanTests
{
    [Fact]
    public void A_plan_reads_what_it_wrote()
    {
        var plan = new RunPlan { Conditions = [new("voice", new JsonObject { ["temperature"] = 0.7, ["rate"] = 1 }), new("other")], Takes = 3, SameSeed = true, Metrics = ["stoi"], Recognizer = "ears" };
        var read = RunPlan.Read(plan.Write());
        Assert.Equal(plan.Write(), read.Write());
        Assert.Equal((3, true, "ears", "stoi"), (read.Takes, read.SameSeed, read.Recognizer, read.Metrics[0]));
    }

    [Fact]
    public void Settings_are_the_same_text_whatever_the_order_of_their_names()
    {
        var one = new RunCondition("voice", new JsonObject { ["temperature"] = 0.7, ["rate"] = null, ["codebooks"] = 4 });
        var other = new RunCondition("voice", new JsonObject { ["codebooks"] = 4, ["temperature"] = 0.7 });
        Assert.Equal("""{"codebooks":4,"temperature":0.7}""", one.SettingsJson);
        Assert.Equal(one.SettingsJson, other.SettingsJson);
        Assert.Equal("{}", new RunCondition("voice").SettingsJson);
    }

    [Fact]
    public void The_repetition_that_checks_determinism_comes_after_the_takes_with_the_first_one_s_seed()
    {
        var plan = new RunPlan { Conditions = [new("voice")], Takes = 3, Determinism = true };
        Assert.Equal(4, plan.OutputsPerItem);
        Assert.Equal(plan.SeedOf(7, "item", 0), plan.SeedOf(7, "item", 3));
        Assert.Equal(3, Enumerable.Range(0, 3).Select(take => plan.SeedOf(7, "item", take)).Distinct().Count());
        Assert.Equal(3, (plan with { Determinism = false }).OutputsPerItem);
        Assert.True(RunPlan.Read(plan.Write()).Determinism);
    }

    [Fact]
    public void All_takes_share_a_seed_where_the_plan_says_so() =>
        Assert.Single(Enumerable.Range(0, 3).Select(take => new RunPlan { Conditions = [], Takes = 3, SameSeed = true }.SeedOf(7, "item", take)).Distinct());
}
