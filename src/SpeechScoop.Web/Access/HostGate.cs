using System.Net;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Access;

/// <summary>
/// Refuses requests addressed to a foreign host name (DNS rebinding) and requests that another site's page makes
/// (cross-site request forgery, cross-site WebSocket hijacking).
/// </summary>
internal sealed class HostGate(RequestDelegate next, SpeechScoopOptions options)
{
    private readonly HashSet<string> allowed = new(
        options.AllowedHosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host;
        if (!IsAllowed(host.Host))
        {
            await context.Response.WriteProblemAsync(StatusCodes.Status421MisdirectedRequest, new Error.Invalid("host-refused",
                $"This server does not answer to the name \"{host.Host}\". Add it to the setting SpeechScoop:AllowedHosts, or address the server as localhost."));
            return;
        }
        var origin = context.Request.Headers.Origin.ToString();
        if (origin is not "" && !IsSameOrigin(origin, host))
        {
            await context.Response.WriteProblemAsync(StatusCodes.Status403Forbidden, new Error.Invalid("origin-refused",
                $"A page of {origin} asked for this; only this server's own pages may. Open the application at its own address."));
            return;
        }
        await next(context);
    }

    private bool IsAllowed(string host) =>
        host is "localhost" || allowed.Contains(host) || allowed.Contains("*")
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // The scheme is not compared: a proxy may end HTTPS without saying so, and the same host and port is the same server.
    private static bool IsSameOrigin(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && uri.Port == (host.Port ?? (uri.Scheme == Uri.UriSchemeHttps ? 443 : 80));
}
