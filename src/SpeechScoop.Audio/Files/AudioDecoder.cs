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
        DecodeFileAsync(path, limits, default, cancellation);

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

    /// <summary>
    /// Decodes a file to one channel at a rate, as models take it, without ever holding the file's own rate and channels
    /// in memory: the same samples as decoding, mixing down and resampling, to the bit.
    /// </summary>
    /// <inheritdoc cref="DecodeAsync(string, DecodeLimits?, CancellationToken)"/>
    /// <param name="sampleRate">Rate of the clip in hertz.</param>
    public static Task<Result<AudioClip>> DecodeMonoAsync(string path, int sampleRate, DecodeLimits? limits = null, CancellationToken cancellation = default) =>
        DecodeFileAsync(path, limits, new ClipForm(sampleRate), cancellation);

    /// <summary>The same from a stream.</summary>
    /// <inheritdoc cref="DecodeAsync(Stream, string, DecodeLimits?, ICollection{string}?, CancellationToken)"/>
    /// <param name="sampleRate">Rate of the clip in hertz.</param>
    public static Task<Result<AudioClip>> DecodeMonoAsync(
        Stream audio, string name, int sampleRate, DecodeLimits? limits = null, ICollection<string>? warnings = null, CancellationToken cancellation = default) =>
        DecodeAsync(audio, name, limits ?? DecodeLimits.Default, warnings, Sndfile.IsPresent, FfmpegSource.FindProgram(), cancellation, new ClipForm(sampleRate));

    /// <summary>The same with the machine's decoders given, for tests.</summary>
    internal static async Task<Result<AudioClip>> DecodeAsync(
        Stream audio, string name, DecodeLimits limits, ICollection<string>? warnings, bool useSndfile, string? ffmpeg, CancellationToken cancellation, ClipForm form = default)
    {
        if (audio.CanSeek && audio.Position == 0)
        {
            if (limits.CheckBytes(name, audio.Length) is { } tooLarge) return tooLarge;
            return await Task.Run(() => Decode(audio, name, limits, form, warnings, useSndfile, ffmpeg, cancellation), cancellation).ConfigureAwait(false);
        }
        var spool = TemporaryFile();
        await using var _ = spool.ConfigureAwait(false);
        if (await CopyAsync(audio, spool, name, limits, cancellation).ConfigureAwait(false) is { } error) return error;
        return await Task.Run(() => Decode(spool, name, limits, form, warnings, useSndfile, ffmpeg, cancellation), cancellation).ConfigureAwait(false);
    }

    private static async Task<Result<AudioClip>> DecodeFileAsync(string path, DecodeLimits? limits, ClipForm form, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return new Error.NotFound("audio-not-found", $"There is no file {path}. Check the path.");
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var _ = file.ConfigureAwait(false);
            return await DecodeAsync(file, name, limits ?? DecodeLimits.Default, null, Sndfile.IsPresent, FfmpegSource.FindProgram(), cancellation, form).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("audio-unreadable-file", $"{path} could not be read ({e.Message}). Check its permissions and the disk.");
        }
    }

    private static Result<AudioClip> Decode(
        Stream stream, string name, DecodeLimits limits, ClipForm form, ICollection<string>? warnings, bool useSndfile, string? ffmpeg, CancellationToken cancellation)
    {
        Span<byte> start = stackalloc byte[AudioFormatSniffer.BytesNeeded];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (start.IsEmpty) return new Error.Invalid("audio-empty", $"{name} is empty (0 bytes). Record or export it again.");

        var format = AudioFormatSniffer.Name(start);
        if (format == "WAV")
        {
            var wav = WavReader.Read(stream, limits, name, form, warnings, cancellation);
            if (wav.Error is not { Code: "wav-encoding" } || (!useSndfile && ffmpeg is null)) return wav;
            stream.Position = 0;
        }
        if (useSndfile && SndfileSource.TryOpen(stream) is { } sndfile)
            using (sndfile) return ClipCollector.Collect(sndfile, name, limits, form, null, warnings, cancellation);
        if (ffmpeg is not null) return DecodeWithFfmpeg(stream, name, limits, form, warnings, ffmpeg, cancellation);
        if (format is null && useSndfile)
            return new Error.Invalid("audio-unrecognised", $"{name} is not an audio file that libsndfile recognises. If it is audio, install ffmpeg (Debian: apt-get install ffmpeg) or convert it to WAV.");
        return new Error.Unavailable("audio-decoder-missing", $"{name} {(format is null ? "is not WAV" : "is " + format)}, which no installed decoder reads. {Cure}");
    }

    private static Result<AudioClip> DecodeWithFfmpeg(
        Stream stream, string name, DecodeLimits limits, ClipForm form, ICollection<string>? warnings, string ffmpeg, CancellationToken cancellation)
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
                var clip = ClipCollector.Collect(source, name, limits, form, null, warnings, cancellation);
                cancellation.ThrowIfCancellationRequested();
                return source.TimedOut ? FfmpegSource.TimeOut(name, limits) : clip;
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
