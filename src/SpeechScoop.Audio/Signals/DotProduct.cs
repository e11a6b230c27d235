using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Signals;

/// <summary>
/// Inner product with a summation order that depends on the length alone, so that a filter gives the same bits wherever
/// its input lies in memory and however a stream was cut (library kernels do not promise that).
/// </summary>
internal static class DotProduct
{
    /// <summary>Lengths that need no remainder are multiples of this.</summary>
    public static int Granularity => 4 * Vector<float>.Count;

    /// <summary>Sum of products; <paramref name="a"/> has a multiple of <see cref="Granularity"/> elements, <paramref name="b"/> at least as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Length);
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        Vector<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var step = Vector<float>.Count;
        for (var i = 0; i <= a.Length - (4 * step); i += 4 * step)
        {
            s0 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)i), Vector.LoadUnsafe(ref y, (nuint)i), s0);
            s1 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + step)), Vector.LoadUnsafe(ref y, (nuint)(i + step)), s1);
            s2 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + (2 * step))), Vector.LoadUnsafe(ref y, (nuint)(i + (2 * step))), s2);
            s3 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + (3 * step))), Vector.LoadUnsafe(ref y, (nuint)(i + (3 * step))), s3);
        }
        return Vector.Sum(s0 + s1 + (s2 + s3));
    }
}
