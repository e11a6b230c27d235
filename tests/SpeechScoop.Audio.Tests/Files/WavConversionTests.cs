using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Files;

public sealed class WavConversionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop conversion ü-").FullName;

    private string Target => Path.Combine(folder, "made.wav");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(WavFormat.Pcm16, 2, 70_000, -1)]
    [InlineData(WavFormat.Float32, 1, 70_000, 0)]
    [InlineData(WavFormat.Float32, 2, 70_000, 69_999)]
    public async Task The_file_is_the_one_that_is_written_of_the_whole_clip_in_16_bits_as_long_as_they_keep_every_sample(WavFormat expected, int channels, int length, int fineSample)
    {
        var samples = Enumerable.Range(0, length).Select(i => i % 3000 / 4096f).ToArray();
        if (fineSample >= 0) samples[fineSample] = 0.1f;
        var clip = new AudioClip(44_100, [.. Enumerable.Range(0, channels).Select(_ => samples)]);
        using var source = new MemoryStream(WavWriter.ToBytes(clip, WavFormat.Float32));
        Assert.Equal(new WavFacts(44_100, channels, length), (await WavConversion.WriteAsync(source, "clip", Target)).Value);
        Assert.Equal(WavWriter.ToBytes(clip, expected), await File.ReadAllBytesAsync(Target));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Three_hours_are_converted_in_the_memory_of_seconds()
    {
        var path = Path.Combine(folder, "long.wav");
        // 8 kHz keeps the copy, which is no longer sparse, small.
        LongWav.Write(path, 8_000, 1, TimeSpan.FromHours(3), 100);
        await using var file = new CountedMemory(path);
        Assert.Equal(8_000L * 3 * 3600, (await WavConversion.WriteAsync(file, "long", Target)).Value.Frames);
        Assert.InRange(file.LargestGrowth, 0, 40_000_000);
    }

    [Fact]
    public async Task Compressed_files_are_converted_without_loss()
    {
        var path = Path.Combine(folder, "tone.wav");
        var clip = new AudioClip(16_000, [.. Enumerable.Range(0, 32_000).Select(i => MathF.Round(8192 * MathF.Sin(0.05f * i)) / 32768f)]);
        await File.WriteAllBytesAsync(path, WavWriter.ToBytes(clip));
        var flac = Path.Combine(folder, "tone.flac");
        using (var ffmpeg = System.Diagnostics.Process.Start(SharedMaterial.Program("ffmpeg"), ["-v", "error", "-i", path, flac])) await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        await using var file = File.OpenRead(flac);
        Assert.Equal(32_000, (await WavConversion.WriteAsync(file, "tone", Target)).Value.Frames);
        Assert.Equal(WavWriter.ToBytes(clip), await File.ReadAllBytesAsync(Target));

        using var recording = (await ReadableRecording.OpenAsync(flac)).Value;
        using var reader = recording.Read(16_000).Value;
        Assert.Equal(clip.Channel(0).ToArray(), reader.ReadToEnd().Channel(0).ToArray());
    }

    [Fact]
    public async Task Limits_and_broken_files_are_errors_as_in_decoding()
    {
        var limits = new DecodeLimits { MaxDuration = TimeSpan.FromSeconds(0.3) };
        var tone = WavWriter.ToBytes(new AudioClip(8000, new float[8000]));
        Assert.Equal("audio-too-long", (await WavConversion.WriteAsync(new MemoryStream(tone), "tone", Target, limits)).Error?.Code);
        Assert.Equal("audio-no-samples", (await WavConversion.WriteAsync(new MemoryStream(WavFiles.Riff(WavFiles.Format(1, 1, 8000, 16), WavFiles.Chunk("data", [1]))), "tone", Path.Combine(folder, "2"))).Error?.Code);
        var warnings = new List<string>();
        var broken = WavWriter.ToBytes(new AudioClip(8000, [0.5f, float.NaN, 0.25f]), WavFormat.Float32);
        Assert.Equal(3, (await WavConversion.WriteAsync(new MemoryStream(broken), "odd", Path.Combine(folder, "3"), warnings: warnings)).Value.Frames);
        Assert.Contains("1 samples were not finite", Assert.Single(warnings), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "words.txt"), "only words");
        Assert.NotNull((await ReadableRecording.OpenAsync(Path.Combine(folder, "words.txt"))).Error);
        Assert.IsType<Error.NotFound>((await ReadableRecording.OpenAsync(Path.Combine(folder, "gone.flac"))).Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(800)]
    [InlineData(40_000)]
    public void The_waveform_of_a_file_is_that_of_its_clip(int count)
    {
        var random = new SeededRandom(3);
        var clip = new AudioClip(8000, [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 50_001).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray())]);
        File.WriteAllBytes(Target, WavWriter.ToBytes(clip, WavFormat.Float32));
        Assert.Equal(Peaks.Compute(clip, count), WavPart.ReadPeaks(Target, 0, null, count).Value);
        Assert.Equal(Peaks.Compute(WavPart.Read(Target, 1, 4.5).Value, count), WavPart.ReadPeaks(Target, 1, 4.5, count).Value);
    }

    /// <summary>A file that looks, whenever it is read, how much the managed memory in use has grown.</summary>
    private sealed class CountedMemory(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
        private int reads;

        public long LargestGrowth { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (++reads % 200 == 0) LargestGrowth = Math.Max(LargestGrowth, GC.GetTotalMemory(forceFullCollection: true) - before);
            return base.Read(buffer);
        }
    }
}
