using System.Runtime.CompilerServices;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Sums of probabilities given by their natural logarithms.</summary>
internal static class LogSum
{
    /// <summary>The logarithm of nothing.</summary>
    public const float Zero = -1e30f;

    // Below this difference the smaller term is less than half a unit in the last place of the larger.
    private const float Negligible = 16.5f;

    /// <summary>ln(e^a + e^b).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float a, float b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return high - low > Negligible ? high : high + MathF.Log(1 + MathF.Exp(low - high));
    }
}
