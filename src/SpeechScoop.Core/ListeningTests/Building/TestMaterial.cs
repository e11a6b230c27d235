namespace SpeechScoop.ListeningTests;

/// <summary>The audio of a new test: items × conditions, from outputs, uploads or a table. Items may lack clips; the draft then says which.</summary>
/// <param name="Conditions">What is compared, in the order of results. At most one has <see cref="StimulusRole.Reference"/>.</param>
/// <param name="Items">What is spoken or played, each with a clip of some of the conditions.</param>
public sealed record TestMaterial(IReadOnlyList<TestCondition> Conditions, IReadOnlyList<MaterialItem> Items)
{
    /// <summary>Id of the condition that an upload's folder, or a table's column, of this name stands for.</summary>
    public const string ReferenceId = "reference";

    /// <summary>The original that others are made from; null for none.</summary>
    public TestCondition? Reference => Conditions.FirstOrDefault(condition => condition.Role is StimulusRole.Reference);

    /// <summary>What is rated.</summary>
    public IReadOnlyList<TestCondition> Systems => [.. Conditions.Where(condition => condition.Role is StimulusRole.System)];
}

/// <summary>A sentence or recording, as every condition gave it.</summary>
/// <param name="Id">Unique in the material.</param>
/// <param name="Clips">At most one for each condition.</param>
public sealed record MaterialItem(string Id, IReadOnlyList<MaterialClip> Clips);

/// <summary>A clip of a condition.</summary>
/// <param name="Condition">Id of the condition.</param>
/// <param name="Source">SHA-256 of the audio.</param>
public sealed record MaterialClip(string Condition, string Source)
{
    /// <summary>What is said in it.</summary>
    public string? Transcript { get; init; }

    /// <summary>Where it comes from.</summary>
    public StimulusProvenance? Provenance { get; init; }
}
