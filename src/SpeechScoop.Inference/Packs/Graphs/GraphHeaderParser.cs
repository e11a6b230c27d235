using Microsoft.ML.OnnxRuntime.Tensors;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Packs.Graphs;

/// <summary>Picks the header out of a ModelProto. Field numbers are those of onnx.proto (IR version 3 and later).</summary>
internal sealed class GraphHeaderParser
{
    private readonly ProtobufReader reader;
    private readonly List<TensorPort> inputs = [], outputs = [];
    private readonly HashSet<string> initializers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> externalFiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);
    private int nodes;

    private GraphHeaderParser(Stream stream) => reader = new ProtobufReader(stream);

    public static GraphHeader Parse(Stream stream)
    {
        var parser = new GraphHeaderParser(stream);
        parser.ReadModel(stream.Length);
        return new GraphHeader(
            [.. parser.inputs.Where(input => !parser.initializers.Contains(input.Name))], parser.outputs,
            [.. parser.externalFiles], parser.metadata, parser.nodes);
    }

    private void ReadModel(long end)
    {
        while (reader.NextField(end, out var field, out var type))
        {
            if (field == 7) ReadGraph(reader.ReadLength(type));
            else if (field == 14) ReadMetadata(type);
            else reader.Skip(type);
        }
    }

    private void ReadGraph(long end)
    {
        while (reader.NextField(end, out var field, out var type))
        {
            switch (field)
            {
                case 1: nodes++; reader.Skip(type); break;
                case 5: ReadInitializer(reader.ReadLength(type)); break;
                case 11: inputs.Add(ReadPort(reader.ReadLength(type))); break;
                case 12: outputs.Add(ReadPort(reader.ReadLength(type))); break;
                default: reader.Skip(type); break;
            }
        }
    }

    private void ReadMetadata(int wireType)
    {
        var (key, value) = ReadEntry(reader.ReadLength(wireType));
        metadata[key] = value;
    }

    private void ReadInitializer(long end)
    {
        while (reader.NextField(end, out var field, out var type))
        {
            if (field == 8) initializers.Add(reader.ReadString(type));
            else if (field == 13 && ReadEntry(reader.ReadLength(type)) is ("location", var file)) externalFiles.Add(file);
            else if (field != 13) reader.Skip(type);
        }
    }

    private (string Key, string Value) ReadEntry(long end)
    {
        var (key, value) = ("", "");
        while (reader.NextField(end, out var field, out var type))
        {
            if (field == 1) key = reader.ReadString(type);
            else if (field == 2) value = reader.ReadString(type);
            else reader.Skip(type);
        }
        return (key, value);
    }

    private TensorPort ReadPort(long end)
    {
        var port = new TensorPort("", TensorElementType.DataTypeMax, [], HasShape: false);
        while (reader.NextField(end, out var field, out var type))
        {
            if (field == 1) port = port with { Name = reader.ReadString(type) };
            else if (field == 2) port = ReadType(reader.ReadLength(type), port);
            else reader.Skip(type);
        }
        return port;
    }

    private TensorPort ReadType(long end, TensorPort port)
    {
        while (reader.NextField(end, out var field, out var type))
        {
            // Anything but a tensor (sequence, map, optional) stays without an element type and fits no role.
            if (field != 1)
            {
                reader.Skip(type);
                continue;
            }
            var tensorEnd = reader.ReadLength(type);
            while (reader.NextField(tensorEnd, out var inner, out var innerType))
            {
                if (inner == 1) port = port with { ElementType = (TensorElementType)reader.ReadVarint() };
                else if (inner == 2) port = port with { Dimensions = ReadShape(reader.ReadLength(innerType)), HasShape = true };
                else reader.Skip(innerType);
            }
        }
        return port;
    }

    private List<int> ReadShape(long end)
    {
        var dimensions = new List<int>();
        while (reader.NextField(end, out var field, out var type))
        {
            if (field != 1)
            {
                reader.Skip(type);
                continue;
            }
            var (dimensionEnd, size) = (reader.ReadLength(type), -1);
            while (reader.NextField(dimensionEnd, out var inner, out var innerType))
            {
                if (inner == 1) size = (int)Math.Clamp((long)reader.ReadVarint(), -1, int.MaxValue);
                else reader.Skip(innerType);
            }
            dimensions.Add(size);
        }
        return dimensions;
    }
}
