namespace SpeechScoop.ListeningTests;

/// <summary>webMUSHRA's pages without ratings.</summary>
internal static class WebMushraPages
{
    /// <summary>The section that a page becomes, and the file of a volume page; no section for one that cannot be carried over.</summary>
    public static (TestSection? Section, string? File) Of(PageReader page, ref FinishSettings finish)
    {
        var type = page.Raw("type");
        page.Get("id");
        switch (type)
        {
            case "generic":
                return (Finished(page, new TextSection { Title = page.Text("name"), Text = page.Text("content") }), null);
            case "consent":
                return (Finished(page, new ConsentSection { Title = page.Text("name"), Text = page.Text("content"), Optional = page.Truth("mustConsent") != true }), null);
            case "volume":
                return Volume(page);
            case "finish":
                return (Finish(page, ref finish), null);
            case "spatial" or "localization" or "asw" or "hwd" or "lev":
                page.Note(page.Node, "", "Pages that draw sources in a room (type spatial: localization, apparent width, height, envelopment) cannot be imported. Keep webMUSHRA for them, or ask with Likert scales.");
                return (null, null);
            case "":
                page.Note(page.Node, "", "The page has no type; it is left out.");
                return (null, null);
            default:
                page.Note(page.Node, "type", $"'{type}' is no page type of webMUSHRA; the page is left out.");
                return (null, null);
        }
    }

    private static (TestSection Section, string? File) Volume(PageReader page)
    {
        var level = page.Number("defaultVolume");
        if (level is < 0 or > 1) page.Note("defaultVolume", "The level at the start must be from 0 to 1; it is 0.5.");
        var section = new VolumeSection { Title = page.Text("name"), Text = page.Text("content"), DefaultVolume = level is >= 0 and <= 1 ? level.Value : 0.5 };
        var file = page.Raw("stimulus") is { Length: > 0 } named ? named : null;
        return (Finished(page, section), file);
    }

    private static QuestionnaireSection? Finish(PageReader page, ref FinishSettings finish)
    {
        var (name, content, popup) = (page.Text("name"), page.Text("content"), page.Text("popupContent"));
        page.NoteIf("showResults", true, "Listeners do not see results at the end.");
        page.NoteIf("showErrors", true, "Errors are shown where they happen, not on the last page.");
        page.NoteIf("writeResults", false, "Results are always stored (webMUSHRA does not read this either).");
        page.Get("writeResults");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = (page.Get("questionnaire")?.Items ?? []).Select((field, i) => Field(page, field, $"questionnaire[{i}]", names)).OfType<QuestionnaireField>().ToList();
        page.Rest();
        finish = finish with { Message = string.Join('\n', (fields.Count > 0 ? [popup] : new[] { content, popup }).Where(text => text.Length > 0)) };
        return fields.Count > 0 ? new QuestionnaireSection { Title = name, Text = content, Fields = fields } : null;
    }

    /// <param name="taken">Columns of the questions before it.</param>
    private static QuestionnaireField? Field(PageReader page, ConfigNode node, string at, HashSet<string> taken)
    {
        var (type, name) = (node["type"]?.Text ?? "", node["name"]?.Text ?? "");
        FieldType? known = type switch { "text" => FieldType.Text, "long_text" => FieldType.LongText, "number" => FieldType.Number, "likert" => FieldType.Choice, _ => null };
        if (known is null)
        {
            page.Note(node, at, $"A question of the type '{type}' is not known; it is left out.");
            return null;
        }
        var column = new string([.. name.Trim().Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' ? character : '_')]);
        if (column.Length == 0) column = at.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        column = Identifiers.Unique(column, taken);
        if (column != name) page.Note(node, $"{at}.name", $"The column '{name}' is called '{column}' here.");
        if (node["default"] is { IsNull: false } preset) page.Note(preset, $"{at}.default", "Answers are not filled in beforehand, so that an untouched one is not taken for an answer.");
        foreach (var (field, value) in node.Fields!.Where(field => field.Key is not ("type" or "name" or "label" or "optional" or "min" or "max" or "default" or "response")))
            page.Note(value, $"{at}.{field}", $"'{field}' is no known field of a question; it is left out.");
        var answers = node["response"]?.Items ?? [];
        foreach (var image in answers.SelectMany(answer => answer.Fields ?? []).Where(field => field.Key.StartsWith("img", StringComparison.Ordinal) && !field.Value.IsNull).Take(1))
            page.Note(image.Value, $"{at}.response", "Images of answers are left out: answers are words.");
        if (answers.Any(answer => answer["label"] is { IsNull: false } && answer["value"] is { IsNull: false } value && value.Text != WebMushraScales.Label(answer)))
            page.Note(node, $"{at}.response", "The answer is stored as its word, not as its value.");
        var label = page.Text(node["label"], $"{at}.label");
        return new(column, label.Length > 0 ? label : name, known.Value)
        {
            Optional = node["optional"]?.Truth == true,
            Minimum = known == FieldType.Number ? node["min"]?.Number : null,
            Maximum = known == FieldType.Number ? node["max"]?.Number : null,
            Choices = [.. answers.Select(WebMushraScales.Label)],
        };
    }

    private static T Finished<T>(PageReader page, T section)
    {
        page.Rest();
        return section;
    }
}
