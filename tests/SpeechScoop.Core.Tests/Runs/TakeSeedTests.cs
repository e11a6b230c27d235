using SpeechScoop.Runs;

namespace SpeechScoop.Core.Tests.Runs;

public sealed class TakeSeedTests
{
    [Fact]
    public void The_seed_follows_from_run_item_and_take_on_every_machine()
    {
        Assert.Equal(TakeSeed.Of(7, "item", 0), TakeSeed.Of(7, "item", 0));
        // Computed with Python: int.from_bytes(hashlib.sha256(b"7\nitem\n0").digest()[:8], "big") >> 11.
        Assert.Equal(5661722049083305, TakeSeed.Of(7, "item", 0));
    }

    [Fact]
    public void Ten_thousand_outputs_have_different_seeds_that_JavaScript_keeps()
    {
        var seeds = Enumerable.Range(0, 100).SelectMany(item => Enumerable.Range(0, 100).Select(take => TakeSeed.Of(1, $"item{item}", take))).ToArray();
        Assert.Equal(10_000, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.InRange(seed, 0, (1L << 53) - 1));
    }
}
