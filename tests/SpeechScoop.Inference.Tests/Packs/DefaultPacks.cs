using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Packs;

/// <summary>The packs that ship with the product, loaded once for all tests that use them.</summary>
public sealed class DefaultPacks : IDisposable
{
    private readonly ComputeGate gate = new();

    public DefaultPacks() => Catalog = new SystemCatalog(Path.Combine(SharedMaterial.RepositoryRoot, "models"), gate);

    public SystemCatalog Catalog { get; }

    public IComputeGate Gate => gate;

    /// <summary>Skips the calling test unless a pack is there and can be used.</summary>
    public void Require(string packId)
    {
        var pack = Catalog.Packs.FirstOrDefault(pack => pack.Id == packId);
        Assert.SkipUnless(pack is not null, $"needs the pack models/{packId}");
        Assert.SkipUnless(pack.Status != PackStatus.Unavailable, $"the pack {packId} is unavailable: {string.Join(' ', pack.Problems)}");
    }

    public void Dispose()
    {
        Catalog.Dispose();
        gate.Dispose();
    }
}
