namespace SpeechScoop.ListeningTests;

/// <summary>What a stimulus stands for.</summary>
public enum StimulusRole
{
    /// <summary>A system's answer.</summary>
    System,

    /// <summary>The hidden reference.</summary>
    Reference,

    /// <summary>The low anchor: the original below 3.5 kHz.</summary>
    Anchor35,

    /// <summary>The mid anchor: the original below 7 kHz.</summary>
    Anchor70,
}

/// <summary>What roles are called.</summary>
public static class StimulusRoleNames
{
    /// <summary>In ids, files and tables: <c>system</c>, <c>reference</c>, <c>anchor35</c>, <c>anchor70</c>.</summary>
    public static string Id(this StimulusRole role) => role.ToString().ToLowerInvariant();

    /// <summary>For people.</summary>
    public static string Title(this StimulusRole role) => role switch
    {
        StimulusRole.Reference => "Hidden reference",
        StimulusRole.Anchor35 => "Anchor 3.5 kHz",
        StimulusRole.Anchor70 => "Anchor 7 kHz",
        _ => "System",
    };
}
