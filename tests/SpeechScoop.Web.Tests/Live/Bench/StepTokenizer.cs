using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Tokenization;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>A tokenizer that keeps the mean of every 320 samples: the first codebook coarsely, the second what is left.</summary>
internal sealed class StepTokenizer(string systemId) : ITokenizer
{
    private const int Frame = 320;

    public string SystemId => systemId;

    public int SampleRate => 16_000;

    public double FrameRate => 50;

    public int Codebooks => 2;

    public int CodebookSize => 256;

    public int Encodings { get; private set; }

    public Task<Result<AudioTokens>> EncodeAsync(AudioClip clip, CancellationToken cancellation = default)
    {
        Encodings++;
        var samples = Resample.ToMono(clip, SampleRate).Channel(0).ToArray();
        var frames = (samples.Length + Frame - 1) / Frame;
        var (coarse, fine) = (new int[frames], new int[frames]);
        for (var i = 0; i < frames; i++)
        {
            var mean = Math.Clamp(samples.Skip(i * Frame).Take(Frame).Average() + 1, 0, 1.999) * 128;
            (coarse[i], fine[i]) = ((int)mean, (int)((mean - (int)mean) * 256));
        }
        return Task.FromResult<Result<AudioTokens>>(new AudioTokens(systemId, CodebookSize, FrameRate, samples.Length, [coarse, fine]));
    }

    public Task<Result<AudioClip>> DecodeAsync(AudioTokens tokens, int codebooks, CancellationToken cancellation = default)
    {
        var samples = new float[tokens.SampleCount];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (float)((tokens.Codes[0][i / Frame] + (codebooks > 1 ? tokens.Codes[1][i / Frame] / 256.0 : 0)) / 128 - 1);
        return Task.FromResult<Result<AudioClip>>(new AudioClip(SampleRate, samples));
    }
}
