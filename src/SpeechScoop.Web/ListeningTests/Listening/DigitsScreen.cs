using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using SpeechScoop.Audio;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.ListeningTests.Building;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>The digits in noise of a session: what comes next follows from the answers that are stored, so that it goes on after any reload.</summary>
internal sealed class DigitsScreen(ListeningResponseStore responses, ClipLibrary library) : IDisposable
{
    private readonly MemoryCache materials = new(new MemoryCacheOptions { SizeLimit = 8 });

    /// <summary>How far a session is on its page.</summary>
    public async Task<Result<DigitsProgress>> ProgressAsync(ListeningTestDefinition definition, DigitsSection section, SessionContent session, int page)
    {
        if (!(await responses.OfSessionAsync(session.Id)).TryGet(out var stored, out var error)) return error;
        var triplets = DigitsInNoise.Triplets(Seed(definition, session, page), section.Triplets);
        var right = new List<bool>();
        foreach (var answer in stored.Where(response => response.Page == page).Select(response => JsonSerializer.Deserialize<DigitsAnswer>(response.Answers, JsonSerializerOptions.Web)!))
            if (answer.Triplet == right.Count + 1 && right.Count < triplets.Count) right.Add(answer.Right);
        return new DigitsProgress(section, triplets, right);
    }

    /// <summary>The sound of a triplet: of the next one, or of one that was answered.</summary>
    /// <param name="number">From 1.</param>
    public async Task<Result<AudioClip?>> MixAsync(ListeningTestDefinition definition, DigitsSection section, SessionContent session, int page, int number, CancellationToken cancellation)
    {
        if (!(await ProgressAsync(definition, section, session, page)).TryGet(out var progress, out var error)) return error;
        if (number < 1 || number > Math.Min(progress.Right.Count + 1, section.Triplets)) return (AudioClip?)null;
        if (!(await MaterialAsync(section, cancellation)).TryGet(out var material, out error)) return error;
        return material.Mix(progress.Triplets[number - 1], DigitsInNoise.Ratios(progress.Right)[number - 1], unchecked((Seed(definition, session, page) * 131) + number));
    }

    public void Dispose() => materials.Dispose();

    private async Task<Result<DigitMaterial>> MaterialAsync(DigitsSection section, CancellationToken cancellation)
    {
        if (!section.Clips.TryGetValue(DigitsMaking.Noise, out var key)) return new Error.NotFound("digits-unprepared", "The digits of this test are not prepared yet.");
        if (materials.TryGetValue(key, out DigitMaterial? known)) return known!;
        var clips = new Dictionary<string, AudioClip>(StringComparer.Ordinal);
        foreach (var (name, sha256) in section.Clips)
        {
            if (!(await library.ReadAsync(sha256, cancellation: cancellation)).TryGet(out var clip, out _))
                return new Error.NotFound("audio-missing", "The sound of this page is missing on the server. Tell whoever sent you the link.");
            clips[name] = clip;
        }
        var material = new DigitMaterial(clips.Where(clip => clip.Key != DigitsMaking.Noise).ToDictionary(clip => clip.Key[0], clip => clip.Value), clips[DigitsMaking.Noise]);
        materials.Set(key, material, new MemoryCacheEntryOptions { Size = 1 });
        return material;
    }

    private static long Seed(ListeningTestDefinition definition, SessionContent session, int page) => unchecked(definition.Seed + (session.Number * 1_000_003L) + (page * 10_007L));
}

/// <summary>Triplets asked and answered.</summary>
internal sealed record DigitsProgress(DigitsSection Section, IReadOnlyList<string> Triplets, IReadOnlyList<bool> Right)
{
    /// <summary>Number of the triplet to answer, from 1; null after the last.</summary>
    public int? Next => Right.Count < Triplets.Count ? Right.Count + 1 : null;

    /// <summary>An answer to the next triplet, graded; the last one with the threshold.</summary>
    public DigitsAnswer Grade(string digits)
    {
        var (asked, ratio) = (Triplets[Right.Count], DigitsInNoise.Ratios(Right)[Right.Count]);
        var right = digits == asked;
        if (Right.Count + 1 < Triplets.Count) return new(Right.Count + 1, digits, asked, ratio, right, null, null);
        var threshold = Math.Round(DigitsInNoise.Threshold([.. Right, right]), 3);
        return new(Right.Count + 1, digits, asked, ratio, right, threshold, threshold <= Section.PassSrtDb);
    }
}

/// <summary>One answer as it is stored.</summary>
/// <param name="Triplet">From 1.</param>
/// <param name="Digits">What was typed.</param>
/// <param name="Asked">What was spoken.</param>
/// <param name="RatioDb">At this signal-to-noise ratio.</param>
/// <param name="Right">Whether all three are right.</param>
/// <param name="SrtDb">With the last: the threshold.</param>
/// <param name="Passed">With the last: whether that passes.</param>
internal sealed record DigitsAnswer(int Triplet, string Digits, string Asked, double RatioDb, bool Right, double? SrtDb, bool? Passed);
