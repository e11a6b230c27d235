namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>A request or answer that this server does not accept, however often it is tried.</summary>
internal sealed class VendorBlockedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
