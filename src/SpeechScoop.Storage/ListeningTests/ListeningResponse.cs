namespace SpeechScoop.Storage.ListeningTests;

/// <summary>The answer that completes a page: consent, questionnaire, headphones, volume, a trial's comment. Never changed.</summary>
public sealed record ListeningResponse
{
    /// <summary>Made by the browser, so that sending twice is harmless.</summary>
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    /// <summary>Index of the page in the session's plan.</summary>
    public required int Page { get; init; }

    /// <summary>What was answered, as a JSON object. Of headphones also the server's <c>right</c> and <c>passed</c>.</summary>
    public required string Answers { get; init; }

    /// <summary>Time on the page, as the browser measured it.</summary>
    public double? ElapsedSeconds { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether both say the same; the server's time does not count.</summary>
    public bool SaysTheSameAs(ListeningResponse other) => this with { CreatedAt = other.CreatedAt } == other;
}
