using System.Diagnostics;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Live.Making;

/// <summary>Makes one trial's reference, anchors and reconstructions. Each tokenizer encodes once, whatever the number of its conditions.</summary>
internal sealed class ReconstructionWork(StartedTrial started, ISystemCatalog catalog, ClipLibrary library, StimulusAttempt attempt, TrialOutcomes outcomes) : ITrialWork
{
    private readonly Dictionary<string, Encoding> encodings = [];

    /// <summary>What a tokenizer made of the recording.</summary>
    private sealed record Encoding(ITokenizer Tokenizer, AudioTokens Tokens, TimeSpan Time);

    public async Task RunAsync()
    {
        var running = started.Running;
        try
        {
            var prepared = await PrepareAsync();
            // One after the other: the models use every core anyway, and a waiting clip would only take memory.
            foreach (var output in started.Outputs)
            {
                running.Report(output.Label, 0.1, "Making");
                await attempt.MakeAsync(running, output, async () => prepared.TryGet(out var material, out var error) ? await MakeAsync(output, material) : error);
            }
        }
        finally
        {
            await outcomes.CloseAsync(running);
        }
    }

    /// <summary>The recording, and the form that all stimuli share.</summary>
    private sealed record Material(AudioClip Original, AudioClip Reference, ReferenceFormat Format);

    private async Task<Result<Material>> PrepareAsync()
    {
        if (!(await library.ReadAsync(started.Trial.ClipSha256!)).TryGet(out var original, out var error)) return error;
        var rates = new List<int>();
        foreach (var systemId in started.Outputs.Select(output => output.SystemId).OfType<string>().Distinct())
        {
            // A tokenizer that does not load fails as a stimulus of its own.
            if ((await catalog.GetTokenizerAsync(systemId)).TryGet(out var tokenizer, out _)) rates.Add(tokenizer.SampleRate);
        }
        var format = ReferenceFormat.For(original, rates);
        return new Material(original, format.Apply(original), format);
    }

    private Task<Result<Output>> MakeAsync(Output output, Material material) => output.Role switch
    {
        StimulusRole.Reference => StoreAsync(output, material.Reference),
        StimulusRole.Anchor35 => StoreAsync(output, Anchors.Of(material.Reference, Anchor.LowPass35)),
        StimulusRole.Anchor70 => StoreAsync(output, Anchors.Of(material.Reference, Anchor.LowPass70)),
        _ => ReconstructAsync(output, material),
    };

    private async Task<Result<Output>> ReconstructAsync(Output output, Material material)
    {
        var cancellation = started.Running.Cancellation;
        var codebooks = JsonSerializer.Deserialize<CodebookSettings>(output.Settings, JsonSerializerOptions.Web)!.Codebooks;
        if (!(await EncodeAsync(output.SystemId!, material.Original, cancellation)).TryGet(out var encoding, out var error)) return error;
        started.Running.Report(output.Label, 0.6, "Decoding");
        var decoding = Stopwatch.StartNew();
        if (!(await encoding.Tokenizer.DecodeAsync(encoding.Tokens, codebooks, cancellation)).TryGet(out var clip, out error)) return error;
        decoding.Stop();
        var tokens = new TokensView(codebooks, encoding.Tokens.Codes[0].Length, [.. encoding.Tokens.Codes.Take(codebooks)]);
        return await StoreAsync(output with
        {
            ProcessingSeconds = (encoding.Time + decoding.Elapsed).TotalSeconds,
            BitRate = encoding.Tokens.BitRate(codebooks),
            Tokens = JsonSerializer.Serialize(tokens, JsonSerializerOptions.Web),
        }, material.Format.Apply(clip));
    }

    private async Task<Result<Encoding>> EncodeAsync(string systemId, AudioClip original, CancellationToken cancellation)
    {
        if (encodings.TryGetValue(systemId, out var known)) return known;
        if (!(await catalog.GetTokenizerAsync(systemId, cancellation)).TryGet(out var tokenizer, out var error)) return error;
        var time = Stopwatch.StartNew();
        if (!(await tokenizer.EncodeAsync(original, cancellation)).TryGet(out var tokens, out error)) return error;
        return encodings[systemId] = new Encoding(tokenizer, tokens, time.Elapsed);
    }

    private async Task<Result<Output>> StoreAsync(Output output, AudioClip clip)
    {
        if (!(await library.AddAsync(clip, "reconstruction", WavFormat.Pcm16)).TryGet(out var stored, out var error)) return error;
        return output with { ClipSha256 = stored.Sha256, AudioSeconds = stored.Seconds };
    }
}
