using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Audio;
using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

/// <summary>Stimuli that can be measured: codec one adds a little noise to the reference, codec two more, the anchor most.</summary>
internal static class MeasuredTest
{
    /// <summary>Three one-second references of noise that swells.</summary>
    /// <param name="add">Stores a clip and returns its SHA-256.</param>
    public static async Task<ListeningTestDefinition> WithAudioAsync(Func<AudioClip, Task<string>> add)
    {
        var definition = ListenedTest.Mushra();
        var sections = new List<TestSection>();
        foreach (var section in definition.Sections)
        {
            if (section is not TrialSection { Training: false } trials)
            {
                sections.Add(section);
                continue;
            }
            var measured = new List<Trial>();
            foreach (var trial in trials.Trials)
            {
                var stimuli = new List<Stimulus>();
                foreach (var stimulus in trial.Stimuli) stimuli.Add(stimulus with { Clip = await add(Sound(measured.Count, Noise(stimulus.Condition))) });
                measured.Add(trial with { Stimuli = stimuli });
            }
            sections.Add(trials with { Trials = measured });
        }
        return definition with { Sections = sections };
    }

    public static Task<ListeningTestDefinition> WithAudioAsync(IServiceProvider services) => WithAudioAsync(async clip =>
        (await services.GetRequiredService<ClipLibrary>().AddAsync(clip, "stimulus")).Value.Sha256);

    private static float Noise(string condition) => condition switch { "reference" => 0, "one" => 0.02f, "two" => 0.1f, _ => 0.5f };

    private static AudioClip Sound(int item, float noise)
    {
        var (speech, other) = (new SeededRandom(item + 1), new SeededRandom(99));
        return new(16_000, [.. Enumerable.Range(0, 16_000).Select(i =>
            (float)((0.3 * (0.55 + (0.45 * Math.Sin(2 * Math.PI * 4 * i / 16_000))) * ((2 * speech.NextDouble()) - 1)) + (noise * ((2 * other.NextDouble()) - 1))))]);
    }
}
