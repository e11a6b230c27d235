using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Storage;
using SpeechScoop.Web.ListeningTests.Results;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

public sealed class TestHubTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ScoopApp app = new();
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private HubConnection? hub;

    public async ValueTask DisposeAsync()
    {
        if (hub is not null) await hub.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_watching_page_is_told_of_new_answers_and_once_more_after_the_last()
    {
        var (test, other) = (new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra()), new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra()));
        await test.PublishAsync();
        await other.PublishAsync();
        await ConnectAsync(ScoopApp.Key);
        await hub!.InvokeAsync("Watch", test.Id, TestContext.Current.CancellationToken);

        var changes = app.Services.GetRequiredService<TestChanges>();
        for (var k = 0; k < 100; k++)
        {
            changes.Note(test.Id);
            changes.Note(other.Id);
        }
        Assert.Equal(test.Id, await NextAsync());
        Assert.Equal(test.Id, await NextAsync());
        // A hundred answers made two messages: a third comes only for a further answer.
        await Task.Delay(2 * TestChanges.Pause, TestContext.Current.CancellationToken);
        Assert.Equal(0, messages.Reader.Count);
        changes.Note(test.Id);
        Assert.Equal(test.Id, await NextAsync());
    }

    [Fact]
    public async Task Watching_an_unknown_test_is_refused()
    {
        await ConnectAsync(ScoopApp.Key);
        var refused = await Assert.ThrowsAsync<HubException>(() => hub!.InvokeAsync("Watch", "nothing"));
        Assert.Contains("test-not-found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_opens_with_the_owner_key_only()
    {
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync("no-key"));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private async Task ConnectAsync(string key)
    {
        hub = new HubConnectionBuilder().WithUrl(new Uri(app.Server.BaseAddress, "/hubs/listening-tests"), options =>
        {
            options.HttpMessageHandlerFactory = _ => app.Server.CreateHandler();
            options.Transports = HttpTransportType.LongPolling;
            options.Headers["Authorization"] = $"Bearer {key}";
        }).Build();
        hub.On<string>("Changed", id => messages.Writer.TryWrite(id));
        await hub.StartAsync();
    }

    private async Task<string> NextAsync() => await messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);
}
