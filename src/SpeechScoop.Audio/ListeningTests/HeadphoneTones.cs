using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>A question of the headphone screen.</summary>
/// <param name="Clip">Two channels; three tones with silence between them.</param>
/// <param name="Quiet">The right answer: which tone is the quietest, 1..3.</param>
/// <param name="Antiphase">Which tone is in antiphase between the ears, 1..3: what loudspeakers make the quietest.</param>
public sealed record HeadphoneQuestion(AudioClip Clip, int Quiet, int Antiphase);

/// <summary>
/// The headphone screen of Woods, Siegel, Traer and McDermott ("Headphone screening to facilitate web-based auditory
/// experiments", Attention, Perception &amp; Psychophysics 79, 2017): of three 200 Hz tones one is 6 dB quieter, another in
/// antiphase between the ears. Through headphones the first is the quietest; in a room the second cancels itself.
/// </summary>
public static class HeadphoneTones
{
    /// <summary>Frequency of the tones, in hertz.</summary>
    public const double FrequencyHz = 200;

    /// <summary>How much quieter the right answer is, in decibels.</summary>
    public const double QuietDb = -6;

    /// <summary>RMS level of the other tones in each ear, in dBFS.</summary>
    public const double LevelDb = -20;

    private const double ToneSeconds = 1, EdgeSeconds = 0.1, PauseSeconds = 0.5;

    /// <summary>Quiet, antiphase and plain tone in all six orders: each is asked once before one comes again.</summary>
    private static readonly (int Quiet, int Antiphase)[] Orders = [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)];

    /// <summary>The questions of a screen. In every six each order comes once, so that giving the same answer always is right twice.</summary>
    /// <param name="seed">Decides the order.</param>
    /// <param name="count">Number of questions, at least 1; multiples of six are balanced.</param>
    /// <param name="sampleRate">In hertz, at least 8,000.</param>
    public static IReadOnlyList<HeadphoneQuestion> Make(long seed, int count, int sampleRate = 48_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 8_000);
        var random = new SeededRandom(seed);
        var tone = Tone(sampleRate);
        var clips = Orders.ToDictionary(order => order, order => Clip(tone, order.Quiet, order.Antiphase, sampleRate));
        var questions = new List<HeadphoneQuestion>(count);
        while (questions.Count < count)
        {
            var block = Orders.ToArray();
            random.Shuffle(block);
            questions.AddRange(block.Take(count - questions.Count).Select(order => new HeadphoneQuestion(clips[order], order.Quiet, order.Antiphase)));
        }
        return questions;
    }

    private static AudioClip Clip(float[] tone, int quiet, int antiphase, int sampleRate)
    {
        var step = tone.Length + (int)Math.Round(PauseSeconds * sampleRate);
        var left = new float[(2 * step) + tone.Length];
        var right = new float[left.Length];
        for (var place = 1; place <= 3; place++)
        {
            var factor = (float)Levels.FromDb(place == quiet ? QuietDb : 0);
            var rightFactor = place == antiphase ? -factor : factor;
            var start = (place - 1) * step;
            for (var i = 0; i < tone.Length; i++)
            {
                left[start + i] = factor * tone[i];
                right[start + i] = rightFactor * tone[i];
            }
        }
        return new AudioClip(sampleRate, left, right);
    }

    private static float[] Tone(int sampleRate)
    {
        var tone = new float[(int)Math.Round(ToneSeconds * sampleRate)];
        var edge = EdgeSeconds * sampleRate;
        var amplitude = Math.Sqrt(2) * Levels.FromDb(LevelDb);
        for (var i = 0; i < tone.Length; i++)
        {
            var rise = Math.Min(1, Math.Min(i, tone.Length - 1 - i) / edge);
            tone[i] = (float)(amplitude * 0.5 * (1 - Math.Cos(Math.PI * rise)) * Math.Sin(2 * Math.PI * FrequencyHz * i / sampleRate));
        }
        return tone;
    }
}
