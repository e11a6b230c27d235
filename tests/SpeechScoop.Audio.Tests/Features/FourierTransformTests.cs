using System.Numerics;
using System.Runtime.InteropServices;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Tests.Features;

public sealed class FourierTransformTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(97)]
    [InlineData(256)]
    [InlineData(320)]
    [InlineData(321)]
    [InlineData(400)]
    [InlineData(512)]
    [InlineData(1000)]
    public void It_equals_the_definition_in_every_lane(int size)
    {
        var transform = new FourierTransform(size);
        var random = new SeededRandom(size);
        var signals = new Vector<float>[size];
        var values = MemoryMarshal.Cast<Vector<float>, float>(signals.AsSpan());
        foreach (ref var value in values) value = (float)((2 * random.NextDouble()) - 1);
        var power = new Vector<float>[transform.Bins];
        transform.TransformToPower(signals, power);
        transform.Transform(signals);
        for (var lane = 0; lane < FourierTransform.Lanes; lane++)
        {
            for (var k = 0; k < transform.Bins; k++)
            {
                Complex expected = 0;
                for (var n = 0; n < size; n++)
                    expected += Complex.FromPolarCoordinates(signals[n][lane], -2 * Math.PI * ((long)k * n % size) / size);
                Assert.Equal(expected.Real, transform.Real[k][lane], 1e-6 * size);
                Assert.Equal(expected.Imaginary, transform.Imaginary[k][lane], 1e-6 * size);
                Assert.Equal(Math.Pow(expected.Magnitude, 2), power[k][lane], 3e-6 * size * size);
            }
        }
    }
}
