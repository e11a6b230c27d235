using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Web.Tests.ListeningTests.Building;

/// <summary>What preparation finds in audio reaches whoever owns the test.</summary>
public sealed class PreparationTests : IDisposable
{
    private readonly BuildingClient client = new();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_silent_stimulus_is_an_error_that_names_the_item_and_the_condition()
    {
        var silence = WavWriter.ToBytes(new AudioClip(16_000, new float[16_000]));
        var problem = (await ProblemsAsync([("reference/item.wav", BuildingClient.Noise(1)), ("quiet codec/item.wav", silence)])).First(problem => Code(problem) == "silent");
        Assert.Equal("error", problem.GetProperty("severity").GetString());
        Assert.StartsWith("item, quiet codec: Is silent", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("cure").GetString()!);
    }

    [Fact]
    public async Task A_reference_of_8_kHz_cannot_be_its_own_mid_anchor()
    {
        var problems = await ProblemsAsync([("reference/item.wav", BuildingClient.Noise(1, 8_000)), ("a/item.wav", BuildingClient.Noise(2, 8_000))]);
        Assert.Contains("Anchor 7 kHz: The 7.0 kHz anchor would be the reference itself at 8000 Hz", problems.First(problem => Code(problem) == "anchor-is-reference").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usable_audio_of_other_rates_lengths_and_levels_comes_out_in_files_of_one_size()
    {
        var id = await PreparedAsync([("reference/item.wav", BuildingClient.Noise(1, 16_000, 1)), ("a/item.wav", BuildingClient.Noise(2, 24_000, 0.8)), ("b/item.wav", BuildingClient.Noise(3, 8_000, 1.3, 2))]);
        var test = await client.GetAsync($"/{id}");
        Assert.DoesNotContain(test.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("severity").GetString() == "error");
        var clips = test.GetProperty("definition").GetProperty("sections").EnumerateArray().Last(section => section.TryGetProperty("trials", out _))
            .GetProperty("trials")[0].GetProperty("stimuli").EnumerateArray().Select(stimulus => stimulus.GetProperty("clip").GetString()!).ToArray();
        Assert.Equal(5, clips.Distinct().Count());
        var sizes = new List<int>();
        foreach (var clip in clips) sizes.Add((await client.Http.GetByteArrayAsync($"/api/clips/{clip}.wav", TestContext.Current.CancellationToken)).Length);
        // A second of mono at the highest rate, in 16 bits.
        Assert.All(sizes, size => Assert.Equal(44 + (2 * 24_000), size));
    }

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();

    private async Task<string> PreparedAsync(IEnumerable<(string Name, byte[] Audio)> files)
    {
        var id = (await client.FromFilesAsync(BuildingClient.Form("mushra", files))).GetProperty("id").GetString()!;
        await client.PrepareAsync(id);
        return id;
    }

    private async Task<JsonElement[]> ProblemsAsync(IEnumerable<(string Name, byte[] Audio)> files) =>
        [.. (await client.GetAsync($"/{await PreparedAsync(files)}")).GetProperty("problems").EnumerateArray()];
}
