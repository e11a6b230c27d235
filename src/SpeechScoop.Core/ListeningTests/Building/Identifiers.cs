namespace SpeechScoop.ListeningTests;

/// <summary>Ids made from names that people gave.</summary>
public static class Identifiers
{
    private const int MaximumLength = 60;

    /// <summary>
    /// Letters, digits, dots, underscores and hyphens of a name, everything else becoming one hyphen; at most 60 characters, and
    /// <c>unnamed</c> where nothing is left. Names that differ may give the same id: see <see cref="Unique"/>.
    /// </summary>
    public static string From(string name)
    {
        var id = new System.Text.StringBuilder();
        foreach (var character in name.Trim())
        {
            if (char.IsLetterOrDigit(character) || character is '.' or '_' or '-') id.Append(character);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
            if (id.Length == MaximumLength) break;
        }
        var trimmed = id.ToString().Trim('-', '.');
        return trimmed is "" ? "unnamed" : trimmed;
    }

    /// <summary>The id, or the first of <c>id-2</c>, <c>id-3</c> … that is free; it is taken then.</summary>
    public static string Unique(string id, ISet<string> taken)
    {
        var unique = id;
        for (var number = 2; !taken.Add(unique); number++) unique = $"{id}-{number}";
        return unique;
    }
}
