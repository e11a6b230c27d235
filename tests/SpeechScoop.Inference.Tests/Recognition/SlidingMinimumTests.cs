using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Tests.Recognition;

public sealed class SlidingMinimumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void It_is_the_smallest_of_the_last_values(int length)
    {
        var (minimum, random, values) = (new SlidingMinimum(length), new SeededRandom(2), new List<double>());
        for (var i = 0; i < 500; i++)
        {
            values.Add(random.Next(50));
            minimum.Add(values[^1]);
            Assert.Equal(values.TakeLast(length).Min(), minimum.Value);
            Assert.Equal(values.Count >= length, minimum.IsFull);
        }
    }
}
