using System.Text.Json;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>Settings of reconstructors: a JSON object with one whole number.</summary>
internal static class ReconstructionSettings
{
    /// <summary>Canonical JSON.</summary>
    public static string Json(string name, int value) => FormattableString.Invariant($"{{\"{name}\":{value}}}");

    /// <summary>Reads the number.</summary>
    /// <param name="settings">The JSON object.</param>
    /// <param name="name">The setting's name.</param>
    /// <param name="system">Whose setting it is, for messages.</param>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="most">Largest value allowed.</param>
    public static Result<int> Number(string settings, string name, SystemSummary system, int least, int most)
    {
        try
        {
            using var document = JsonDocument.Parse(settings);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Unreadable(settings, name, system, least);
            var unknown = document.RootElement.EnumerateObject().FirstOrDefault(property => property.Name != name);
            if (unknown.Value.ValueKind != JsonValueKind.Undefined)
                return new Error.Invalid("setting-unknown", $"'{system.Id}' has no setting '{unknown.Name}'; its setting is '{name}'.");
            if (!document.RootElement.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
                return Unreadable(settings, name, system, least);
            return number >= least && number <= most ? number
                : new Error.Invalid("setting-out-of-range", $"The setting '{name}' of '{system.Id}' is {number}; it goes from {least} to {most}.");
        }
        catch (JsonException)
        {
            return Unreadable(settings, name, system, least);
        }
    }

    private static Error.Invalid Unreadable(string settings, string name, SystemSummary system, int example) =>
        new("setting-missing", $"The settings of '{system.Id}' are '{settings}'; expected is {Json(name, example)}, a whole number.");
}
