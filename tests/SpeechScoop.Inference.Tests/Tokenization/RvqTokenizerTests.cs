using SpeechScoop.Audio;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.Inference.Tokenization;

namespace SpeechScoop.Inference.Tests.Tokenization;

public sealed class RvqTokenizerTests(DefaultPacks packs) : IClassFixture<DefaultPacks>
{
    private const string Pack = "scoop-tokenizer";

    [Theory]
    [InlineData(1)]
    [InlineData(319)]
    [InlineData(320)]
    [InlineData(321)]
    [InlineData(16001)]
    public async Task A_reconstruction_has_exactly_the_samples_of_the_original(int samples)
    {
        var tokenizer = await LoadAsync();
        var tokens = (await tokenizer.EncodeAsync(Tone(16000, samples))).Value;
        Assert.Equal((samples + 319) / 320, tokens.Codes[0].Length);
        foreach (var codebooks in new[] { 1, 4, 8 })
            Assert.Equal(samples, (await tokenizer.DecodeAsync(tokens, codebooks)).Value.Length);
    }

    [Fact]
    public async Task Codes_lie_within_the_codebooks_and_the_bit_rate_follows()
    {
        var tokenizer = await LoadAsync();
        var tokens = (await tokenizer.EncodeAsync(Tone(44100, 44100))).Value;
        Assert.Equal(8, tokens.Codes.Count);
        Assert.All(tokens.Codes.SelectMany(book => book), code => Assert.InRange(code, 0, 511));
        Assert.Equal(1800, tokens.BitRate(4), 6);
        Assert.Equal(16000, tokens.SampleCount);
    }

    [Fact]
    public async Task Long_audio_has_no_seams_where_blocks_meet()
    {
        var tokenizer = await LoadAsync();
        // 50 s: three blocks. The middle of it, tokenized alone with plenty around, has to give the same.
        var noise = Noise(50 * 16000);
        var whole = (await tokenizer.EncodeAsync(new AudioClip(16000, noise))).Value;
        var part = (await tokenizer.EncodeAsync(new AudioClip(16000, noise[(14 * 16000)..(33 * 16000)]))).Value;
        var different = 0;
        for (var frame = 100; frame < 800; frame++)
            if (whole.Codes[0][(14 * 50) + frame] != part.Codes[0][frame]) different++;
        // Ties between codebook entries may fall either way; everything else is equal.
        Assert.InRange(different, 0, 7);

        var decoded = (await tokenizer.DecodeAsync(whole, 8)).Value.Channel(0).ToArray();
        var cut = new AudioTokens(whole.SystemId, 512, 50, 19 * 16000, [.. whole.Codes.Select(book => book[(14 * 50)..(33 * 50)])]);
        var again = (await tokenizer.DecodeAsync(cut, 8)).Value.Channel(0).ToArray();
        var furthest = 0f;
        for (var i = 2 * 16000; i < 16 * 16000; i++) furthest = Math.Max(furthest, Math.Abs(decoded[(14 * 16000) + i] - again[i]));
        Assert.InRange(furthest, 0f, 2e-3f);
    }

    [Fact]
    public async Task More_codebooks_come_closer_to_the_original()
    {
        var tokenizer = await LoadAsync();
        var clip = SelfTestMaterial.Audio(Pack);
        var tokens = (await tokenizer.EncodeAsync(clip)).Value;
        var distances = new List<double>();
        foreach (var codebooks in new[] { 1, 2, 8 })
            distances.Add(SpeechScoop.Inference.Packs.LogMelDistance.Between(clip, (await tokenizer.DecodeAsync(tokens, codebooks)).Value));
        Assert.Equal(distances.OrderDescending(), distances);
    }

    [Fact]
    public async Task Tokens_survive_a_file()
    {
        var tokenizer = await LoadAsync();
        var tokens = (await tokenizer.EncodeAsync(Tone(16000, 5000))).Value;
        var read = TokenFile.FromJson(TokenFile.ToJson(tokens, 3)).Value;
        Assert.Equal(3, read.Codes.Count);
        Assert.Equal(tokens.Codes[2], read.Codes[2]);
        var (direct, stored) = ((await tokenizer.DecodeAsync(tokens, 3)).Value, (await tokenizer.DecodeAsync(read, 3)).Value);
        Assert.Equal(direct.Channel(0).ToArray(), stored.Channel(0).ToArray());
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_a_reason()
    {
        var tokenizer = await LoadAsync();
        Assert.Equal("audio-empty", (await tokenizer.EncodeAsync(new AudioClip(16000, Array.Empty<float>()))).Error?.Code);
        var tokens = (await tokenizer.EncodeAsync(Tone(16000, 3200))).Value;
        Assert.Equal("codebooks-out-of-range", (await tokenizer.DecodeAsync(tokens, 9)).Error?.Code);
        Assert.Equal("codebooks-out-of-range", (await tokenizer.DecodeAsync(tokens, 0)).Error?.Code);
        Assert.Equal("tokens-of-another-system", (await tokenizer.DecodeAsync(tokens with { CodebookSize = 1024 }, 1)).Error?.Code);
        Assert.Equal("tokens-damaged", (await tokenizer.DecodeAsync(tokens with { SampleCount = 1 }, 1)).Error?.Code);
        Assert.Equal("tokens-damaged", (await tokenizer.DecodeAsync(tokens with { Codes = [[.. tokens.Codes[0].Select(_ => 512)]] }, 1)).Error?.Code);
        Assert.Equal("tokens-too-few", (await tokenizer.DecodeAsync(tokens with { Codes = [tokens.Codes[0]] }, 2)).Error?.Code);
    }

    private async Task<ITokenizer> LoadAsync()
    {
        packs.Require(Pack);
        return (await packs.Catalog.GetTokenizerAsync(Pack)).Value;
    }

    private static AudioClip Tone(int rate, int samples)
        => new(rate, [.. Enumerable.Range(0, samples).Select(i => (float)(0.3 * Math.Sin(2 * Math.PI * 300 * i / rate)))]);

    private static float[] Noise(int samples)
    {
        var (noise, random, level) = (new float[samples], new SeededRandom(7), 0.0);
        for (var i = 0; i < samples; i++)
        {
            level = (0.95 * level) + (0.05 * (random.NextDouble() - 0.5));
            noise[i] = (float)(level * (1 + Math.Sin(2 * Math.PI * 3 * i / 16000)));
        }
        return noise;
    }
}
