namespace SpeechScoop.ListeningTests;

/// <summary>
/// Makes a draft of a webMUSHRA configuration (audiolabs/webMUSHRA 1.4, its experimenter's documentation). What each page type
/// becomes: docs/guides/importing-listening-tests.md.
/// </summary>
public sealed class WebMushraImport
{
    private const int LongestTitle = 200;

    private readonly List<NotCarriedOver> notes = [];
    private readonly List<TestSection> sections = [];
    private readonly Dictionary<int, string> volumes = [];
    private readonly WebMushraTrials trials;
    private FinishSettings finish = new();
    private int blocks;
    private bool grows;

    private WebMushraImport() => trials = new(notes);

    /// <summary>Reads a configuration.</summary>
    /// <param name="root">The whole document.</param>
    /// <param name="seed">Decides every order of the draft; webMUSHRA's own orders have no seed.</param>
    /// <returns><see cref="Error.Invalid"/> for a document that is no configuration.</returns>
    public static Result<ImportedTest> Read(ConfigNode root, long seed)
    {
        if (root.Fields is null) return new Error.Invalid("webmushra-not-a-map", $"Line {root.Line}: a webMUSHRA configuration begins with fields such as 'testname: My test'. This one does not; choose another file.");
        if (root["pages"] is not { Items: { Count: > 0 } } pages) return new Error.Invalid("webmushra-no-pages", "The configuration has no list 'pages'. Add the pages, or choose another file.");
        return new WebMushraImport().Convert(root, pages, seed);
    }

    private ImportedTest Convert(ConfigNode root, ConfigNode pages, long seed)
    {
        var top = new PageReader(root, "", notes);
        top.Get("pages");
        var (name, id) = (top.Text("testname"), top.Raw("testId"));
        var language = top.Raw("language") is { Length: > 0 } wanted ? wanted : "en";
        if (!StandardScales.Languages.Contains(language))
        {
            notes.Add(new("language", top.Get("language")!.Line, $"There is no listener's page in '{language}': it is in English."));
            language = "en";
        }
        NoteTop("bufferSize", "Playing needs no buffer size here.");
        NoteTop("remoteService", "Results are not sent to another address: every answer is stored on this server at once.");
        if (top.Truth("stopOnErrors") == false) NoteTop("stopOnErrors", "A test with errors cannot be published here.");
        if (top.Truth("showButtonPreviousPage") == true) NoteTop("showButtonPreviousPage", "Listeners cannot go back to an earlier page.");
        foreach (var (field, value) in root.Fields!.Where(field => field.Key is not ("testname" or "testId" or "language" or "bufferSize" or "remoteService" or "stopOnErrors" or "showButtonPreviousPage" or "pages")))
            notes.Add(new(field, value.Line, $"'{field}' is no field of a webMUSHRA configuration that is known here; it is left out."));
        AddList(pages, "pages");
        trials.NoteAnchors();

        var title = name.Length > 0 ? name : id.Length > 0 ? id : "Imported test";
        var definition = new ListeningTestDefinition
        {
            Title = title.Length > LongestTitle ? title[..LongestTitle] : title,
            Notes = $"Imported from a webMUSHRA configuration{(id.Length > 0 ? $" with the test id {id}" : "")}.",
            Language = language,
            Seed = seed,
            Conditions = trials.Conditions,
            Sections = sections,
            Finish = finish,
            // webMUSHRA plays files as they are.
            Preparation = new() { Mono = false, Align = false, Loudness = LoudnessRule.Keep, Anchor35 = trials.Anchor35, Anchor70 = trials.Anchor70 },
        };
        return new(AnchorStimuli.Apply(definition), [.. notes.OrderBy(note => note.Line)]) { VolumeFiles = volumes };

        void NoteTop(string field, string message)
        {
            if (top.Get(field) is { } found) notes.Add(new(field, found.Line, message));
        }
    }

    private void AddList(ConfigNode list, string place)
    {
        if (IsRandom(list))
        {
            AddRandom(list, place);
            return;
        }
        for (var i = 0; i < list.Items!.Count; i++)
        {
            var (item, at) = (list.Items[i], $"{place}[{i}]");
            if (item.Items is not null) AddList(item, at);
            else AddPage(item, at);
        }
    }

    private static bool IsRandom(ConfigNode list) => list.Items is [{ Text: "random" }, ..];

    private void AddRandom(ConfigNode list, string place)
    {
        var shuffled = Collect(list, place, group: false);
        if (shuffled.Count == 0) return;
        sections.Add(new TrialSection { Order = TrialOrder.Shuffled, Trials = shuffled });
        grows = false;
    }

    /// <summary>The trials of a shuffled list; inner lists become groups, which stay together.</summary>
    private List<Trial> Collect(ConfigNode list, string place, bool group)
    {
        var found = new List<Trial>();
        for (var i = IsRandom(list) ? 1 : 0; i < list.Items!.Count; i++)
        {
            var (item, at) = (list.Items[i], $"{place}[{i}]");
            if (item.Items is not null)
            {
                var inner = Collect(item, at, group: true);
                if (!group && inner.Count > 1)
                {
                    var name = $"block-{++blocks}";
                    if (IsRandom(item)) notes.Add(new(at, item.Line, "Within a block that is itself shuffled, pages keep their order here; blocks are shuffled."));
                    inner = [.. inner.Select(trial => trial with { Group = name })];
                }
                else if (group)
                {
                    notes.Add(new(at, item.Line, "A block within a block becomes a part of the outer one, in the order of the configuration."));
                }
                found.AddRange(inner);
            }
            else if (WebMushraTrials.Makes(item))
            {
                var page = trials.Of(item, at, out var several, out var limit);
                if (several && page.Count > 1)
                    notes.Add(new(at, item.Line, group ? "The page's stimuli keep their order within their block." : "The page's stimuli are shuffled together with the other pages of the list, not next to each other."));
                if (limit is not null) notes.Add(new($"{at}.maxStimuli", item.Line, "In a shuffled list every stimulus of the page is shown. Set the trials for each listener on the section instead."));
                found.AddRange(page);
            }
            else
            {
                notes.Add(new(at, item.Line, "A page without ratings stands in a shuffled list; it comes before the list here."));
                AddPage(item, at);
            }
        }
        return found;
    }

    private void AddPage(ConfigNode item, string place)
    {
        if (item.Fields is null)
        {
            notes.Add(new(place, item.Line, $"'{item.Text}' is no page; it is left out."));
            return;
        }
        if (!WebMushraTrials.Makes(item))
        {
            var (section, file) = WebMushraPages.Of(new(item, place, notes), ref finish);
            if (section is null) return;
            if (file is not null) volumes[sections.Count] = file;
            sections.Add(section);
            grows = false;
            return;
        }
        var page = trials.Of(item, place, out var several, out var limit);
        if (page.Count == 0) return;
        if (!several && grows && sections[^1] is TrialSection open) sections[^1] = open with { Trials = [.. open.Trials, .. page] };
        else sections.Add(new TrialSection { Order = several ? TrialOrder.Shuffled : TrialOrder.Fixed, PerListener = limit < page.Count ? limit : null, Trials = page });
        grows = !several;
    }
}
