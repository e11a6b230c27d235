namespace SpeechScoop.Web.Hosting;

/// <summary>How long browsers may keep an answer.</summary>
internal static class CacheHeaders
{
    /// <summary>For ever: what is named by its content never changes.</summary>
    public static void KeepForEver(this HttpResponse response) => response.Headers.CacheControl = "private, max-age=31536000, immutable";

    /// <summary>Not at all.</summary>
    public static void KeepNothing(this HttpResponse response) => response.Headers.CacheControl = "no-store";
}
