namespace SpeechScoop.ListeningTests;

/// <summary>Likert responses of webMUSHRA as scales: the same points are the same scale on every page.</summary>
internal sealed class WebMushraScales(List<NotCarriedOver> notes)
{
    private readonly List<ScaleDefinition> known = [];

    /// <summary>One scale, or several where the response is a list of lists.</summary>
    public IReadOnlyList<ScaleDefinition> Of(PageReader page)
    {
        var response = page.Get("response");
        if (response?.Items is not { Count: > 0 } items)
        {
            page.Note(response ?? page.Node, "response", "The page has no list of responses. Add a scale to its trials before publishing.");
            return [];
        }
        if (items[0].Items is null) return [Named(Points(response, $"{page.Place}.response"))];
        return [.. items.Select((scale, i) => Named(Points(scale, $"{page.Place}.response[{i}]"), i))];
    }

    private List<ScalePoint> Points(ConfigNode response, string place)
    {
        var points = (response.Items ?? []).Select(item => (item, value: item["value"]?.Number ?? item.Number, label: Label(item))).ToList();
        foreach (var image in points.SelectMany(point => point.item.Fields ?? []).Where(field => field.Key.StartsWith("img", StringComparison.Ordinal) && !field.Value.IsNull).DistinctBy(field => field.Key))
            notes.Add(new($"{place}.{image.Key}", image.Value.Line, "Images of responses are left out: answers are words."));
        foreach (var (item, i) in (response.Items ?? []).Select((item, i) => (item, i)))
            if (item["label"] is { } label) PageReader.Plain(label, $"{place}[{i}].label", notes);
        var numbered = points.TrueForAll(point => point.value is not null);
        if (points.Count == 1) notes.Add(new(place, response.Line, "There is one answer only: listeners can confirm, not rate."));
        else if (!numbered) notes.Add(new(place, response.Line, $"Not every value is a number: the answers are numbered 1 to {points.Count} in their order."));
        return [.. points.Select((point, i) => new ScalePoint(numbered ? point.value!.Value : i + 1, point.label))];
    }

    /// <summary>The word of a response: its label, else its value.</summary>
    public static string Label(ConfigNode item) => item["label"] is { IsNull: false, Text: { Length: > 0 } label } ? PlainText.Of(label).Text : item["value"]?.Text ?? item.Text ?? "";

    private ScaleDefinition Named(List<ScalePoint> points, int? place = null)
    {
        var values = points.Select(point => point.Value).Distinct().Order().ToList();
        var step = values.Zip(values.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
        var same = known.FirstOrDefault(scale => scale.Points.SequenceEqual(points) && (place is null || scale.Id.StartsWith($"likert{place + 1}", StringComparison.Ordinal)));
        if (same is not null) return same;
        var id = Identifiers.Unique(place is null ? "likert" : $"likert{place + 1}", known.Select(scale => scale.Id).ToHashSet());
        var scale = new ScaleDefinition { Id = id, Minimum = values.FirstOrDefault(), Maximum = values.Count == 1 ? values[0] + 1 : values.LastOrDefault(), Step = Math.Min(1, step), Points = points };
        known.Add(scale);
        return scale;
    }
}
