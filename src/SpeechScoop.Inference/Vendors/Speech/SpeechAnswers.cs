using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Speech;

/// <summary>Reads spoken audio out of answers.</summary>
internal static class SpeechAnswers
{
    /// <summary>16-bit samples at 24 kHz: no loss, and every plan has it.</summary>
    public const string ElevenLabsFormat = "pcm_24000";

    // Raw samples of OpenAI's format "pcm" have this rate.
    private const int OpenAiPcmRate = 24_000;

    public static async Task<Result<AudioClip>> ReadAsync(VendorSettings vendor, VendorAnswer answer, CancellationToken cancellation)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        if (answer.MediaType is "application/json")
        {
            // Mistral puts the audio into JSON.
            if (!VendorAnswer.Parse(vendor, Encoding.UTF8.GetString(bytes)).TryGet(out var json, out var error)) return error;
            if (!TryDecode(json, out bytes)) return VendorFailures.Odd(vendor, "answered with JSON without audio_data instead of audio");
        }
        else if (answer.MediaType is not "" && !answer.MediaType.StartsWith("audio/", StringComparison.Ordinal) && answer.MediaType is not ("application/octet-stream" or "application/ogg"))
        {
            return VendorFailures.Odd(vendor, $"answered with {answer.MediaType} instead of audio");
        }
        if (bytes.Length == 0) return VendorFailures.Odd(vendor, "answered with no audio at all");
        if (RawRate(vendor, bytes) is { } rate) return ReadRaw(bytes, rate);
        using var stream = new MemoryStream(bytes);
        var decoded = await AudioDecoder.DecodeAsync(stream, $"The audio of {vendor.Title}", cancellation: cancellation).ConfigureAwait(false);
        return decoded.TryGet(out var clip, out var unreadable) ? clip.ToMono() : new Error.Unavailable("vendor-answer", unreadable.Message);
    }

    private static bool TryDecode(JsonElement json, out byte[] bytes)
    {
        bytes = [];
        return json.TryGetProperty("audio_data", out var audio) && audio.ValueKind is JsonValueKind.String && audio.TryGetBytesFromBase64(out bytes!);
    }

    /// <summary>Rate of raw samples, which carry no header to tell it; null for files.</summary>
    private static int? RawRate(VendorSettings vendor, byte[] bytes)
    {
        if (AudioFormatSniffer.Name(bytes) is not null) return null;
        var format = vendor.SpeechFields[vendor.Kind is VendorKind.ElevenLabs ? "output_format" : "response_format"]?.ToString();
        if (vendor.Kind is not VendorKind.ElevenLabs) return format is "pcm" ? OpenAiPcmRate : null;
        format ??= ElevenLabsFormat;
        return format.StartsWith("pcm_", StringComparison.Ordinal) && int.TryParse(format.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= 8000 and <= 192_000 ? rate : null;
    }

    private static AudioClip ReadRaw(byte[] bytes, int rate)
    {
        var samples = new float[bytes.Length / 2];
        for (var i = 0; i < samples.Length; i++) samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(2 * i)) / 32768f;
        return new AudioClip(rate, samples);
    }
}
