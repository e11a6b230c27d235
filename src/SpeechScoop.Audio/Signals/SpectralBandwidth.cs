using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Signals;

/// <summary>Up to where a signal has a spectrum: tells a telephone recording from a studio's whatever the sample rates of their files are.</summary>
public static class SpectralBandwidth
{
    /// <summary>How far below its strongest third of a kilohertz a spectrum counts as empty, in decibels: above the noise of 16 bits, below any sound of speech.</summary>
    public const double RangeDb = 65;

    private const double BandHz = 333, FrameSeconds = 0.032;

    /// <summary>
    /// The upper edge, in hertz, of the highest band of 333 Hz whose long-term mean power is within <see cref="RangeDb"/> of the
    /// strongest band's; over all channels; 0 for silence and for less than 32 ms.
    /// </summary>
    public static double Hertz(AudioClip clip)
    {
        var size = (int)Math.Round(FrameSeconds * clip.SampleRate / 2) * 2;
        if (size < 2 || clip.Length < size) return 0;
        var bands = new double[(int)Math.Ceiling(clip.SampleRate / 2.0 / BandHz)];
        var stft = new Stft(size, size / 2, Window(size));
        var bandOfBin = Enumerable.Range(0, stft.Bins).Select(k => Math.Min(bands.Length - 1, (int)((double)k * clip.SampleRate / size / BandHz))).ToArray();
        // In stretches of some seconds, so that an hour of audio needs no gigabyte of spectra.
        var stretch = 256 * size;
        var power = new float[stft.FrameCount(Math.Min(stretch, clip.Length)) * stft.Bins];
        for (var c = 0; c < clip.ChannelCount; c++)
        {
            var samples = clip.Channel(c);
            for (; samples.Length >= size; samples = samples[Math.Min(stretch, samples.Length)..])
            {
                var count = stft.Power(samples[..Math.Min(stretch, samples.Length)], power);
                for (var i = 0; i < count; i++) bands[bandOfBin[i % stft.Bins]] += power[i];
            }
        }
        var threshold = bands.Max() * Math.Pow(10, -RangeDb / 10);
        var highest = threshold == 0 ? -1 : Array.FindLastIndex(bands, power => power >= threshold);
        return Math.Min((highest + 1) * BandHz, clip.SampleRate / 2.0);
    }

    /// <summary>Blackman–Harris (four terms): its side lobes are 92 dB down, so that strong low sounds do not fill empty bands.</summary>
    private static float[] Window(int size) =>
        [.. Enumerable.Range(0, size).Select(i =>
        {
            var x = 2 * Math.PI * i / size;
            return (float)(0.35875 - (0.48829 * Math.Cos(x)) + (0.14128 * Math.Cos(2 * x)) - (0.01168 * Math.Cos(3 * x)));
        })];
}
