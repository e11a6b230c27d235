using SpeechScoop.Inference.Commands;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Tests.Commands;

public sealed class PocketsphinxOutputTests
{
    [Fact]
    public void Words_are_read_with_their_times_and_without_silences()
    {
        const string output = """
            and not
            <s> 3.170 3.280 1.000300
            and(2) 3.290 3.730 0.985603
            <sil> 3.740 3.980 0.828680
            [NOISE] 3.980 3.985 0.5
            not 3.990 4.300 0.817730
            </s> 4.310 4.760 1.000000
            yes
            yes 5.000 5.500 1.000000
            """;
        Assert.Equal(
            [
                new RecognizedWord("and", TimeSpan.FromSeconds(3.29), TimeSpan.FromSeconds(3.73)),
                new RecognizedWord("not", TimeSpan.FromSeconds(3.99), TimeSpan.FromSeconds(4.3)),
                new RecognizedWord("yes", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5)),
            ],
            PocketsphinxOutput.Words(output));
    }

    [Fact]
    public void Nothing_heard_is_no_words() => Assert.Empty(PocketsphinxOutput.Words("\n"));
}
