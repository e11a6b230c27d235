using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Signals;

/// <summary>
/// Inner products whose summation order depends on the length alone, so that a filter gives the same bits wherever its
/// input lies in memory and however a stream was cut (library kernels do not promise that).
/// </summary>
internal static class DotProduct
{
    /// <summary>Lengths are multiples of this.</summary>
    public static int Granularity => 2 * Vector<float>.Count;

    /// <summary>Sum of products.</summary>
    /// <param name="taps">A multiple of <see cref="Granularity"/> elements.</param>
    /// <param name="window">At least as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Of(ReadOnlySpan<float> taps, ReadOnlySpan<float> window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window.Length, taps.Length);
        ref var h = ref MemoryMarshal.GetReference(taps);
        ref var x = ref MemoryMarshal.GetReference(window);
        var step = (nuint)Vector<float>.Count;
        Vector<float> even = default, odd = default;
        for (nuint i = 0; i < (nuint)taps.Length; i += 2 * step)
        {
            even = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref h, i), Vector.LoadUnsafe(ref x, i), even);
            odd = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref h, i + step), Vector.LoadUnsafe(ref x, i + step), odd);
        }
        return Vector.Sum(even + odd);
    }

    /// <summary>
    /// The sums of one row of taps with windows that slide over a signal: <c>output[k · outputStep]</c> belongs to the window
    /// at <c>k · shift</c>, to the same bit as alone. Four at a time, so that the taps are loaded once for all of them and eight
    /// independent sums keep the multipliers busy.
    /// </summary>
    /// <param name="taps">A multiple of <see cref="Granularity"/> elements.</param>
    /// <param name="samples">The signal from the first window on.</param>
    /// <param name="shift">Samples from window to window.</param>
    /// <param name="count">Number of windows.</param>
    /// <param name="output">Receives the sums.</param>
    /// <param name="outputStep">Elements from sum to sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slide(ReadOnlySpan<float> taps, ReadOnlySpan<float> samples, int shift, int count, Span<float> output, int outputStep)
    {
        if (count == 0) return;
        ArgumentOutOfRangeException.ThrowIfNegative(shift);
        ArgumentOutOfRangeException.ThrowIfNegative(outputStep);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples.Length, taps.Length + ((count - 1L) * shift));
        var step = (nuint)Vector<float>.Count;
        var length = (nuint)taps.Length;
        ref var h = ref MemoryMarshal.GetReference(taps);
        var k = 0;
        for (; k <= count - 4; k += 4)
        {
            ref var x0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(samples), k * shift);
            ref var x1 = ref Unsafe.Add(ref x0, shift);
            ref var x2 = ref Unsafe.Add(ref x1, shift);
            ref var x3 = ref Unsafe.Add(ref x2, shift);
            Vector<float> e0 = default, e1 = default, e2 = default, e3 = default, o0 = default, o1 = default, o2 = default, o3 = default;
            for (nuint i = 0; i < length; i += 2 * step)
            {
                var even = Vector.LoadUnsafe(ref h, i);
                e0 = Vector.FusedMultiplyAdd(even, Vector.LoadUnsafe(ref x0, i), e0);
                e1 = Vector.FusedMultiplyAdd(even, Vector.LoadUnsafe(ref x1, i), e1);
                e2 = Vector.FusedMultiplyAdd(even, Vector.LoadUnsafe(ref x2, i), e2);
                e3 = Vector.FusedMultiplyAdd(even, Vector.LoadUnsafe(ref x3, i), e3);
                var odd = Vector.LoadUnsafe(ref h, i + step);
                o0 = Vector.FusedMultiplyAdd(odd, Vector.LoadUnsafe(ref x0, i + step), o0);
                o1 = Vector.FusedMultiplyAdd(odd, Vector.LoadUnsafe(ref x1, i + step), o1);
                o2 = Vector.FusedMultiplyAdd(odd, Vector.LoadUnsafe(ref x2, i + step), o2);
                o3 = Vector.FusedMultiplyAdd(odd, Vector.LoadUnsafe(ref x3, i + step), o3);
            }
            output[k * outputStep] = Vector.Sum(e0 + o0);
            output[(k + 1) * outputStep] = Vector.Sum(e1 + o1);
            output[(k + 2) * outputStep] = Vector.Sum(e2 + o2);
            output[(k + 3) * outputStep] = Vector.Sum(e3 + o3);
        }
        for (; k < count; k++) output[k * outputStep] = Of(taps, samples[(k * shift)..]);
    }
}
