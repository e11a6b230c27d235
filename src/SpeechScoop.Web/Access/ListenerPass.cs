using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.Access;

/// <summary>
/// What is open without the owner key: a listener's page and API, which ask for the link's token themselves, and, to a browser that
/// has opened such a page, the few folders of code that the page loads. Nothing else.
/// </summary>
internal sealed class ListenerPass(ListeningLinkStore links, TimeProvider time)
{
    /// <summary>Holds the token of the link that a browser opened last.</summary>
    public const string CookieName = "speechscoop-listen";

    private static readonly string[] CodeFolders = ["/js/listening-tests/listener/", "/js/playback/", "/js/ui/", "/css/", "/lib/"];

    /// <summary>Whether a request may pass.</summary>
    public async ValueTask<bool> OpensAsync(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) || path.Contains("//", StringComparison.Ordinal)) return false;
        if (path.StartsWith("/api/listen/", StringComparison.Ordinal)) return true;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (path.StartsWith("/listen/", StringComparison.Ordinal)) return path.Length > "/listen/".Length && path.IndexOf('/', "/listen/".Length) < 0;
        if (path != "/icon.svg" && !Array.Exists(CodeFolders, folder => path.StartsWith(folder, StringComparison.Ordinal))) return false;
        return request.Cookies[CookieName] is { Length: >= 32 and <= 100 } token
            && (await links.FindAsync(token)).TryGet(out var link, out _) && link.IsValidAt(time.GetUtcNow());
    }
}
