using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using SpeechScoop.Web.Access;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>The page behind a listener's link, or a small one that says why there is none.</summary>
internal static class ListenPage
{
    public static async Task GetAsync(string token, HttpContext context, ListenerDoor door, IWebHostEnvironment environment)
    {
        var response = context.Response;
        response.KeepNothing();
        if (!(await door.FindAsync(token)).TryGet(out var link, out var error))
        {
            await RefuseAsync(response, error, RefusalWords.For(context.Request.GetTypedHeaders().AcceptLanguage));
            return;
        }
        response.Cookies.Append(ListenerPass.CookieName, link.Token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        response.ContentType = "text/html; charset=utf-8";
        await response.SendFileAsync(environment.WebRootFileProvider.GetFileInfo("listen.html"));
    }

    private static async Task RefuseAsync(HttpResponse response, Error error, RefusalWords words)
    {
        // No file of the application is readable with a bad link, so the page brings its few rules of style along.
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        response.StatusCode = error.ListenerStatus();
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'";
        await response.WriteAsync($$"""
            <!doctype html>
            <html lang="{{words.Language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{words.Title}}</title>
            <style nonce="{{nonce}}">
              :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
              main { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem; }
              h1 { font-size: 1.5rem; }
            </style>
            </head>
            <body>
            <main>
              <h1>{{words.Title}}</h1>
              <p>{{WebUtility.HtmlEncode(words.Of(error))}}</p>
            </main>
            </body>
            </html>
            """);
    }
}
