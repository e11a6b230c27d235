using System.Diagnostics;
using CsCheck;
using SpeechScoop.Audio.Files;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Files;

public sealed class AudioDecoderTests
{
    private static readonly byte[] ToneWav = WavWriter.ToBytes(new AudioClip(48000, Tone(48000, 24000)));

    [Theory]
    [InlineData("flac", "flac", 48000)]
    [InlineData("mp3", "libmp3lame", 48000)]
    [InlineData("ogg", "libvorbis", 48000)]
    [InlineData("opus", "libopus", 48000)]
    [InlineData("aiff", "pcm_s16be", 48000)]
    [InlineData("wav", "pcm_mulaw", 48000)]
    public async Task Libsndfile_reads_the_usual_formats(string extension, string codec, int rate)
    {
        Assert.SkipUnless(AudioDecoder.Installed.Libsndfile, "needs libsndfile (Debian: apt-get install libsndfile1)");
        using var file = new MemoryStream(Encode(extension, codec));
        AssertTone(rate, await AudioDecoder.DecodeAsync(file, "tone", DecodeLimits.Default, null, true, null, default));
    }

    [Theory]
    [InlineData("m4a", "aac")]
    [InlineData("webm", "libopus")]
    [InlineData("flac", "flac")]
    [InlineData("wav", "pcm_alaw")]
    public async Task Ffmpeg_reads_the_rest(string extension, string codec)
    {
        using var file = new MemoryStream(Encode(extension, codec));
        AssertTone(48000, await AudioDecoder.DecodeAsync(file, "tone", DecodeLimits.Default, null, false, SharedMaterial.Program("ffmpeg"), default));
    }

