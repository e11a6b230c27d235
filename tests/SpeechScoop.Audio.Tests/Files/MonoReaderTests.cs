using CsCheck;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Audio.Tests.Files;

public sealed class MonoReaderTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"mono {Guid.CreateVersion7():N}.wav");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Pieces_of_any_size_are_the_same_bits_as_mixing_down_and_resampling_the_whole() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 40_000], Gen.Int[0, 3], Gen.Int[1, 20_000], Gen.Bool, Gen.Long).Sample((channels, length, which, piece, fromFile, seed) =>
        {
            var random = new SeededRandom(seed);
            var original = new AudioClip(new[] { 48_000, 16_000, 22_050, 8_000 }[which], [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, length).Select(_ => (float)random.NextDouble()).ToArray())]);
            // Samples are tried at the same time.
            var file = $"{path}.{Guid.CreateVersion7():N}";
            if (fromFile) File.WriteAllBytes(file, WavWriter.ToBytes(original, WavFormat.Float32));
            using var reader = fromFile ? MonoReader.Open(file, 16_000).Value : MonoReader.Of(original, 16_000);
            File.Delete(file);
            var expected = Resample.ToMono(original, 16_000).Channel(0).ToArray();
            Assert.Equal((expected.Length, original.Duration, 16_000), (reader.Length, reader.Duration, reader.SampleRate));
            var (samples, block) = (new List<float>(), new float[piece]);
            int read;
            do samples.AddRange(block[..(read = reader.Read(block))]);
            while (read == block.Length);
            Assert.Equal(expected, samples);
            Assert.Equal(0, reader.Read(block));
        }, iter: 60);

    [Theory]
    [InlineData(0.25, 0.5, 2000, 4000)]
    [InlineData(0.5, 9.0, 4000, 8000)]
    [InlineData(3, null, 8000, 8000)]
    public void A_stretch_holds_exactly_its_samples(double start, double? end, int from, int to)
    {
        var samples = Enumerable.Range(0, 8000).Select(i => i / 8192f).ToArray();
        File.WriteAllBytes(path, WavWriter.ToBytes(new AudioClip(8000, samples), WavFormat.Float32));
        using var reader = MonoReader.Open(path, 8000, start, end).Value;
        Assert.Equal(to - from, reader.Length);
        Assert.Equal(samples[from..to], reader.ReadToEnd().Channel(0).ToArray());
    }

    [Fact]
    public void Three_hours_are_read_in_the_memory_of_seconds()
    {
        LongWav.Write(path, 8_000, 2, TimeSpan.FromHours(3), 0, (long)(8_000 * 3600 * 2.5));
        using var reader = MonoReader.Open(path, 8_000).Value;
        Assert.Equal(TimeSpan.FromHours(3), reader.Duration);
        var block = new float[8_000];
        var (count, loudest, before, held) = (0L, 0f, GC.GetAllocatedBytesForCurrentThread(), 0);
        int read;
        while ((read = reader.Read(block)) > 0)
        {
            count += read;
            foreach (var sample in block.AsSpan(0, read)) loudest = Math.Max(loudest, sample);
            held = Math.Max(held, reader.HeldSamples);
        }
        Assert.Equal((3L * 3600 * 8_000, 0.5f), (count, loudest));
        // Decoded whole, it would be 691 MB.
        Assert.InRange(held, 1, 100_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void A_stretch_at_the_end_of_three_hours_reads_no_more_than_itself()
    {
        var mark = (long)(16_000 * 3600 * 2.9);
        LongWav.Write(path, 16_000, 1, TimeSpan.FromHours(3), mark);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = MonoReader.Open(path, 16_000, 3600 * 2.9, (3600 * 2.9) + 2).Value;
        var samples = reader.ReadToEnd();
        Assert.Equal((32_000, 0.5f, 0f), (samples.Length, samples.Channel(0)[0], samples.Channel(0)[1]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_missing_file_one_that_is_no_wav_and_one_with_an_impossible_header_are_errors()
    {
        Assert.IsType<Error.NotFound>(MonoReader.Open(path, 16_000).Error);
        File.WriteAllText(path, "no audio at all, only words");
        Assert.IsType<Error.Invalid>(MonoReader.Open(path, 16_000).Error);
        File.WriteAllBytes(path, WavFiles.Riff(WavFiles.Format(1, 1, 3, 16), WavFiles.Chunk("data", new byte[8])));
        Assert.Equal("audio-sample-rate", MonoReader.Open(path, 16_000).Error?.Code);
    }
}
