namespace SpeechScoop.Storage;

/// <summary>How values stand in columns.</summary>
internal static class Stored
{
    /// <summary>An enumeration value as its lower-case name; reading goes by name too, ignoring case.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <inheritdoc cref="Name{T}(T)"/>
    public static string? Name<T>(T? value) where T : struct, Enum => value?.ToString().ToLowerInvariant();

    /// <summary>A LIKE pattern (escape character <c>\</c>) that finds <paramref name="text"/> anywhere, with no character special.</summary>
    public static string Containing(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
