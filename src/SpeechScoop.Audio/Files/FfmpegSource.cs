using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SpeechScoop.Audio.Files;

/// <summary>
/// Decodes through an ffmpeg child process that writes WAV to a pipe: MP4/AAC, WebM, WMA, AMR and whatever else it knows.
/// Only container formats of single media files are allowed (no playlists), so that an upload cannot make it open
/// other files or addresses.
/// </summary>
internal sealed class FfmpegSource : IAudioSource
{
    private const string Demuxers =
        "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dsf,eac3,flac,flv,gsm,loas,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,mp3,mpeg,mpegts,mpc,mpc8,ogg,opus,sox,tak,tta,voc,w64,wav,wv";

    private const int ErrorCharactersKept = 2000;

    private readonly Process process;
    private readonly WavSource output;
    private readonly Task<string> complaint;
    private readonly CancellationTokenSource deadline;
    private readonly CancellationTokenRegistration killer;

    private FfmpegSource(Process process, WavSource output, Task<string> complaint, CancellationTokenSource deadline, CancellationTokenRegistration killer) =>
        (this.process, this.output, this.complaint, this.deadline, this.killer) = (process, output, complaint, deadline, killer);

    /// <inheritdoc/>
    public int SampleRate => output.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => output.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => null;

    /// <summary>Whether the time limit ended the child.</summary>
    public bool TimedOut => deadline.IsCancellationRequested;

    /// <summary>The program's path; null where it is not installed.</summary>
    public static string? FindProgram() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts decoding a file.</summary>
    /// <param name="program">Path of ffmpeg.</param>
    /// <param name="path">The file to decode.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="limits">Duration and time limits.</param>
    /// <param name="cancellation">Kills the child and its children.</param>
    public static Result<FfmpegSource> Open(string program, string path, string name, DecodeLimits limits, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-v", "error", "-threads", "1", "-protocol_whitelist", "file,pipe", "-format_whitelist", Demuxers,
            "-i", "file:" + Path.GetFullPath(path), "-map", "0:a:0", "-vn", "-sn", "-dn",
            "-t", (limits.MaxDuration.TotalSeconds + 1).ToString("0.###", CultureInfo.InvariantCulture),
            "-c:a", "pcm_f32le", "-f", "wav", "-bitexact", "pipe:1",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new Error.Unavailable("ffmpeg-start", $"{program} could not be started ({e.Message}). Check that it may be executed.");
        }
        process.StandardInput.Close();
        var complaint = CollectTail(process.StandardError);
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.MaxDecodingTime);
        var killer = deadline.Token.Register(() => Kill(process));

        if (WavSource.Open(process.StandardOutput.BaseStream, name, leaveOpen: true).TryGet(out var output, out _))
            return new FfmpegSource(process, output, complaint, deadline, killer);

        Kill(process);
        killer.Dispose();
        var timedOut = deadline.IsCancellationRequested;
        deadline.Dispose();
        cancellation.ThrowIfCancellationRequested();
        if (timedOut) return TimeOut(name, limits);
        var reason = complaint.GetAwaiter().GetResult().Replace(Path.GetFullPath(path), name, StringComparison.Ordinal).Replace("file:", "", StringComparison.Ordinal);
        process.Dispose();
        return new Error.Invalid("audio-unreadable", $"{name} holds no audio that ffmpeg can read ({OneLine(reason)}). Export it as WAV, FLAC, MP3 or Ogg.");
    }

    /// <summary>The error of a decoding that took too long.</summary>
    public static Error TimeOut(string name, DecodeLimits limits) => new Error.Invalid(
        "audio-decoding-time", FormattableString.Invariant($"{name} took ffmpeg longer than {limits.MaxDecodingTime.TotalSeconds:0} s, the limit. Convert it to WAV or FLAC first."));

    /// <inheritdoc/>
    public int Read(Span<float> interleaved) => output.Read(interleaved);

    /// <inheritdoc/>
    public void Dispose()
    {
        killer.Dispose();
        Kill(process);
        output.Dispose();
        complaint.ContinueWith(static (_, state) => ((Process)state!).Dispose(), process, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        deadline.Dispose();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended on its own.
        }
    }

    private static async Task<string> CollectTail(StreamReader errors)
    {
        var tail = new StringBuilder();
        var buffer = new char[1024];
        int read;
        while ((read = await errors.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            tail.Append(buffer, 0, read);
            if (tail.Length > ErrorCharactersKept) tail.Remove(0, tail.Length - ErrorCharactersKept);
        }
        return tail.ToString();
    }

    private static string OneLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no reason given";
}
