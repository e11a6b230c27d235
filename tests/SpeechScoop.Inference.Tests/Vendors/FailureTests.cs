using System.Text;
using Microsoft.AspNetCore.Http;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Tests.Vendors;
using static SpeechScoop.Tests.Vendors.VendorServer;

namespace SpeechScoop.Inference.Tests.Vendors;

/// <summary>Failed calls are failures in a sentence, never empty transcripts, and never tell the key.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("openai", """{"error":{"message":"Incorrect API key provided: KEY.","type":"invalid_request_error","code":"invalid_api_key"}}""")]
    [InlineData("deepgram", """{"err_code":"INVALID_AUTH","err_msg":"Invalid credentials KEY.","request_id":"r"}""")]
    [InlineData("elevenlabs", """{"detail":{"status":"invalid_api_key","message":"Invalid API key KEY"}}""")]
    [InlineData("assemblyai", """{"error":"Authentication error, API token KEY missing/invalid"}""")]
    public async Task A_refused_key_is_said_at_once_with_the_vendors_words_but_not_with_the_key(string kind, string answer)
    {
        await using var server = await StartAsync((context, _) => Json(context, answer.Replace("KEY", TestVendors.Key, StringComparison.Ordinal), 401));
        var error = (await server.TranscribeAsync(kind)).Error!;
        Assert.Equal("vendor-key", error.Code);
        Assert.Contains("HTTP 401", error.Message, StringComparison.Ordinal);
        Assert.Contains("[key]", error.Message, StringComparison.Ordinal);
        Assert.Contains("SpeechScoop__Vendors__acme__ApiKey", error.Message, StringComparison.Ordinal);
        AssertNoKey(error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pieces_of_the_key_are_taken_out_too()
    {
        await using var server = await StartAsync((context, _) => Json(context, $$"""{"message":"key {{TestVendors.Key[..14]}}…{{TestVendors.Key[^10..]}} is unknown"}""", 403));
        var error = (await server.TranscribeAsync("openai")).Error!;
        Assert.Contains("key [key]…[key] is unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_vendor_is_asked_again_after_the_time_it_names()
    {
        await using var server = await StartAsync((context, count) =>
        {
            if (count > 1) return Json(context, """{"text":"at last"}""");
            context.Response.Headers.RetryAfter = "1";
            return Json(context, """{"error":{"message":"Rate limit reached"}}""", 429);
        });
        var limits = TestVendors.Quick with { LongestWait = TimeSpan.FromSeconds(5) };
        var transcript = (await server.TranscribeAsync("openai", limits)).Value;
        Assert.Equal(("at last", 2), (transcript.Text, transcript.Call!.Attempts));
        Assert.True(transcript.Call.IncludingRetries - transcript.Call.Successful >= TimeSpan.FromSeconds(0.95), "The wait that the vendor asked for is part of the whole time and not of the successful attempt.");
    }

    [Fact]
    public async Task A_busy_vendor_is_left_alone_by_every_call_for_the_time_it_names()
    {
        await using var server = await StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Json(context, """{"error":{"message":"Rate limit reached"}}""", 429);
        });
        using var catalog = TestVendors.Catalog("openai", server.Address, TestVendors.Quick with { MostRetries = 0, LongestWait = TimeSpan.FromHours(1) });
        var recognizer = catalog.Get<IRecognizer>("vendor:acme").Value;
        Assert.Equal("vendor-busy", (await recognizer.RecognizeAsync(TestVendors.Clip)).Error!.Code);

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recognizer.RecognizeAsync(TestVendors.Clip, cancellation: stop.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_wait_longer_than_the_limit_is_cut_and_a_lasting_refusal_is_told_with_its_attempts()
    {
        await using var server = await StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = "86400";
            return Json(context, """{"error":{"message":"Quota exceeded"}}""", 429);
        });
        var error = (await server.TranscribeAsync("openai", TestVendors.Quick with { LongestWait = TimeSpan.FromMilliseconds(20) })).Error!;
        Assert.Equal("vendor-busy", error.Code);
        Assert.Contains("HTTP 429: \"Quota exceeded\" after 4 attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task After_a_failure_of_the_vendor_the_same_audio_is_sent_again()
    {
        await using var server = await StartAsync((context, count) => count == 1 ? Send(context, "text/html", "<h1>Bad gateway</h1>"u8.ToArray(), 500) : Json(context, """{"text":"again"}"""));
        var transcript = (await server.TranscribeAsync("openai")).Value;
        Assert.Equal(("again", 2), (transcript.Text, transcript.Call!.Attempts));
        var requests = server.Requests.ToArray();
        Assert.Equal(requests[0].Body, requests[1].Body);
    }

    [Fact]
    public async Task A_lasting_failure_names_its_status_and_shows_no_page()
    {
        await using var server = await StartAsync((context, _) => Send(context, "text/html", "<h1>Bad gateway</h1>"u8.ToArray(), 502));
        var error = (await server.TranscribeAsync("deepgram")).Error!;
        Assert.Equal("vendor-failed", error.Code);
        Assert.Contains("HTTP 502 after 4 attempts", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_refusals_are_not_repeated()
    {
        await using var server = await StartAsync((context, _) => Json(context, """{"detail":[{"loc":["body","model_id"],"msg":"'m-1' is not a valid model_id"}]}""", 422));
        var error = (await server.TranscribeAsync("elevenlabs")).Error!;
        Assert.Equal("vendor-refused", error.Code);
        Assert.Contains("not a valid model_id", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Silence_of_the_vendor_is_a_time_out()
    {
        await using var server = await StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }));
        var error = (await server.TranscribeAsync("openai", TestVendors.Quick with { MostRetries = 1 }, ("TimeoutSeconds", "1"))).Error!;
        Assert.Equal("vendor-timeout", error.Code);
        Assert.Contains("1 s after 2 attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_gets_no_failure_but_the_stop()
    {
        await using var server = await StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }));
        using var catalog = TestVendors.Catalog("openai", server.Address, null);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => catalog.Get<IRecognizer>("vendor:acme").Value.RecognizeAsync(TestVendors.Clip, cancellation: stop.Token));
    }

    [Theory]
    [InlineData("""{"text":"good mor""", "broken or cut off")]
    [InlineData("""["text"]""", "no object")]
    [InlineData("""{"transcription":"good morning"}""", "without a text")]
    [InlineData("""{"text":null}""", "without a text")]
    [InlineData("", "broken or cut off")]
    public async Task JSON_that_is_not_a_transcript_is_a_failure(string answer, string said)
    {
        await using var server = await StartAsync((context, _) => Json(context, answer));
        var error = (await server.TranscribeAsync("openai")).Error!;
        Assert.Equal("vendor-answer", error.Code);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_tried_again()
    {
        await using var server = await StartAsync(async (context, count) =>
        {
            if (count > 1) { await Json(context, """{"text":"whole"}"""); return; }
            context.Response.ContentLength = 100;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"text\":\"ha");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        var transcript = (await server.TranscribeAsync("openai")).Value;
        Assert.Equal(("whole", 2), (transcript.Text, transcript.Call!.Attempts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_that_end_in_the_middle_are_no_transcript(bool cut)
    {
        await using var server = await StartAsync((context, _) => Events(context, ["""{"type":"transcript.text.delta","delta":"good "}"""], cut));
        Assert.Equal("vendor-cut", (await server.TranscribeAsync("openai", null, ("Stream", "true"))).Error!.Code);
    }

    [Theory]
    [InlineData("""{"type":"transcript.text.delta","delta":"go""", "vendor-answer")]
    [InlineData("""{"error":{"message":"engine died"}}""", "vendor-failed")]
    public async Task Events_that_are_wrong_are_failures(string data, string code)
    {
        await using var server = await StartAsync((context, _) => Events(context, [data, "[DONE]"]));
        Assert.Equal(code, (await server.TranscribeAsync("openai", null, ("Stream", "true"))).Error!.Code);
    }

    [Fact]
    public async Task What_AssemblyAI_could_not_do_is_told_in_its_words()
    {
        await using var server = await StartAsync((context, _) => context.Request.Path.Value switch
        {
            "/v2/upload" => Json(context, """{"upload_url":"https://cdn.example/1"}"""),
            "/v2/transcript" => Json(context, """{"id":"t","status":"queued"}"""),
            _ => Json(context, """{"id":"t","status":"error","error":"Audio duration is too short.","text":null}"""),
        });
        var error = (await server.TranscribeAsync("assemblyai")).Error!;
        Assert.Equal("vendor-failed", error.Code);
        Assert.Contains("Audio duration is too short.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_instead_of_JSON_is_a_failure_that_names_the_type()
    {
        await using var server = await StartAsync((context, _) => Send(context, "text/html; charset=utf-8", "<html>Sign in</html>"u8.ToArray()));
        var error = (await server.TranscribeAsync("openai")).Error!;
        Assert.Equal("vendor-answer", error.Code);
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_a_failure()
    {
        await using var server = await StartAsync((context, _) => Send(context, "application/json", Encoding.Latin1.GetBytes("""{"text":"Müller"}""")));
        Assert.Contains("not UTF-8", (await server.TranscribeAsync("openai")).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("not UTF-8", (await server.TranscribeAsync("openai", null, ("Stream", "true"))).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("false", false)]
    [InlineData("true", false)]
    public async Task A_huge_answer_is_not_read(string stream, bool saysItsLength)
    {
        var limits = TestVendors.Quick with { LargestText = 1 << 20 };
        await using var server = await StartAsync(async (context, _) =>
        {
            context.Response.ContentType = "application/json";
            if (saysItsLength) context.Response.ContentLength = 4 << 20;
            for (var i = 0; i < 64 && !context.RequestAborted.IsCancellationRequested; i++) await context.Response.Body.WriteAsync(new byte[1 << 16]);
        });
        var error = (await server.TranscribeAsync("openai", limits, ("Stream", stream))).Error!;
        Assert.Equal("vendor-answer", error.Code);
        Assert.Contains("larger than 1 MiB", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_key_that_a_server_echoes_is_kept_nowhere()
    {
        await using var server = await StartAsync((context, _) => Json(context, $$"""{"text":"hello","echo":"{{context.Request.Headers.Authorization}}"}"""));
        var transcript = (await server.TranscribeAsync("openai")).Value;
        AssertNoKey(transcript.Call!.RawAnswer);
        Assert.Contains("Bearer [key]", transcript.Call.RawAnswer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"hello","echo":"ab\/cd+ef\/ghij=="}""")]
    [InlineData("""{"text":"hello","echo":"ab/cd\u002Bef/ghij=="}""")]
    [InlineData("""{"text":"hello","echo":"?key=ab%2Fcd%2Bef%2Fghij%3D%3D"}""")]
    public async Task A_key_that_is_escaped_in_an_answer_is_taken_out_too(string answer)
    {
        await using var server = await StartAsync((context, _) => Json(context, answer));
        var transcript = (await server.TranscribeAsync("openai", null, ("ApiKey", "ab/cd+ef/ghij=="))).Value;
        Assert.DoesNotContain("ghij", transcript.Call!.RawAnswer, StringComparison.Ordinal);
        Assert.Contains("[key]", transcript.Call.RawAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_recording_is_sent_from_a_file_again_and_again_and_the_file_is_gone_afterwards()
    {
        await using var server = await StartAsync((context, count) => count == 1 ? Json(context, "{}", 503) : Json(context, """{"text":"long"}"""));
        using var catalog = TestVendors.Catalog("openai", server.Address, null);
        var before = Directory.GetFiles(Path.GetTempPath(), "speechscoop-*.wav").ToHashSet();
        var clip = new SpeechScoop.Audio.AudioClip(16_000, [.. Enumerable.Range(0, 16_000 * 150).Select(i => i % 100 / 200f)]);
        Assert.Equal("long", (await catalog.Get<IRecognizer>("vendor:acme").Value.RecognizeAsync(clip)).Value.Text);
        var requests = server.Requests.ToArray();
        Assert.True(requests[0].Body.Length > 2 * clip.Length);
        // Both bodies hold the same file; the boundary between parts is the form's own.
        Assert.Equal(requests[0].Body, requests[1].Body);
        Assert.Equal(SpeechScoop.Audio.Files.WavWriter.ToBytes(clip), requests[0].Body[requests[0].Text.IndexOf("RIFF", StringComparison.Ordinal)..][..(44 + (2 * clip.Length))]);
        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "speechscoop-*.wav"), file => !before.Contains(file) && new FileInfo(file).Length == 44 + (2 * clip.Length));
    }

    private static void AssertNoKey(string text)
    {
        for (var i = 0; i + 8 <= TestVendors.Key.Length; i++) Assert.DoesNotContain(TestVendors.Key.Substring(i, 8), text, StringComparison.Ordinal);
    }
}
