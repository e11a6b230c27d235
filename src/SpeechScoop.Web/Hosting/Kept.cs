namespace SpeechScoop.Web.Hosting;

/// <summary>
/// Answers that take long: computed beside the requests that wait for them, never twice at the same time, and kept until newer ones need their place. An error is not kept.
/// </summary>
/// <param name="most">Sum of the weights that are kept; the newest answer is kept in any case.</param>
/// <param name="weight">What an answer weighs.</param>
internal sealed class Kept<T>(long most, Func<T, long>? weight = null)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long clock;

    /// <summary>The answer of a key.</summary>
    /// <param name="key">All that the answer depends on.</param>
    /// <param name="make">Runs on a thread of the pool, to its end, whether or not the one who asked still waits.</param>
    /// <param name="question">What answers of several keys have in common where a newer one makes the older ones useless; null for none.</param>
    public Task<Result<T>> GetAsync(string key, Func<Task<Result<T>>> make, string? question = null)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var entry)) entries[key] = entry = new Entry(Task.Run(() => MakeAsync(key, make)), question);
            entry.Used = ++clock;
            return entry.Answer;
        }
    }

    private async Task<Result<T>> MakeAsync(string key, Func<Task<Result<T>>> make)
    {
        var isKept = false;
        try
        {
            var result = await make();
            if (result.TryGet(out var answer, out _))
            {
                isKept = true;
                Keep(key, weight?.Invoke(answer) ?? 1);
            }
            return result;
        }
        finally
        {
            if (!isKept)
                lock (gate) entries.Remove(key);
        }
    }

    private void Keep(string key, long heavy)
    {
        lock (gate)
        {
            var kept = entries[key];
            kept.Weight = heavy;
            foreach (var (old, _) in entries.Where(pair => pair.Value != kept && pair.Value.Weight > 0 && kept.Question is not null && pair.Value.Question == kept.Question).ToList()) entries.Remove(old);
            var sum = entries.Values.Sum(entry => entry.Weight);
            foreach (var (old, entry) in entries.Where(pair => pair.Key != key && pair.Value.Weight > 0).OrderBy(pair => pair.Value.Used).ToList())
            {
                if (sum <= most) break;
                entries.Remove(old);
                sum -= entry.Weight;
            }
        }
    }

    private sealed class Entry(Task<Result<T>> answer, string? question)
    {
        public string? Question { get; } = question;

        public Task<Result<T>> Answer { get; } = answer;

        public long Used { get; set; }

        /// <summary>0 while it is computed.</summary>
        public long Weight { get; set; }
    }
}
