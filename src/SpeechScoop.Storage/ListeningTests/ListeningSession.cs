using SpeechScoop.ListeningTests;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>One sitting of a listener.</summary>
public sealed record ListeningSession
{
    public required string Id { get; init; }

    /// <summary>256 random bits as base64url, known to the listener's browser: the right to go on with the session.</summary>
    public required string Key { get; init; }

    public required string TestId { get; init; }

    /// <summary>Token of the link that the listener came by.</summary>
    public required string Link { get; init; }

    /// <summary>Counts a test's sessions from 0, previews apart. Orders that go round over listeners go by it.</summary>
    public required int Number { get; init; }

    /// <summary>Who listens: the listener parameter's value, else the session's id.</summary>
    public required string Listener { get; init; }

    public required bool Preview { get; init; }

    /// <summary>The <see cref="SessionPlan"/> as JSON.</summary>
    public required string Plan { get; init; }

    /// <summary>Index of the page that the listener is on; the number of pages when all are done.</summary>
    public required int Position { get; init; }

    public required SessionOutcome Outcome { get; init; }

    /// <summary>URL parameters that the listener came with, as a JSON object of strings.</summary>
    public required string Parameters { get; init; }

    /// <summary>What the browser says of itself, as a JSON object.</summary>
    public required string Agent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
