using System.Buffers.Binary;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using SpeechScoop.Audio.Files;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Tests;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Live;

/// <summary>The live bench with the packs that ship.</summary>
public sealed class DefaultPackTests
{
    private static string Models => Path.Combine(SharedMaterial.RepositoryRoot, "models");

    [Fact]
    public async Task Both_systems_of_the_recognizer_transcribe_a_microphone()
    {
        await using var app = new BenchApp { ModelsPath = Models, Configure = null };
        var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "scoop-recognizer/lexicon" }, new { system = "scoop-recognizer/characters" } }, blind = false });
        await using var connection = await app.ConnectAsync();
        var watcher = new Watcher(connection);
        await connection.InvokeAsync("Watch", trial.Id);
        await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Pcm(Path.Combine(Models, "scoop-recognizer", "self-test.wav")))));
        await watcher.Closed;
        Assert.Contains("kitchen light", watcher.TextOf("A"));
        var scored = await app.PostAsync($"/api/live/trials/{trial.Id}/reference", new { text = "turn on the kitchen light and play some music" });
        // Greedy characters spell by ear; the words are the lexicon's.
        Assert.InRange(scored.Stimuli[0].Score!.Wer!.Value, 0, 0.3);
        Assert.InRange(scored.Stimuli[1].Score!.Cer!.Value, 0, 0.5);
        Assert.All(scored.Stimuli, stimulus => Assert.InRange(stimulus.DelaySeconds!.Value, 0, 60));
    }

    [Fact]
    public async Task Programs_that_are_installed_speak()
    {
        SharedMaterial.Program("espeak-ng");
        SharedMaterial.Program("flite");
        await using var app = new BenchApp { ModelsPath = Models, Configure = null };
        var trial = await app.StartAsync("synthesis", new { text = "One sentence. <b>Another</b> & more 😀.", systems = new[] { new { system = "command-espeak-ng/us" }, new { system = "command-flite" } }, blind = false });
        var end = await app.EndOfAsync(trial.Id);
        Assert.All(end.Stimuli, stimulus => Assert.True(stimulus is { Status: OutputStatus.Done, Seconds: > 1 }, stimulus.Error));
    }

    [Fact]
    public async Task Both_voices_speak_and_the_sampling_one_has_takes()
    {
        await using var app = new BenchApp { ModelsPath = Models, Configure = null };
        object Take(string system, int seed) => new { system, seed };
        var trial = await app.StartAsync("synthesis", new
        {
            text = "The kettle is on. Tea will be ready at 5:30 pm.",
            systems = new[] { Take("scoop-voice-parallel", 1), Take("scoop-voice-next-token", 1), Take("scoop-voice-next-token", 2), Take("scoop-voice-next-token", 1) },
            blind = false,
        });
        var end = await app.EndOfAsync(trial.Id);
        Assert.All(end.Stimuli, stimulus => Assert.True(stimulus is { Status: OutputStatus.Done, Seconds: > 1, FirstAudioSeconds: > 0, RealTimeFactor: > 0 }, stimulus.Error));
        var audio = new List<byte[]>();
        foreach (var stimulus in end.Stimuli) audio.Add(await app.Http.GetByteArrayAsync($"/api/live/trials/{trial.Id}/stimuli/{stimulus.Label}/audio"));
        Assert.Equal(audio[1], audio[3]);
        Assert.NotEqual(audio[1], audio[2]);
    }

    [Fact]
    public async Task The_tokenizer_reconstructs_at_several_bit_rates()
    {
        await using var app = new BenchApp { ModelsPath = Models, Configure = null };
        var upload = await app.Http.PostAsync("/api/clips?name=a.wav", new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Models, "scoop-recognizer", "self-test.wav"))));
        var clip = (await upload.Content.ReadFromJsonAsync<ClipView>())!;
        var trial = await app.StartAsync("reconstruction", new { clip = clip.Sha256, conditions = new[] { 1, 4, 8 }.Select(codebooks => new { system = "scoop-tokenizer", codebooks }), blind = false });
        var end = await app.EndOfAsync(trial.Id);
        Assert.Equal([450.0, 1800.0, 3600.0], end.Stimuli.Select(stimulus => stimulus.BitRate).OfType<double>());
        Assert.All(end.Stimuli, stimulus => Assert.Equal(clip.Seconds, stimulus.Seconds!.Value, 3));
    }

    private static byte[] Pcm(string path)
    {
        var clip = WavReader.Read(File.ReadAllBytes(path)).Value;
        Assert.Equal(16_000, clip.SampleRate);
        var bytes = new byte[clip.Length * 2];
        for (var i = 0; i < clip.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), WavWriter.ToPcm16(clip.Channel(0)[i]));
        return bytes;
    }
}
