using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>The way to one vendor: its host only, no redirects, retries, a bounded number of calls at once. Thread-safe.</summary>
internal sealed class VendorConnection : IDisposable
{
    private readonly VendorSettings vendor;
    private readonly HttpClient client;
    private readonly SemaphoreSlim slots;
    private readonly VendorPause pause;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;

    /// <param name="resolve">Finds the addresses of a name; the system's way unless a test has another.</param>
    public VendorConnection(VendorSettings vendor, VendorLimits limits, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        (this.vendor, Limits, this.resolve) = (vendor, limits, resolve ?? Dns.GetHostAddressesAsync);
        slots = new SemaphoreSlim(vendor.Concurrency, vendor.Concurrency);
        pause = new VendorPause(limits.LongestWait);
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            UseProxy = !vendor.IsLocal,
            ConnectCallback = ConnectAsync,
        };
        client = new HttpClient(new ResilienceHandler(Pipeline(vendor, limits, pause)) { InnerHandler = new AttemptHandler(vendor, pause, sockets) }, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SpeechScoop", null));
        if (vendor.Key is not { } key) return;
        // Set without validation, and so without an exception that would quote it.
        var (header, value) = vendor.Kind switch
        {
            VendorKind.Deepgram => ("Authorization", $"Token {key.Reveal()}"),
            VendorKind.ElevenLabs => ("xi-api-key", key.Reveal()),
            VendorKind.AssemblyAI => ("Authorization", key.Reveal()),
            _ => ("Authorization", $"Bearer {key.Reveal()}"),
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
    }

    public VendorLimits Limits { get; }

    /// <summary>An address of the vendor.</summary>
    /// <param name="path">Such as <c>/v1/listen</c>; a base URL that ends with <c>/v1</c> already has that part.</param>
    public Uri Address(string path)
    {
        var root = vendor.BaseUrl.AbsoluteUri.TrimEnd('/');
        return new Uri(root + (root.EndsWith("/v1", StringComparison.Ordinal) && path.StartsWith("/v1/", StringComparison.Ordinal) ? path[3..] : path));
    }

    /// <summary>Waits for a free place; dispose to leave it.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        return new Slot(slots);
    }

    /// <summary>Sends a request once the vendor may be called, repeats it where that may help, and reads the whole answer.</summary>
    /// <param name="limit">Most bytes of the answer; 0 to read a successful answer piece by piece.</param>
    /// <returns>An answer with a 2xx status, or a failure in a sentence.</returns>
    public async Task<Result<VendorAnswer>> SendAsync(HttpRequestMessage request, VendorCall call, int limit, CancellationToken cancellation)
    {
        request.Options.Set(AttemptHandler.Call, call);
        request.Options.Set(AttemptHandler.Limit, limit);
        try
        {
            call.Waited(await pause.WaitAsync(cancellation).ConfigureAwait(false));
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode) return new VendorAnswer(vendor, response);
            using (response) return await VendorFailures.OfStatusAsync(vendor, response, call).ConfigureAwait(false);
        }
        catch (Exception exception) when (VendorFailures.IsExpected(exception, cancellation))
        {
            return VendorFailures.Of(vendor, exception, call);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        slots.Dispose();
    }

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(VendorSettings vendor, VendorLimits limits, VendorPause pause)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (limits.MostRetries > 0)
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = limits.MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = limits.FirstWait,
                MaxDelay = limits.LongestWait,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is not { InnerException: VendorBlockedException } && HttpClientResiliencePredicates.IsTransient(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(pause.Asked(arguments.Outcome.Result)),
            });
        return pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = vendor.Timeout }).Build();
    }

    /// <summary>Connects to a public address only, unless the settings name a private one; a proxy is the machine's own setting.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var point = context.DnsEndPoint;
        var addresses = await resolve(point.Host, cancellation).ConfigureAwait(false);
        if (point.Host.Equals(vendor.BaseUrl.IdnHost, StringComparison.OrdinalIgnoreCase) && !vendor.IsLocal && addresses.FirstOrDefault(PrivateAddresses.IsPrivate) is not null)
            throw new VendorBlockedException("vendor-host", $"{point.Host} stands for a private address. Where that is meant, set privateNetwork to true; nothing was sent.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, point.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
