using System.Text;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Tests.Vendors;
using static SpeechScoop.Tests.Vendors.VendorServer;

namespace SpeechScoop.Inference.Tests.Vendors;

/// <summary>What each kind of vendor is sent, and what becomes of its answers.</summary>
public sealed class TranscriptionTests
{
    [Fact]
    public async Task An_OpenAI_compatible_server_gets_the_audio_as_a_form_and_its_text_comes_back()
    {
        await using var server = await StartAsync((context, _) => Json(context, """{"text":" Good morning. ","usage":{"type":"duration","seconds":1}}"""));
        var transcript = (await server.TranscribeAsync("openai", null, ("Language", "en"), ("Fields__temperature", "0"))).Value;
        Assert.Equal("Good morning.", transcript.Text);
        Assert.Empty(transcript.Words);
        Assert.Equal(0.5, transcript.AudioDuration.TotalSeconds, 6);
        Assert.Equal(1, transcript.Call!.Attempts);
        Assert.Contains("usage", transcript.Call.RawAnswer, StringComparison.Ordinal);
        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /v1/audio/transcriptions", $"{request.Method} {request.Path}");
        Assert.Equal($"Bearer {TestVendors.Key}", request.Headers["Authorization"]);
        Assert.True(request.HasField("model", "m-1") && request.HasField("language", "en") && request.HasField("response_format", "json") && request.HasField("temperature", "0"));
        Assert.Contains("filename=\"audio.wav\"", request.Text, StringComparison.Ordinal);
        // 8,000 samples of 16 bits: half a second at 16 kHz, mono.
        var wav = request.Body.AsSpan(request.Text.IndexOf("RIFF", StringComparison.Ordinal));
        Assert.Equal(16_000, BitConverter.ToInt32(wav[24..]));
        Assert.Equal(16_000, BitConverter.ToInt32(wav[40..]));
    }

    [Fact]
    public async Task Words_of_verbose_json_carry_their_times_and_base_addresses_may_end_with_the_version()
    {
        const string Answer = """
            {"task":"transcribe","language":"english","duration":0.5,"text":"good morning",
             "words":[{"word":"good","start":0.0,"end":0.2},{"word":"morning","start":0.2,"end":0.48}],
             "segments":[{"id":0,"start":0.0,"end":0.5,"text":" good morning","avg_logprob":-0.2,"no_speech_prob":0.01}]}
            """;
        await using var server = await StartAsync((context, _) => Json(context, Answer));
        var transcript = (await server.TranscribeAsync("openai", null, ("BaseUrl", $"{server.Address}/openai/v1/"), ("Fields__response_format", "verbose_json"))).Value;
        Assert.Equal(["good", "morning"], transcript.Words.Select(word => word.Text));
        Assert.Equal(0.48, transcript.Words[1].End.TotalSeconds, 6);
        var request = Assert.Single(server.Requests);
        Assert.Equal("/openai/v1/audio/transcriptions", request.Path);
        Assert.True(request.HasField("response_format", "verbose_json"));
        Assert.False(request.HasField("response_format", "json"));
    }

    [Theory]
    [InlineData("""{"type":"transcript.text.delta","delta":"good "}""", """{"type":"transcript.text.delta","delta":"morning"}""", """{"type":"transcript.text.done","text":"Good morning."}""", "Good morning.")]
    [InlineData("""{"type":"transcription.text.delta","text":"good "}""", """{"type":"transcription.language","language":"en"}""", """{"type":"transcription.done","model":"m","text":"good morning"}""", "good morning")]
    [InlineData("""{"object":"transcription.chunk","choices":[{"delta":{"content":"good"}}]}""", """{"object":"transcription.chunk","choices":[{"delta":{"content":" day"},"finish_reason":"stop"}]}""", "[DONE]", "good day")]
    public async Task Events_are_put_together_and_the_first_piece_is_timed(string first, string second, string last, string text)
    {
        await using var server = await StartAsync((context, _) => Events(context, [first, second, last]));
        var transcript = (await server.TranscribeAsync("openai", null, ("Stream", "true"))).Value;
        Assert.Equal(text, transcript.Text);
        Assert.True(transcript.Call!.FirstResult > TimeSpan.Zero && transcript.Call.FirstResult <= transcript.Call.Successful);
        Assert.NotEmpty(transcript.Call.Pieces);
        Assert.Equal(transcript.Call.FirstResult!.Value.TotalSeconds, transcript.Call.Pieces[0].At.TotalSeconds, 1);
        Assert.StartsWith("good", string.Concat(transcript.Call.Pieces.Select(piece => piece.Text)), StringComparison.Ordinal);
        Assert.Contains(second, transcript.Call.RawAnswer, StringComparison.Ordinal);
        Assert.True(Assert.Single(server.Requests).HasField("stream", "true"));
    }

    [Fact]
    public async Task A_server_that_answers_whole_where_pieces_were_asked_for_is_understood()
    {
        await using var server = await StartAsync((context, _) => Json(context, """{"text":"whole"}"""));
        var transcript = (await server.TranscribeAsync("openai", null, ("Stream", "true"))).Value;
        Assert.Equal("whole", transcript.Text);
        Assert.Null(transcript.Call!.FirstResult);
    }

