using System.Text;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Recognizers;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>Logs from the database, read as they would be from a file.</summary>
internal sealed class StoredLogs(StreamingLogStore logs)
{
    /// <summary>Logs that are read at once.</summary>
    private const int Batch = 1_000;

    /// <summary>The logs of outputs, by output id; those without any are left out.</summary>
    public async Task<Result<IReadOnlyDictionary<string, StreamingLog>>> OfAsync(IReadOnlyCollection<string> outputIds)
    {
        var found = new Dictionary<string, StreamingLog>(StringComparer.Ordinal);
        if ((await EachAsync(outputIds, (id, log) => found[id] = log)).Error is { } error) return error;
        return found;
    }

    /// <summary>Goes through the logs of outputs, few at a time.</summary>
    /// <returns>How many there were.</returns>
    public async Task<Result<int>> EachAsync(IReadOnlyCollection<string> outputIds, Action<string, StreamingLog> use)
    {
        var count = 0;
        foreach (var batch in outputIds.Chunk(Batch))
        {
            if (!(await logs.OfAsync(batch)).TryGet(out var stored, out var error)) return error;
            foreach (var (id, events) in stored)
            {
                var document = StreamingLogReader.Read(new SpeechScoop.Recognition.Transcripts.TranscriptInput($"events of {id}", Encoding.UTF8.GetBytes(events)));
                if (document.Error is { } broken) return broken;
                use(id, document.Logs[0]);
                count++;
            }
        }
        return count;
    }
}
