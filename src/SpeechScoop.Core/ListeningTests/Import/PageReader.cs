namespace SpeechScoop.ListeningTests;

/// <summary>Reads the fields of a map, and remembers which: the others are not carried over.</summary>
internal sealed class PageReader(ConfigNode node, string place, List<NotCarriedOver> notes)
{
    private readonly HashSet<string> read = [];

    public ConfigNode Node => node;

    public string Place => place;

    /// <summary>A field; null where it is absent or nothing.</summary>
    public ConfigNode? Get(string name)
    {
        read.Add(name);
        return node[name] is { IsNull: false } found ? found : null;
    }

    /// <summary>A text as it is; empty where it is absent.</summary>
    public string Raw(string name) => Get(name)?.Text ?? "";

    /// <summary>A text that may be HTML, as plain text; what is lost is noted.</summary>
    public string Text(string name)
    {
        return Get(name) is { } found ? Plain(found, $"{place}.{name}".TrimStart('.'), notes) : "";
    }

    /// <summary>The text of a node as plain text; what is lost is noted.</summary>
    public static string Plain(ConfigNode node, string at, List<NotCarriedOver> notes)
    {
        var (text, lost) = PlainText.Of(node.Text ?? "");
        if (lost.Count > 0) notes.Add(new(at, node.Line, $"The text is kept without its HTML ({string.Join(", ", lost)}): listeners see plain text."));
        return text;
    }

    public bool? Truth(string name) => Get(name)?.Truth;

    public double? Number(string name) => Get(name)?.Number;

    /// <summary>Notes a field if it is there.</summary>
    public void Note(string name, string message)
    {
        if (Get(name) is { } found) Note(found, name, message);
    }

    /// <summary>Notes a field that asks for something.</summary>
    public void NoteIf(string name, bool value, string message)
    {
        if (Get(name) is { } found && found.Truth == value) Note(found, name, message);
    }

    /// <summary>The text of a node below the page.</summary>
    public string Text(ConfigNode? at, string name) => at is null ? "" : Plain(at, $"{place}.{name}", notes);

    public void Note(ConfigNode at, string name, string message) => notes.Add(new(name.Length == 0 ? place : $"{place}.{name}", at.Line, message));

    /// <summary>Notes the fields that nobody read.</summary>
    public void Rest()
    {
        foreach (var (name, value) in node.Fields ?? [])
            if (!read.Contains(name)) notes.Add(new($"{place}.{name}".TrimStart('.'), value.Line, $"'{name}' is no known field here; it is left out."));
    }
}
