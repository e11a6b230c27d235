using System.Text;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Streaming;

/// <summary>A small log for tests.</summary>
internal static class StreamingLogs
{
    public const string Header = "{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"real-time\"}";

    public const string Sample =
        "{\"type\":\"header\",\"version\":1,\"recognizer\":\"own/one\",\"settings\":{\"stream\":true},\"item\":\"u1\",\"audioSeconds\":4,\"feed\":\"audio-clock\",\"chunkSeconds\":0.1,\"speechStart\":0.5,\"speechEnd\":3,\"speechBy\":\"energy-1\"}\n"
        + "{\"type\":\"partial\",\"audio\":0.9,\"wall\":0.95,\"segment\":0,\"text\":\"I\"}\n"
        + "{\"type\":\"partial\",\"audio\":1.2,\"wall\":1.25,\"segment\":0,\"text\":\"I scream\"}\n"
        + "{\"type\":\"partial\",\"audio\":1.5,\"wall\":1.55,\"segment\":0,\"text\":\"ice cream\"}\n"
        + "{\"type\":\"endpoint\",\"audio\":2,\"wall\":2.1,\"segment\":0}\n"
        + "{\"type\":\"final\",\"audio\":2,\"wall\":2.1,\"segment\":0,\"text\":\"Ice cream,\"}\n"
        + "{\"type\":\"partial\",\"audio\":2.8,\"wall\":2.9,\"segment\":1,\"text\":\"is good\"}\n"
        + "{\"type\":\"end\",\"audio\":4,\"wall\":4}\n"
        + "{\"type\":\"final\",\"audio\":4,\"wall\":4.125,\"segment\":1,\"text\":\"is good.\"}\n";

    public static TranscriptInput Input(string text, string name = "a.jsonl") => new(name, Encoding.UTF8.GetBytes(text));

    public static StreamingLog Read(string text) => StreamingLogReader.Read(Input(text)) is { Error: null } document ? Assert.Single(document.Logs) : throw new Xunit.Sdk.XunitException(StreamingLogReader.Read(Input(text)).Error!.Message);
}
