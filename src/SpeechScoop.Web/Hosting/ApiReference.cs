using System.Buffers.Text;
using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace SpeechScoop.Web.Hosting;

/// <summary>The API's own description: <c>/openapi/v1.json</c>, and <c>/scalar</c> to read and try it.</summary>
internal static class ApiReference
{
    public static IServiceCollection AddApiReference(this IServiceCollection services) =>
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("SpeechScoop", Health.Version);
            return Task.CompletedTask;
        }));

    public static void MapApiReference(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/scalar", (scalar, context) =>
        {
            // Scalar starts from an inline script and writes its own styles, so this one page has a policy of its own.
            var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
            scalar.WithNonce(nonce).WithTitle("SpeechScoop API").DisableTelemetry().DisableDefaultFonts();
        });
    }
}
