namespace SpeechScoop.ListeningTests;

/// <summary>Collects clips by the names of their conditions and items.</summary>
internal sealed class MaterialBuilder
{
    private readonly List<TestCondition> conditions = [];
    private readonly Dictionary<string, string> idsOfConditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> conditionIds = new(StringComparer.Ordinal);
    private readonly List<(string Name, List<MaterialClip> Clips)> items = [];

    /// <summary>Adds a clip.</summary>
    /// <param name="condition">Name of the condition; <c>reference</c>, in any case, stands for the originals.</param>
    /// <param name="item">Name of the item.</param>
    /// <returns>The error where the condition has a clip of the item already.</returns>
    public Error? Add(string condition, string item, MaterialFile file, string? transcript)
    {
        var id = IdOf(condition);
        var clips = ClipsOf(item);
        if (clips.FirstOrDefault(clip => clip.Condition == id) is { } first)
            return new Error.Invalid("clip-twice", $"{condition} has two files for {item}: {first.Provenance?.File} and {file.Name}. Keep one.");
        clips.Add(new MaterialClip(id, file.Sha256) { Transcript = transcript, Provenance = new StimulusProvenance { File = file.Name } });
        return null;
    }

    /// <summary>Adds the original of an item, unless it is the one that the item has already.</summary>
    /// <returns>The error where the item has another original.</returns>
    public Error? AddReference(string item, MaterialFile file)
    {
        var known = ClipsOf(item).FirstOrDefault(clip => clip.Condition == TestMaterial.ReferenceId);
        if (known is null) return Add(TestMaterial.ReferenceId, item, file, transcript: null);
        return known.Source == file.Sha256 ? null : new Error.Invalid("reference-twice",
            $"{item} has two different references: {known.Provenance?.File} and {file.Name}. An item has one.");
    }

    /// <summary>What was collected: the reference first, then conditions as they came.</summary>
    public Result<TestMaterial> Build()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new TestMaterial(
            [.. conditions.OrderBy(condition => condition.Role is StimulusRole.Reference ? 0 : 1)],
            [.. items.Select(item => new MaterialItem(Identifiers.Unique(Identifiers.From(item.Name), taken), Shared(item.Clips)))]);
    }

    /// <summary>A transcript that is given with one clip of an item holds for all that have none.</summary>
    private static List<MaterialClip> Shared(List<MaterialClip> clips)
    {
        var said = clips.Select(clip => clip.Transcript).Where(transcript => transcript is not null).Distinct().ToArray();
        return said.Length == 1 ? [.. clips.Select(clip => clip with { Transcript = clip.Transcript ?? said[0] })] : clips;
    }

    private string IdOf(string name)
    {
        if (string.Equals(name, TestMaterial.ReferenceId, StringComparison.OrdinalIgnoreCase)) name = TestMaterial.ReferenceId;
        if (idsOfConditions.TryGetValue(name, out var known)) return known;
        var role = name == TestMaterial.ReferenceId ? StimulusRole.Reference : StimulusRole.System;
        var id = Identifiers.Unique(role is StimulusRole.Reference ? name : Identifiers.From(name), conditionIds);
        conditions.Add(new TestCondition(id, role is StimulusRole.Reference ? "Reference" : name, role));
        return idsOfConditions[name] = id;
    }

    private List<MaterialClip> ClipsOf(string item)
    {
        var found = items.Find(known => known.Name == item);
        if (found.Clips is null) items.Add(found = (item, []));
        return found.Clips;
    }
}
