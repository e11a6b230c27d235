using SpeechScoop.ListeningTests;
using SpeechScoop.Runs;

namespace SpeechScoop.Tests.Runs;

public class ExternalColumnsTests
{
    private static readonly NamedOutput[] Outputs = [new("o1", "a", "codec", 0), new("o2", "b", "codec", 0), new("o3", "b", "codec", 1)];
    private static readonly HashSet<string> Own = ["stoi"];

    private static Result<ExternalColumns> Read(string table) => ExternalColumns.Read(CsvTable.Read(table).Value!, Outputs, Own);

    [Fact]
    public void Columns_of_another_program_become_metrics_and_our_own_stay_ours()
    {
        var read = Read("output,key,stoi,stoi.recipe,PESQ WB,attribute.noise\no1,a,0.9,x,4.5,street\no2,b,0.8,x,,street\no3,b,0.7,x,-0.5,street\n").Value!;
        Assert.Equal(["external/pesq-wb"], read.Columns);
        Assert.Equal([("o1", "external/pesq-wb", 4.5), ("o3", "external/pesq-wb", -0.5)], read.Values);
    }

    [Fact]
    public void A_key_is_enough_where_it_names_one_output()
    {
        Assert.Equal([("o1", "external/pesq", 1.0)], Read("key,pesq\na,1").Value!.Values);
        Assert.Equal([("o3", "external/pesq", 2.0)], Read("key,take,pesq\nb,1,2").Value!.Values);
    }

    [Theory]
    [InlineData("key,pesq\nb,1", "line 2 matches 2 outputs; add the columns system and take")]
    [InlineData("output,pesq\nnobody,1", "line 2 matches no finished output")]
    [InlineData("output,pesq\no1,1\no1,2", "line 3 names the output of line 2 again")]
    [InlineData("output,pesq\no1,good", "'good' under pesq, which is no number")]
    [InlineData("output,pesq\no1,NaN", "no number")]
    [InlineData("output,pesq\no1,1e999", "no number")]
    [InlineData("pesq\n1", "names neither outputs nor keys")]
    [InlineData("output,stoi\no1,1", "no column of another program")]
    [InlineData("output,pesq\no1,", "no value")]
    public void What_cannot_be_read_is_named_and_nothing_is_imported(string table, string message) => Assert.Contains(message, Read(table).Error!.Message, StringComparison.Ordinal);
}
