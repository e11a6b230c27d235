using System.Text;

namespace SpeechScoop.Inference.Tests.Packs;

/// <summary>Writes small ONNX graphs: enough of the protocol buffers format for names, types, shapes and plain nodes.</summary>
internal sealed class TinyOnnx
{
    public const int F32 = 1, I32 = 6, I64 = 7, F16 = 10;

    private readonly List<byte[]> nodes = [], inputs = [], outputs = [], initializers = [];

    /// <summary>Adds an input; −1 makes a dimension free.</summary>
    public TinyOnnx Input(string name, int type, params int[] shape)
    {
        inputs.Add(Port(name, type, shape));
        return this;
    }

    public TinyOnnx Output(string name, int type, params int[] shape)
    {
        outputs.Add(Port(name, type, shape));
        return this;
    }

    public TinyOnnx Node(string operation, string[] from, string[] to, params (string Name, long Value)[] attributes)
    {
        var parts = new List<byte[]>();
        parts.AddRange(from.Select(name => Field(1, name)));
        parts.AddRange(to.Select(name => Field(2, name)));
        parts.Add(Field(4, operation));
        parts.AddRange(attributes.Select(attribute => Field(5, [.. Field(1, attribute.Name), .. Field(3, (ulong)attribute.Value), .. Field(20, 2UL)])));
        nodes.Add([.. parts.SelectMany(part => part)]);
        return this;
    }

    /// <summary>Adds a weight that lies in another file.</summary>
    public TinyOnnx ExternalWeight(string name, string file)
    {
        initializers.Add([.. Field(1, 1UL), .. Field(2, 1UL), .. Field(8, name), .. Field(13, [.. Field(1, "location"), .. Field(2, file)]), .. Field(14, 1UL)]);
        return this;
    }

    public byte[] ToArray()
    {
        var graph = new List<byte>();
        foreach (var node in nodes) graph.AddRange(Field(1, node));
        graph.AddRange(Field(2, "tiny"));
        foreach (var weight in initializers) graph.AddRange(Field(5, weight));
        foreach (var input in inputs) graph.AddRange(Field(11, input));
        foreach (var output in outputs) graph.AddRange(Field(12, output));
        return [.. Field(1, 8UL), .. Field(7, [.. graph]), .. Field(8, [.. Field(1, ""), .. Field(2, 17UL)])];
    }

    private static byte[] Port(string name, int type, int[] shape)
    {
        var dimensions = shape.SelectMany(size => Field(1, size < 0 ? Field(2, "n") : Field(1, (ulong)size))).ToArray();
        return [.. Field(1, name), .. Field(2, Field(1, [.. Field(1, (ulong)type), .. Field(2, dimensions)]))];
    }

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] content) => [.. Varint(((ulong)number << 3) | 2), .. Varint((ulong)content.Length), .. content];

    private static byte[] Field(int number, ulong value) => [.. Varint((ulong)number << 3), .. Varint(value)];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
