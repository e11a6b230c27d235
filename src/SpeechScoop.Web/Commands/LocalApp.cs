using SpeechScoop.Storage;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Commands;

/// <summary>The whole application without a server: for verbs that do what pages do.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalApp(WebApplication app) => this.app = app;

    /// <summary>Everything that features register.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Opens the configured data folder.</summary>
    /// <returns><see cref="Error.Unavailable"/> for a folder or database that cannot be used.</returns>
    public static Result<LocalApp> Open()
    {
        var builder = SpeechScoopApp.CreateBuilder([]);
        // Standard output is the verb's.
        builder.Logging.ClearProviders();
        var app = builder.BuildApp();
        var opened = app.Services.GetRequiredService<OpenedDatabase>().Database.Error ?? AudioFiles.Open(app.Services.GetRequiredService<SpeechScoopOptions>().DataPath).Error;
        return opened is null ? new LocalApp(app) : opened;
    }

    /// <summary>A service of a feature.</summary>
    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Takes the data folder for this process alone; false where a server has it.</summary>
    public async Task<bool> TakeFolderAsync() => await Get<DataFolderLock>().TakeAsync() is null;

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
