using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Inference.Vendors.Speech;

namespace SpeechScoop.Inference.Vendors;

/// <summary>A synthesizer behind a vendor's API. A text goes there whole.</summary>
internal sealed class VendorSynthesizer(VendorSettings vendor, VendorConnection connection) : ISynthesizer
{
    public string SystemId => vendor.SynthesizerId;

    public bool IsSeeded => vendor.Kind is VendorKind.ElevenLabs;

    public async Task<Result<SynthesizedSpeech>> SynthesizeAsync(SynthesisRequest request, IProgress<SynthesisProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (SynthesisRequestCheck.Check(request) is { } refused) return refused;
        if (request.Temperature is not null) return new Error.Invalid("temperature-unsupported", $"{vendor.Title} takes no temperature here. Leave it out, or set the vendor's own fields.");
        var spoken = request with { Text = SynthesisRequestCheck.WithoutControls(request.Text) };
        using var slot = await connection.EnterAsync(cancellation).ConfigureAwait(false);
        var call = new VendorCall();
        using var message = vendor.Kind is VendorKind.ElevenLabs ? SpeechRequests.ElevenLabs(vendor, connection, spoken) : SpeechRequests.OpenAi(vendor, connection, spoken);
        if (!(await connection.SendAsync(message, call, connection.Limits.LargestAudio, cancellation).ConfigureAwait(false)).TryGet(out var answer, out var error)) return error;
        using (answer)
        {
            call.End();
            var clip = await SpeechAnswers.ReadAsync(vendor, answer, cancellation).ConfigureAwait(false);
            progress?.Report(new SynthesisProgress(1, 1));
            return clip.Select(audio => new SynthesizedSpeech(audio, call.Successful, call.Successful, call));
        }
    }
}
