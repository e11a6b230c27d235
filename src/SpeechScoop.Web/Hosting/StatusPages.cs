using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Hosting;

/// <summary>What is answered where nothing else wrote a body: a page to whoever looks for a page, problem details to everyone else.</summary>
internal static class StatusPages
{
    public static IApplicationBuilder UseStatusPages(this IApplicationBuilder app) => app.UseStatusCodePages(context => WriteAsync(context.HttpContext));

    private static async Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var isPart = request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/hubs");
        if (response.StatusCode == StatusCodes.Status404NotFound && !isPart && WantsPage(request))
        {
            response.ContentType = "text/html; charset=utf-8";
            await response.SendFileAsync(context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("not-found.html"));
            return;
        }
        if (Describe(request, response, isPart) is { } error)
            await response.WriteProblemAsync(response.StatusCode, error);
        else
            await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Status = response.StatusCode } });
    }

    private static Error? Describe(HttpRequest request, HttpResponse response, bool isPart) => response.StatusCode switch
    {
        StatusCodes.Status404NotFound when isPart => new Error.NotFound("no-such-endpoint", "The API has nothing at this address; /scalar lists what it has."),
        StatusCodes.Status404NotFound => new Error.NotFound("no-such-page", "There is no page or file at this address."),
        StatusCodes.Status405MethodNotAllowed => new Error.Invalid("method-refused", $"{request.Method} is not possible at this address; it takes {response.Headers.Allow}."),
        StatusCodes.Status413PayloadTooLarge => new Error.Invalid("body-too-large", "The request's body is larger than this address takes. Send less at once."),
        StatusCodes.Status415UnsupportedMediaType => new Error.Invalid("body-type-refused", "The body's type is not one that this address takes: send JSON as application/json; /scalar describes what is expected."),
        _ => null,
    };

    /// <summary>Whether a browser asks for something to show.</summary>
    public static bool WantsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
