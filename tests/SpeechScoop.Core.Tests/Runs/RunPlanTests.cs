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
}
