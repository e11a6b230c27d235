using System.Buffers;
using System.Numerics.Tensors;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Files;

/// <summary>What was written.</summary>
/// <param name="SampleRate">In hertz.</param>
/// <param name="Frames">Samples of each channel.</param>
public sealed record WavFacts(int SampleRate, int Channels, long Frames);

/// <summary>Makes a WAV file of an audio file of any format, block by block: memory does not grow with the recording.</summary>
public static class WavConversion
{
    private const int BlockSamples = 32_768;

    /// <summary>Decodes a stream into a WAV file without loss: 16-bit where that keeps every sample exactly, else 32-bit float.</summary>
    /// <inheritdoc cref="AudioDecoder.DecodeAsync(Stream, string, DecodeLimits?, ICollection{string}?, CancellationToken)"/>
    /// <param name="path">A file that there is not; after a failure the caller removes what there is of it.</param>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public static Task<Result<WavFacts>> WriteAsync(
        Stream audio, string name, string path, DecodeLimits? limits = null, ICollection<string>? warnings = null, CancellationToken cancellation = default) =>
        AudioDecoder.OpenAsync(audio, name, limits ?? DecodeLimits.Default, (source, _) => Write(source, name, path, limits ?? DecodeLimits.Default, warnings, cancellation), warnings,
            Sndfile.IsPresent, FfmpegSource.FindProgram(), cancellation);

    private static Result<WavFacts> Write(IAudioSource source, string name, string path, DecodeLimits limits, ICollection<string>? warnings, CancellationToken cancellation)
    {
        if (limits.Check(name, source.SampleRate, source.ChannelCount, source.FrameCount) is { } refused) return refused;
        var (rate, channels) = (source.SampleRate, source.ChannelCount);
        var block = ArrayPool<float>.Shared.Rent(Math.Max(1, BlockSamples / channels) * channels);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        try
        {
            var writer = new WavFileWriter(file, rate, channels);
            var (isExact, mended, peak) = (true, 0L, 0f);
            while (source.Read(block.AsSpan(0, block.Length / channels * channels)) is var read and > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                if (limits.CheckLength(name, rate, channels, writer.Frames + read) is { } tooLong) return tooLong;
                var samples = block.AsSpan(0, read * channels);
                mended += Levels.ReplaceNonFinite(samples);
                peak = MathF.Max(peak, MathF.Abs(TensorPrimitives.MaxMagnitude<float>(samples)));
                if (isExact && !WavWriter.FitsPcm16(samples))
                {
                    isExact = false;
                    (file, writer) = Widen(file, writer, path, rate, channels);
                }
                writer.Write(samples);
            }
            if (writer.Frames == 0) return ClipCollector.NoSamples(name);
            if ((limits.CheckNonFinite(name, mended) ?? limits.CheckPeak(name, peak)) is { } broken) return broken;
            if (mended > 0) warnings?.Add(ClipCollector.Mended(name, mended));
            writer.Complete();
            return new WavFacts(rate, channels, writer.Frames);
        }
        finally
        {
            file.Dispose();
            ArrayPool<float>.Shared.Return(block);
        }
    }

    /// <summary>Begins the file anew in 32-bit float, with what it holds so far: 16 bits held that exactly.</summary>
    private static (FileStream File, WavFileWriter Writer) Widen(FileStream narrow, WavFileWriter written, string path, int rate, int channels)
    {
        written.Complete();
        narrow.Dispose();
        var widened = $"{path}.float";
        var file = new FileStream(widened, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 1 << 16);
        try
        {
            var writer = new WavFileWriter(file, rate, channels, WavFormat.Float32);
            if (written.Frames > 0)
            {
                using var source = WavPart.Open(path, 0, null).Value.Source;
                var block = new float[Math.Max(1, BlockSamples / channels) * channels];
                while (source.Read(block) is var read and > 0) writer.Write(block.AsSpan(0, read * channels));
            }
            File.Move(widened, path, overwrite: true);
            return (file, writer);
        }
        catch
        {
            file.Dispose();
            File.Delete(widened);
            throw;
        }
    }
}