    [Fact]
    public async Task Deepgram_gets_raw_audio_and_settings_in_the_address()
    {
        const string Answer = """
            {"metadata":{"request_id":"r","duration":0.5,"channels":1},"results":{"channels":[{"alternatives":[{"transcript":"Good morning.","confidence":0.99,
             "words":[{"word":"good","start":0.08,"end":0.24,"confidence":0.99,"punctuated_word":"Good"},{"word":"morning","start":0.24,"end":0.4,"confidence":0.98,"punctuated_word":"morning."}]}]}]}}
            """;
        await using var server = await StartAsync((context, _) => Json(context, Answer));
        var transcript = (await server.TranscribeAsync("deepgram", null, ("Language", "en"), ("Fields__smart_format", "true"), ("Fields__keyterm", "Müller & Söhne"))).Value;
        Assert.Equal("Good morning.", transcript.Text);
        Assert.Equal(["Good", "morning."], transcript.Words.Select(word => word.Text));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/listen", request.Path);
        Assert.Equal("?model=m-1&language=en&keyterm=M%C3%BCller%20%26%20S%C3%B6hne&smart_format=true", request.Query);
        Assert.Equal(($"Token {TestVendors.Key}", "audio/wav", "RIFF"), (request.Headers["Authorization"], request.Headers["Content-Type"], request.Text[..4]));
    }

    [Fact]
    public async Task ElevenLabs_words_are_those_that_are_spoken()
    {
        const string Answer = """
            {"language_code":"eng","language_probability":0.98,"text":"Good morning","words":[{"text":"Good","start":0.1,"end":0.2,"type":"word","speaker_id":"s0","logprob":-0.1},
             {"text":" ","start":0.2,"end":0.22,"type":"spacing"},{"text":"(laughs)","start":0.2,"end":0.3,"type":"audio_event"},{"text":"morning","start":0.3,"end":0.45,"type":"word"}],"audio_duration_secs":0.5}
            """;
        await using var server = await StartAsync((context, _) => Json(context, Answer));
        var transcript = (await server.TranscribeAsync("elevenlabs", null, ("Language", "eng"))).Value;
        Assert.Equal(["Good", "morning"], transcript.Words.Select(word => word.Text));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("/v1/speech-to-text", TestVendors.Key), (request.Path, request.Headers["xi-api-key"]));
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.True(request.HasField("model_id", "m-1") && request.HasField("language_code", "eng") && request.HasField("tag_audio_events", "false"));
    }

    [Fact]
    public async Task AssemblyAI_is_uploaded_to_ordered_from_and_looked_at_until_it_is_done()
    {
        await using var server = await StartAsync((context, count) => (context.Request.Path.Value, count) switch
        {
            ("/v2/upload", _) => Json(context, """{"upload_url":"https://cdn.example/upload/1"}"""),
            ("/v2/transcript", _) => Json(context, """{"id":"t-1","status":"queued"}"""),
            (_, < 5) => Json(context, """{"id":"t-1","status":"processing","text":null}"""),
            _ => Json(context, """{"id":"t-1","status":"completed","text":"Good morning.","words":[{"text":"Good","start":80,"end":240,"confidence":0.9,"speaker":null},{"text":"morning.","start":240,"end":400,"confidence":0.9}],"audio_duration":1}"""),
        });
        var transcript = (await server.TranscribeAsync("assemblyai", null, ("Language", "en"), ("Fields__format_text", "false"))).Value;
        Assert.Equal("Good morning.", transcript.Text);
        Assert.Equal(0.24, transcript.Words[1].Start.TotalSeconds, 6);
        Assert.Equal(1, transcript.Call!.Attempts);
        var requests = server.Requests.ToArray();
        Assert.Equal(["POST /v2/upload", "POST /v2/transcript", "GET /v2/transcript/t-1", "GET /v2/transcript/t-1", "GET /v2/transcript/t-1"], requests.Select(request => $"{request.Method} {request.Path}"));
        Assert.Equal("""{"audio_url":"https://cdn.example/upload/1","speech_models":["m-1"],"language_code":"en","format_text":"false"}""", Encoding.UTF8.GetString(requests[1].Body));
        Assert.All(requests, request => Assert.Equal(TestVendors.Key, request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("openai", """{"text":""}""")]
    [InlineData("elevenlabs", """{"text":"","words":[]}""")]
    [InlineData("deepgram", """{"results":{"channels":[{"alternatives":[{"transcript":"","confidence":0,"words":[]}]}]}}""")]
    public async Task An_empty_text_in_a_good_answer_is_a_result(string kind, string answer)
    {
        await using var server = await StartAsync((context, _) => Json(context, answer));
        Assert.Equal("", (await server.TranscribeAsync(kind)).Value.Text);
    }

    [Fact]
    public async Task Words_without_times_that_can_be_are_left_out_and_the_text_stays()
    {
        await using var server = await StartAsync((context, _) => Json(context, """{"text":"a b","words":[{"word":"a","start":0,"end":0.1},{"word":"b","start":-3,"end":1e300}]}"""));
        var transcript = (await server.TranscribeAsync("openai")).Value;
        Assert.Equal(("a b", 0), (transcript.Text, transcript.Words.Count));
    }

    [Fact]
    public async Task No_more_calls_go_out_at_once_than_configured()
    {
        var (now, most) = (0, 0);
        await using var server = await StartAsync(async (context, _) =>
        {
            var running = Interlocked.Increment(ref now);
            InterlockedMax(ref most, running);
            await Task.Delay(30);
            Interlocked.Decrement(ref now);
            await Json(context, """{"text":"x"}""");
        });
        using var catalog = TestVendors.Catalog("openai", server.Address, null, ("Concurrency", "2"));
        var recognizer = catalog.Get<IRecognizer>("vendor:acme").Value;
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => recognizer.RecognizeAsync(TestVendors.Clip)));
        Assert.All(all, one => Assert.Null(one.Error));
        Assert.Equal(2, most);

        static void InterlockedMax(ref int most, int value)
        {
            int seen;
            while ((seen = Volatile.Read(ref most)) < value) Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
