namespace SpeechScoop.Web.Hosting;

/// <summary>
/// Headers that say what a response may be used for. Scripts and style sheets carry only <c>nosniff</c>: the policies
/// govern documents and workers, and would add a third to the pages' first load.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>No inline script or style, nothing from elsewhere; blob: is for audio that the pages made themselves.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
        + "connect-src 'self' ws: wss:; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (IsPartOfPage(context.Request.Path)) return next(context);
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    private static bool IsPartOfPage(PathString path) =>
        Path.GetExtension(path.Value.AsSpan()) is var extension
        && (extension.Equals(".js", StringComparison.OrdinalIgnoreCase) || extension.Equals(".css", StringComparison.OrdinalIgnoreCase));
}
