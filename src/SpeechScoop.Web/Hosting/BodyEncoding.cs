using System.Text;
using Microsoft.Net.Http.Headers;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Hosting;

/// <summary>Refuses bodies in an encoding that there is not: the readers of forms and of JSON would fail on them as if the server were broken.</summary>
internal static class BodyEncoding
{
    public static IApplicationBuilder UseBodyEncoding(this IApplicationBuilder app) => app.Use((context, next) =>
        Unknown(context.Request.ContentType) is { } charset
            ? context.Response.WriteProblemAsync(StatusCodes.Status415UnsupportedMediaType, new Error.Invalid("encoding-unknown",
                $"The body's encoding \"{charset}\" cannot be read. Send UTF-8."))
            : next(context));

    private static string? Unknown(string? contentType)
    {
        if (contentType is null || !MediaTypeHeaderValue.TryParse(contentType, out var type) || HeaderUtilities.RemoveQuotes(type.Charset).Value is not { Length: > 0 } charset) return null;
        try
        {
            Encoding.GetEncoding(charset);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return charset.Length > 40 ? charset[..40] : charset;
        }
    }
}