    [Fact]
    public async Task A_path_a_seekable_and_a_forward_only_stream_give_the_same_clip()
    {
        var path = Path.Combine(Path.GetTempPath(), $"tön {Guid.CreateVersion7():n}.wav");
        await File.WriteAllBytesAsync(path, ToneWav);
        try
        {
            AssertTone(48000, await AudioDecoder.DecodeAsync(path));
            AssertTone(48000, await AudioDecoder.DecodeAsync(new MemoryStream(ToneWav)));
            AssertTone(48000, await AudioDecoder.DecodeAsync(new ForwardOnlyStream(new MemoryStream(ToneWav))));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var error = (await AudioDecoder.DecodeAsync("/no/such/take.wav")).Error;
        Assert.IsType<Error.NotFound>(error);
        Assert.Contains("/no/such/take.wav", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_decoder_the_error_says_what_to_install()
    {
        var mp4 = new MemoryStream([0, 0, 0, 32, .. "ftypM4A "u8, 0, 0, 0, 0]);
        var error = (await AudioDecoder.DecodeAsync(mp4, "talk.m4a", DecodeLimits.Default, null, false, null, default)).Error;
        Assert.IsType<Error.Unavailable>(error);
        Assert.Contains("talk.m4a is MP4 (AAC)", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install ffmpeg", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "audio-unrecognised")]
    [InlineData(true, true, "audio-unreadable")]
    [InlineData(false, false, "audio-decoder-missing")]
    public async Task Random_bytes_are_refused_by_every_combination_of_decoders(bool sndfile, bool ffmpeg, string code)
    {
        Assert.SkipUnless(!sndfile || AudioDecoder.Installed.Libsndfile, "needs libsndfile");
        var random = new SeededRandom(7);
        var bytes = Enumerable.Range(0, 5000).Select(_ => (byte)random.Next(256)).ToArray();
        bytes[0] = 1;
        var program = ffmpeg ? SharedMaterial.Program("ffmpeg") : null;
        var error = (await AudioDecoder.DecodeAsync(new MemoryStream(bytes), "noise.bin", DecodeLimits.Default, null, sndfile, program, default)).Error;
        Assert.Equal(code, error?.Code);
        Assert.StartsWith("noise.bin", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playlist_cannot_make_ffmpeg_open_other_files()
    {
        var target = Path.Combine(Path.GetTempPath(), $"secret-{Guid.CreateVersion7():n}.wav");
        await File.WriteAllBytesAsync(target, ToneWav);
        try
        {
            var playlist = $"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{target}\n#EXT-X-ENDLIST\n";
            var concat = $"ffconcat version 1.0\nfile {target}\n";
            foreach (var text in new[] { playlist, concat })
            {
                using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
                var result = await AudioDecoder.DecodeAsync(file, "list", DecodeLimits.Default, null, false, SharedMaterial.Program("ffmpeg"), default);
                Assert.Equal("audio-unreadable", result.Error?.Code);
                Assert.DoesNotContain(Path.GetTempPath(), result.Error!.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(target);
        }
    }

    [Fact]
    public async Task Duration_limits_hold_in_every_decoder()
    {
        var limits = new DecodeLimits { MaxDuration = TimeSpan.FromSeconds(0.3) };
        var flac = Encode("flac", "flac");
        var ffmpeg = SharedMaterial.Program("ffmpeg");
        Assert.Equal("audio-too-long", (await AudioDecoder.DecodeAsync(new MemoryStream(ToneWav), limits)).Error?.Code);
        Assert.Equal("audio-too-long", (await AudioDecoder.DecodeAsync(new MemoryStream(flac), "a", limits, null, false, ffmpeg, default)).Error?.Code);
        if (AudioDecoder.Installed.Libsndfile)
            Assert.Equal("audio-too-long", (await AudioDecoder.DecodeAsync(new MemoryStream(flac), "a", limits, null, true, null, default)).Error?.Code);
    }

    [Fact]
    public async Task A_decoder_that_takes_too_long_is_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        if (OperatingSystem.IsWindows()) return;
        var script = Path.Combine(Path.GetTempPath(), $"slow-{Guid.CreateVersion7():n}");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nsleep 60\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var limits = new DecodeLimits { MaxDecodingTime = TimeSpan.FromMilliseconds(200) };
            var error = (await AudioDecoder.DecodeAsync(new MemoryStream(new byte[99]), "slow.amr", limits, null, false, script, default)).Error;
            Assert.Equal("audio-decoding-time", error?.Code);

            using var cancel = new CancellationTokenSource(200);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                AudioDecoder.DecodeAsync(new MemoryStream(new byte[99]), "slow.amr", DecodeLimits.Default, null, false, script, cancel.Token));
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public async Task Eight_channels_at_192_kHz_are_read()
    {
        var tone = Tone(192_000, 96_000);
        var file = WavWriter.ToBytes(new AudioClip(192_000, [.. Enumerable.Range(0, 8).Select(_ => tone)]));
        var clip = (await AudioDecoder.DecodeAsync(new MemoryStream(file))).Value;
        Assert.Equal((192_000, 8, 96_000), (clip.SampleRate, clip.ChannelCount, clip.Length));
        var mono = SpeechScoop.Audio.Resampling.Resample.ToMono(clip, 16_000);
        Assert.Equal((1, 8_000), (mono.ChannelCount, mono.Length));
        Assert.InRange(SpeechScoop.Audio.Signals.Levels.RmsDb(mono.Channel(0)), -9.1, -8.9);
    }

    [Fact]
    public async Task A_file_of_more_than_three_hours_is_refused_by_its_header()
    {
        var path = Path.Combine(Path.GetTempPath(), $"long-{Guid.CreateVersion7():n}.wav");
        try
        {
            const int bytes = (3 * 3600 + 1) * 8000;
            await using (var file = File.Create(path))
            {
                file.Write(WavFiles.Riff("RIFF", bytes + 36, WavFiles.Format(1, 1, 8000, 8), WavFiles.Chunk("data", [], bytes)));
                file.SetLength(44 + bytes);
            }
            await using var stream = new CountingStream(path);
            var error = (await AudioDecoder.DecodeAsync(stream)).Error;
            Assert.Equal("audio-too-long", error?.Code);
            Assert.Contains("180 minutes", error!.Message, StringComparison.Ordinal);
            Assert.InRange(stream.BytesRead, 1, 1 << 20);
            Assert.Equal("audio-too-long", (await AudioDecoder.DecodeAsync(path)).Error?.Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A file that counts what is read of it.</summary>
    private sealed class CountingStream(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0)
    {
        public long BytesRead { get; private set; }

        public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Count(base.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await base.ReadAsync(buffer, cancellationToken));

        private int Count(int read)
        {
            BytesRead += read;
            return read;
        }
    }

    private static float[] Tone(int rate, int length) =>
        [.. Enumerable.Range(0, length).Select(i => 0.5f * MathF.Sin(2 * MathF.PI * 1000 * i / rate))];

    private static void AssertTone(int rate, Result<AudioClip> decoded)
    {
        Assert.Null(decoded.Error);
        var clip = decoded.Value;
        Assert.Equal(rate, clip.SampleRate);
        Assert.InRange(clip.Duration.TotalSeconds, 0.499, 0.6);
        var middle = clip.Channel(0).Slice(4800, 9600);
        var crossings = 0;
        for (var i = 1; i < middle.Length; i++)
            if (middle[i - 1] < 0 && middle[i] >= 0) crossings++;
        Assert.InRange(crossings, 199, 201);
        Assert.InRange(SpeechScoop.Audio.Signals.Levels.RmsDb(middle), -9.5, -8.5);
    }

    private static byte[] Encode(string extension, string codec)
    {
        var output = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.{extension}");
        var start = new ProcessStartInfo(SharedMaterial.Program("ffmpeg")) { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in new[] { "-v", "error", "-i", "pipe:0", "-c:a", codec, output }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(ToneWav);
        process.StandardInput.Close();
        process.WaitForExit();
        var bytes = File.ReadAllBytes(output);
        File.Delete(output);
        return bytes;
    }
}
