using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>The application on a real port with <see cref="BenchCatalog"/>'s systems.</summary>
internal sealed class BenchApp : ScoopApp
{
    /// <summary>A trial of two recognizers that hide nothing.</summary>
    public static readonly object BothEars = new { systems = new[] { new { system = "ears-streaming" }, new { system = "ears-narrow" } }, blind = false };

    private static readonly JsonSerializerOptions Json = MakeJson();

    private readonly Dictionary<string, string> settings = [];

    public BenchApp(params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in settings) this.settings[key] = value;
        Configure = services => services.AddSingleton<ISystemCatalog>(Catalog);
        UseKestrel(0);
    }

    public BenchCatalog Catalog { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Address
    {
        get
        {
            if (field is null)
            {
                StartServer();
                field = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            }
            return field;
        }
    }

    /// <summary>A client that presents the owner key.</summary>
    public HttpClient Http => field ??= MakeClient();

    private HttpClient MakeClient()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = Address });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }

    /// <summary>A browser's connection to the live hub.</summary>
    public async Task<HubConnection> ConnectAsync()
    {
        var address = new Uri(Address, "/hubs/live");
        var connection = new HubConnectionBuilder()
            .WithUrl(address, options => options.AccessTokenProvider = () => Task.FromResult<string?>(Key))
            .AddMessagePackProtocol()
            .Build();
        await connection.StartAsync();
        return connection;
    }

    public async Task<LiveTrialView> StartAsync(string kind, object request)
    {
        var response = await Http.PostAsJsonAsync($"/api/live/trials/{kind}", request);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<LiveTrialView>(Json))!;
    }

    /// <summary>Posts what must be refused, and returns status, code and message.</summary>
    public async Task<(HttpStatusCode Status, string Code, string Message)> RefusedAsync(string path, object request) => await ProblemAsync(await Http.PostAsJsonAsync(path, request));

    public static async Task<(HttpStatusCode Status, string Code, string Message)> ProblemAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.False(response.IsSuccessStatusCode, text);
        var problem = JsonDocument.Parse(text).RootElement;
        return (response.StatusCode, problem.GetProperty("code").GetString()!, problem.GetProperty("detail").GetString()!);
    }

    public async Task<LiveTrialView> ReadAsync(string id) => (await Http.GetFromJsonAsync<LiveTrialView>($"/api/live/trials/{id}", Json))!;

    public async Task<LiveTrialView> PostAsync(string path, object? body = null)
    {
        var response = await Http.PostAsJsonAsync(path, body ?? new { });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<LiveTrialView>(Json))!;
    }

    /// <summary>The trial once it no longer runs.</summary>
    public async Task<LiveTrialView> EndOfAsync(string id) => await UntilAsync(id, trial => trial.Status is not Storage.Live.LiveTrialStatus.Running);

    public async Task<LiveTrialView> UntilAsync(string id, Func<LiveTrialView, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var trial = await ReadAsync(id);
            if (condition(trial)) return trial;
            await Task.Delay(20, limit.Token);
        }
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        SpeechScoopApp.ConfigureJson(options);
        return options;
    }
}
