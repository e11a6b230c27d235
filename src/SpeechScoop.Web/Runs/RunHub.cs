using Microsoft.AspNetCore.SignalR;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Runs;

/// <summary>Tells pages how runs go on. Only the owner key opens it.</summary>
internal sealed class RunHub(RunStore runs) : Hub<IRunClient>
{
    /// <summary>The group of those who watch every run.</summary>
    public const string Every = "all";

    /// <summary>Sends this connection a message whenever a run has changed.</summary>
    /// <param name="runId">A run's id, or <c>all</c>.</param>
    public async Task Watch(string runId)
    {
        if (runId is not Every && (await runs.FindAsync(runId)).Error is { } error) throw new HubException($"{error.Code}: {error.Message}");
        await Groups.AddToGroupAsync(Context.ConnectionId, runId);
    }
}

/// <summary>What a page is told.</summary>
public interface IRunClient
{
    /// <summary>A run has changed: there is something to read.</summary>
    Task Changed(string runId);
}

/// <summary>Tells watching pages that a run has changed, at most once a second.</summary>
internal sealed class RunChanges(IHubContext<RunHub, IRunClient> hub, TimeProvider time)
{
    private readonly ThrottledMessages messages = new(id => hub.Clients.Groups([id, RunHub.Every]).Changed(id), time);

    /// <summary>Notes that a run has changed. Returns at once and never fails.</summary>
    public void Note(string runId) => messages.Note(runId);
}
