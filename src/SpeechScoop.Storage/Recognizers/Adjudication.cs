namespace SpeechScoop.Storage.Recognizers;

/// <summary>What a listener, not knowing which is which, took for what was said.</summary>
public enum AdjudicationChoice
{
    /// <summary>The reading of the reference.</summary>
    Reference,

    /// <summary>The reading that several systems agree on.</summary>
    Systems,

    /// <summary>Neither, or it cannot be told.</summary>
    Neither,
}

/// <summary>A listener's judgement of a stretch of a reference. Never changed: the newest of a listener on a stretch and reading counts.</summary>
public sealed record Adjudication
{
    public required string Id { get; init; }

    /// <summary>The item; it may be deleted since.</summary>
    public required string ItemId { get; init; }

    /// <summary>First of the reference's words (separated by white space, as delivered) that are in question, from 0.</summary>
    public required int FromWord { get; init; }

    /// <summary>The word after the last; the same as <see cref="FromWord"/> where words are missing there.</summary>
    public required int ToWord { get; init; }

    /// <summary>What systems heard in their place; empty for nothing.</summary>
    public required string Reading { get; init; }

    public required AdjudicationChoice Choice { get; init; }

    public required string Listener { get; init; }

    /// <summary>Whether the reference's reading was shown first.</summary>
    public required bool ReferenceFirst { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
