using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tests.Packs;

public sealed class DefaultPacksTests(DefaultPacks packs) : IClassFixture<DefaultPacks>
{
    [Theory]
    [InlineData("scoop-recognizer")]
    [InlineData("scoop-tokenizer")]
    [InlineData("scoop-voice-parallel")]
    [InlineData("scoop-voice-next-token")]
    [InlineData("command-espeak-ng")]
    [InlineData("command-flite")]
    [InlineData("command-festival")]
    [InlineData("command-pocketsphinx")]
    public async Task A_pack_that_ships_is_right_to_its_last_byte_and_passes_its_self_test(string id)
    {
        packs.Require(id);
        var verification = await packs.Catalog.VerifyAsync(id);
        TestContext.Current.TestOutputHelper?.WriteLine($"{verification.Value.SelfTest}");
        Assert.Empty(verification.Value.Problems);
        Assert.True(verification.Value.Passed, verification.Value.SelfTest?.Message);
    }

    [Fact]
    public void Every_system_has_a_kind_traits_and_a_size()
    {
        Assert.All(packs.Catalog.Systems, system =>
        {
            Assert.True(system.Status != PackStatus.Ready || system.Problems.Count == 0);
            Assert.NotNull(system.Traits.SampleRate);
            Assert.True(system.Bytes > 0 || system.Family == "command");
        });
    }
}
