using System.Security.Cryptography;
using System.Text.Json;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>What preparation made and found, as stored with a draft: trial by trial, so that only what was changed is prepared again.</summary>
/// <param name="PreparedAt">When it ended.</param>
/// <param name="Trials">In the order of the definition.</param>
/// <param name="Digits">Of the digits in noise; null where there are none.</param>
internal sealed record PreparationRecord(DateTimeOffset PreparedAt, IReadOnlyList<TrialRecord> Trials, DigitsRecord? Digits = null)
{
    /// <summary>Reads a stored record.</summary>
    /// <returns>Null for none.</returns>
    public static PreparationRecord? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<PreparationRecord>(json, DefinitionJson.Options);

    public string Write() => JsonSerializer.Serialize(this, DefinitionJson.Options);

    /// <summary>
    /// The definition with the clips that were made for it: every trial whose audio, roles and settings are as they were when it was
    /// prepared has them, every other has none. Nobody but preparation says what listeners hear. Anchors that could not be made of a
    /// trial, since its rate carries no more than they would, are taken out of it.
    /// </summary>
    public static ListeningTestDefinition Apply(PreparationRecord? record, ListeningTestDefinition definition)
    {
        var known = (record?.Trials ?? []).GroupBy(trial => trial.Key).ToDictionary(group => group.Key, group => group.First().Clips);
        TestSection[] sections = [.. definition.Sections.Select(section => section switch
        {
            TrialSection trials => trials with { Trials = [.. trials.Trials.Select(trial => WithClips(trial, known.GetValueOrDefault(KeyOf(trial, definition.Preparation))))] },
            DigitsSection digits => digits with { Voice = record?.Digits?.Voice, Clips = record?.Digits?.Clips ?? new Dictionary<string, string>() },
            _ => section,
        })];
        var used = sections.OfType<TrialSection>().SelectMany(section => section.Trials).SelectMany(trial => trial.Stimuli).Select(stimulus => stimulus.Condition).ToHashSet(StringComparer.Ordinal);
        return definition with { Sections = sections, Conditions = [.. definition.Conditions.Where(condition => !IsAnchor(condition.Role) || used.Contains(condition.Id))] };
    }

    /// <summary>How long prepared stimuli are, in seconds, by trial and stimulus. Trials that share their audio (practice) share its lengths.</summary>
    public IReadOnlyDictionary<(string Trial, string Stimulus), double> Lengths(ListeningTestDefinition definition)
    {
        var known = Trials.GroupBy(trial => trial.Key).ToDictionary(group => group.Key, group => group.First().Stimuli);
        return (from trial in definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).DistinctBy(trial => trial.Id)
                from figures in known.GetValueOrDefault(KeyOf(trial, definition.Preparation)) ?? []
                where figures.Seconds is not null
                select (Key: (trial.Id, figures.Id), Seconds: figures.Seconds!.Value)).DistinctBy(length => length.Key).ToDictionary(length => length.Key, length => length.Seconds);
    }

    /// <summary>What a trial's prepared audio depends on, as a SHA-256. Anchors that are made depend on the rest.</summary>
    public static string KeyOf(Trial trial, PreparationSettings settings) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        settings,
        trial.Design,
        Stimuli = trial.Stimuli.Where(stimulus => !IsMade(stimulus)).Select(stimulus => new { stimulus.Id, stimulus.Role, stimulus.Source }),
    }, DefinitionJson.Options)));

    private static Trial WithClips(Trial trial, IReadOnlyDictionary<string, string>? clips) => trial with
    {
        Stimuli = [.. trial.Stimuli.Where(stimulus => clips is not { Count: > 0 } || !IsMade(stimulus) || clips.ContainsKey(stimulus.Id))
            .Select(stimulus => stimulus with { Clip = clips?.GetValueOrDefault(stimulus.Id) })],
    };

    private static bool IsMade(Stimulus stimulus) => stimulus.Source is null && IsAnchor(stimulus.Role);

    private static bool IsAnchor(StimulusRole role) => role is StimulusRole.Anchor35 or StimulusRole.Anchor70;
}

/// <summary>What preparation made of a trial.</summary>
/// <param name="Key">See <see cref="PreparationRecord.KeyOf"/>.</param>
/// <param name="Clips">SHA-256 of what listeners hear, by stimulus; empty where the trial cannot be used.</param>
internal sealed record TrialRecord(
    string Key, string Trial, string Item, IReadOnlyDictionary<string, string> Clips, IReadOnlyList<PreparationFinding> Findings, IReadOnlyList<StimulusFigures> Stimuli);

/// <summary>What preparation made for the digits in noise.</summary>
/// <param name="Voice">The synthesizer with its version.</param>
/// <param name="Clips">SHA-256 by digit, and of <c>noise</c>.</param>
internal sealed record DigitsRecord(string Voice, IReadOnlyDictionary<string, string> Clips);
