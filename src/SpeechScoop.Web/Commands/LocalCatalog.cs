using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Commands;

/// <summary>The packs as the command line sees them: no server, no database, models loaded when asked for.</summary>
internal sealed class LocalCatalog : IDisposable
{
    private readonly ComputeGate gate = new();

    private LocalCatalog(SpeechScoopOptions options) =>
        Catalog = new SystemCatalog(options.ModelsPath, gate, vendors: new VendorCatalog(VendorSettingsReader.Read(options.DataPath)));

    public SystemCatalog Catalog { get; }

    /// <summary>Opens the packs of the configured models folder, and the configured vendors.</summary>
    public static LocalCatalog Open() => new(LocalSettings.Read());

    public void Dispose()
    {
        Catalog.Dispose();
        gate.Dispose();
    }
}
