using Microsoft.AspNetCore.SignalR;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>Tells the owner's pages when a test has new answers. Only the owner key opens it.</summary>
internal sealed class TestHub(ListeningTestStore tests) : Hub<ITestClient>
{
    /// <summary>Sends this connection a message whenever the test has new answers.</summary>
    public async Task Watch(string testId)
    {
        if ((await tests.FindAsync(testId)).Error is { } error) throw new HubException($"{error.Code}: {error.Message}");
        await Groups.AddToGroupAsync(Context.ConnectionId, testId);
    }
}

/// <summary>What a page is told.</summary>
public interface ITestClient
{
    /// <summary>There are new answers to read.</summary>
    Task Changed(string testId);
}
