using System.Net;
using System.Net.Http.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Live;

public sealed class ReconstructionTests
{
    [Fact]
    public async Task Behind_labels_all_stimuli_are_alike_in_rate_length_and_headers()
    {
        await using var app = new BenchApp();
        var clip = await UploadAsync(app, Noise(44_100, 1.2345));
        var id = (await app.StartAsync("reconstruction", Request(clip.Sha256))).Id;
        var end = await app.EndOfAsync(id);
        Assert.Equal(["A", "B", "C", "D", "E"], end.Stimuli.Select(stimulus => stimulus.Label));
        Assert.All(end.Stimuli, stimulus => Assert.Equal((OutputStatus.Done, null, null, null), (stimulus.Status, stimulus.BitRate, stimulus.Tokens, stimulus.System)));
        Assert.DoesNotContain("codec", await app.Http.GetStringAsync($"/api/live/trials/{id}"));
        var shapes = new HashSet<(long?, int, int, string, double?)>();
        foreach (var stimulus in end.Stimuli)
        {
            var answer = await app.Http.GetAsync($"/api/live/trials/{id}/stimuli/{stimulus.Label}/audio");
            var wav = WavReader.Read(await answer.Content.ReadAsByteArrayAsync()).Value;
            var headers = string.Join(',', answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Order());
            shapes.Add((answer.Content.Headers.ContentLength, wav.SampleRate, wav.Length, headers, stimulus.Seconds));
        }
        Assert.Equal((44_100, (int)(44_100 * 1.2345)), (Assert.Single(shapes).Item2, shapes.Single().Item3));
    }

    [Fact]
    public async Task The_open_reference_is_the_hidden_one_and_the_anchors_lack_the_highs()
    {
        await using var app = new BenchApp();
        var clip = await UploadAsync(app, Noise(32_000, 1));
        var id = (await app.StartAsync("reconstruction", Request(clip.Sha256))).Id;
        await app.EndOfAsync(id);
        var revealed = await app.PostAsync($"/api/live/trials/{id}/reveal");
        var audio = new Dictionary<StimulusRole, List<AudioClip>>();
        foreach (var stimulus in revealed.Stimuli)
        {
            if (!audio.TryGetValue(stimulus.System!.Role, out var list)) audio[stimulus.System.Role] = list = [];
            list.Add(WavReader.Read(await app.Http.GetByteArrayAsync($"/api/live/trials/{id}/stimuli/{stimulus.Label}/audio")).Value);
        }
        var open = WavReader.Read(await app.Http.GetByteArrayAsync($"/api/live/trials/{id}/stimuli/reference/audio")).Value;
        Assert.Equal(open.Channel(0).ToArray(), audio[StimulusRole.Reference].Single().Channel(0).ToArray());
        // White noise to 16 kHz: a low-pass at f keeps about f / 16 kHz of its power.
        var power = Power(open);
        Assert.InRange(Power(audio[StimulusRole.Anchor35].Single()) / power, 0.18, 0.28);
        Assert.InRange(Power(audio[StimulusRole.Anchor70].Single()) / power, 0.40, 0.50);
        Assert.Equal(2, audio[StimulusRole.System].Count);
    }

    [Fact]
    public async Task After_the_reveal_bit_rates_and_tokens_are_told_and_a_tokenizer_encodes_once()
    {
        await using var app = new BenchApp();
        var clip = await UploadAsync(app, Noise(16_000, 1));
        var id = (await app.StartAsync("reconstruction", Request(clip.Sha256))).Id;
        await app.EndOfAsync(id);
        Assert.Equal(1, app.Catalog.Steps.Encodings);
        var revealed = await app.PostAsync($"/api/live/trials/{id}/reveal");
        var systems = revealed.Stimuli.Where(stimulus => stimulus.System!.Role is StimulusRole.System).OrderBy(stimulus => stimulus.BitRate).ToArray();
        Assert.Equal([400.0, 800.0], systems.Select(stimulus => stimulus.BitRate!.Value));
        Assert.Equal([(1, 50), (2, 50)], systems.Select(stimulus => (stimulus.Tokens!.Codebooks, stimulus.Tokens.Frames)));
        Assert.Equal(2, systems[1].Tokens!.Codes!.Count);
        Assert.All(revealed.Stimuli.Where(stimulus => stimulus.System!.Role is not StimulusRole.System), stimulus => Assert.Null(stimulus.BitRate));
    }

    [Fact]
    public async Task Without_anchors_the_open_reference_is_still_there()
    {
        await using var app = new BenchApp();
        var clip = await UploadAsync(app, Noise(8_000, 0.5));
        var id = (await app.StartAsync("reconstruction", new { clip = clip.Sha256, conditions = new[] { new { system = "codec-steps", codebooks = 2 } }, blind = false, anchors = false })).Id;
        var end = await app.EndOfAsync(id);
        var stimulus = WavReader.Read(await app.Http.GetByteArrayAsync($"/api/live/trials/{id}/stimuli/A/audio")).Value;
        var reference = WavReader.Read(await app.Http.GetByteArrayAsync($"/api/live/trials/{id}/stimuli/reference/audio")).Value;
        Assert.Single(end.Stimuli);
        Assert.Equal((stimulus.SampleRate, stimulus.Length), (reference.SampleRate, reference.Length));
    }

    [Fact]
    public async Task Recordings_and_settings_that_cannot_be_used_are_refused()
    {
        await using var app = new BenchApp(("SpeechScoop:Live:MaximumReconstruction", "00:00:01"));
        var clip = await UploadAsync(app, Noise(16_000, 0.5));
        var tooLong = await UploadAsync(app, Noise(16_000, 1.5));
        const string Path = "/api/live/trials/reconstruction";
        foreach (var (request, code) in new[]
        {
            (Request(new string('0', 64)), "clip-not-found"), (Request("../../etc/passwd"), "clip-not-found"), (Request(""), "clip-missing"), (Request(tooLong.Sha256), "clip-too-long"),
            (new { clip = clip.Sha256, conditions = new[] { new { system = "codec-steps", codebooks = 3 } } }, "codebooks-out-of-range"),
            (new { clip = clip.Sha256, conditions = new[] { new { system = "codec-steps", codebooks = 0 } } }, "codebooks-out-of-range"),
        })
            Assert.Contains(code, (await app.RefusedAsync(Path, request)).Code.Replace("clip-file-missing", "clip-not-found", StringComparison.Ordinal));
    }

    private static object Request(string clip) =>
        new { clip, blind = true, anchors = true, conditions = new[] { new { system = "codec-steps", codebooks = 1 }, new { system = "codec-steps", codebooks = 2 } } };

    private static async Task<ClipView> UploadAsync(BenchApp app, byte[] wav)
    {
        var response = await app.Http.PostAsync("/api/clips?name=noise.wav", new ByteArrayContent(wav));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<ClipView>())!;
    }

    private static byte[] Noise(int rate, double seconds)
    {
        var random = new SeededRandom(1);
        var samples = new float[(int)(rate * seconds)];
        for (var i = 0; i < samples.Length; i++) samples[i] = (float)(random.NextDouble() - 0.5);
        return WavWriter.ToBytes(new AudioClip(rate, samples));
    }

    private static double Power(AudioClip clip) => clip.Channel(0).ToArray().Average(sample => (double)sample * sample);
}
