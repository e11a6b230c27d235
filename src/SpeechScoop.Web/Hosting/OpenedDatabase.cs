using SpeechScoop.Storage;
using SpeechScoop.Storage.Access;

namespace SpeechScoop.Web.Hosting;

/// <summary>The database, or why it could not be opened: the server says the latter and does not start.</summary>
internal sealed record OpenedDatabase(Result<Database> Database) : IDisposable
{
    public void Dispose()
    {
        if (Database.Error is null) Database.Value.Dispose();
    }
}

internal static class StorageRegistration
{
    /// <summary>Adds the database of the configured data folder and the stores that no single feature owns.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => new OpenedDatabase(Storage.Database.Open(new DatabaseSettings(provider.GetRequiredService<SpeechScoopOptions>().DataPath))));
        services.AddSingleton(provider => provider.GetRequiredService<OpenedDatabase>().Database.Value);
        services.AddSingleton(provider => new DataFolderLock(provider.GetRequiredService<SpeechScoopOptions>().DataPath, TimeProvider.System));
        services.AddSingleton<OwnerKeyStore>();
        return services;
    }
}
