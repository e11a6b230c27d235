using System.Text;

namespace SpeechScoop.Inference.Packs.Graphs;

/// <summary>The bytes are not the protocol buffers message that was expected.</summary>
internal sealed class ProtobufFormatException(string message) : Exception(message);

/// <summary>Reads the wire format of protocol buffers from a seekable stream, field by field.</summary>
internal sealed class ProtobufReader(Stream stream)
{
    private const int MaxStringBytes = 1 << 20;

    /// <summary>Position in the stream.</summary>
    public long Position => stream.Position;

    /// <summary>Reads the next field's number and wire type; false at <paramref name="end"/>.</summary>
    public bool NextField(long end, out int field, out int wireType)
    {
        (field, wireType) = (0, 0);
        if (stream.Position == end) return false;
        if (stream.Position > end) throw new ProtobufFormatException("a field reaches beyond its message");
        var tag = ReadVarint();
        (field, wireType) = ((int)(tag >> 3), (int)(tag & 7));
        return field > 0 ? true : throw new ProtobufFormatException($"byte {stream.Position - 1} starts no field");
    }

    /// <summary>Reads a variable-length integer.</summary>
    public ulong ReadVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = stream.ReadByte();
            if (next < 0) throw new ProtobufFormatException("the file ends inside a number");
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new ProtobufFormatException($"the number before byte {stream.Position} is too long");
    }

    /// <summary>Reads a length and returns the position at which the field ends.</summary>
    public long ReadLength(int wireType)
    {
        if (wireType != 2) throw new ProtobufFormatException($"the field before byte {stream.Position} has the wrong type");
        var length = ReadVarint();
        var end = stream.Position + (long)Math.Min(length, long.MaxValue / 2);
        return end <= stream.Length ? end : throw new ProtobufFormatException($"the field before byte {stream.Position} reaches beyond the end of the file");
    }

    /// <summary>Reads a UTF-8 string.</summary>
    public string ReadString(int wireType)
    {
        var length = ReadLength(wireType) - stream.Position;
        if (length > MaxStringBytes) throw new ProtobufFormatException($"the text at byte {stream.Position} is too long");
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Skips a field of any kind.</summary>
    public void Skip(int wireType)
    {
        switch (wireType)
        {
            case 0: ReadVarint(); break;
            case 1: Seek(stream.Position + 8); break;
            case 2: Seek(ReadLength(wireType)); break;
            case 5: Seek(stream.Position + 4); break;
            default: throw new ProtobufFormatException($"the field before byte {stream.Position} has the unknown type {wireType}");
        }
    }

    /// <summary>Goes on at a position.</summary>
    public void Seek(long position)
    {
        if (position > stream.Length) throw new ProtobufFormatException("the file ends inside a field");
        stream.Position = position;
    }
}
