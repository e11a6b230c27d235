using SpeechScoop.ListeningTests;

namespace SpeechScoop.Core.Tests.ListeningTests.Building;

public class MaterialReadingTests
{
    [Fact]
    public void Folders_are_conditions_and_files_of_one_name_are_one_item()
    {
        var material = FolderMaterial.Read([File("up/opus 16k/b.wav"), File("up/opus 16k/a.wav"), File("up/Reference/a.flac"), File("up/Reference/b.wav")]).Value;
        Assert.Equal(
            [new("reference", "Reference", StimulusRole.Reference), new("opus-16k", "opus 16k")],
            material.Conditions);
        Assert.Equal(["a", "b"], material.Items.Select(item => item.Id));
        Assert.All(material.Items, item => Assert.Equal(2, item.Clips.Count));
        Assert.Equal("up/opus 16k/a.wav", material.Items[0].Clips.Single(clip => clip.Condition == "opus-16k").Provenance?.File);
    }

    [Fact]
    public void Names_that_give_the_same_id_stay_two_things()
    {
        var material = FolderMaterial.Read([File("a b/1.wav"), File("a-b/1.wav"), File("<script>/1.wav"), File("😀/1.wav")]).Value;
        Assert.Equal(["script", "a-b", "a-b-2", "unnamed"], material.Conditions.Select(condition => condition.Id));
        Assert.Equal(["<script>", "a b", "a-b", "😀"], material.Conditions.Select(condition => condition.Title));
    }

    [Theory]
    [InlineData("a.wav", "file-without-condition")]
    [InlineData("", "file-without-condition")]
    [InlineData("x/../../a.wav", null)]
    public void A_file_outside_of_any_folder_is_refused(string name, string? code) => Assert.Equal(code, FolderMaterial.Read([File(name)]).Error?.Code);

    [Fact]
    public void Two_files_for_one_item_of_a_condition_are_refused() =>
        Assert.Equal("clip-twice", FolderMaterial.Read([File("x/a.wav"), File("x/a.mp3")]).Error?.Code);

    [Fact]
    public void A_table_names_files_references_and_transcripts()
    {
        var material = TableMaterial.Read(
            "\uFEFFCondition,Item,File,Reference,Transcript\r\n\"A, the first\",one,a1.wav,r1.wav,\"He said \"\"no\"\",\nthen left\"\r\nB,one,deep/b1.wav,r1.wav,\r\n\r\n",
            [File("x/a1.wav"), File("x/deep/b1.wav"), File("y/b1.wav"), File("r1.wav")]).Value;
        Assert.Equal(["reference", "A-the-first", "B"], material.Conditions.Select(condition => condition.Id));
        var item = Assert.Single(material.Items);
        Assert.Equal(3, item.Clips.Count);
        Assert.All(item.Clips, clip => Assert.Equal("He said \"no\",\nthen left", clip.Transcript));
    }

    [Theory]
    [InlineData("", "csv-empty")]
    [InlineData("condition,item\nA,one", "csv-column-missing")]
    [InlineData("condition,item,file,colour\nA,one,a.wav,red", "csv-column-unknown")]
    [InlineData("condition,item,item,file\nA,one,one,a.wav", "csv-column-twice")]
    [InlineData("condition,item,file\nA,one", "csv-row-uneven")]
    [InlineData("condition,item,file\nA,one,\"a.wav", "csv-quote-open")]
    [InlineData("condition,item,file\nA,one,missing.wav", "csv-file-missing")]
    [InlineData("condition,item,file\n,one,a.wav", "csv-cell-empty")]
    [InlineData("condition,item,file\nA,one,", "csv-cell-empty")]
    [InlineData("condition,item,file\nA,one,a.wav\nA,one,b.wav", "clip-twice")]
    [InlineData("condition,item,file,reference\nA,one,a.wav,b.wav\nB,one,b.wav,a.wav", "reference-twice")]
    [InlineData("condition;item;file\nA;one;a.wav", null)]
    [InlineData("condition\titem\tfile\nA\tone\ta.wav", null)]
    public void A_malformed_table_is_refused_with_its_line(string csv, string? code)
    {
        var error = TableMaterial.Read(csv, [File("a.wav"), File("b.wav")]).Error;
        Assert.Equal(code, error?.Code);
    }

    [Fact]
    public void A_name_that_two_different_files_have_is_refused_with_what_would_tell_them_apart()
    {
        var error = TableMaterial.Read("condition,item,file\nA,one,a.wav", [File("x/a.wav"), File("y/a.wav")]).Error;
        Assert.Equal("csv-file-ambiguous", error?.Code);
        Assert.Contains("x/a.wav", error?.Message, StringComparison.Ordinal);
    }

    private static MaterialFile File(string name) => new(name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))));
}
