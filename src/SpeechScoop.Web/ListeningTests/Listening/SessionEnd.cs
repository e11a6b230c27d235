using System.Text.Json;
using System.Text.RegularExpressions;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>What a listener sees and gets at the end.</summary>
internal static partial class SessionEnd
{
    /// <summary>Null while the session goes on.</summary>
    public static FinishView? Of(FinishSettings settings, ListeningSession session) => session.Outcome switch
    {
        SessionOutcome.Completed => new(settings.Message, settings.CompletionCode, Fill(settings.Redirect, settings.CompletionCode, session)),
        SessionOutcome.ScreenedOut => new("", settings.ScreenedOutCode, Fill(settings.ScreenedOutRedirect, settings.ScreenedOutCode, session)),
        SessionOutcome.Declined => new("", null, null),
        _ => null,
    };

    /// <summary>Puts code and URL parameters, encoded, into an address; null for what is then no absolute http(s) address.</summary>
    private static string? Fill(string? template, string? code, ListeningSession session)
    {
        if (string.IsNullOrEmpty(template)) return null;
        var parameters = JsonSerializer.Deserialize<Dictionary<string, string>>(session.Parameters)!;
        var address = Placeholder().Replace(template, match => Uri.EscapeDataString(
            match.Groups[1].Value == "code" ? code ?? "" : parameters.GetValueOrDefault(match.Groups[1].Value, "")));
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? address : null;
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_-]{1,100})\}")]
    private static partial Regex Placeholder();
}
