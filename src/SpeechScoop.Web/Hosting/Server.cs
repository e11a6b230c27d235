using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Access;
using SpeechScoop.Storage.Clips;

namespace SpeechScoop.Web.Hosting;

/// <summary>Starts the application, says where it is, and turns what a user can mend into a sentence instead of a stack trace.</summary>
internal static class Server
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        await using var app = SpeechScoopApp.CreateBuilder(args).BuildApp();
        var dataPath = app.Services.GetRequiredService<SpeechScoopOptions>().DataPath;
        if (app.Services.GetRequiredService<OpenedDatabase>().Database.Error is { } unopened) return Refuse(unopened);
        if (AudioFiles.Open(dataPath).Error is { } noAudio) return Refuse(noAudio);
        if (await app.Services.GetRequiredService<DataFolderLock>().TakeAsync() is { } inUse) return Refuse(inUse);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Refuse(new Error.Unavailable("port-taken",
                $"{exception.Message.TrimEnd('.')}. Another program listens there; stop it, or choose another port with --urls http://localhost:5081."));
        }
        // Only now, so that the one chance to see the key is not lost with a start that failed.
        var key = await app.Services.GetRequiredService<OwnerKeyStore>().CreateFirstAsync();
        if (key.Error is not null) return Refuse(key.Error);
        Announce(app, key.Value);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static void Announce(WebApplication app, string? key)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? SpeechScoopApp.DefaultUrl;
        address = address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        Console.Out.WriteLine($"SpeechScoop {Health.Version} is running. Stop it with Ctrl+C.");
        Console.Out.WriteLine(key is null
            ? $"Open {address}/ (with the owner key that was printed at the first start; \"key new\" makes another)"
            : $"Open {address}/?key={key}");
    }

    private static int Refuse(Error error)
    {
        Console.Error.WriteLine($"error {error.Code}: {error.Message}");
        return 3;
    }
}
