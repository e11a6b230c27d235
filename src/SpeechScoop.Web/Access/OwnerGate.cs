using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Access;

/// <summary>
/// Lets nothing through without the owner key, except <c>/health</c>, the form that takes the key, and what
/// listeners' links open (<see cref="ListenerPass"/>). The key comes as
/// a cookie (set by the printed link), or as a bearer token from scripts.
/// </summary>
internal sealed class OwnerGate(RequestDelegate next, OwnerKeyHolder holder, ListenerPass listeners)
{
    private const string CookieName = "speechscoop-key";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/health")
        {
            await next(context);
        }
        else if (request.Path == "/access" && HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            await EnterAsync(context, form["key"].ToString().Trim(), "/");
        }
        else if (HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("key") && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hubs"))
        {
            await EnterAsync(context, request.Query["key"].ToString(), request.Path);
        }
        else if (await holder.AcceptsAsync(request.Cookies[CookieName]) || await holder.AcceptsAsync(BearerToken(request)))
        {
            await next(context);
        }
        else if (await listeners.OpensAsync(request))
        {
            await next(context);
        }
        else
        {
            await RefuseAsync(context);
        }
    }

    private async Task EnterAsync(HttpContext context, string key, string target)
    {
        if (!await holder.AcceptsAsync(key))
        {
            await RefuseAsync(context);
            return;
        }
        context.Response.Cookies.Append(CookieName, key, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
        context.Response.Headers.CacheControl = "no-store";
        // A path that begins with two slashes would be read as another host.
        context.Response.Redirect(target.StartsWith("//", StringComparison.Ordinal) ? "/" : target);
    }

    private static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization.ToString() is ['B' or 'b', ..] header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var wantsPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (wantsPage || context.Request.Path == "/access")
            await AccessPage.WriteAsync(context.Response);
        else
            await context.Response.WriteProblemAsync(StatusCodes.Status401Unauthorized, new Error.Invalid("owner-key-missing",
                "This needs the owner key. Open the link that the server printed at its first start, or send the header \"Authorization: Bearer KEY\"."));
    }
}
