using System.Diagnostics;
using System.Globalization;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Benchmarks.Pipeline;

/// <summary>
/// Times the recognition of a minute of 48 kHz audio (decoding the file, resampling, features, network, greedy search)
/// next to the network alone on the same tensor, in turns, so that whatever else the machine does meets both alike.
/// </summary>
internal static class PipelineCommand
{
    private const string Usage = "pipeline --audio FILE.wav,... [--models models] [--system scoop-recognizer/characters] [--seconds 60] [--repeats 15]";
    private const int FileRate = 48_000;

    /// <summary>Runs the command; 0 if it could measure.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (!given.TryGetValue("--audio", out var audio) || args.Count % 2 == 1) return Fail(Usage);
        var models = given.GetValueOrDefault("--models", "models");
        var systemId = given.GetValueOrDefault("--system", "scoop-recognizer/characters");
        var seconds = double.Parse(given.GetValueOrDefault("--seconds", "60"), CultureInfo.InvariantCulture);
        var repeats = int.Parse(given.GetValueOrDefault("--repeats", "15"), CultureInfo.InvariantCulture);

        if (!(await MinuteAsync(audio.Split(','), seconds)).TryGet(out var file, out var error)) return Fail(error.Message);
        using var gate = new ComputeGate();
        using var catalog = new SystemCatalog(models, gate);
        if (!(await catalog.GetRecognizerAsync(systemId)).TryGet(out var recognizer, out error)) return Fail(error.Message);
        if (!BareModel.Load(Path.Combine(models, systemId.Split('/')[0])).TryGet(out var bare, out error)) return Fail(error.Message);
        using (bare)
        {
            var samples = Resample.ToMono(WavReader.Read(file).Value, bare.Preset.SampleRate);
            bare.SetInput(samples);

            double[] whole = new double[repeats], alone = new double[repeats], decoding = new double[repeats], features = new double[repeats];
            var mel = new LogMel(bare.Preset);
            var text = "";
            for (var i = -2; i < repeats; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var transcript = await recognizer.RecognizeAsync(WavReader.Read(file).Value);
                var wholeTime = Milliseconds(started);
                if (transcript.Error is { } failed) return Fail(failed.Message);
                text = transcript.Value.Text;

                started = Stopwatch.GetTimestamp();
                await gate.RunAsync(() => bare.Run());
                var aloneTime = Milliseconds(started);

                started = Stopwatch.GetTimestamp();
                using var reader = MonoReader.Of(WavReader.Read(file).Value, bare.Preset.SampleRate);
                var decoded = reader.ReadToEnd();
                var decodingTime = Milliseconds(started);

                started = Stopwatch.GetTimestamp();
                mel.ComputeBandsFirst(decoded.Channel(0));
                var featuresTime = Milliseconds(started);
                if (i >= 0) (whole[i], alone[i], decoding[i], features[i]) = (wholeTime, aloneTime, decodingTime, featuresTime);
            }
            var ratios = whole.Zip(alone, (pipeline, model) => pipeline / model).ToArray();
            Print($"{seconds:0} s of {FileRate} Hz 16-bit mono, {systemId}, median of {repeats} turns (lowest in brackets)");
            Print($"whole pipeline            {Median(whole),9:0.0} ms ({whole.Min():0.0})   real-time factor {Median(whole) / 1000 / seconds:0.0000}");
            Print($"network alone             {Median(alone),9:0.0} ms ({alone.Min():0.0})");
            Print($"read WAV and resample     {Median(decoding),9:0.0} ms ({decoding.Min():0.0})");
            Print($"log-mel features          {Median(features),9:0.0} ms ({features.Min():0.0})");
            Print($"pipeline over network     {100 * (Median(ratios) - 1),9:0.0} % ({100 * ((whole.Min() / alone.Min()) - 1):0.0} % of the lowest times)");
            Print($"text: {(text.Length > 100 ? text[..100] + "…" : text)}");
            return 0;
        }
    }

    private static async Task<Result<byte[]>> MinuteAsync(string[] paths, double seconds)
    {
        var samples = new List<float>();
        while (samples.Count < seconds * FileRate)
        {
            foreach (var path in paths)
            {
                if (!(await AudioDecoder.DecodeAsync(path)).TryGet(out var clip, out var error)) return error;
                samples.AddRange(Resample.ToMono(clip, FileRate).Channel(0));
            }
        }
        return WavWriter.ToBytes(new AudioClip(FileRate, [.. samples.Take((int)(seconds * FileRate))]));
    }

    private static double Milliseconds(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
