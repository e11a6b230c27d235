using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Vendors.Http;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>How one kind of vendor writes a recording down.</summary>
internal interface ITranscription
{
        Task<Result<VendorTranscript>> TranscribeAsync(VendorAudio audio, VendorCall call, CancellationToken cancellation);
}

/// <summary>What a vendor heard.</summary>
/// <param name="Text">As the vendor wrote it; empty where it heard nothing.</param>
/// <param name="Words">Empty where it gives no times.</param>
internal sealed record VendorTranscript(string Text, IReadOnlyList<RecognizedWord> Words);
