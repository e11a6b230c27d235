using System.Diagnostics;
using System.Globalization;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Intelligibility;
using SpeechScoop.Audio.Metrics.SelfCheck;

namespace SpeechScoop.Benchmarks.Metrics;

/// <summary>
/// <c>metrics [--repeats N] [--only ID]</c>: how long each metric takes on ten seconds of mono at 16 kHz (at 48 kHz where it needs that), on one thread; the least of
/// some repeats, since other work only adds. stoi_speed.py beside this file times STOI written with numpy.
/// </summary>
internal static class MetricsCommand
{
    private const int Rate = 16_000, Seconds = 10, HighRate = 48_000;

    public static int Run(string[] arguments)
    {
        var repeats = Option(arguments, "--repeats") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 30;
        var only = Option(arguments, "--only");
        var (clean, noisy) = (Clip("voice-noisy", Rate, reference: true), Clip("voice-noisy", Rate, reference: false));
        var (cleanHigh, noisyHigh) = (Clip("voice-noisy", HighRate, reference: true), Clip("voice-noisy", HighRate, reference: false));
        var (x, y) = (clean.Channel(0).ToArray(), noisy.Channel(0).ToArray());
        var logMel = new LogMel(LogMelPresets.All.Single(preset => preset.Name == "kaldi80"));
        Time("STOI (stoi_speed.py's)", () => Stoi.Compute(x, y, Rate));
        Time("ESTOI (stoi_speed.py's)", () => Stoi.Compute(x, y, Rate, extended: true));
        Time("log-mel, 80 bands, 16 kHz", () => logMel.Compute(x));
        Time("integrated loudness, 48 kHz", () => LoudnessMeter.Integrated(noisyHigh));
        Time("true peak, 48 kHz", () => TruePeak.Db(noisyHigh));
        foreach (var metric in MetricRegistry.BuiltIn)
        {
            var isHigh = metric.Info.LowestSampleRate > Rate || metric.Info.Group == SpeechScoop.Metrics.MetricGroup.Level;
            // A new input each time: metrics of one input share their analyses.
            Time($"{metric.Info.Id}{(isHigh ? ", 48 kHz" : "")}", () => MetricRegistry.Measure(metric, new MetricInput(isHigh ? noisyHigh : noisy, isHigh ? cleanHigh : clean, "one two three")));
        }
        return 0;

        void Time(string name, Func<object> work)
        {
            if (only is not null && !name.StartsWith(only, StringComparison.Ordinal)) return;
            var least = double.PositiveInfinity;
            // Until it is compiled with optimisation, and then the repeats.
            for (var i = -40; i < repeats; i++)
            {
                if (i == 0) least = double.PositiveInfinity;
                var started = Stopwatch.GetTimestamp();
                GC.KeepAlive(work());
                least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {least,9:0.00} ms {Seconds * 1000 / least,9:#,0} x real time"));
        }
    }

    /// <summary>Golden signals over and over.</summary>
    private static AudioClip Clip(string signals, int rate, bool reference)
    {
        var input = GoldenSignals.Of(signals);
        var source = (reference ? input.Reference! : input.Clip).Channel(0);
        var samples = new float[Seconds * rate];
        for (var i = 0; i < samples.Length; i++) samples[i] = source[i % source.Length];
        return new AudioClip(rate, samples);
    }

    private static string? Option(string[] arguments, string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
}
