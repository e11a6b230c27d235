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
            "test_id,test_title,test_version,test_hash,test_seed,session,listener,session_outcome,session_started_at,session_finished_at,headphones_right,headphones_passed,digits_srt_db,digits_passed,"
            + "rating_id,rated_at,page,trial,item,design,scale,value,text,comment,condition,condition_title,role,stimulus,clip_sha256,source_sha256,transcript,"
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
    public async Task What_a_listener_added_to_a_page_stands_beside_each_of_its_ratings()
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra());
        await test.PublishAsync();
        var session = await test.StartAsync("Ann");
        await test.RateAsync(session, 2, "t1", "1", 50);
        await test.RateAsync(session, 2, "t1", "2", 40);
        await test.CommentAsync(session, 2, "=A clicks, \"B\" hums");
        await test.RateAsync(session, 3, "t2", "1", 60);
        var rows = (await ExportAsync(test, "ratings.csv")).Split("\r\n");
        foreach (var row in rows[1..3]) Assert.Contains(",\"'=A clicks, \"\"B\"\" hums\",", row, StringComparison.Ordinal);
        Assert.DoesNotContain("clicks", rows[3], StringComparison.Ordinal);
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

    [Fact]
    public async Task MUSHRA_ratings_are_saved_as_webMUSHRA_writes_them()
    {
        var test = await TestAsync();
        var lines = (await ExportAsync(test, "webmushra/mushra.csv")).Split("\r\n");
        Assert.Equal("session_test_id,age,session_uuid,trial_id,rating_stimulus,rating_score,rating_time,rating_comment", lines[0]);
        // Practice and the listener whom screening leaves out are not among them.
        Assert.Equal(3 * 12 + 2, lines.Length);
        Assert.StartsWith($"{test.Id},21,s-{test.Id}-listener 1,t1,reference,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",12500,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_on_BS1116_pages_are_saved_as_webMUSHRA_writes_them()
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mixed());
        await test.PublishAsync();
        var session = await test.StartAsync("Ann");
        await test.RateAsync(session, 5, "bs1116", "r", 4.5, "bs1116");
        await test.RateAsync(session, 5, "bs1116", "1", 3.5, "bs1116");
        await test.CommentAsync(session, 5, "C hisses");
        Assert.EndsWith(",4.5,3.5,12500,C hisses", (await ExportAsync(test, "webmushra/bs1116.csv")).Split("\r\n")[1], StringComparison.Ordinal);
    }

    private async Task<ListenedTest> MixedAsync(string firstTitle = "Codec one")
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mixed(firstTitle));
        await test.PublishAsync();
        foreach (var (listener, k) in ((string, int)[])[("Ann", 0), ("Bob", 1)])
        {
            var session = await test.StartAsync(listener);
            await test.RateAsync(session, 0, "acr", "1", 3 + k, "acr");
            foreach (var scale in (string[])["bak", "sig", "ovrl"]) await test.RateAsync(session, 1, "p835", "2", 2 + k, scale);
            await test.RateAsync(session, 2, "ccr", k == 0 ? "1" : "r", k == 0 ? -2 : 1, "ccr", k == 0 ? "r" : "1");
            await test.RateAsync(session, 3, "ab", "1", 1, "preference", "2");
            await test.RateAsync(session, 4, "abx", "1", k, "abx", "2");
            await test.RateAsync(session, 5, "bs1116", "r", 4.5, "bs1116");
            await test.RateAsync(session, 5, "bs1116", "1", 3.5, "bs1116");
            await test.RateAsync(session, 6, "likert", "1", 4, "natural");
            await test.RateAsync(session, 6, "likert", "2", 2, "natural");
            await test.RateAsync(session, 7, "arena", "1", 1, "preference", "2");
        }
        return test;
    }

    [Fact]
    public async Task Sessions_that_fail_a_trap_are_not_accepted_and_the_reason_is_told()
    {
        var mixed = ListenedTest.Mixed();
        var section = (TrialSection)mixed.Sections[0];
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), mixed with
        {
            Sections = [section with { Trials = [section.Trials[0] with { Check = new(CheckKind.Trap, 4) }, .. section.Trials.Skip(1)] }],
        });
        await test.PublishAsync();
        await test.SimulateMixedAsync(8);
        var report = (await ExportAsync(test, "p808/data_cleaning_report.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("worker_id,assignment_id,all_audio_played,correct_tps,correct_gold_question,variance_in_ratings,accept,accept_and_use,failures", report[0]);
        var rows = report.Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.Equal(8, rows.Length);
        Assert.Contains(rows, row => row[3] == "0");
        Assert.Contains(rows, row => row[3] == "1");
        Assert.All(rows, row => Assert.Equal((row[3], row[3] == "0"), (row[6], row[8].Length > 0)));
        var accepted = (await ExportAsync(test, "p808/accept_reject.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        Assert.Equal(rows.Count(row => row[6] == "1"), accepted.Count(line => line.EndsWith(",x,", StringComparison.Ordinal)));
        Assert.All(accepted.Where(line => !line.EndsWith(",x,", StringComparison.Ordinal)), line => Assert.Contains($",{test.Id},,", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("webmushra/paired_comparison.csv", "session_test_id,trial_id,choice_reference,choice_non_reference,choice_answer,choice_time,choice_comment", "abx,two,one,incorrect,12500,")]
    [InlineData("webmushra/bs1116.csv", "session_test_id,trial_id,rating_reference,rating_non_reference,rating_reference_score,rating_non_reference_score,rating_time,choice_comment", "bs1116,reference,one,4.5,3.5,12500,")]
    [InlineData("webmushra/lms.csv", "session_test_id,trial_id,stimuli_rating,stimuli,rating_time", "likert, 4 ,one,12500")]
    [InlineData("webmushra/lss.csv", "session_test_id,trial_id,stimuli_rating1,stimuli_rating2,stimuli_rating3,stimuli,rating_time", "acr,3,,,one,12500")]
    public async Task Other_designs_are_saved_as_webMUSHRA_writes_them(string name, string header, string firstRow)
    {
        var test = await MixedAsync();
        var lines = (await ExportAsync(test, name)).Split("\r\n");
        Assert.Equal(header, lines[0]);
        Assert.Equal($"{test.Id},{firstRow}", lines[1]);
    }

    [Fact]
    public async Task Votes_are_saved_as_the_toolkit_of_P808_writes_them()
    {
        var test = await MixedAsync();
        var clips = (await ExportAsync(test, "p808/votes_per_clip.csv")).Split("\r\n");
        Assert.StartsWith("file_url,n,CMOS,std,95%CI,short_file_name,condition,vote_1,vote_2", clips[0], StringComparison.Ordinal);
        Assert.Contains(clips, line => line.StartsWith("i1/two.wav,2,2.5,", StringComparison.Ordinal));
        var conditions = (await ExportAsync(test, "p808/votes_per_cond.csv")).Split("\r\n");
        Assert.Equal("condition_name,n,MOS_SIG,std_sig,95%CI_sig,MOS_BAK,std_bak,95%CI_bak,MOS_OVRL,std_ovrl,95%CI_ovrl", conditions[0]);
        var workers = (await ExportAsync(test, "p808/votes_per_worker.csv")).Split("\r\n");
        Assert.Equal("HITId,workerid,assignment_id,assignmentstatus,file,short_file_name,vote,question_type,condition", workers[0]);
        // Bob called the reference a little better than codec one: −1 for codec one.
        Assert.Contains(workers, line => line == $"{test.Id},Bob,s-{test.Id}-Bob,Submitted,i1/one.wav,one.wav,-1,ccr,one");
    }

    [Fact]
    public async Task A_pattern_groups_votes_by_what_the_names_of_files_say()
    {
        var test = await MixedAsync();
        var pattern = Uri.EscapeDataString(@"(?P<letter>[a-z])(?P<rest>[a-z]+)\.");
        var clips = (await ExportAsync(test, $"p808/votes_per_clip.csv?conditionPattern={pattern}")).Split("\r\n");
        Assert.StartsWith("file_url,n,CMOS,std,95%CI,short_file_name,condition,letter,rest,vote_1", clips[0], StringComparison.Ordinal);
        Assert.Contains(clips, line => line.Contains(",two.wav,t____wo,t,wo,", StringComparison.Ordinal));
        Assert.Contains("o____ne,", await ExportAsync(test, $"p808/votes_per_cond.csv?conditionPattern={pattern}"), StringComparison.Ordinal);
        Assert.Contains(",NoCondition", await ExportAsync(test, $"p808/votes_per_worker.csv?conditionPattern={Uri.EscapeDataString("(?<c>xyz)")}"), StringComparison.Ordinal);
        var refused = await client.GetAsync($"/api/listening-tests/{test.Id}/export/p808/votes_per_clip.csv?conditionPattern=(");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("condition-pattern-invalid", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bonus_goes_to_the_fifth_of_the_listeners_who_agree_most_with_the_others()
    {
        TestCondition[] conditions = [.. Enumerable.Range(1, 6).Select(number => new TestCondition($"c{number}", $"Clip {number}"))];
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), new ListeningTestDefinition
        {
            Title = "Voices", Seed = 1, Conditions = conditions,
            Sections = [new TrialSection { Order = TrialOrder.Fixed, Trials = [.. conditions.Select(condition => new Trial { Id = condition.Id, Item = "i", Design = TrialDesign.Acr, Stimuli = [new Stimulus { Id = "1", Condition = condition.Id }] })] }],
        });
        await test.PublishAsync();
        int[][] votes = [[1, 2, 3, 4, 5, 5], [1, 2, 3, 4, 4, 5], [5, 4, 3, 2, 1, 1], [3, 1, 4, 2, 5, 3], [2, 3, 1, 5, 4, 4], [1, 3, 2, 4, 5, 4], [2, 2, 3, 3, 5, 5], [1, 1, 3, 4, 5, 4], [4, 4, 4, 4, 4, 4], [1, 2, 2, 4, 5, 5]];
        for (var listener = 0; listener < votes.Length; listener++)
        {
            var session = await test.StartAsync($"L{listener}");
            for (var clip = 0; clip < 6; clip++) await test.RateAsync(session, clip, $"c{clip + 1}", "1", votes[listener][clip], "acr");
            await test.FinishAsync(session);
        }
        var lines = (await ExportAsync(test, "p808/quality_bonus.csv?bonus=0.5")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("workerId,r,accept,assignmentId,bonusAmount,reason", lines[0]);
        // python3: numpy.corrcoef of each row with the mean of the other rows, without L8's: they say 4 of everything and are not used.
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("L9,0.97590852623", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("L0,0.97537241674", lines[2], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains(",1,s-", line, StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",0.5,Well done! You belong to top 20%.", line, StringComparison.Ordinal));
        Assert.DoesNotContain(",0.5,", await ExportAsync(test, "p808/quality_bonus.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_has_no_place_for_the_ratings_is_refused_with_those_that_have()
    {
        var test = await TestAsync(listeners: 1);
        var refused = await client.GetAsync($"/api/listening-tests/{test.Id}/export/webmushra/bs1116.csv");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains("webmushra/mushra.csv", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_needs_nothing_else_and_runs_nothing()
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra("<script>alert(1)</script><img src=x onerror=alert(2)>"));
        await test.PublishAsync();
        await test.SimulateAsync(4);
        var report = await ExportAsync(test, "report.html");
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", report, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", report, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", report, StringComparison.Ordinal);
        Assert.Contains("<svg", report, StringComparison.Ordinal);
        Assert.Contains("Paired comparisons", report, StringComparison.Ordinal);
        Assert.Contains("hidden reference below 90", report, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[a-z]+[^>]* (src|href|on[a-z]+)=", report);
    }

    [Fact]
    public async Task Methods_are_told_in_sentences_that_name_design_numbers_screening_and_hash()
    {
        var test = await TestAsync();
        var markdown = await ExportAsync(test, "methods.md");
        foreach (var part in (string[])["MUSHRA (ITU-R BS.1534-3)", "4 conditions", "on 3 items", "4 sessions began on 25 November 2026 and 4 were completed; 36 ratings by 3 listeners were analysed", "bs1534-3 (version 1), which excludes listeners who rated the hidden reference below 90 on more than 15 % of the items; listeners who rated the 7 kHz anchor above 90", "left out 1 listener and 12 ratings in all",
            "95 % Student t intervals", "Holm", "SHA-256", "loudness was matched to the reference", "Codecs &lt;at&gt; 6 kbit/s"])
            Assert.Contains(part, markdown, StringComparison.Ordinal);
        var latex = await ExportAsync(test, "methods.tex");
        Assert.Contains("95 \\% Student t intervals", latex, StringComparison.Ordinal);
        Assert.Contains("The listening test ``Codecs \\textless{}at\\textgreater{} 6 kbit/s\'\' followed", latex, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_export_of_every_design_can_be_written_before_the_first_listener_and_after()
    {
        var empty = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mixed());
        await empty.PublishAsync();
        foreach (var test in (ListenedTest[])[empty, await MixedAsync()])
        {
            var view = JsonDocument.Parse(await client.GetStringAsync($"/api/listening-tests/{test.Id}/results")).RootElement;
            var names = view.GetProperty("exports").EnumerateArray().Select(name => name.GetString()!).ToArray();
            Assert.Equal(18, names.Length);
            foreach (var name in names)
            {
                var text = await ExportAsync(test, name);
                Assert.True(text.Length > 0 || (name is "ratings.jsonl" && test == empty), name);
            }
        }
    }
}
