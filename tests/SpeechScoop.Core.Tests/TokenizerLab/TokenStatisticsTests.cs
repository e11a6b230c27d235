using System.Text.Json;
using CsCheck;
using SpeechScoop.TokenizerLab;

namespace SpeechScoop.Tests.TokenizerLab;

public class TokenStatisticsTests
{
    private static readonly Gen<int[]> Codes = Gen.Int[0, 15].Array[1, 200];

    [Fact]
    public void Rates_and_codebook_use_come_out_as_expected()
    {
        var golden = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.PathTo("golden", "golden_stats.json"))).RootElement.GetProperty("tokens");
        int[][] codes = [.. golden.GetProperty("codes").EnumerateArray().Select(book => book.EnumerateArray().Select(code => code.GetInt32()).ToArray())];
        var found = TokenCounter.Of(codes, golden.GetProperty("codebook_size").GetInt32(), golden.GetProperty("duration_s").GetDouble()).Value;
        Near(golden, "frames", found.Frames);
        Near(golden, "frame_rate_hz", found.FrameRate);
        Near(golden, "tokens_per_s", found.TokensPerSecond);
        Near(golden, "nominal_bitrate_bps", found.NominalBitRate);
        Near(golden, "entropy_bitrate_bps", found.EntropyBitRate);
        foreach (var (expected, book) in golden.GetProperty("per_codebook").EnumerateArray().Zip(found.Codebooks))
        {
            Near(expected, "used", book.Used);
            Near(expected, "utilisation", book.Utilisation);
            Near(expected, "entropy_bits", book.EntropyBits);
            Near(expected, "perplexity", book.Perplexity);
            Near(expected, "efficiency", book.Efficiency);
            Near(expected, "repeat_rate", book.RepeatRate!.Value);
        }
    }

    [Fact]
    public void Codes_used_evenly_reach_every_bit()
    {
        var book = TokenCounter.Of([[0, 1, 2, 3]], 4, 2).Value.Codebooks[0];
        Assert.Equal((4, 1, 2, 4, 1), (book.Used, book.Utilisation, book.EntropyBits, book.Perplexity, book.Efficiency));
        Assert.Equal(0, book.RepeatRate);
        Assert.Equal([1, 1, 1, 1], book.Counts);
    }

    [Fact]
    public void One_code_only_carries_nothing()
    {
        var found = TokenCounter.Of([[5, 5, 5]], 8, 1).Value;
        Assert.Equal((0, 1, 1), (found.EntropyBitRate, found.Codebooks[0].Perplexity, found.Codebooks[0].RepeatRate));
        Assert.Equal(9, found.NominalBitRate);
        Assert.Equal(3 / 8.0, found.ReachableUtilisation);
    }

    [Fact]
    public void Clips_added_one_by_one_count_together_without_a_repeat_across_their_seam() => Gen.Select(Codes, Codes).Sample((first, second) =>
    {
        var counter = new TokenCounter(1, 16);
        Assert.Null(counter.Add([first], 1));
        Assert.Null(counter.Add([second], 2));
        var (together, whole) = (counter.Statistics().Value, TokenCounter.Of([[.. first, .. second]], 16, 3).Value);
        Assert.Equal(whole.Codebooks[0].EntropyBits, together.Codebooks[0].EntropyBits, 1e-12);
        Assert.Equal(whole.FrameRate, together.FrameRate, 1e-12);
        Assert.InRange(together.Codebooks[0].EntropyBits, 0, 4 + 1e-12);
        var repeats = Repeats(first) + Repeats(second);
        if (first.Length + second.Length > 2) Assert.Equal((double)repeats / (first.Length + second.Length - 2), together.Codebooks[0].RepeatRate!.Value, 1e-12);
    }, seed: "0000KGUqZp51", iter: 200);

    [Fact]
    public void Names_of_codes_do_not_matter() => Codes.Sample(codes =>
        Assert.Equal(
            TokenCounter.Of([codes], 16, 1).Value.Codebooks[0].EntropyBits,
            TokenCounter.Of([[.. codes.Select(code => 15 - code)]], 16, 1).Value.Codebooks[0].EntropyBits, 1e-12), seed: "0000KGUqZp51", iter: 100);

    [Fact]
    public void Tokens_that_do_not_fit_together_are_refused_by_name_and_counted_nowhere()
    {
        var counter = new TokenCounter(2, 4);
        Assert.Contains("token 4 of codebook 1 in frame 2", counter.Add([[0, 1, 2], [3, 3, 4]], 1)!.Message, StringComparison.Ordinal);
        Assert.Contains("codebook 1 has 1 frames", counter.Add([[0, 1], [0]], 1)!.Message, StringComparison.Ordinal);
        Assert.Contains("1 codebooks", counter.Add([[0]], 1)!.Message, StringComparison.Ordinal);
        Assert.Contains("NaN seconds", counter.Add([[0], [0]], double.NaN)!.Message, StringComparison.Ordinal);
        Assert.Equal("tokens-missing", counter.Statistics().Error!.Code);
        Assert.Equal("tokens-missing", TokenCounter.Of([], 4, 1).Error!.Code);
    }

    [Fact]
    public void Survival_counts_tokens_that_stay()
    {
        var found = TokenSurvival.Of([[1, 2, 3, 4], [1, 1, 1, 1]], [[1, 2, 0, 0], [1, 1, 1, 0]]).Value;
        Assert.Equal([0.5, 0.75], found.Codebooks);
        Assert.Equal(0.625, found.Share);
        Assert.Equal((3, -1), (TokenSurvival.Of([[1, 2, 3, 4]], [[1, 2, 3]]).Value.Frames, TokenSurvival.Of([[1, 2, 3, 4]], [[1, 2, 3]]).Value.FramesApart));
        Assert.Equal(1, TokenSurvival.Of([[1, 2]], [[1, 2]]).Value.Share);
    }

    [Fact]
    public void Survival_between_tokens_of_different_shape_is_refused()
    {
        Assert.Contains("1 codebooks of tokens and its reconstruction 2", TokenSurvival.Of([[1]], [[1], [1]]).Error!.Message, StringComparison.Ordinal);
        Assert.Equal("tokens-damaged", TokenSurvival.Of([[1], [1, 2]], [[1], [1]]).Error!.Code);
        Assert.Equal("tokens-missing", TokenSurvival.Of([[]], [[1]]).Error!.Code);
    }

    private static int Repeats(int[] codes) => codes.Zip(codes.Skip(1)).Count(pair => pair.First == pair.Second);

    private static void Near(JsonElement golden, string name, double found) => Assert.Equal(golden.GetProperty(name).GetDouble(), found, 1e-9);
}
