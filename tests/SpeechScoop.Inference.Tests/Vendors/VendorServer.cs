using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpeechScoop.Tests.Vendors;

/// <summary>A web server on this machine that answers as vendors do, or as they should not.</summary>
public sealed class VendorServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int received;

    private VendorServer(WebApplication app) => this.app = app;

    /// <summary>What came in.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>Answers a request; the number counts them from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (context, _) => Json(context, """{"text":"hello"}""");

    public string Address { get; private set; } = "";

    public static async Task<VendorServer> StartAsync(Func<HttpContext, int, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var server = new VendorServer(builder.Build());
        if (answer is not null) server.Answer = answer;
        server.app.Run(server.ReceiveAsync);
        await server.app.StartAsync();
        server.Address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    public static Task Json(HttpContext context, string json, int status = 200) => Send(context, "application/json", Encoding.UTF8.GetBytes(json), status);

    public static Task Send(HttpContext context, string type, byte[] body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>Sends events, and breaks the connection after them where asked to.</summary>
    public static async Task Events(HttpContext context, IEnumerable<string> data, bool cut = false)
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var line in data)
        {
            await context.Response.WriteAsync($"data: {line}\n\n");
            await context.Response.Body.FlushAsync();
        }
        if (!cut) return;
        // A reset overtakes what was sent: what is to arrive must have arrived.
        await Task.Delay(200);
        context.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Enqueue(new Received(
            context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        // Each request has a number of its own, also where several come at once.
        await Answer(context, Interlocked.Increment(ref received));
    }

    /// <summary>A request.</summary>
    public sealed record Received(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        /// <summary>The body, each byte a character.</summary>
        public string Text => Encoding.Latin1.GetString(Body);

        /// <summary>Whether a multipart body has a field with a value.</summary>
        public bool HasField(string name, string value) => Text.Contains($"name=\"{name}\"\r\n\r\n{value}\r\n", StringComparison.Ordinal);
    }
}
