using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Recognizers.Report;

/// <summary>
/// Collects what a report attaches: tables, the files that runs were imported from, and vendors' answers word for word. What would make the report too large, or holds a key, is named with its
/// length and hash, but not attached.
/// </summary>
internal sealed class RawFiles(ImportedFileStore files, OutputCallStore calls, VendorCatalog vendors)
{
    /// <summary>Bytes of all attached files together, before they grow by a third as text.</summary>
    public const long MostBytes = 24_000_000;

    private const int AnswersAtOnce = 200;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="made">Files that were made for the report; they are attached first.</param>
    /// <param name="runs">Runs that the board stands on, the oldest first.</param>
    public async Task<Result<IReadOnlyList<RawFile>>> CollectAsync(IEnumerable<(string Name, string From, string Text)> made, IReadOnlyList<ListedRun> runs, long most = MostBytes)
    {
        var (found, left) = (new List<RawFile>(), most);
        foreach (var (name, from, text) in made) Add(name, from, Encoding.UTF8.GetBytes(text));
        foreach (var run in runs.Select(listed => listed.Run))
        {
            if (!(await files.OfRunAsync(run.Id)).TryGet(out var imported, out var error)) return error;
            foreach (var file in imported)
            {
                var from = $"delivered, imported as “{run.Title}”";
                if (file.Bytes > left)
                {
                    found.Add(new(file.Name, from, file.Bytes, file.Sha256, null, TooLarge));
                    continue;
                }
                if (!(await files.FindAsync(run.Id, file.Position)).TryGet(out var packed, out error)) return error;
                Add(file.Name, from, packed.Unpack());
            }
            if (!(await AnswersAsync(run, left)).TryGet(out var answers, out error)) return error;
            foreach (var answer in answers)
            {
                found.Add(answer);
                left -= answer.Content?.Length ?? 0;
            }
        }
        return Result<IReadOnlyList<RawFile>>.Ok(found);

        void Add(string name, string from, byte[] content)
        {
            var why = vendors.Configuration.KeyIn(content) is { } vendor ? $"it holds the key of {vendor}" : content.Length > left ? TooLarge : null;
            found.Add(new(name, from, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), why is null ? content : null, why));
            if (why is null) left -= content.Length;
        }
    }

    private const string TooLarge = "it would make the report too large; the server has it";

    /// <summary>A file of each system that was called in a run: JSON lines, one an answer.</summary>
    private async Task<Result<IReadOnlyList<RawFile>>> AnswersAsync(Run run, long left)
    {
        var writers = new Dictionary<string, AnswersFile>(StringComparer.Ordinal);
        for (var position = -1; ;)
        {
            if (!(await calls.OfRunAsync(run.Id, position, AnswersAtOnce)).TryGet(out var page, out var error)) return error;
            foreach (var call in page)
            {
                position = call.Position;
                var key = call.Settings is "{}" ? call.SystemId : $"{call.SystemId} {call.Settings}";
                if (!writers.TryGetValue(key, out var writer)) writers[key] = writer = new AnswersFile();
                var line = JsonSerializer.SerializeToUtf8Bytes(new
                {
                    item = call.ItemKey,
                    system = call.SystemId,
                    settings = call.Settings,
                    call.Attempts,
                    call.Seconds,
                    call.TotalSeconds,
                    call.FirstResultSeconds,
                    receivedAt = call.CreatedAt,
                    answerSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Answer))),
                    call.Answer,
                }, Readable);
                if (vendors.Configuration.KeyIn(Encoding.UTF8.GetBytes(call.Answer)) is { } vendor) writer.HoldsKeyOf = vendor;
                // What one file has too much, others cannot use either: the sum of all is held below the bound.
                left -= writer.Append([.. line, (byte)'\n'], left);
            }
            if (page.Count < AnswersAtOnce) break;
        }
        return Result<IReadOnlyList<RawFile>>.Ok([.. writers.Select(pair => pair.Value.End($"answers {pair.Key}.jsonl", $"answers of the vendor in “{run.Title}”"))]);
    }

    /// <summary>Answers of one system: always hashed, held only while there is room.</summary>
    private sealed class AnswersFile
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private ArrayBufferWriter<byte>? content = new();
        private long bytes;

        public string? HoldsKeyOf { get; set; }

        /// <returns>Bytes that are held now and were not before; negative where all were given up.</returns>
        public long Append(byte[] line, long left)
        {
            hash.AppendData(line);
            bytes += line.Length;
            if (content is null) return 0;
            if (line.Length <= left)
            {
                content.Write(line);
                return line.Length;
            }
            var held = content.WrittenCount;
            content = null;
            return -held;
        }

        public RawFile End(string name, string from)
        {
            using (hash)
            {
                var why = HoldsKeyOf is { } vendor ? $"it holds the key of {vendor}" : content is null ? TooLarge : null;
                return new(name, from, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), why is null ? content!.WrittenSpan.ToArray() : null, why);
            }
        }
    }
}
