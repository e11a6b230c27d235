using CsCheck;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class BlindLabelsTests
{
    [Theory]
    [InlineData(0, "A")]
    [InlineData(2, "C")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(51, "AZ")]
    [InlineData(52, "BA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Positions_are_lettered_like_spreadsheet_columns(int position, string label) => Assert.Equal(label, BlindLabels.At(position));

    [Fact]
    public void Every_condition_gets_exactly_one_label() => Gen.Select(Gen.Int[0, 40], Gen.Long).Sample((count, seed) =>
        Assert.Equal(Enumerable.Range(0, count), BlindLabels.Order(count, seed).Order()));

    /// <summary>Pinned: a stored seed must bring back the same order in every later version.</summary>
    [Fact]
    public void A_seed_always_gives_the_same_order()
    {
        Assert.Equal("0,3,1,5,2,4", string.Join(',', BlindLabels.Order(6, 1)));
        Assert.Equal("1,3,2,0,4,5", string.Join(',', BlindLabels.Order(6, 20261123)));
    }

    [Fact]
    public void All_orders_are_equally_likely()
    {
        var counts = Enumerable.Range(0, 24_000).Select(seed => string.Concat(BlindLabels.Order(4, seed))).CountBy(order => order).ToList();

        // 24 orders, 1000 expected each; chi-square with 23 degrees of freedom is below 49.7 with probability 0.999.
        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Sum(count => Math.Pow(count.Value - 1000, 2) / 1000), 0, 49.7);
    }
}
