namespace SpeechScoop.Audio.Files;

/// <summary>
/// Decodes any audio file: WAV always; FLAC, MP3, Ogg, Opus, AIFF and more through libsndfile where it is installed;
/// everything else through ffmpeg where that is installed. The content decides, not the file's name.
/// </summary>
public static class AudioDecoder
{
    private const string Cure = "Install libsndfile (Debian: apt-get install libsndfile1) for FLAC, MP3, Ogg and Opus, or ffmpeg (apt-get install ffmpeg) for every format; or convert the file to WAV.";

    /// <summary>What else than WAV this machine can decode, for diagnostics.</summary>
    public static (bool Libsndfile, string? Ffmpeg) Installed => (Sndfile.IsPresent, FfmpegSource.FindProgram());

    /// <summary>Decodes a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limits">What is accepted; <see cref="DecodeLimits.Default"/> if null.</param>
    /// <param name="cancellation">Stops decoding, and kills a child process.</param>
    /// <returns>
    /// The clip at the file's own rate and channels. <see cref="Error.NotFound"/> where there is no such file,
    /// <see cref="Error.Invalid"/> for files that are broken or outside the limits, <see cref="Error.Unavailable"/>
    /// where a decoder is missing.
    /// </returns>
    public static Task<Result<AudioClip>> DecodeAsync(string path, DecodeLimits? limits = null, CancellationToken cancellation = default) =>
        DecodeAsync(path, limits, null, cancellation);

    /// <inheritdoc cref="DecodeAsync(string, DecodeLimits?, CancellationToken)"/>
    /// <param name="warnings">Receives a sentence for each thing that was mended (truncation, non-finite samples).</param>
    public static async Task<Result<AudioClip>> DecodeAsync(string path, DecodeLimits? limits, ICollection<string>? warnings, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return new Error.NotFound("audio-not-found", $"There is no file {path}. Check the path.");
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var _ = file.ConfigureAwait(false);
            return await DecodeAsync(file, Path.GetFileName(path), limits, warnings, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("audio-unreadable-file", $"{path} could not be read ({e.Message}). Check its permissions and the disk.");
        }
    }

    /// <summary>Decodes a stream from its present position to its end; it need not be seekable and stays open.</summary>
    /// <inheritdoc cref="DecodeAsync(string, DecodeLimits?, CancellationToken)"/>
    /// <param name="audio">The file's bytes.</param>
    public static Task<Result<AudioClip>> DecodeAsync(Stream audio, DecodeLimits? limits = null, CancellationToken cancellation = default) =>
        DecodeAsync(audio, "The audio", limits, null, cancellation);

    /// <inheritdoc cref="DecodeAsync(Stream, DecodeLimits?, CancellationToken)"/>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="warnings">Receives a sentence for each thing that was mended (truncation, non-finite samples).</param>
    public static Task<Result<AudioClip>> DecodeAsync(
        Stream audio, string name, DecodeLimits? limits = null, ICollection<string>? warnings = null, CancellationToken cancellation = default) =>
        DecodeAsync(audio, name, limits ?? DecodeLimits.Default, warnings, Sndfile.IsPresent, FfmpegSource.FindProgram(), cancellation);

    /// <summary>The same with the machine's decoders given, for tests.</summary>
    internal static Task<Result<AudioClip>> DecodeAsync(
        Stream audio, string name, DecodeLimits limits, ICollection<string>? warnings, bool useSndfile, string? ffmpeg, CancellationToken cancellation) =>
        OpenAsync(audio, name, limits, (source, frames) => ClipCollector.Collect(source, name, limits, frames, warnings, cancellation), warnings, useSndfile, ffmpeg, cancellation);

    /// <summary>Opens what decodes a stream, and has its samples taken, block by block.</summary>
    /// <param name="take">Reads the source to its end; gets the number of frames where the file's bytes prove it.</param>
    internal static async Task<Result<T>> OpenAsync<T>(
        Stream audio, string name, DecodeLimits limits, TakeSamples<T> take, ICollection<string>? warnings, bool useSndfile, string? ffmpeg, CancellationToken cancellation)
    {
        if (audio.CanSeek && audio.Position == 0)
        {
            if (limits.CheckBytes(name, audio.Length) is { } tooLarge) return tooLarge;
            return await Task.Run(() => Decode(audio, name, limits, take, warnings, useSndfile, ffmpeg, cancellation), cancellation).ConfigureAwait(false);
        }
        var spool = TemporaryFile();
        await using var _ = spool.ConfigureAwait(false);
        if (await CopyAsync(audio, spool, name, limits, cancellation).ConfigureAwait(false) is { } error) return error;
        return await Task.Run(() => Decode(spool, name, limits, take, warnings, useSndfile, ffmpeg, cancellation), cancellation).ConfigureAwait(false);
    }

    private static Result<T> Decode<T>(
        Stream stream, string name, DecodeLimits limits, TakeSamples<T> take, ICollection<string>? warnings, bool useSndfile, string? ffmpeg, CancellationToken cancellation)
    {
        Span<byte> start = stackalloc byte[AudioFormatSniffer.BytesNeeded];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (start.IsEmpty) return new Error.Invalid("audio-empty", $"{name} is empty (0 bytes). Record or export it again.");

        var format = AudioFormatSniffer.Name(start);
        if (format == "WAV")
        {
            var wav = WavReader.Read(stream, limits, name, take, warnings);
            if (wav.Error is not { Code: "wav-encoding" } || (!useSndfile && ffmpeg is null)) return wav;
            stream.Position = 0;
        }
        if (useSndfile && SndfileSource.TryOpen(stream) is { } sndfile)
            using (sndfile) return take(sndfile, null);
        if (ffmpeg is not null) return DecodeWithFfmpeg(stream, name, limits, take, ffmpeg, cancellation);
        if (format is null && useSndfile)
            return new Error.Invalid("audio-unrecognised", $"{name} is not an audio file that libsndfile recognises. If it is audio, install ffmpeg (Debian: apt-get install ffmpeg) or convert it to WAV.");
        return new Error.Unavailable("audio-decoder-missing", $"{name} {(format is null ? "is not WAV" : "is " + format)}, which no installed decoder reads. {Cure}");
    }

    private static Result<T> DecodeWithFfmpeg<T>(Stream stream, string name, DecodeLimits limits, TakeSamples<T> take, string ffmpeg, CancellationToken cancellation)
    {
        stream.Position = 0;
        FileStream? spool = null;
        try
        {
            if (stream is not FileStream file)
            {
                file = spool = TemporaryFile();
                stream.CopyTo(spool);
                spool.Flush();
            }
            if (!FfmpegSource.Open(ffmpeg, file.Name, name, limits, cancellation).TryGet(out var source, out var error)) return error;
            using (source)
            {
                var taken = take(source, null);
                cancellation.ThrowIfCancellationRequested();
                return source.TimedOut ? FfmpegSource.TimeOut(name, limits) : taken;
            }
        }
        finally
        {
            spool?.Dispose();
        }
    }

    private static async Task<Error?> CopyAsync(Stream from, FileStream to, string name, DecodeLimits limits, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            total += read;
            if (limits.CheckBytes(name, total) is { } tooLarge) return tooLarge;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }
        await to.FlushAsync(cancellation).ConfigureAwait(false);
        to.Position = 0;
        return null;
    }

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), $"speechscoop-{Guid.CreateVersion7():n}.audio"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.DeleteOnClose });
}
