using System.Buffers;

namespace SpeechScoop.Audio.Resampling;

/// <summary>
/// Changes the sample rate of one channel as a stream, by any rational ratio. Linear phase without delay: output sample
/// j lies at time j/to. Pass band flat within 0.001 dB to 0.9 of the lower Nyquist frequency, aliases and images below
/// −80 dB. Cutting the input differently changes no bit of the output. Not thread-safe.
/// </summary>
public sealed class Resampler
{
    private const int HistoryRoom = 8192;

    private readonly ResamplingFilter? filter;
    private float[] history;
    private int held;
    private long historyStart;
    private long received;
    private long produced;
    private bool flushed;

    /// <param name="from">Rate of the input in hertz, at least 1.</param>
    /// <param name="to">Rate of the output in hertz, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate below 1, or a ratio beyond 1,000 in either direction.</exception>
    public Resampler(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from / (double)to, 1000, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to / (double)from, 1000, nameof(to));
        (From, To) = (from, to);
        filter = from == to ? null : ResamplingFilter.For(from, to);
        // The signal before its first sample is silence.
        held = filter is null ? 0 : filter.HalfLength - 1;
        historyStart = -held;
        history = new float[filter is null ? 0 : (2 * filter.TapCount) + HistoryRoom];
    }

    /// <summary>Rate of the input in hertz.</summary>
    public int From { get; }

    /// <summary>Rate of the output in hertz.</summary>
    public int To { get; }

    /// <summary>Output samples of an input of <paramref name="inputLength"/> samples: ceil(n · to / from).</summary>
    public static long OutputLength(long inputLength, int from, int to) => (long)(((Int128)inputLength * to + from - 1) / from);

    /// <summary>Takes the next samples and writes all output that they complete.</summary>
    /// <exception cref="InvalidOperationException">The stream has been flushed.</exception>
    public void Process(ReadOnlySpan<float> input, IBufferWriter<float> output)
    {
        if (flushed) throw new InvalidOperationException("A resampler takes no more input after Flush.");
        received += input.Length;
        if (filter is null)
        {
            output.Write(input);
            produced += input.Length;
            return;
        }
        while (!input.IsEmpty)
        {
            var taken = Append(input);
            input = input[taken..];
            Produce(output, long.MaxValue);
        }
    }

    /// <summary>Ends the stream: writes the rest, so that all in all <see cref="OutputLength"/> samples were written. Idempotent.</summary>
    public void Flush(IBufferWriter<float> output)
    {
        if (flushed) return;
        flushed = true;
        if (filter is null) return;
        var total = OutputLength(received, From, To);
        Span<float> silence = stackalloc float[256];
        silence.Clear();
        while (produced < total)
        {
            Append(silence);
            Produce(output, total);
        }
    }

    private int Append(ReadOnlySpan<float> input)
    {
        if (held == history.Length) Discard();
        var taken = Math.Min(input.Length, history.Length - held);
        input[..taken].CopyTo(history.AsSpan(held));
        held += taken;
        return taken;
    }

    private void Produce(IBufferWriter<float> output, long limit)
    {
        var taps = filter!.TapCount;
        long up = filter.Up, down = filter.Down;
        // Output j needs the window from floor(j·down/up) − (half − 1) on; the last start with a whole window is held − taps.
        var lastStart = historyStart + held - taps;
        var readyInput = lastStart + filter.HalfLength - 1;
        var ready = readyInput < 0 ? 0 : (long)((((Int128)readyInput + 1) * up - 1) / down) + 1;
        var count = (int)Math.Min(int.MaxValue, Math.Min(ready, limit) - produced);
        if (count > 0)
        {
            Fill(output.GetSpan(count)[..count]);
            output.Advance(count);
            produced += count;
        }
        Discard();
    }

    /// <summary>Computes the next outputs, phase by phase: those of a phase share their taps.</summary>
    private void Fill(Span<float> target)
    {
        var (up, down) = (filter!.Up, filter.Down);
        var first = historyStart + filter.HalfLength - 1;
        for (var i = 0; i < Math.Min(up, target.Length); i++)
        {
            var place = (Int128)(produced + i) * down;
            var (position, phase) = ((long)(place / up), (int)(place % up));
            filter.ApplyMany(history.AsSpan((int)(position - first)), phase, ((target.Length - 1 - i) / up) + 1, target[i..]);
        }
    }

    /// <summary>Forgets input that no later output needs.</summary>
    private void Discard()
    {
        var firstNeeded = (long)((Int128)produced * filter!.Down / filter.Up) - (filter.HalfLength - 1);
        var old = (int)Math.Min(held, firstNeeded - historyStart);
        if (old <= 0 || (old < history.Length / 2 && held < history.Length)) return;
        history.AsSpan(old, held - old).CopyTo(history);
        held -= old;
        historyStart += old;
    }
}
