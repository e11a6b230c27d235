using System.Buffers;
using System.Text.Json;
using CsCheck;
using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Files;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Features;

public sealed class LogMelTests
{
    private static readonly string GoldenFolder = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "SpeechScoop.Audio.Tests", "Features", "Golden");
    private static readonly Lazy<float[]> Signal = new(() => WavReader.Read(File.ReadAllBytes(Path.Combine(GoldenFolder, "signal.wav"))).Value.Channel(0).ToArray());

    public static TheoryData<string> Names => [.. LogMelPresets.All.Select(preset => preset.Name)];

    public static TheoryData<string> StreamingNames => [.. LogMelPresets.All.Where(preset => preset.IsStreaming).Select(preset => preset.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_agrees_with_values_computed_independently(string name)
    {
        var preset = LogMelPresets.Find(name).Value;
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldenFolder, "log-mel.json")));
        var expected = golden.RootElement.GetProperty(name);
        var features = new LogMel(preset).Compute(Signal.Value);

        Assert.Equal(expected.GetProperty("bands").GetInt32(), preset.Bands);
        Assert.Equal(expected.GetProperty("frames").GetInt32(), features.Length / preset.Bands);
        Assert.Equal(expected.GetProperty("mean").GetDouble(), features.Average(value => (double)value), 1e-4);
        foreach (var row in expected.GetProperty("rows").EnumerateObject())
        {
            var frame = int.Parse(row.Name, System.Globalization.CultureInfo.InvariantCulture);
            var band = 0;
            foreach (var value in row.Value.EnumerateArray())
                Assert.Equal(value.GetDouble(), features[(frame * preset.Bands) + band++], 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(StreamingNames))]
    public void Streaming_gives_the_same_bits_however_the_signal_is_cut(string name)
    {
        var preset = LogMelPresets.Find(name).Value;
        var whole = new LogMel(preset);
        Gen.Select(Gen.Int[1, 3000].Array[0, 10], Gen.Int[1, 6650]).Sample((cuts, length) =>
        {
            ReadOnlySpan<float> signal = Signal.Value.AsSpan(0, length);
            var stream = new LogMelStream(preset);
            var output = new ArrayBufferWriter<float>();
            var rest = signal;
            foreach (var cut in cuts)
            {
                stream.Accept(rest[..Math.Min(cut, rest.Length)], output);
                rest = rest[Math.Min(cut, rest.Length)..];
            }
            stream.Accept(rest, output);
            stream.Finish(output);
            return output.WrittenSpan.SequenceEqual(whole.Compute(signal));
        }, iter: 300);
    }

    [Fact]
    public void A_frame_comes_as_soon_as_its_last_sample_is_in()
    {
        var stream = new LogMelStream(LogMelPresets.Scoop64);
        var output = new ArrayBufferWriter<float>();
        Assert.Equal(0, stream.Accept(new float[399], output));
        Assert.Equal(1, stream.Accept(new float[1], output));
        Assert.Equal(0, stream.Accept(new float[159], output));
        Assert.Equal(1, stream.Accept(new float[1], output));
        Assert.Equal(0, stream.Finish(output));
    }

    [Fact]
    public void A_clip_shorter_than_a_window_has_one_frame_and_an_empty_one_none()
    {
        Assert.Equal(64, new LogMel(LogMelPresets.Scoop64).Compute(new float[10]).Length);
        Assert.Empty(new LogMel(LogMelPresets.Scoop64).Compute([]));
    }

    [Fact]
    public void Silence_is_the_floor() => Assert.All(new LogMel(LogMelPresets.Scoop64).Compute(new float[1600]), value => Assert.Equal(Math.Log(1e-6), value, 1e-5));

    [Fact]
    public void Bands_first_is_the_transpose()
    {
        var mel = new LogMel(LogMelPresets.Scoop64);
        Assert.Equal(LogMel.Transpose(mel.Compute(Signal.Value), 64), mel.ComputeBandsFirst(Signal.Value));
        Assert.Equal([1, 3, 5, 2, 4, 6], LogMel.Transpose([1, 2, 3, 4, 5, 6], 2));
    }

    [Fact]
    public void An_unknown_preset_is_named_with_the_known_ones() =>
        Assert.Contains("whisper80", LogMelPresets.Find("mel9000").Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void One_instance_serves_many_threads()
    {
        var mel = new LogMel(LogMelPresets.Kaldi80);
        var expected = mel.Compute(Signal.Value);
        Parallel.For(0, 32, _ => Assert.Equal(expected, mel.Compute(Signal.Value)));
    }
}
