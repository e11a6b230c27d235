using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Embeddings;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Statistics;

namespace SpeechScoop.Web.Commands;

/// <summary><c>score set --a DIR --b DIR [--embedding E] [--seed N] [--outliers N] [--json]</c> and <c>score speakers DIR --embedding PACK [--json]</c></summary>
internal static class ScoreSetCommand
{
    /// <summary>A distance in the JSON output: a value with its uncertainty, or why there is none.</summary>
    [method: JsonConstructor]
    internal sealed record Distance(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value, string Unit, string Version,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NotValid = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? StandardError = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Interval? Interval = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? P = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Fit = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kernel = null);

    /// <summary>A side in the JSON output.</summary>
    internal sealed record Side(string Name, int Clips, int Vectors, IReadOnlyList<EmbeddedFolder.Skipped> Skipped);

    /// <summary>The JSON output.</summary>
    internal sealed record Comparison(
        Side A, Side B, string Embedding, string EmbeddingVersion, int Dimension, IReadOnlyDictionary<string, Distance> Metrics,
        IReadOnlyList<string> Warnings, IReadOnlyList<FrechetOutlier> Outliers);

    private sealed record Loaded(EmbeddingSet Set, string Embedding, string Version, IReadOnlyList<EmbeddedFolder.Skipped> Skipped);

