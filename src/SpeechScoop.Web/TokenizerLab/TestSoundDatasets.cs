using System.Globalization;
using SpeechScoop.Audio.TestSounds;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>Which test sounds; what is left out is as usual.</summary>
/// <param name="SampleRate">8,000 to 192,000 Hz; usually 48,000.</param>
/// <param name="Seed">Same seed, same sounds.</param>
/// <param name="PerKind">Sounds of each kind, 1 to 100; usually 3.</param>
internal sealed record NewTestSounds(int? SampleRate = null, long? Seed = null, int? PerKind = null);

/// <summary>Generated sounds as datasets: made once, found by their name afterwards.</summary>
internal sealed class TestSoundDatasets(ClipLibrary library, DatasetStore datasets, DatasetMaking making)
{
    private const int UsualPerKind = 3;

    /// <summary>The dataset of these sounds.</summary>
    public async Task<Result<DatasetSummary>> MakeAsync(NewTestSounds request, CancellationToken cancellation)
    {
        var (rate, seed, perKind) = (request.SampleRate ?? TestSoundSet.UsualSampleRate, request.Seed ?? TestSoundSet.UsualSeed, request.PerKind ?? UsualPerKind);
        if (!TestSoundSet.Make(rate, seed, perKind).TryGet(out var sounds, out var error)) return error;
        var name = string.Create(CultureInfo.InvariantCulture, $"Test sounds, {rate / 1000.0} kHz, seed {seed}, {perKind} of each ({TestSoundSet.Version})");
        if ((await datasets.FindAsync(name)).TryGet(out var known, out _)) return known;
        var items = new List<NewItem>();
        foreach (var sound in sounds)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!(await Task.Run(() => library.AddAsync(sound.Clip, $"{sound.Title}.wav"), cancellation)).TryGet(out var clip, out error)) return error;
            items.Add(new NewItem(sound.Key, Clip: clip.Sha256, Attributes: sound.Attributes));
        }
        return (await making.CreateAsync(new NewDataset(name, "Made by code from a seed, so that everybody can run a comparison on the very same sounds.", Items: items))).Dataset;
    }
}
