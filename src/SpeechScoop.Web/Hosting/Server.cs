using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Access;
using SpeechScoop.Storage.Clips;

namespace SpeechScoop.Web.Hosting;

/// <summary>Starts the application, says where it is, and turns what a user can mend into a sentence instead of a stack trace.</summary>
internal static class Server
{
    private static readonly string[] HostSettings = [SpeechScoopOptions.Section, "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        if (Array.Find(args, IsUnknown) is { } unknown)
            return Refuse(new Error.Invalid("option-unknown", $"\"{unknown}\" is no setting of the server. It takes --urls http://localhost:5081, and settings by their whole name, such as --SpeechScoop:DataPath FOLDER."), 1);
        await using var app = SpeechScoopApp.CreateBuilder(args).BuildApp();
        var options = app.Services.GetRequiredService<SpeechScoopOptions>();
        if (options.Problem() is { } wrong) return Refuse(wrong);
        var dataPath = options.DataPath;
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
        catch (OperationCanceledException)
        {
            // Ctrl+C before it was open.
            return 0;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException or SocketException or IOException
            || (exception is InvalidOperationException && exception.Message.Contains("HTTPS", StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(new Error.Unavailable("address-refused",
                $"The server cannot listen on {app.Configuration[WebHostDefaults.ServerUrlsKey]} ({exception.Message.Split('\n')[0].TrimEnd('.', '\r')}). Choose an address of this machine with --urls http://localhost:5081; HTTPS belongs into a proxy in front."));
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

    /// <summary>Whether it looks like an option and is no setting: a slip of the pen would be passed over in silence.</summary>
    private static bool IsUnknown(string arg) =>
        arg.StartsWith('-') && arg.TrimStart('-').Split('=')[0] is var name && !name.Contains(':', StringComparison.Ordinal) && !HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static int Refuse(Error error, int exitCode = 3)
    {
        Console.Error.WriteLine($"error {error.Code}: {error.Message}");
        return exitCode;
    }
}
