using System.Text;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Tests.Vendors;
using static SpeechScoop.Tests.Vendors.VendorServer;

namespace SpeechScoop.Inference.Tests.Vendors;

/// <summary>Texts spoken by vendors.</summary>
public sealed class SpeechTests
{
    private static readonly byte[] Wav = WavWriter.ToBytes(new AudioClip(24_000, new float[2400]));

    [Fact]
    public async Task An_OpenAI_compatible_server_gets_the_text_and_gives_a_file()
    {
        await using var server = await StartAsync((context, _) => Send(context, "audio/wav", Wav));
        var speech = (await server.SpeakAsync("openai", new SynthesisRequest("Good\u0007 morning.", Rate: 1.5), ("SpeechFields__instructions", "Calmly."))).Value;
        Assert.Equal((24_000, 2400, 1), (speech.Clip.SampleRate, speech.Clip.Length, speech.Call!.Attempts));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/audio/speech", request.Path);
        Assert.Equal("""{"model":"m-1","input":"Good  morning.","voice":"v/1","response_format":"wav","speed":1.5,"instructions":"Calmly."}""", Encoding.UTF8.GetString(request.Body));
    }

    [Fact]
    public async Task A_file_whose_header_does_not_know_its_length_is_read_to_its_end()
    {
        var streamed = (byte[])Wav.Clone();
        streamed.AsSpan(40, 4).Fill(0xFF);
        streamed.AsSpan(4, 4).Fill(0xFF);
        await using var server = await StartAsync((context, _) => Send(context, "audio/wav", streamed));
        Assert.Equal(2400, (await server.SpeakAsync("openai", new SynthesisRequest("x"))).Value.Clip.Length);
    }

    [Fact]
    public async Task Raw_samples_and_audio_inside_JSON_are_understood()
    {
        await using var raw = await StartAsync((context, _) => Send(context, "audio/pcm", [0x00, 0x40, 0x00, 0xC0]));
        var speech = (await raw.SpeakAsync("openai", new SynthesisRequest("x"), ("SpeechFields__response_format", "pcm"))).Value;
        Assert.Equal([0.5f, -0.5f], speech.Clip.Channel(0).ToArray());
        await using var json = await StartAsync((context, _) => Json(context, $$"""{"audio_data":"{{Convert.ToBase64String(Wav)}}"}"""));
        Assert.Equal(2400, (await json.SpeakAsync("openai", new SynthesisRequest("x"))).Value.Clip.Length);
    }

    [Fact]
    public async Task ElevenLabs_has_voice_and_format_in_the_address_and_the_seed_in_the_body()
    {
        await using var server = await StartAsync((context, _) => Send(context, "audio/pcm", new byte[4800]));
        var speech = (await server.SpeakAsync("elevenlabs", new SynthesisRequest("Hello", Seed: (5L << 32) + 7, Rate: 1.1))).Value;
        Assert.Equal((24_000, 2400), (speech.Clip.SampleRate, speech.Clip.Length));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("/v1/text-to-speech/v%2F1", "?output_format=pcm_24000"), (request.Path, request.Query));
        Assert.Equal("""{"text":"Hello","model_id":"m-1","seed":7,"voice_settings":{"speed":1.1}}""", Encoding.UTF8.GetString(request.Body));
    }

    [Fact]
    public async Task Failures_are_failures_and_never_silence()
    {
        await using var refused = await StartAsync((context, _) => Json(context, """{"detail":"Voice not found"}""", 404));
        Assert.Contains("Voice not found", (await refused.SpeakAsync("elevenlabs", new SynthesisRequest("x"))).Error!.Message, StringComparison.Ordinal);
        await using var page = await StartAsync((context, _) => Send(context, "text/html", "<p>"u8.ToArray()));
        Assert.Contains("text/html instead of audio", (await page.SpeakAsync("openai", new SynthesisRequest("x"))).Error!.Message, StringComparison.Ordinal);
        await using var nothing = await StartAsync((context, _) => Send(context, "audio/wav", []));
        Assert.Equal("vendor-answer", (await nothing.SpeakAsync("openai", new SynthesisRequest("x"))).Error!.Code);
        await using var noise = await StartAsync((context, _) => Send(context, "audio/mpeg", "not audio at all"u8.ToArray()));
        Assert.Equal("vendor-answer", (await noise.SpeakAsync("openai", new SynthesisRequest("x"))).Error!.Code);
        Assert.Equal("temperature-unsupported", (await noise.SpeakAsync("openai", new SynthesisRequest("x", Temperature: 1))).Error!.Code);
    }
}
