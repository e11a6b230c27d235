using SpeechScoop.Runs;

namespace SpeechScoop.Core.Tests.Runs;

public sealed class ImportMatchTests
{
    private static readonly string[] Keys = ["a", "en/b", "c.take 1"];

    private static ImportedPiece Piece(string path)
    {
        var name = OutputFileName.Read(path, Keys.Contains)!;
        return new(path, name.System, name.Key, name.Take, path, null);
    }

    [Theory]
    [InlineData("voice/a.wav", "voice", "a", null)]
    [InlineData("root/voice/a.take 2.wav", "voice", "a", 2)]
    [InlineData(@"root\voice\en\b_take12.flac", "voice", "en/b", 12)]
    [InlineData("a.wav", null, "a", null)]
    [InlineData("voice/c.take 1.wav", "voice", "c.take 1", null)]
    public void A_path_tells_system_key_and_take(string path, string? system, string key, int? take) =>
        Assert.Equal(new OutputFileName(system, key, take), OutputFileName.Read(path, Keys.Contains));

    [Theory]
    [InlineData("voice/d.wav")]
    [InlineData("voice/b.wav")]
    [InlineData("voice/atake2.wav")]
    [InlineData("")]
    public void A_path_that_ends_in_no_key_is_none(string path) => Assert.Null(OutputFileName.Read(path, Keys.Contains));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Takes_count_from_zero_or_one(int first)
    {
        var pieces = Keys.SelectMany(key => new[] { $"v/{key}.take {first}.wav", $"v/{key}.take {first + 1}.wav" }).Select(Piece).ToArray();
        var match = ImportMatch.Of(Keys, pieces, allowMissing: false);
        Assert.Empty(match.Problems);
        Assert.Equal((2, 6, 0), (match.Takes, match.Outputs.Count, match.Missing));
        Assert.Equal([0, 1, 0, 1, 0, 1], match.Outputs.Select(output => output.Take));
    }

    [Fact]
    public void Doubled_and_missing_outputs_are_named()
    {
        var match = ImportMatch.Of(Keys, [Piece("v/a.wav"), Piece("other/v/a.wav"), Piece("v/en/b.wav"), Piece("a.wav")], allowMissing: false);
        Assert.Equal(["a.wav", "other/v/a.wav", "c.take 1"], match.Problems.Select(problem => problem.Place));
        Assert.Contains("names no system", match.Problems[0].Message);
        Assert.Contains("came twice, first as v/a.wav", match.Problems[1].Message);
        Assert.Contains("v has nothing for this item", match.Problems[2].Message);
    }

    [Fact]
    public void Missing_outputs_may_be_allowed()
    {
        var match = ImportMatch.Of(Keys, [Piece("v/a.wav"), Piece("w/en/b.wav")], allowMissing: true);
        Assert.Empty(match.Problems);
        Assert.Equal((6, 4), (match.Outputs.Count, match.Missing));
        Assert.Equal(["v", "w"], match.Systems);
    }

    [Fact]
    public void Too_many_takes_are_refused_before_rows_are_made()
    {
        var match = ImportMatch.Of(Keys, [Piece("v/a.take 9999.wav")], allowMissing: true);
        Assert.Single(match.Problems);
        Assert.Empty(match.Outputs);
    }
}
