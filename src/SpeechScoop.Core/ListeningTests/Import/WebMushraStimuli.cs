namespace SpeechScoop.ListeningTests;

/// <summary>Stimuli of webMUSHRA pages, and the conditions that they name across pages.</summary>
internal sealed class WebMushraStimuli(List<NotCarriedOver> notes)
{
    private readonly Dictionary<string, TestCondition> byKey = [];
    private readonly HashSet<string> taken = ["reference", "anchor35", "anchor70"];
    private readonly List<TestCondition> special = [];

    /// <summary>References and anchors that are used, then the systems in order of appearance.</summary>
    public IReadOnlyList<TestCondition> Conditions => [.. special, .. byKey.Values];

    /// <summary>The open reference of a page; null where it names none.</summary>
    public Stimulus? Reference(PageReader page)
    {
        if (page.Raw("reference") is not { Length: > 0 } file)
        {
            page.Note(page.Get("reference") ?? page.Node, "reference", "The page names no reference. Add one before publishing.");
            return null;
        }
        if (special.TrueForAll(condition => condition.Id != "reference")) special.Insert(0, new("reference", "Reference", StimulusRole.Reference));
        return new() { Id = "reference", Condition = "reference", Role = StimulusRole.Reference, Provenance = new() { File = file } };
    }

    /// <summary>An anchor, which preparation makes.</summary>
    public Stimulus Anchor(StimulusRole role)
    {
        var (id, title) = (role.Id(), role.Title());
        if (special.TrueForAll(condition => condition.Id != id)) special.Add(new(id, title, role));
        return new() { Id = id, Condition = id, Role = role };
    }

    /// <summary>The stimuli that a page maps from id to file.</summary>
    public IReadOnlyList<Stimulus> Of(PageReader page)
    {
        var node = page.Get("stimuli");
        if (node?.Fields is not { Count: > 0 } fields)
        {
            page.Note(node ?? page.Node, "stimuli", "The page maps no ids to files under 'stimuli'. Add stimuli before publishing.");
            return [];
        }
        var stimuli = new List<Stimulus>();
        foreach (var (key, value) in fields)
        {
            if (value.IsNull || value.Text is not { Length: > 0 } file)
            {
                page.Note(value, $"stimuli.{key}", $"The stimulus '{key}' names no file; it is left out.");
                continue;
            }
            var condition = Condition(page, key, value);
            stimuli.Add(new() { Id = condition.Id, Condition = condition.Id, Provenance = new() { File = file } });
        }
        return stimuli;
    }

    private TestCondition Condition(PageReader page, string key, ConfigNode at)
    {
        if (byKey.TryGetValue(key, out var known)) return known;
        var id = Identifiers.Unique(Identifiers.From(key), taken);
        if (id != key) notes.Add(new($"{page.Place}.stimuli.{key}", at.Line, $"The stimulus id '{key}' becomes '{id}' here."));
        return byKey[key] = new(id, key);
    }
}
