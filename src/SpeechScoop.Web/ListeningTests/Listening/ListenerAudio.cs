using System.Buffers.Binary;
using System.Globalization;
using SpeechScoop.Audio.Files;
using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>The audio behind a page's labels: a 16-bit WAV file whatever it comes from, with no name, date or content hash that would tell.</summary>
internal sealed class ListenerAudio(ClipLibrary library, DigitsScreen screen)
{
    private const int Pcm = 1, HeaderBytes = 44;

    /// <summary>The bytes of a WAV file.</summary>
    public async Task<Result<byte[]>> ReadAsync(OpenedSession opened, int index, string label, CancellationToken cancellation)
    {
        var page = opened.Plan.Plan.Pages[index];
        var definition = opened.Content.Definition;
        if (definition.Sections[page.Section] is HeadphoneSection headphones)
        {
            return int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var question) && question >= 1 && question <= headphones.Questions
                ? WavWriter.ToBytes(HeadphoneScreen.Questions(definition, headphones, opened.Plan, index)[question - 1].Clip, WavFormat.Pcm16)
                : Unknown(index, label);
        }
        if (definition.Sections[page.Section] is DigitsSection digits)
        {
            if (!int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Unknown(index, label);
            if (!(await screen.MixAsync(definition, digits, opened.Plan, index, number, cancellation)).TryGet(out var mixed, out var error)) return error;
            return mixed is null ? Unknown(index, label) : WavWriter.ToBytes(mixed, WavFormat.Pcm16);
        }
        if (Clip(opened.Content, page, label) is not { } sha256) return Unknown(index, label);
        if (!library.PathOf(sha256).TryGet(out var path, out _)) return Missing();
        var stored = await File.ReadAllBytesAsync(path, cancellation);
        if (IsPlainPcm16(stored)) return stored;
        // Drafts are heard as they were given, in whatever format.
        return (await library.ReadAsync(sha256, cancellation: cancellation)).Select(clip => WavWriter.ToBytes(clip, WavFormat.Pcm16));
    }

    private static string? Clip(TestContent content, PlannedPage page, string label)
    {
        if (content.Definition.Sections[page.Section] is VolumeSection volume)
            return label == PageLabels.Volume ? volume.Clip ?? FirstOf(content.Definition) : null;
        if (page.Trial is null) return null;
        var trial = content.Trial(page.Trial)!;
        var stimulus = label switch
        {
            PageLabels.Reference => StimulusOrder.HasOpenReference(trial.Design) ? trial.Stimuli.FirstOrDefault(known => known.Role is StimulusRole.Reference) : null,
            PageLabels.X => trial.Stimuli.FirstOrDefault(known => known.Id == page.X),
            _ => PageLabels.Stimulus(page, trial.Design, label) is { } id ? trial.Stimuli.First(known => known.Id == id) : null,
        };
        return stimulus?.Clip ?? stimulus?.Source;
    }

    private static string? FirstOf(ListeningTestDefinition definition) => definition.Sections.OfType<TrialSection>()
        .SelectMany(section => section.Trials).SelectMany(trial => trial.Stimuli.OrderByDescending(stimulus => stimulus.Role is StimulusRole.Reference))
        .Select(stimulus => stimulus.Clip ?? stimulus.Source).FirstOrDefault(clip => clip is not null);

    private static bool IsPlainPcm16(byte[] wav) => wav.Length >= HeaderBytes
        && BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(20)) == Pcm && BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(34)) == 16
        && wav.AsSpan(36, 4).SequenceEqual("data"u8);

    private static Error.NotFound Unknown(int index, string label) =>
        new("audio-unknown", $"Page {index} has nothing to hear under \"{(label.Length > 40 ? label[..40] : label)}\". Load the page again.");

    // Not the file's name: it would tell stimuli apart.
    private static Error.NotFound Missing() => new("audio-missing", "The sound of this page is missing on the server. Tell whoever sent you the link.");
}
