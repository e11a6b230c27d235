using Microsoft.AspNetCore.SignalR;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>
/// Tells watching pages that a test has new answers: at once after a quiet time, then at most once in <see cref="Pause"/>, and always once
/// after the last answer. It carries no answer, so that nothing is lost where a message is.
/// </summary>
internal sealed class TestChanges(IHubContext<TestHub, ITestClient> hub, TimeProvider time)
{
    private readonly ThrottledMessages messages = new(id => hub.Clients.Group(id).Changed(id), time);

    /// <summary>The shortest time between two messages about one test.</summary>
    public static TimeSpan Pause => ThrottledMessages.Pause;

    /// <summary>Notes that a rating or answer of a test is on the disk. Returns at once and never fails.</summary>
    public void Note(string testId) => messages.Note(testId);
}