    public static Command CreateSet()
    {
        var first = new Option<string>("--a", "--ref") { Description = "The reference: a folder of clips, or a file of embeddings (.npy, or .csv with id and values).", Required = true };
        var second = new Option<string>("--b", "--set") { Description = "The set to judge: the same.", Required = true };
        var embedding = Embedding();
        var seed = new Option<long>("--seed") { Description = "Decides subsets and exchanges.", DefaultValueFactory = _ => ClusterBootstrap.UsualSeed };
        var outliers = new Option<int>("--outliers") { Description = "How many clips of b to list that move the Fréchet distance most.", DefaultValueFactory = _ => 0 };
        var json = CommandOutput.JsonOption();
        var command = new Command("set", "Measure how far two sets of clips lie apart: Fréchet distance, FAD-inf, MMD.") { first, second, embedding, seed, outliers, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var local = LocalCatalog.Open();
            var named = parsed.GetValue(embedding)!;
            var (a, b) = (parsed.GetValue(first)!, parsed.GetValue(second)!);
            if (!(await LoadAsync(a, named, local.Catalog, cancellation)).TryGet(out var reference, out var error)
                || !(await LoadAsync(b, named, local.Catalog, cancellation)).TryGet(out var set, out error)
                || !Compare(reference, set, parsed.GetValue(seed), parsed.GetValue(outliers)).TryGet(out var compared, out error)) return CommandOutput.Fail(error);
            Print(compared, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    public static Command CreateSpeakers()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder with a folder of clips for each speaker." };
        var embedding = Embedding();
        var json = CommandOutput.JsonOption();
        var command = new Command("speakers", "Calibrate an embedder on recordings of known speakers: equal error rate, threshold, and what similarity means.") { folder, embedding, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var local = LocalCatalog.Open();
            if (!(await EmbedderAsync(parsed.GetValue(embedding)!, local.Catalog, cancellation)).TryGet(out var embedder, out var error)
                || !(await EmbeddedFolder.ReadAsync(parsed.GetValue(folder)!, embedder, cancellation)).TryGet(out var clips, out error)
                || !Calibrate(clips).TryGet(out var found, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(json))
            {
                CommandOutput.WriteDocument(new
                {
                    embedding = embedder.Id, embeddingVersion = embedder.Version, equalErrorRate = found.Error.Rate, threshold = found.Error.Threshold,
                    genuine = found.Error.Genuine, impostor = found.Error.Impostor, ceiling = found.Ceiling, floor = found.Floor, speakers = found.Speakers, skipped = clips.LeftOut,
                });
            }
            else
            {
                Console.Out.WriteLine(FormattableString.Invariant($"equal error rate {found.Error.Rate:0.0000} at {found.Error.Threshold:0.0000}; same speaker {found.Ceiling.Mean:0.0000} (n {found.Ceiling.N}), others {found.Floor.Mean:0.0000} (n {found.Floor.N})"));
                foreach (var skipped in clips.LeftOut) Console.Error.WriteLine($"left out: {skipped.File}: {skipped.Reason}");
            }
            return 0;
        });
        return command;
    }

    private static Option<string> Embedding() => new("--embedding", "-e")
    {
        Description = "What makes vectors of clips: log-mel-stats (built in), or the id of a pack of the task embedding.",
        DefaultValueFactory = _ => LogMelStatistics.Instance.Id,
    };

    private static async Task<Result<Loaded>> LoadAsync(string path, string embedding, SystemCatalog catalog, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            try
            {
                return EmbeddingFile.Read(await File.ReadAllBytesAsync(path, cancellation), path).Select(set => new Loaded(set, "file", "file", []));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new Error.Unavailable("file-unreadable", $"{path} cannot be read: {exception.Message}");
            }
        }
        if (!(await EmbedderAsync(embedding, catalog, cancellation)).TryGet(out var embedder, out var error)
            || !(await EmbeddedFolder.ReadAsync(new DirectoryInfo(path), embedder, cancellation)).TryGet(out var folder, out error)) return error;
        return EmbeddingSet.Of(path, folder.Vectors).Select(set => new Loaded(set, embedder.Id, embedder.Version, folder.LeftOut));
    }

    private static async Task<Result<IEmbedder>> EmbedderAsync(string id, SystemCatalog catalog, CancellationToken cancellation)
    {
        if (id == LogMelStatistics.Instance.Id) return Result<IEmbedder>.Ok(LogMelStatistics.Instance);
        if (catalog.Packs.Any(pack => pack.Id == id)) return await catalog.GetEmbedderAsync(id, cancellation);
        string[] known = [LogMelStatistics.Instance.Id, .. catalog.PacksFor("embedding").Select(pack => pack.Id)];
        return new Error.NotFound("embedding-unknown", $"There is no embedding '{id}'. Known are {string.Join(", ", known)}; docs/guides/model-packs.md tells how to add a pack.");
    }

    private static Result<Comparison> Compare(Loaded a, Loaded b, long seed, int outliers)
    {
        if (a.Version != b.Version)
            return new Error.Invalid("embeddings-differ", $"'{a.Set.Name}' and '{b.Set.Name}' come from different embedders ({a.Version} and {b.Version}): give two folders, or two files of one embedder.");
        if (!SetComparison.Of(a.Set, b.Set, seed).TryGet(out var found, out var error)) return error;
        IReadOnlyList<FrechetOutlier> leading = [];
        if (outliers > 0 && !FrechetDistance.Outliers(a.Set, b.Set).TryGet(out leading!, out error)) return error;
        var version = $"{SetComparison.Version}+{a.Version}";
        var unit = a.Version == LogMelStatistics.Instance.Version ? "dB²" : "";
        var distances = new Dictionary<string, Distance>
        {
            ["frechet"] = new(found.Frechet.Value, unit, version, StandardError: found.Frechet.StandardError, Interval: found.Frechet.Interval),
            ["fad-inf"] = found.Infinity.TryGet(out var infinity, out error) ? new(infinity.Value, unit, version, Fit: infinity.Fit) : new(null, unit, version, error.Message),
            ["mmd"] = found.Kernel.TryGet(out var kernel, out error) ? new(kernel.Value, "", version, P: kernel.P, Kernel: kernel.Kernel.Name) : new(null, "", version, error.Message),
        };
        return new Comparison(Of(a), Of(b), a.Embedding, a.Version, a.Set.Dimension, distances, found.Warnings, [.. leading.Take(outliers)]);
    }

    private static Side Of(Loaded loaded) => new(loaded.Set.Name, loaded.Set.Clips.Count, loaded.Set.Vectors.Count, loaded.Skipped);

    private static Result<SpeakerCalibration> Calibrate(EmbeddedFolder clips) => SpeakerCalibration.Of([.. clips.Vectors.GroupBy(vector => vector.Clip, StringComparer.Ordinal)
        .Select(clip => (clip.Key.Contains('/', StringComparison.Ordinal) ? clip.Key[..clip.Key.LastIndexOf('/')] : "", SpeakerVector.Of([.. clip.Select(vector => vector.Vector)])))]);

    private static void Print(Comparison compared, bool json)
    {
        if (json)
        {
            CommandOutput.WriteDocument(compared);
            return;
        }
        foreach (var (id, distance) in compared.Metrics)
            Console.Out.WriteLine($"{id,-10} {(distance.Value is { } value ? InWords(value, distance) : $"–  {distance.NotValid}")}");
        foreach (var outlier in compared.Outliers) Console.Out.WriteLine(FormattableString.Invariant($"{outlier.Influence,10:0.####}  {outlier.Clip}"));
        foreach (var warning in compared.Warnings) Console.Error.WriteLine($"warning: {warning}");
        foreach (var skipped in compared.A.Skipped.Concat(compared.B.Skipped)) Console.Error.WriteLine($"left out: {skipped.File}: {skipped.Reason}");
    }

    private static string InWords(double value, Distance distance)
    {
        var text = $"{value.ToString("0.######", CultureInfo.InvariantCulture)} {distance.Unit}".TrimEnd();
        if (distance.Interval is { } interval) text += FormattableString.Invariant($"  95 %: {interval.Low:0.####} to {interval.High:0.####}");
        if (distance.P is { } p) text += FormattableString.Invariant($"  p {p:0.###}");
        return distance.Fit is { } fit ? text + FormattableString.Invariant($"  R² {fit:0.00}") : text;
    }
}
