using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.TokenizerLab;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>Sends a recording through a tokenizer or a baseline and back. What comes back is stored without loss: metrics look at it.</summary>
internal sealed class ReconstructionRunWork(Reconstructors reconstructors, ItemAudio audio, ClipLibrary library) : IRunWork
{
    public RunKind Kind => RunKind.Reconstruction;

    public Result<string> Check(string systemId, string settings) => reconstructors.Find(systemId).Then(system => system.Check(settings));

    public async Task<Result<RunOutput>> MakeAsync(RunItemOutput output, CancellationToken cancellation)
    {
        if (!reconstructors.Find(output.SystemId).TryGet(out var reconstructor, out var error)
            || !(await audio.ReadAsync(output.ItemClipSha256!, output.ItemStart, output.ItemEnd, cancellation)).TryGet(out var original, out error)
            || !(await reconstructor.ReconstructAsync(original, output.Settings, cancellation)).TryGet(out var made, out error)
            || !(await library.AddAsync(made.Clip, output.ItemKey)).TryGet(out var clip, out error)) return error;
        return output with
        {
            ClipSha256 = clip.Sha256,
            AudioSeconds = clip.Seconds,
            ProcessingSeconds = made.Processing.TotalSeconds,
            BitRate = made.BitRate,
            Tokens = StoredTokens.Write(made),
        };
    }
}
