using System.Text.Json;

namespace SpeechScoop.Tests.Golden;

/// <summary>Expected values computed by other programs; the script that made each file lies beside it.</summary>
internal static class GoldenFile
{
    public static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", name))).RootElement;
}
