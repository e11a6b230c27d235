namespace SpeechScoop.Audio.Signals;

/// <summary>Between interleaved samples (a frame holds one sample of each channel) and one array a channel.</summary>
public static class Interleaving
{
    /// <summary>Splits whole frames into channels, from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentException">Not a whole number of frames.</exception>
    public static void Split(ReadOnlySpan<float> interleaved, float[][] channels, int start)
    {
        var count = channels.Length;
        if (interleaved.Length % count != 0) throw new ArgumentException("Interleaved samples come in whole frames.", nameof(interleaved));
        var frames = interleaved.Length / count;
        for (var c = 0; c < count; c++)
        {
            var target = channels[c].AsSpan(start, frames);
            for (int i = 0, from = c; i < frames; i++, from += count) target[i] = interleaved[from];
        }
    }

    /// <summary>All samples of a clip, frame by frame.</summary>
    public static float[] Join(AudioClip clip)
    {
        var interleaved = new float[clip.Length * clip.ChannelCount];
        for (var c = 0; c < clip.ChannelCount; c++)
        {
            var channel = clip.Channel(c);
            for (int i = 0, to = c; i < channel.Length; i++, to += clip.ChannelCount) interleaved[to] = channel[i];
        }
        return interleaved;
    }
}
