using System.Text;
using SpeechScoop.Embeddings;

namespace SpeechScoop.Tests.Embeddings;

public class EmbeddingFileTests
{
    /// <summary>numpy 1.24: np.save(f, np.array([[1, 2, 3], [4, 5, 6.5]], 'float32')).</summary>
    private const string RowMajor = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIA/AAAAQAAAQEAAAIBAAACgQAAA0EA=";

    [Fact]
    public void An_array_of_numpy_is_read_row_by_row()
    {
        var set = EmbeddingFile.Read(Convert.FromBase64String(RowMajor), "x.npy").Value;
        Assert.Equal(["0", "1"], set.Clips);
        Assert.Equal([1, 2, 3], set.Vectors[0].Vector);
        Assert.Equal([4, 5, 6.5], set.Vectors[1].Vector);
    }

    [Fact]
    public void An_array_in_fortran_order_and_doubles_is_read_alike()
    {
        var set = EmbeddingFile.Read(Npy("'descr': '<f8', 'fortran_order': True, 'shape': (2, 2), ", Doubles(1, 3, 2, 4)), "x.npy").Value;
        Assert.Equal([1, 2], set.Vectors[0].Vector);
        Assert.Equal([3, 4], set.Vectors[1].Vector);
    }

    [Theory]
    [InlineData("'descr': '<i8', 'fortran_order': False, 'shape': (1, 1), ", "float32 or float64")]
    [InlineData("'descr': '<f8', 'fortran_order': False, 'shape': (1,), ", "shape is (1,)")]
    [InlineData("'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 1), ", "shape is (1, 1, 1)")]
    [InlineData("'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), ", "cut off or damaged")]
    [InlineData("'descr': '<f8'", "its header is")]
    public void Arrays_of_another_form_are_refused_with_what_they_are(string header, string told)
        => Assert.Contains(told, EmbeddingFile.Read(Npy(header, Doubles(1)), "x.npy").Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Files_cut_anywhere_are_refused_and_never_throw()
    {
        var whole = Convert.FromBase64String(RowMajor);
        for (var length = 0; length < whole.Length; length++) Assert.NotNull(EmbeddingFile.Read(whole.AsSpan(0, length), "x.npy").Error);
    }

    [Fact]
    public void A_table_is_read_with_and_without_heading_and_by_tabs()
    {
        foreach (var text in new[] { "id,x,y\na,1,2\na,3,4\r\nb,5e-1,-6\n", "a,1,2\na,3,4\n\nb,0.5,-6", "\uFEFFid\tx\ty\na\t1\t2\na\t3\t4\nb\t.5\t-6\n" })
        {
            var set = EmbeddingFile.Read(Encoding.UTF8.GetBytes(text), "x.csv").Value;
            Assert.Equal(["a", "b"], set.Clips);
            Assert.Equal([3, 4], set.Vectors[1].Vector);
            Assert.Equal([0.5, -6], set.Vectors[2].Vector);
        }
    }

    [Theory]
    [InlineData("a,1,2\nb,1,two\n", "line 2, cell 3 is 'two'")]
    [InlineData("a,1,2\nb\n", "line 2 has one cell")]
    [InlineData("a,1,2\nb,1\n", "'b' has 1 values")]
    [InlineData("a,1,NaN\n", "not a finite number")]
    [InlineData("", "has no embeddings")]
    [InlineData("id,x,y\n", "has no embeddings")]
    public void Tables_that_are_wrong_are_refused_with_the_place(string text, string told)
        => Assert.Contains(told, EmbeddingFile.Read(Encoding.UTF8.GetBytes(text), "x.csv").Error!.Message, StringComparison.Ordinal);

    private static byte[] Npy(string header, byte[] data)
    {
        var text = Encoding.ASCII.GetBytes($"{{{header}}}\n");
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, 0, .. text, .. data];
    }

    private static byte[] Doubles(params double[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
