using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

public sealed class ExportTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient client;

    public ExportTests() => client = app.OwnerClient();

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<ListenedTest> TestAsync(ListeningTestDefinition? definition = null, int listeners = 4)
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), definition ?? ListenedTest.Mushra());
        await test.PublishAsync();
        await test.SimulateAsync(listeners);
        return test;
    }

    private Task<string> ExportAsync(ListenedTest test, string name) => client.GetStringAsync($"/api/listening-tests/{test.Id}/export/{name}");

    [Fact]
    public async Task Every_rating_is_a_row_with_all_that_the_analysis_needs()
    {
        var test = await TestAsync();
        var lines = (await ExportAsync(test, "ratings.csv")).Split("\r\n");
        Assert.Equal(
            "test_id,test_title,test_version,test_hash,test_seed,session,listener,session_outcome,session_started_at,session_finished_at,headphones_right,headphones_passed,"
            + "rating_id,rated_at,page,trial,item,design,scale,value,text,condition,condition_title,role,stimulus,clip_sha256,source_sha256,transcript,"
            + "output,system,system_version,pack,settings,seed,bit_rate,file,other_condition,other_condition_title,other_role,other_stimulus,other_clip_sha256,"
            + "position,repeat,training,check_kind,check_expected,elapsed_seconds,plays,analysed,left_out,left_out_reason,screening,parameter_PROLIFIC_PID,answer_age", lines[0]);
        Assert.Equal(4 * 4 * 4 + 2, lines.Length);
        var codec = lines.First(line => line.Contains(",t1,i1,mushra,mushra,", StringComparison.Ordinal) && line.Contains(",one,", StringComparison.Ordinal) && line.Contains("listener 1", StringComparison.Ordinal));
        Assert.Contains(",codec-one,1.2.0,,\"{\"\"books\"\":8}\",,6000,", codec, StringComparison.Ordinal);
        Assert.Contains(",1,false,false,,,12.5,3,true,,,bs1534-3@1,listener 1,21", codec, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",false,training,,bs1534-3@1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",false,screening,", StringComparison.Ordinal) && line.Contains("listener 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_lines_hold_the_same_without_what_is_not_known()
    {
        var test = await TestAsync(listeners: 1);
        var lines = (await ExportAsync(test, "ratings.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(16, lines.Length);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(("mushra", true, JsonValueKind.Number), (first.GetProperty("design").GetString(), first.GetProperty("training").GetBoolean(), first.GetProperty("value").ValueKind));
        Assert.False(first.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task A_formula_in_a_parameter_or_title_stays_text()
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra("=HYPERLINK(\"http://x\")"));
        await test.PublishAsync();
        var session = await test.StartAsync("@SUM(A1)", new() { ["PROLIFIC_PID"] = "=1+1", ["STUDY_ID"] = "-2+3" });
        await test.RateAsync(session, 2, "t1", "1", 50);
        var row = (await ExportAsync(test, "ratings.csv")).Split("\r\n")[1];
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",", row, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(A1),", row, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,'-2+3,", row, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_named_after_the_test()
    {
        var test = await TestAsync(listeners: 1);
        var response = await client.GetAsync($"/api/listening-tests/{test.Id}/export/results.json");
        Assert.Equal("codecs-at-6-kbit-s-v1-results.json", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bs1534-3", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("screening").GetProperty("profile").GetString());
    }
}
