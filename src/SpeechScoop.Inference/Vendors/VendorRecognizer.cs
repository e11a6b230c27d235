using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Inference.Vendors.Transcription;

namespace SpeechScoop.Inference.Vendors;

/// <summary>A recognizer behind a vendor's API. It works on whole recordings.</summary>
internal sealed class VendorRecognizer(VendorSettings vendor, VendorConnection connection) : IRecognizer
{
    private readonly ITranscription transcription = vendor.Kind switch
    {
        VendorKind.OpenAI => new OpenAiTranscription(vendor, connection),
        VendorKind.Deepgram => new DeepgramTranscription(vendor, connection),
        VendorKind.ElevenLabs => new ElevenLabsTranscription(vendor, connection),
        VendorKind.AssemblyAI => new AssemblyAiTranscription(vendor, connection),
        _ => throw new ArgumentOutOfRangeException(nameof(vendor)),
    };

    public string SystemId => vendor.RecognizerId;

    public int SampleRate => vendor.SampleRate;

    public TimeSpan LookAhead => TimeSpan.Zero;

    public bool IsStreaming => false;

    public Result<IRecognitionStream> OpenStream(RecognitionOptions? options = null, StreamGroup? group = null) =>
        new Error.Invalid("streaming-unsupported", $"{vendor.Title} is called with whole recordings here. Leave streaming out.");

    public async Task<Result<Transcript>> RecognizeAsync(MonoReader audio, RecognitionOptions? options = null, CancellationToken cancellation = default)
    {
        if (options is { Words: not null } or { HotWords: not null })
            return new Error.Invalid("word-lists-unsupported", $"{vendor.Title} takes no word lists here; set the vendor's own fields for hot words, or leave them out.");
        if (audio.Length == 0) return new Transcript("", [], TimeSpan.Zero, TimeSpan.Zero);
        using var slot = await connection.EnterAsync(cancellation).ConfigureAwait(false);
        if (!(await Task.Run(() => VendorAudio.Of(audio, cancellation), cancellation).ConfigureAwait(false)).TryGet(out var wav, out var error)) return error;
        using var _ = wav;
        var call = new VendorCall();
        var heard = await transcription.TranscribeAsync(wav, call, cancellation).ConfigureAwait(false);
        call.End();
        return heard.Select(text => new Transcript(text.Text, text.Words, audio.Duration, call.Successful, call));
    }
}
