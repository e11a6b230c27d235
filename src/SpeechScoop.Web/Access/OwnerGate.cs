using Microsoft.AspNetCore.Http.Features;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Access;

/// <summary>
/// Lets nothing through without the owner key, except <c>/health</c>, the form that takes the key, and what
/// listeners' links open (<see cref="ListenerPass"/>). The key comes as
/// a cookie (set by the printed link), or as a bearer token from scripts.
/// </summary>
internal sealed class OwnerGate(RequestDelegate next, OwnerKeyHolder holder, ListenerPass listeners)
{
    private const string CookieName = "speechscoop-key";

    private const long LargestForm = 16_384;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/health")
        {
            await next(context);
        }
        else if (request.Path == "/access" && HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            await EnterByFormAsync(context);
        }
        else if (HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("key") && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hubs"))
        {
            await EnterAsync(context, request.Query["key"].ToString(), Local(request.Path.ToUriComponent()));
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
            await RefuseAsync(context, request.Path == "/access" ? "/" : Local(request.Path.ToUriComponent() + request.QueryString));
        }
    }

    private async Task EnterByFormAsync(HttpContext context)
    {
        // Anyone may send this form, so it is short.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestForm;
        try
        {
            var form = await context.Request.ReadFormAsync();
            await EnterAsync(context, form["key"].ToString().Trim(), Local(form["to"].ToString()));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            await context.Response.WriteProblemAsync(StatusCodes.Status400BadRequest, new Error.Invalid("form-unreadable",
                "The form with the key cannot be read. Send the field \"key\" as application/x-www-form-urlencoded."));
        }
    }

    /// <summary>An address of this server; the start page for what is none, or would be read as another host.</summary>
    private static string Local(string target) => target is "/" or ['/', not ('/' or '\\'), ..] && target.All(character => character is > ' ' and <= '~') ? target : "/";

    private async Task EnterAsync(HttpContext context, string key, string target)
    {
        if (!await holder.AcceptsAsync(key))
        {
            await RefuseAsync(context, target, wrong: key is not "");
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
        context.Response.KeepNothing();
        context.Response.Redirect(target);
    }

    private static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization.ToString() is ['B' or 'b', ..] header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    /// <param name="target">Where the right key leads.</param>
    /// <param name="wrong">Whether a key came that is not the owner's.</param>
    private static async Task RefuseAsync(HttpContext context, string target, bool wrong = false)
    {
        context.Response.KeepNothing();
        if (StatusPages.WantsPage(context.Request) || context.Request.Path == "/access")
            await AccessPage.WriteAsync(context.Response, target, wrong);
        else
            await context.Response.WriteProblemAsync(StatusCodes.Status401Unauthorized, new Error.Invalid("owner-key-missing",
                "This needs the owner key. Open the link that the server printed at its first start, or send the header \"Authorization: Bearer KEY\"."));
    }
}
