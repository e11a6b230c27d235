using System.Globalization;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.Tests.Exports;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("Zoë 李 🎧", "Zoë 李 🎧")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    public void Text_is_quoted_where_it_must_be_and_never_a_formula(string text, string cell) =>
        Assert.Equal($"h\r\n{cell}\r\n", Csv.Write(["h"], [[text]]));

    [Fact]
    public void Numbers_stay_numbers_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("a,b,c,d,e\r\n-0.5,1234567,,true,2026-11-23T12:00:00.0000000Z\r\n", Csv.Write(["a", "b", "c", "d", "e"],
                [[-0.5, 1234567, null, true, new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.FromHours(1))]]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_rows_leave_the_header() => Assert.Equal("a,b\r\n", Csv.Write(["a", "b"], []));
}
