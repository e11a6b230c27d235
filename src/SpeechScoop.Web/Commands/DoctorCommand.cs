using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Storage;
using SpeechScoop.Web.Metrics;

namespace SpeechScoop.Web.Commands;

/// <summary><c>doctor</c>: is everything here that the application needs, and does every pack do what it says?</summary>
internal static class DoctorCommand
{
    /// <summary>One check. A failed check that the application can live without is a hint.</summary>
    /// <param name="Metric">What a metric should have given and gave; only for metrics.</param>
    internal sealed record Check(string Name, string Outcome, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MetricCheckView? Metric = null);

    public static Command Create()
    {
        var json = CommandOutput.JsonOption();
        var command = new Command("doctor", "Check this installation: audio formats, data folder, packs and their self tests, and every metric on golden signals.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var checks = await RunAsync(cancellation);
            if (parsed.GetValue(json)) CommandOutput.WriteDocument(checks);
            else foreach (var check in checks) Console.Out.WriteLine($"{check.Outcome,-6} {check.Name}: {check.Message}");
            return checks.Any(check => check.Outcome == "failed") ? 1 : 0;
        });
        return command;
    }

    private static async Task<List<Check>> RunAsync(CancellationToken cancellation)
    {
        var settings = LocalSettings.Read();
        var (libsndfile, ffmpeg) = AudioDecoder.Installed;
        List<Check> checks =
        [
            new("runtime", "ok", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores"),
            libsndfile ? new("libsndfile", "ok", "FLAC, MP3, Ogg and Opus can be read")
                : new("libsndfile", "hint", "not installed: FLAC, MP3, Ogg and Opus need it or ffmpeg (Debian: apt-get install libsndfile1)"),
            ffmpeg is not null ? new("ffmpeg", "ok", ffmpeg)
                : new("ffmpeg", "hint", "not installed: M4A, AAC and WebM need it (Debian: apt-get install ffmpeg)"),
            CheckData(settings.DataPath),
        ];
        using var local = LocalCatalog.Open();
        if (local.Catalog.Packs.Count == 0) checks.Add(new("packs", "failed", $"no pack in {settings.ModelsPath}; set SpeechScoop__ModelsPath"));
        foreach (var pack in local.Catalog.Packs) checks.Add(await CheckPackAsync(local.Catalog, pack, cancellation));
        // Settings only: a call may cost.
        var vendors = VendorSettingsReader.Read(settings.DataPath);
        checks.AddRange(vendors.Problems.Select(problem => new Check($"vendor {problem.Name}", "failed", problem.Message)));
        checks.AddRange(vendors.Vendors.Select(vendor => new Check(
            $"vendor {vendor.Name}", vendor.IsUsable ? "ok" : "hint", vendor.IsUsable ? $"settings are right; calls go to {vendor.BaseUrl.Authority}" : $"no key: set {vendor.KeyVariable}")));
        checks.AddRange(MetricChecks.Run(settings));
        return checks;
    }

    private static Check CheckData(string path)
    {
        if (!Database.Open(new DatabaseSettings(path)).TryGet(out var database, out var error)) return new("data", "failed", error.Message);
        using (database) return new("data", "ok", database.FilePath);
    }

    private static async Task<Check> CheckPackAsync(SystemCatalog catalog, PackSummary pack, CancellationToken cancellation)
    {
        if (pack.Status is PackStatus.Unavailable) return new(pack.Id, "hint", string.Join(" ", pack.Problems));
        if (!(await catalog.VerifyAsync(pack.Id, cancellation)).TryGet(out var verification, out var error)) return new(pack.Id, "failed", error.Message);
        return new(pack.Id, verification.Passed ? "ok" : "failed",
            verification.Passed ? verification.SelfTest?.Message ?? "files and tensors are right; no self test" : string.Join(" ", verification.Problems.Append(verification.SelfTest?.Message)));
    }
}
