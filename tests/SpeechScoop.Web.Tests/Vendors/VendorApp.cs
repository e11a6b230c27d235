using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Tests.Vendors;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Vendors;

/// <summary>The application with vendors in its settings file, and everything that it logs.</summary>
internal sealed class VendorApp : ScoopApp
{
    public const string VendorKey = "sk-9f3kQ7wzVnd8rKy2Lp5Xt6Bq1Hm4Js";

    public VendorApp(VendorServer server, string more = "") : this(
        $$"""{"acme":{"kind":"openai","baseUrl":"{{server.Address}}","model":"m-1","apiKey":"{{VendorKey}}"}{{more}}}""")
    {
    }

    public VendorApp(string settings)
    {
        Configure = services => services.AddSingleton<ILoggerProvider>(Log);
        var path = Path.Combine(DataPath, "vendors.json");
        File.WriteAllText(path, settings);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public Lines Log { get; } = new();

    /// <summary>Makes a dataset of tones, each with a text.</summary>
    public static async Task<string> DatasetAsync(HttpClient http, params (double Seconds, string Text)[] recordings)
    {
        var items = new List<object>();
        foreach (var (seconds, text) in recordings)
        {
            var clip = new AudioClip(16_000, [.. Enumerable.Range(0, (int)(seconds * 16_000)).Select(i => 0.1f * MathF.Sin(0.05f * (i + items.Count)))]);
            using var content = new ByteArrayContent(WavWriter.ToBytes(clip));
            var uploaded = await (await http.PostAsync($"/api/clips?name=r{items.Count}", content)).Content.ReadFromJsonAsync<JsonElement>();
            items.Add(new { key = $"r{items.Count}", text, clip = uploaded.GetProperty("sha256").GetString() });
        }
        return (await JsonAsync(await http.PostAsJsonAsync("/api/datasets", new { name = $"tones {Guid.CreateVersion7()}", items }))).GetProperty("id").GetString()!;
    }

    /// <summary>Runs a vendor over a dataset and waits for the end.</summary>
    public static async Task<string> RunAsync(HttpClient http, string dataset, string system = "vendor:acme")
    {
        var id = (await JsonAsync(await http.PostAsJsonAsync("/api/runs", new { dataset, kind = "recognition", plan = new { conditions = new[] { new { systemId = system } } } }))).GetProperty("id").GetString()!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", limit.Token)).GetProperty("status").GetString() is not "done") await Task.Delay(20, limit.Token);
        return id;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Collects what is logged.</summary>
    internal sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
