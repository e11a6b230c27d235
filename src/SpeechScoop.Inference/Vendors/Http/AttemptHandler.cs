using System.Diagnostics;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>One attempt of a request: goes only to the configured host, is timed, and has its answer read whole within limits, so that a broken answer is a failed attempt.</summary>
internal sealed class AttemptHandler(VendorSettings vendor, VendorPause pause, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The call that a request belongs to.</summary>
    public static readonly HttpRequestOptionsKey<VendorCall> Call = new("call");

    /// <summary>Most bytes of the answer; 0 where the caller reads it piece by piece.</summary>
    public static readonly HttpRequestOptionsKey<int> Limit = new("limit");

    private static readonly HttpRequestOptionsKey<long> LastAttempt = new("last-attempt");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        if (url.Scheme != vendor.BaseUrl.Scheme || !url.Host.Equals(vendor.BaseUrl.Host, StringComparison.OrdinalIgnoreCase) || url.Port != vendor.BaseUrl.Port)
            throw new VendorBlockedException("vendor-host", $"{url.Host} is not the configured host {vendor.BaseUrl.Host}; nothing was sent.");
        if (request.Options.TryGetValue(LastAttempt, out var before) && request.Options.TryGetValue(Call, out var call)) call.Repeat(before);
        request.Options.Set(LastAttempt, Stopwatch.GetTimestamp());
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        pause.Note(response);
        try
        {
            if (request.Options.TryGetValue(Limit, out var limit) && (limit > 0 || !response.IsSuccessStatusCode))
                await ReadAsync(response, limit > 0 ? limit : 1 << 20, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellation)
    {
        var source = response.Content;
        if (source.Headers.ContentLength > limit) throw TooLarge(limit);
        using var bytes = new MemoryStream();
        try
        {
            var stream = await source.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            var buffer = new byte[81_920];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                if (bytes.Length + read > limit) throw TooLarge(limit);
                bytes.Write(buffer, 0, read);
            }
        }
        catch (IOException broken)
        {
            // For the retries, a connection that breaks in the body is one that breaks.
            throw new HttpRequestException("The answer broke off.", broken);
        }
        var whole = new ByteArrayContent(bytes.ToArray());
        foreach (var (name, values) in source.Headers) whole.Headers.TryAddWithoutValidation(name, values);
        response.Content = whole;
        source.Dispose();
    }

    private static VendorBlockedException TooLarge(int limit) => new("vendor-answer", $"the answer is larger than {limit / (1 << 20)} MiB and was not read.");
}
