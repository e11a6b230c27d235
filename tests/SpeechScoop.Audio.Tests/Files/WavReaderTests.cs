using CsCheck;
using SpeechScoop.Audio.Files;
using static SpeechScoop.Audio.Tests.Files.WavFiles;

namespace SpeechScoop.Audio.Tests.Files;

public sealed class WavReaderTests
{
    private static readonly byte[] FourShorts = Shorts(0, 16384, -32768, 32767);
    private static readonly float[] FourFloats = [0, 0.5f, -1, 32767f / 32768];

    [Fact]
    public void Pcm_of_8_bits_is_unsigned() =>
        AssertReads(Riff(Format(1, 1, 8000, 8), Chunk("data", [128, 192, 0, 255])), [0, 0.5f, -1, 127f / 128]);

    [Fact]
    public void Pcm_of_16_bits_is_signed() => AssertReads(Riff(Format(1, 1, 8000, 16), Chunk("data", FourShorts)), FourFloats);

    [Fact]
    public void Pcm_of_24_bits_keeps_its_sign() =>
        AssertReads(Riff(Format(1, 1, 8000, 24), Chunk("data", [0, 0, 0x40, 0, 0, 0x80, 1, 0, 0])), [0.5f, -1, 1f / 8388608]);

    [Fact]
    public void Pcm_of_32_bits_is_scaled_to_one() =>
        AssertReads(Riff(Format(1, 1, 8000, 32), Chunk("data", [0, 0, 0, 0x40, 0, 0, 0, 0x80])), [0.5f, -1]);

