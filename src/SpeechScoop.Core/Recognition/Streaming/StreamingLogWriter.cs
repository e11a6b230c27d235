using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpeechScoop.Recognition;

/// <summary>Writes logs as JSON lines, see docs/methods/streaming.md: a header, then an event a line.</summary>
public static class StreamingLogWriter
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static readonly IReadOnlyDictionary<string, StreamingFeed> Feeds = new Dictionary<string, StreamingFeed>(StringComparer.Ordinal)
    {
        ["live"] = StreamingFeed.Live,
        ["real-time"] = StreamingFeed.RealTime,
        ["audio-clock"] = StreamingFeed.AudioClock,
        ["whole"] = StreamingFeed.Whole,
    };

    internal static readonly IReadOnlyDictionary<string, StreamingEventKind> Kinds = new Dictionary<string, StreamingEventKind>(StringComparer.Ordinal)
    {
        ["partial"] = StreamingEventKind.Partial,
        ["final"] = StreamingEventKind.Final,
        ["endpoint"] = StreamingEventKind.Endpoint,
        ["end"] = StreamingEventKind.End,
    };

    /// <summary>A feed as logs and the API spell it.</summary>
    public static string Name(StreamingFeed feed) => Feeds.First(each => each.Value == feed).Key;

    /// <summary>The log, each line with its end.</summary>
    public static string Write(StreamingLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var buffer = new ArrayBufferWriter<byte>(256 + (log.Events.Count * 96));
        using var json = new Utf8JsonWriter(buffer, Options);
        WriteHeader(json, log.Header);
        End(json, buffer);
        foreach (var each in log.Events)
        {
            json.WriteStartObject();
            json.WriteString("type", Kinds.First(kind => kind.Value == each.Kind).Key);
            json.WriteNumber("audio", each.Audio);
            json.WriteNumber("wall", each.Wall);
            if (each.Kind is not StreamingEventKind.End) json.WriteNumber("segment", each.Segment);
            if (each.Kind is StreamingEventKind.Partial or StreamingEventKind.Final) json.WriteString("text", each.Text);
            json.WriteEndObject();
            End(json, buffer);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteHeader(Utf8JsonWriter json, StreamingLogHeader header)
    {
        json.WriteStartObject();
        json.WriteString("type", "header");
        json.WriteNumber("version", Version);
        json.WriteString("recognizer", header.Recognizer);
        if (header.Settings is not "{}")
        {
            json.WritePropertyName("settings");
            json.WriteRawValue(header.Settings);
        }
        if (header.Item is { } item) json.WriteString("item", item);
        json.WriteNumber("audioSeconds", header.AudioSeconds);
        json.WriteString("feed", Name(header.Feed));
        if (header.ChunkSeconds is { } chunk) json.WriteNumber("chunkSeconds", chunk);
        if (header.Speech is { } speech)
        {
            json.WriteNumber("speechStart", speech.Start);
            json.WriteNumber("speechEnd", speech.End);
            json.WriteString("speechBy", speech.By);
        }
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer)
    {
        json.Flush();
        buffer.GetSpan(1)[0] = (byte)'\n';
        buffer.Advance(1);
        json.Reset();
    }
}
