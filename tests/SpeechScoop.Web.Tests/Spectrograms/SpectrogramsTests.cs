using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Spectrograms;

public sealed class SpectrogramsTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient http;

    public SpectrogramsTests() => http = app.OwnerClient();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_clip_is_shown_over_its_whole_length_and_band_unless_told_otherwise()
    {
        var clip = await UploadAsync(Tone(96_000, 30_000, 2));
        var (image, axes) = await ReadAsync($"/api/clips/{clip}/spectrogram");
        Assert.Equal(800 * 256, image.Length);
        Assert.Equal((0, 2, 0, 48_000, -120, 0.5, 96_000), (axes["from"], axes["to"], axes["low"], axes["high"], axes["lowestDb"], axes["stepDb"], axes["sampleRate"]));
        // 30 kHz of 48 kHz, counted from the top: row 96 of 256; half of full scale is −6 dBFS.
        var loudest = Enumerable.Range(0, 256).MaxBy(row => image[(row * 800) + 400]);
        Assert.Equal(96, loudest, 1.0);
        Assert.Equal(-6, axes["lowestDb"] + (axes["stepDb"] * image[(loudest * 800) + 400]), 1.5);
    }

    [Fact]
    public async Task A_part_is_shown_in_the_size_that_is_asked_for()
    {
        var clip = await UploadAsync(Tone(16_000, 1000, 2));
        var (image, axes) = await ReadAsync($"/api/clips/{clip}/spectrogram?from=0.5&to=1&low=500&high=1500&width=30&height=20&window=0.04");
        Assert.Equal(600, image.Length);
        Assert.Equal((0.5, 1, 500, 1500, 0.04), (axes["from"], axes["to"], axes["low"], axes["high"], axes["windowSeconds"]));
        Assert.Equal(10, Enumerable.Range(0, 20).MaxBy(row => image[(row * 30) + 15]), 1.0);
    }

    [Fact]
    public async Task A_difference_is_none_with_itself_and_tells_what_got_louder()
    {
        var (loud, soft) = (await UploadAsync(Tone(16_000, 1000, 1)), await UploadAsync(Tone(16_000, 1000, 1, 0.25)));
        Assert.All((await ReadAsync($"/api/clips/{loud}/spectrogram-difference?reference={loud}")).Image, value => Assert.Equal(128, value));
        var (image, axes) = await ReadAsync($"/api/clips/{soft}/spectrogram-difference?reference={loud}&width=10&height=64");
        Assert.Equal(-64, axes["lowestDb"]);
        Assert.Equal(-6, axes["lowestDb"] + (axes["stepDb"] * image.Min()), 0.5);
        Assert.Equal(128, image.Max());
    }

    [Fact]
    public async Task What_cannot_be_shown_is_refused_with_a_reason()
    {
        var clip = await UploadAsync(Tone(16_000, 1000, 1));
        var none = new string('0', 64);
        foreach (var (path, status, code) in new[]
        {
            ($"/api/clips/{none}/spectrogram", HttpStatusCode.NotFound, "clip-file-missing"),
            ($"/api/clips/{clip}/spectrogram?from=2", HttpStatusCode.BadRequest, "spectrogram-view"),
            ($"/api/clips/{clip}/spectrogram?width=100000", HttpStatusCode.BadRequest, "spectrogram-view"),
            ($"/api/clips/{clip}/spectrogram?window=2", HttpStatusCode.BadRequest, "spectrogram-view"),
            ($"/api/clips/{clip}/spectrogram-difference?reference={none}", HttpStatusCode.NotFound, "clip-file-missing"),
            ($"/api/clips/{clip}/spectrogram-difference", HttpStatusCode.BadRequest, "bad-request"),
        })
        {
            var response = await http.GetAsync(path);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((path, status, code), (path, response.StatusCode, problem.GetProperty("code").GetString()));
        }
    }

    private async Task<(byte[] Image, Dictionary<string, double> Axes)> ReadAsync(string path)
    {
        var response = await http.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync(), JsonSerializer.Deserialize<Dictionary<string, double>>(response.Headers.GetValues("Spectrogram-Axes").Single())!);
    }

    private async Task<string> UploadAsync(AudioClip clip)
    {
        var response = await http.PostAsync("/api/clips?name=tone.wav", new ByteArrayContent(WavWriter.ToBytes(clip, WavFormat.Float32)));
        return (await response.Content.ReadFromJsonAsync<ClipView>())!.Sha256;
    }

    private static AudioClip Tone(int rate, double hertz, double seconds, double amplitude = 0.5) =>
        new(rate, [.. Enumerable.Range(0, (int)(rate * seconds)).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / rate)))]);
}