    [Fact]
    public void Floats_are_kept_even_beyond_full_scale()
    {
        byte[] data = [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-0.25f)];
        AssertReads(Riff(Format(3, 1, 8000, 32), Chunk("data", data)), [1.5f, -0.25f]);
    }

    [Fact]
    public void Floats_of_64_bits_are_rounded() =>
        AssertReads(Riff(Format(3, 1, 8000, 64), Chunk("data", [.. BitConverter.GetBytes(0.1), .. BitConverter.GetBytes(-2.0)])), [0.1f, -2]);

    [Fact]
    public void Extensible_files_name_their_format_in_a_guid() =>
        AssertReads(Riff(Format(0xFFFE, 1, 8000, 16, extension: Extension(1, 16)), Chunk("data", FourShorts)), FourFloats);

    [Fact]
    public void Twenty_valid_bits_in_a_24_bit_container_are_left_justified() =>
        AssertReads(Riff(Format(0xFFFE, 1, 8000, 24, extension: Extension(1, 20)), Chunk("data", [0, 0, 0x40])), [0.5f]);

    [Fact]
    public void Channels_are_separated()
    {
        var clip = Read(Riff(Format(1, 3, 48000, 16), Chunk("data", Shorts(1, 2, 3, 4, 5, 6)))).Value;
        Assert.Equal((48000, 3, 2), (clip.SampleRate, clip.ChannelCount, clip.Length));
        Assert.Equal([2f / 32768, 5f / 32768], clip.Channel(1).ToArray());
    }

    [Fact]
    public void Unknown_chunks_of_odd_size_are_skipped_with_their_padding() =>
        AssertReads(Riff(Chunk("bext", new byte[7]), Format(1, 1, 8000, 16), Chunk("LIST", new byte[3]), Chunk("data", FourShorts), Chunk("id3 ", new byte[5])), FourFloats);

    [Fact]
    public void Missing_padding_after_an_odd_chunk_is_forgiven() =>
        AssertReads(Riff(Format(1, 1, 8000, 16), Chunk("LIST", new byte[3], pad: false), Chunk("data", FourShorts)), FourFloats);

    [Theory]
    [InlineData(0u, 36u)]
    [InlineData(0u, 0u)]
    [InlineData(0xFFFFFFFFu, 0xFFFFFFFFu)]
    public void A_streamed_file_whose_sizes_were_never_filled_in_is_read_to_its_end(uint dataSize, uint riffSize) =>
        AssertReads(Riff("RIFF", riffSize, Format(1, 1, 8000, 16), Chunk("data", FourShorts, dataSize)), FourFloats);

    [Fact]
    public void An_rf64_file_has_its_size_in_another_chunk()
    {
        var sizes = new byte[28];
        sizes[8] = (byte)FourShorts.Length;
        AssertReads(Riff("RF64", 0xFFFFFFFF, Chunk("ds64", sizes), Format(1, 1, 8000, 16), Chunk("data", FourShorts, 0xFFFFFFFF), Chunk("LIST", new byte[8])), FourFloats);
    }

    [Fact]
    public void A_truncated_wav_is_read_to_its_last_whole_frame()
    {
        var file = Riff(Format(1, 2, 8000, 16), Chunk("data", Shorts(1, 2, 3, 4, 5, 6), 400));
        foreach (var seekable in new[] { true, false })
        {
            var warnings = new List<string>();
            using var stream = new MemoryStream(file[..^2]);
            var clip = WavReader.Read(seekable ? stream : new ForwardOnlyStream(stream), name: "take.wav", warnings: warnings).Value;
            Assert.Equal(2, clip.Length);
            Assert.StartsWith("take.wav is cut off", Assert.Single(warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Samples_that_are_no_numbers_become_silence_with_a_warning()
    {
        byte[] data = [.. BitConverter.GetBytes(float.NaN), .. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(float.NegativeInfinity)];
        var warnings = new List<string>();
        var clip = WavReader.Read(Riff(Format(3, 1, 8000, 32), Chunk("data", data)), warnings: warnings).Value;
        Assert.Equal([0, 0.5f, 0], clip.Channel(0).ToArray());
        Assert.Contains("2 samples", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_of_broken_file_says_what_is_wrong()
    {
        AssertRefused("audio-empty", []);
        AssertRefused("wav-not-wav", "ID3 and so on, not a wave"u8.ToArray());
        AssertRefused("wav-incomplete", Riff(Chunk("LIST", new byte[4])));
        AssertRefused("wav-incomplete", Riff(Format(1, 1, 8000, 16)));
        AssertRefused("wav-no-format", Riff(Chunk("data", FourShorts)));
        AssertRefused("wav-format", Riff(Chunk("fmt ", new byte[14]), Chunk("data", FourShorts)));
        AssertRefused("wav-encoding", Riff(Format(7, 1, 8000, 8), Chunk("data", FourShorts)));
        AssertRefused("wav-encoding", Riff(Format(1, 1, 8000, 0, 0), Chunk("data", FourShorts)));
        AssertRefused("audio-channels", Riff(Format(1, 0, 8000, 16), Chunk("data", FourShorts)));
        AssertRefused("audio-channels", Riff(Format(1, 65, 8000, 16), Chunk("data", new byte[650])));
        AssertRefused("audio-sample-rate", Riff(Format(1, 1, 0, 16), Chunk("data", FourShorts)));
        AssertRefused("audio-sample-rate", Riff(Format(1, 1, 4_000_000, 16), Chunk("data", FourShorts)));
        AssertRefused("audio-no-samples", Riff(Format(1, 1, 8000, 16), Chunk("data", []), Chunk("LIST", new byte[4])));
        AssertRefused("audio-no-samples", Riff(Format(1, 1, 8000, 16), Chunk("data", [1])));
    }

    [Fact]
    public void A_header_that_promises_three_hours_more_than_the_limit_is_refused_before_anything_is_allocated()
    {
        var header = Riff(Format(1, 1, 8000, 16), Chunk("data", [], 4 * 3600 * 16000));
        using var stream = new ForwardOnlyStream(new MemoryStream(header));
        Assert.Equal("audio-too-long", WavReader.Read(stream).Error?.Code);
    }

    [Fact]
    public void Limits_hold_while_decoding_where_the_header_does_not_say_a_length()
    {
        var file = Riff("RIFF", 0, Format(1, 1, 8000, 16), Chunk("data", new byte[32_000], 0));
        var limits = new DecodeLimits { MaxDuration = TimeSpan.FromSeconds(1) };
        Assert.Equal("audio-too-long", WavReader.Read(new ForwardOnlyStream(new MemoryStream(file)), limits).Error?.Code);
        Assert.Equal("audio-too-large", WavReader.Read(file, new DecodeLimits { MaxDecodedBytes = 1000 }).Error?.Code);
        Assert.Equal("audio-file-too-large", WavReader.Read(file, new DecodeLimits { MaxBytes = 1000 }).Error?.Code);
    }

    [Fact]
    public void Mutated_files_never_throw()
    {
        byte[][] originals =
        [
            Riff(Format(1, 2, 8000, 16), Chunk("LIST", new byte[3]), Chunk("data", Shorts(1, 2, 3, 4, 5, 6))),
            Riff("RF64", 0xFFFFFFFF, Chunk("ds64", new byte[28]), Format(0xFFFE, 1, 8000, 24, extension: Extension(1, 20)), Chunk("data", new byte[30], 0xFFFFFFFF)),
            Riff(Format(3, 1, 8000, 64), Chunk("data", new byte[64])),
        ];
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 90], Gen.Byte).Array[0, 6], Gen.Int[0, 140]).Sample((which, edits, length) =>
        {
            var file = originals[which].ToArray();
            foreach (var (position, value) in edits) file[position % file.Length] = value;
            file = file[..Math.Min(length, file.Length)];
            var inMemory = WavReader.Read(file);
            var streamed = WavReader.Read(new ForwardOnlyStream(new MemoryStream(file)));
            // A header that promises too much is only refused where the bytes cannot be counted.
            return inMemory.Error is not null || streamed.Error is not null || inMemory.Value.Length == streamed.Value.Length;
        }, iter: 20_000);
    }

    private static Result<AudioClip> Read(byte[] file) => WavReader.Read(file);

    private static void AssertReads(byte[] file, float[] expected)
    {
        Assert.Equal(expected, Read(file).Value.Channel(0).ToArray());
        using var forward = new ForwardOnlyStream(new MemoryStream(file));
        Assert.Equal(expected, WavReader.Read(forward).Value.Channel(0).ToArray());
    }

    private static void AssertRefused(string code, byte[] file)
    {
        var error = WavReader.Read(file, name: "voice.wav").Error;
        Assert.Equal(code, error?.Code);
        Assert.IsType<Error.Invalid>(error);
        Assert.StartsWith("voice.wav", error.Message, StringComparison.Ordinal);
    }
}
