using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpeechScoop.Embeddings;

/// <summary>Embeddings that another program made: NumPy's <c>.npy</c> (one row a vector) and CSV (<c>id,value,value,…</c>, several rows of one id being windows of one clip).</summary>
public static partial class EmbeddingFile
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file of either kind; the content decides.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages and the set call it.</param>
    /// <returns>The set, or <c>embeddings-damaged</c> with the place and the cure.</returns>
    public static Result<EmbeddingSet> Read(ReadOnlySpan<byte> bytes, string name) => bytes.StartsWith(Magic) ? ReadNpy(bytes, name) : ReadCsv(bytes, name);

    /// <summary>Reads a two-dimensional array of float32 or float64, in either order of memory. Rows are clips, named by their number.</summary>
    private static Result<EmbeddingSet> ReadNpy(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < 12) return Damaged(name, "the header is cut off");
        var start = bytes[6] == 1 ? 10 : 12;
        var header = bytes[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (header > bytes.Length - start) return Damaged(name, "the header is cut off");
        var text = Encoding.ASCII.GetString(bytes.Slice(start, (int)header));
        if (Header().Match(text) is not { Success: true } match) return Damaged(name, $"its header is '{text.Trim()}'");
        var (type, order) = (match.Groups["type"].Value, match.Groups["order"].Value == "True");
        if (type is not ("<f4" or "<f8")) return Damaged(name, $"its values are of type '{type}'; save float32 or float64: np.save(path, x.astype('float32'))");
        int rows = 0, columns = 0;
        if (match.Groups["shape"].Value.Split(',') is not [var height, var width] || !int.TryParse(height, out rows) || !int.TryParse(width, out columns))
            return Damaged(name, $"its shape is ({match.Groups["shape"].Value}); it has to be vectors × values");
        var size = type == "<f4" ? 4 : 8;
        var data = bytes[(start + (int)header)..];
        if (data.Length != (long)rows * columns * size) return Damaged(name, $"it has {data.Length} bytes of values for {rows} × {columns} of {size}: the file is cut off or damaged");
        var vectors = new Embedding[rows];
        for (var row = 0; row < rows; row++)
        {
            var vector = new double[columns];
            for (var column = 0; column < columns; column++)
            {
                var value = data[(size * (order ? ((column * rows) + row) : ((row * columns) + column)))..];
                vector[column] = size == 4 ? BinaryPrimitives.ReadSingleLittleEndian(value) : BinaryPrimitives.ReadDoubleLittleEndian(value);
            }
            vectors[row] = new(row.ToString(CultureInfo.InvariantCulture), vector);
        }
        return EmbeddingSet.Of(name, vectors);
    }

    private static Result<EmbeddingSet> ReadCsv(ReadOnlySpan<byte> bytes, string name)
    {
        var vectors = new List<Embedding>();
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty) continue;
            var cells = line.TrimEnd('\r').Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',');
            if (cells.Length < 2) return Damaged(name, $"line {number} has one cell; it has to be an id and the values, with commas between");
            var vector = new double[cells.Length - 1];
            var bad = -1;
            for (var i = 0; i < vector.Length && bad < 0; i++)
                if (!double.TryParse(cells[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out vector[i])) bad = i + 1;
            if (bad > 0 && number == 1 && Array.TrueForAll(cells[1..], cell => !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))) continue;
            if (bad > 0) return Damaged(name, $"line {number}, cell {bad + 1} is '{cells[bad]}', which is no number");
            vectors.Add(new(cells[0].Trim().Trim('"'), vector));
        }
        return EmbeddingSet.Of(name, vectors);
    }

    private static Error.Invalid Damaged(string name, string why) => new("embeddings-damaged", $"'{name}' holds no embeddings that can be read: {why}.");

    [GeneratedRegex(@"'descr':\s*'(?<type>[^']*)',\s*'fortran_order':\s*(?<order>True|False),\s*'shape':\s*\((?<shape>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
