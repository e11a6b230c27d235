using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;

namespace SpeechScoop.Web.Access;

/// <summary>What a browser without the owner key sees: where to find the key, and a field to paste it into.</summary>
internal static class AccessPage
{
    /// <param name="target">Where the right key leads: an address of this server.</param>
    /// <param name="wrong">Whether a key came that is not the owner's.</param>
    public static async Task WriteAsync(HttpResponse response, string target, bool wrong)
    {
        // No file of the application is readable without the key, so the page brings its few rules of style along.
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        // Under no-referrer, browsers would send the form with the origin "null", which is nobody's.
        response.Headers["Referrer-Policy"] = "same-origin";
        await response.WriteAsync($$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Owner key needed · SpeechScoop</title>
            <style nonce="{{nonce}}">
              :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
              main { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem; }
              h1 { font-size: 1.5rem; }
              form { display: flex; gap: .5rem; flex-wrap: wrap; align-items: end; }
              label { flex: 1 1 16rem; font-weight: 600; }
              input { display: block; width: 100%; box-sizing: border-box; margin-top: .25rem; }
              input, button { font: inherit; padding: .5rem .75rem; }
              .wrong { font-weight: 600; }
              code { font-family: ui-monospace, monospace; }
            </style>
            </head>
            <body>
            <main>
              <h1>This SpeechScoop needs its owner key</h1>
              <p>At its first start the server printed a link with the key: open that link, or paste the key here.
                 If it is lost, run the server's executable with <code>key new</code> to make another.</p>
              {{(wrong ? "<p class=\"wrong\" role=\"alert\">That key is not this server's. A newer one may have replaced it.</p>" : "")}}
              <form method="post" action="/access">
                <input type="hidden" name="to" value="{{WebUtility.HtmlEncode(target)}}">
                <label>Owner key <input name="key" type="password" required autocomplete="current-password"></label>
                <button>Open</button>
              </form>
            </main>
            </body>
            </html>
            """);
    }
}
