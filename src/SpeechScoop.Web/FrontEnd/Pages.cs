using Microsoft.Net.Http.Headers;

namespace SpeechScoop.Web.FrontEnd;

/// <summary>The pages of the top-level <c>wwwroot</c>, served as plain files.</summary>
internal static class Pages
{
    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (HttpMethods.IsGet(request.Method) && WithoutSlash(request.Path.Value) is { } folder)
            {
                context.Response.Redirect(new PathString(folder).ToUriComponent() + request.QueryString);
                return Task.CompletedTask;
            }
            if (IsPage(request.Path.Value)) request.Path += ".html";
            return next(context);
        });
        app.UseDefaultFiles();
        return app.UseStaticFiles(new StaticFileOptions
        {
            // Revalidated by ETag on every load: an update of the server is an update of the pages.
            OnPrepareResponse = response => response.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache",
        });
    }

    /// <summary>The address of a page that was asked for as a folder: <c>/live</c> for <c>/live/</c>; null for every other path.</summary>
    private static string? WithoutSlash(string? path) => path is [.. { Length: > 1 } page, '/'] and not "/scalar/" && page.IndexOf('/', 1) < 0 ? page : null;

    /// <summary>Whether a path names a page without its ending: <c>/live</c> serves <c>live.html</c>, so that addresses stay short and stable.</summary>
    private static bool IsPage(string? path) =>
        path is { Length: > 1 } and not ("/health" or "/scalar") && !path.Contains('.', StringComparison.Ordinal) && path.IndexOf('/', 1) < 0;
}
