using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace SpeechScoop.Web.Tests.Hosting;

/// <summary>
/// The whole application in memory, on a data folder of its own and a fixed owner key. Tests change services through
/// <see cref="Configure"/> before the first client is made.
/// </summary>
public class ScoopApp : WebApplicationFactory<Program>
{
    /// <summary>The owner key of this application.</summary>
    public const string Key = "test-owner-key-of-forty-three-characters-xx";

    /// <summary>The data folder; kept after disposal when <see cref="KeepsData"/> is set, so that a second application can open it.</summary>
    public string DataPath { get; init; } = Directory.CreateTempSubdirectory("scoop-data-").FullName;

    /// <summary>The packs; an empty folder unless set.</summary>
    public string ModelsPath { get; init; } = Directory.CreateTempSubdirectory("scoop-models-").FullName;

    /// <summary>Leaves the data folder behind, for restart tests.</summary>
    public bool KeepsData { get; init; }

    /// <summary>Replaces services.</summary>
    public Action<IServiceCollection>? Configure { get; set; }

    /// <summary>A client that presents the owner key.</summary>
    public HttpClient OwnerClient()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return client;
    }

    /// <summary>A client without the key.</summary>
    public HttpClient StrangerClient() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("SpeechScoop:DataPath", DataPath);
        builder.UseSetting("SpeechScoop:ModelsPath", ModelsPath);
        builder.UseSetting("SpeechScoop:OwnerKey", Key);
        builder.ConfigureServices(services => Configure?.Invoke(services));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !KeepsData && Directory.Exists(DataPath)) Directory.Delete(DataPath, recursive: true);
    }
}
