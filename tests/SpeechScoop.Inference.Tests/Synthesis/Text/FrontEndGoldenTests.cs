using System.Text.Json;
using System.Text.Json.Serialization;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis.Text;
using SpeechScoop.Tests;
using Xunit;

namespace SpeechScoop.Inference.Tests.Synthesis.Text;

/// <summary>The front end against the training's own, in Python: <c>models/forge/voices/golden.py</c> wrote the vectors.</summary>
public sealed class FrontEndGoldenTests
{
    private static readonly string Pack = Path.Combine(SharedMaterial.RepositoryRoot, "models", "scoop-voice-parallel");

    [Fact]
    public void The_default_voices_phones_and_positions_are_those_of_the_training()
    {
        using var model = OnnxModel.Load(Path.Combine(Pack, "g2p.onnx")).Value;
        var letters = new RoleBoundModel(model, new Dictionary<string, string> { ["letters"] = "letters" }, new Dictionary<string, string> { ["phones"] = "phones" });
        var frontEnd = EnglishFrontEndLoader.Load(
            Path.Combine(Pack, "symbols.txt"), Path.Combine(Pack, "lexicon.txt.gz"), letters,
            Path.Combine(Pack, "letters.txt"), Path.Combine(Pack, "g2p-phones.txt")).Value;

        var vectors = JsonSerializer.Deserialize<Vector[]>(File.ReadAllText(Path.Combine(
            SharedMaterial.RepositoryRoot, "tests", "SpeechScoop.Inference.Tests", "Synthesis", "Text", "Golden", "front-end.json")))!;
        Assert.True(vectors.Length >= 30);
        foreach (var vector in vectors)
        {
            var (phones, positions) = frontEnd.Phones(vector.Spoken);
            Assert.True(vector.Phones.SequenceEqual(phones), $"{vector.Spoken}: {string.Join(' ', phones)}");
            Assert.Equal(vector.Positions, positions);
        }
    }

    private sealed record Vector(
        [property: JsonPropertyName("spoken")] string Spoken,
        [property: JsonPropertyName("phones")] long[] Phones,
        [property: JsonPropertyName("positions")] long[] Positions);
}
