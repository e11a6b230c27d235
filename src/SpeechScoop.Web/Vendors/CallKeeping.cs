using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Web.Vendors;

/// <summary>Keeps with an output how a vendor was called for it.</summary>
internal sealed class CallKeeping(OutputCallStore calls, TimeProvider time)
{
    /// <summary>Keeps a call; does nothing for what was made here.</summary>
    public async Task<Error?> KeepAsync(string outputId, VendorCall? call) => call is null ? null : (await calls.SaveAsync(new OutputCall
    {
        OutputId = outputId,
        Attempts = call.Attempts,
        Seconds = call.Successful.TotalSeconds,
        TotalSeconds = call.IncludingRetries.TotalSeconds,
        FirstResultSeconds = call.FirstResult?.TotalSeconds,
        Answer = call.RawAnswer,
        CreatedAt = time.GetUtcNow(),
    })).Error;
}
