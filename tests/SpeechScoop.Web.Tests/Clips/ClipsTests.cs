using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Clips;

public sealed class ClipsTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient http;

    public ClipsTests() => http = app.OwnerClient();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_upload_comes_back_sample_by_sample_and_is_stored_once()
    {
        var wav = WavWriter.ToBytes(Tone(22_050, 2, 1));
        var clip = await UploadAsync(wav, "my tone.wav");
        Assert.Equal(("my tone.wav", 22_050, 2, 1.0), (clip.Name, clip.SampleRate, clip.Channels, clip.Seconds));
        Assert.Equal(wav, await http.GetByteArrayAsync($"/api/clips/{clip.Sha256}.wav"));
        Assert.Equal(clip, await UploadAsync(wav, "another name.wav"));
    }

    [Fact]
    public async Task Samples_beyond_sixteen_bits_are_kept_exactly()
    {
        var wav = WavWriter.ToBytes(Tone(16_000, 1, 0.1), WavFormat.Float32);
        var clip = await UploadAsync(wav, "fine.wav");
        var back = WavReader.Read(await http.GetByteArrayAsync($"/api/clips/{clip.Sha256}.wav")).Value;
        Assert.Equal(WavReader.Read(wav).Value.Channel(0).ToArray(), back.Channel(0).ToArray());
    }

    [Fact]
    public async Task What_was_mended_in_a_file_is_said_and_nothing_is_said_of_a_whole_one()
    {
        var whole = WavWriter.ToBytes(Tone(16_000, 1, 1));
        Assert.Null((await UploadAsync(whole, "whole.wav")).Warnings);
        Assert.StartsWith("torn.wav is cut off", Assert.Single((await UploadAsync(whole[..20_000], "torn.wav")).Warnings!), StringComparison.Ordinal);
        var holed = Tone(16_000, 1, 1).Channel(0).ToArray();
        holed[7] = float.NaN;
        Assert.Contains("1 sample", Assert.Single((await UploadAsync(WavWriter.ToBytes(new AudioClip(16_000, holed), WavFormat.Float32), "holed.wav")).Warnings!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_numbers_that_were_written_as_floats_are_refused_with_the_cure()
    {
        var clip = new AudioClip(16_000, [.. Tone(16_000, 1, 0.1).Channel(0).ToArray().Select(sample => sample * 32_768)]);
        using var response = await http.PostAsync("/api/clips?name=scipy.wav", new ByteArrayContent(WavWriter.ToBytes(clip, WavFormat.Float32)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadAsStringAsync();
        Assert.Contains("audio-not-scaled", problem, StringComparison.Ordinal);
        Assert.Contains("Divide them by 32768", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_clip_can_be_asked_for()
    {
        var wav = WavWriter.ToBytes(Tone(16_000, 1, 1));
        var clip = await UploadAsync(wav, "x");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/clips/{clip.Sha256}.wav") { Headers = { Range = new RangeHeaderValue(100, 199) } };
        var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(wav[100..200], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Peaks_span_the_clip()
    {
        var clip = await UploadAsync(WavWriter.ToBytes(Tone(16_000, 1, 1)), "x");
        var peaks = await http.GetFromJsonAsync<JsonElement>($"/api/clips/{clip.Sha256}/peaks?count=7");
        Assert.Equal((7, 7), (peaks.GetProperty("min").GetArrayLength(), peaks.GetProperty("max").GetArrayLength()));
        Assert.All(peaks.GetProperty("max").EnumerateArray(), peak => Assert.InRange(peak.GetSingle(), 0.45, 0.5));
        Assert.Equal(4000, (await http.GetFromJsonAsync<JsonElement>($"/api/clips/{clip.Sha256}/peaks?count=1000000")).GetProperty("min").GetArrayLength());
    }

    [Theory]
    [InlineData(8, 48_000)]
    [InlineData(1, 192_000)]
    [InlineData(8, 192_000)]
    public async Task Eight_channels_and_high_rates_are_taken(int channels, int rate)
    {
        var clip = await UploadAsync(WavWriter.ToBytes(Tone(rate, channels, 0.5)), "wide.wav");
        Assert.Equal((channels, rate, 0.5), (clip.Channels, clip.SampleRate, clip.Seconds));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\music\\a.wav", "a.wav")]
    [InlineData("<img src=x onerror=alert(1)>.wav", "<img src=x onerror=alert(1)>.wav")]
    [InlineData("line\nbreak\u0000😀.wav", "linebreak😀.wav")]
    [InlineData("", "recording")]
    public async Task Names_are_text_and_never_paths(string name, string stored) =>
        Assert.Equal(stored, (await UploadAsync(WavWriter.ToBytes(Tone(8_000, 1, 0.1 + name.Length / 1000.0)), name)).Name);

    [Fact]
    public async Task A_very_long_name_is_shortened() =>
        Assert.Equal(200, (await UploadAsync(WavWriter.ToBytes(Tone(8_000, 1, 0.1)), new string('n', 5000))).Name.Length);

    [Fact]
    public async Task Files_that_are_no_usable_audio_are_refused_with_their_reason_and_leave_nothing()
    {
        var truncatedHeader = WavWriter.ToBytes(Tone(16_000, 1, 0.1))[..20];
        var manyChannels = WavWriter.ToBytes(Tone(16_000, 1, 0.1));
        BinaryPrimitives.WriteUInt16LittleEndian(manyChannels.AsSpan(22), 65_535);
        foreach (var (body, name) in new[]
        {
            (Array.Empty<byte>(), "empty.wav"), (WavWriter.ToBytes(new AudioClip(16_000, Array.Empty<float>())), "zero-length.wav"), (truncatedHeader, "truncated.wav"),
            (manyChannels, "channels.wav"), (Encoding.UTF8.GetBytes("this is no audio at all, only words"), "text.wav"), (Junk(100_000), "junk.mp3"),
        })
        {
            var response = await http.PostAsync($"/api/clips?name={name}", new ByteArrayContent(body));
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.ServiceUnavailable, name);
            Assert.Contains(name, problem.GetProperty("detail").GetString());
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataPath, "audio"), "*", SearchOption.AllDirectories));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task A_recording_of_more_than_three_hours_is_refused()
    {
        // Three hours and a second at 1 kHz, 8 bits: a real file of 10.8 MB.
        var wav = new byte[44 + 10_801_000];
        WavWriter.ToBytes(new AudioClip(1000, new float[1]))[..44].CopyTo(wav, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(4), (uint)wav.Length - 8);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(28), 1000);
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(32), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(34), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(40), 10_801_000);
        var response = await http.PostAsync("/api/clips?name=long.wav", new ByteArrayContent(wav));
        Assert.Equal((HttpStatusCode.BadRequest, "audio-too-long"), (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_file_announced_as_too_large_is_refused_before_it_is_sent()
    {
        using var content = new StreamContent(Stream.Null);
        content.Headers.ContentLength = ClipUpload.MaximumBytes + 1;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/clips?name=huge.wav") { Content = content };
        var response = await http.SendAsync(request);
        Assert.Equal("audio-file-too-large", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("..%2f..%2fspeechscoop.db")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_stored_clip_is_not_found(string sha256)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/clips/{sha256}.wav")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/clips/{sha256}/peaks")).StatusCode);
    }

    private async Task<ClipView> UploadAsync(byte[] file, string name)
    {
        var response = await http.PostAsync($"/api/clips?name={Uri.EscapeDataString(name)}", new ByteArrayContent(file));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<ClipView>())!;
    }

    private static AudioClip Tone(int rate, int channels, double seconds)
    {
        var samples = new float[(int)Math.Round(rate * seconds)];
        for (var i = 0; i < samples.Length; i++) samples[i] = 0.5f * MathF.Sin((float)(2 * Math.PI * 200 * i / rate));
        return new AudioClip(rate, [.. Enumerable.Repeat(samples, channels)]);
    }

    private static byte[] Junk(int length)
    {
        var random = new SeededRandom(5);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(256))];
    }
}
