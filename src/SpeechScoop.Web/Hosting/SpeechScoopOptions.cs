namespace SpeechScoop.Web.Hosting;

/// <summary>
/// Settings of the application: section <c>SpeechScoop</c> of appsettings.json, or the environment
/// (<c>SpeechScoop__DataPath</c> and so on). Relative paths count from the working directory.
/// </summary>
internal sealed class SpeechScoopOptions
{
    private const int ShortestKey = 20, LongestKey = 200;

    /// <summary>The section's name.</summary>
    public const string Section = "SpeechScoop";

    /// <summary>Folder of the database and of recorded and made audio.</summary>
    /// <value>Default: <c>data</c> in the application's root.</value>
    public string DataPath { get; set; } = "";

    /// <summary>Folder of the model packs.</summary>
    /// <value>Default: <c>models</c> in the application's root.</value>
    public string ModelsPath { get; set; } = "";

    /// <summary>Names, besides the loopback names, under which browsers may address the server.</summary>
    /// <value>Default: none. Separate several by semicolons.</value>
    public string AllowedHosts { get; set; } = "";

    /// <summary>A fixed owner key of at least 20 characters, instead of the one made at first start.</summary>
    /// <value>Default: none.</value>
    public string OwnerKey { get; set; } = "";

    /// <summary>File of the support vector model that ViSQOL's audio mode maps by: libsvm_nu_svr_model.txt of ViSQOL 3.3.3.</summary>
    /// <value>Default: none; then that metric says what it lacks.</value>
    public string VisqolModel { get; set; } = "";

    /// <summary>What is wrong with the settings; null where nothing is.</summary>
    public Error.Invalid? Problem() =>
        OwnerKey.Length is > 0 and < ShortestKey or > LongestKey ? new("owner-key-length", $"SpeechScoop:OwnerKey has {OwnerKey.Length} characters; {ShortestKey} to {LongestKey} are needed. Take a longer one, or none: then one is made.")
        : !Directory.Exists(ModelsPath) ? new("models-missing", $"The folder of packs {ModelsPath} does not exist. Set SpeechScoop:ModelsPath to one that does; it may be empty.")
        : null;

    /// <summary>Fills in the defaults under <paramref name="root"/> and makes paths absolute.</summary>
    public SpeechScoopOptions Resolve(string root)
    {
        DataPath = Path.GetFullPath(DataPath is "" ? Path.Combine(root, "data") : DataPath);
        ModelsPath = Path.GetFullPath(ModelsPath is "" ? Path.Combine(root, "models") : ModelsPath);
        if (VisqolModel is not "") VisqolModel = Path.GetFullPath(VisqolModel);
        return this;
    }

    /// <summary>Reads the settings of a configuration, with defaults under <paramref name="root"/>.</summary>
    public static SpeechScoopOptions From(IConfiguration configuration, string root) =>
        (configuration.GetSection(Section).Get<SpeechScoopOptions>() ?? new()).Resolve(root);
}
