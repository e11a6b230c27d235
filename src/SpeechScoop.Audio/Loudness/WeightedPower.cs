namespace SpeechScoop.Audio.Loudness;

/// <summary>
/// K-weighted energy of a clip in parts of 10 ms, over all channels with their weights: what every loudness is made from. An incomplete
/// part at the end counts in clips of less than 400 ms only, which are one part.
/// </summary>
internal sealed class WeightedPower
{
    /// <summary>Parts a second.</summary>
    public const int PartsPerSecond = 100;

    /// <summary>Parts of a momentary block (400 ms).</summary>
    public const int Momentary = 40;

    /// <summary>Parts of a short-term block (3 s).</summary>
    public const int ShortTerm = 300;

    private readonly double[] energies;
    private readonly int[] edges;

    private WeightedPower(double[] energies, int[] edges) => (this.energies, this.edges) = (energies, edges);

    /// <summary>Number of parts.</summary>
    public int Parts => energies.Length;

    /// <summary>Weighs a clip.</summary>
    public static WeightedPower Of(AudioClip clip)
    {
        var edges = Edges(clip);
        var energies = new double[edges.Length - 1];
        for (var c = 0; c < clip.ChannelCount; c++)
        {
            var weight = Weight(c, clip.ChannelCount);
            if (weight == 0) continue;
            var weighting = new KWeighting(clip.SampleRate);
            for (var p = 0; p < energies.Length; p++) energies[p] += weight * weighting.Energy(clip.Channel(c)[edges[p]..edges[p + 1]]);
        }
        return new WeightedPower(energies, edges);
    }

    /// <summary>Mean power of blocks, one beginning with every so many parts; of the whole clip where that is shorter than a block.</summary>
    /// <param name="length">Parts in a block.</param>
    /// <param name="step">Parts from the beginning of a block to that of the next.</param>
    public double[] Blocks(int length, int step)
    {
        if (Parts == 0) return [];
        length = Math.Min(length, Parts);
        var blocks = new double[((Parts - length) / step) + 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            var sum = 0.0;
            foreach (var energy in energies.AsSpan(i * step, length)) sum += energy;
            blocks[i] = sum / (edges[(i * step) + length] - edges[i * step]);
        }
        return blocks;
    }

    private static int[] Edges(AudioClip clip)
    {
        if (clip.Length == 0) return [0];
        var parts = (int)((long)clip.Length * PartsPerSecond / clip.SampleRate);
        while (Edge(parts) > clip.Length) parts--;
        return parts < Momentary ? [0, clip.Length] : [.. Enumerable.Range(0, parts + 1).Select(Edge)];

        int Edge(int part) => (int)Math.Round((double)part * clip.SampleRate / PartsPerSecond);
    }

    private static double Weight(int channel, int count) => (count, channel) switch
    {
        (5, 3 or 4) or (6, 4 or 5) => 1.41,
        (6, 3) => 0,
        _ => 1,
    };
}
