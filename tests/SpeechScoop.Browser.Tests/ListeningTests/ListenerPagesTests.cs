using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>Every kind of page that a listener may see.</summary>
public sealed class ListenerPagesTests(Application application)
{
    /// <summary>Designs and their questions.</summary>
    private static readonly string[] Designs = ["acr", "dcr", "ccr", "mushra", "ab", "abx", "bs1116", "p835", "likert", "arena", "transcription"];

    private static readonly object Likert = new object[]
    {
        new { id = "natural", question = "How natural is the voice?", minimum = 1, maximum = 3, points = new object[] { new { value = 3, label = "Natural" }, new { value = 2, label = "In between" }, new { value = 1, label = "Artificial" } } },
        new { id = "effort", question = "How much effort is it to listen?", minimum = 0, maximum = 100, continuous = true, points = new object[] { new { value = 0, label = "None" }, new { value = 100, label = "Very much" } } },
    };

    [Fact]
    public async Task Pages_before_the_trials_are_accessible_and_fit_and_lead_on()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync(
        [
            new { kind = "consent", text = "You rate recordings of speech.\n\nYour answers are stored without your name." },
            new { kind = "text", title = "What to do", text = "Listen, then rate." },
            new
            {
                kind = "questionnaire", fields = new object[]
                {
                    new { name = "age", label = "Your age", type = "number", minimum = 18, maximum = 99 },
                    new { name = "listens", label = "What do you listen with?", type = "choice", choices = new[] { "Headphones", "Loudspeakers" } },
                    new { name = "note", label = "Anything else?", type = "long-text", optional = true },
                },
            },
            new { kind = "volume", defaultVolume = 0.4 },
            new { kind = "headphones", questions = 2, passMark = 0, attempts = 1 },
            await maker.TrialsAsync("acr"),
        ]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await watched.GoAsync(path);
        await LookAsync(listener, "listen-welcome", "Three codecs at 6 kbit/s");
        await listener.WelcomeAsync();
        await LookAsync(listener, "listen-consent", "Taking part");
        await listener.Next.ClickAsync();
        await LookAsync(listener, "listen-text", "What to do");
        await listener.Next.ClickAsync();

        await listener.ExpectHeadingAsync("About you");
        await listener.Page.GetByLabel("Your age").FillAsync("7");
        await listener.Next.ClickAsync();
        await Assertions.Expect(listener.Page.GetByText("Please enter 18 or more.")).ToBeVisibleAsync();
        await Assertions.Expect(listener.Page.GetByLabel("Your age")).ToBeFocusedAsync();
        await LookAsync(listener, "listen-questionnaire", "About you");
        await listener.Page.GetByLabel("Your age").FillAsync("30");
        await listener.Page.GetByLabel("What do you listen with?").SelectOptionAsync("Headphones");
        await listener.Next.ClickAsync();

        await listener.ExpectHeadingAsync("Set your volume");
        await listener.ExpectReadyAsync();
        await LookAsync(listener, "listen-volume", "Set your volume");
        await listener.Next.ClickAsync();
        for (var question = 1; question <= 2; question++)
        {
            await Assertions.Expect(listener.Page.GetByText($"Question {question} of 2")).ToBeVisibleAsync();
            await listener.ExpectReadyAsync();
            if (question == 1) await LookAsync(listener, "listen-headphones", "Headphone check");
            await listener.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
            await listener.Page.Locator(".choice", new() { HasText = "Tone 2" }).ClickAsync();
            await listener.Next.ClickAsync();
        }
        await listener.ExpectHeadingAsync("Trial 1 of 1");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Every_design_is_accessible_fits_and_can_be_answered()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var sections = new List<object>();
        foreach (var design in Designs) sections.Add(await maker.TrialsAsync(design, scales: design == "likert" ? Likert : null, options: new { shuffleStimuli = false, comment = design == "likert" }));
        var path = await maker.PublishAsync(sections);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        for (var i = 0; i < Designs.Length; i++)
        {
            await Assertions.Expect(listener.Heading).ToHaveTextAsync(Designs[i] == "arena" ? $"Pair {i + 1} of {Designs.Length}" : $"Trial {i + 1} of {Designs.Length}");
            await listener.ExpectReadyAsync();
            await LookAsync(listener, $"listen-{Designs[i]}", null);
            await AnswerAsync(listener);
            await listener.ExpectSavedAsync();
            await listener.Next.ClickAsync();
        }
        await listener.ExpectHeadingAsync("Thank you");
        await LookAsync(listener, "listen-finish", "Thank you");
        watched.AssertQuiet();
        var answered = (await maker.RatingsAsync()).GroupBy(rating => (string)rating["design"]!).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(new Dictionary<string, int>
        {
            ["acr"] = 1, ["dcr"] = 1, ["ccr"] = 1, ["mushra"] = 5, ["ab"] = 1, ["abx"] = 1, ["bs1116"] = 2, ["p835"] = 3, ["likert"] = 4, ["arena"] = 1, ["transcription"] = 1,
        }, answered);
    }

    [Fact]
    public async Task The_first_page_weighs_less_than_a_hundred_kilobytes_and_a_listeners_link_opens_nothing_else()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([new { kind = "consent", text = "You rate recordings." }, await maker.TrialsAsync("mushra")], language: "ja");
        await using var watched = await application.OpenAsync(hasKey: false);
        var session = await watched.Page.Context.NewCDPSessionAsync(watched.Page);
        await session.SendAsync("Network.enable");
        var (bytes, requests) = (0.0, 0);
        var sounds = new HashSet<string>();
        session.Event("Network.responseReceived").OnEvent += (_, arguments) =>
        {
            if (arguments!.Value.GetProperty("response").GetProperty("url").GetString()!.Contains("/audio/", StringComparison.Ordinal)) sounds.Add(arguments.Value.GetProperty("requestId").GetString()!);
        };
        session.Event("Network.loadingFinished").OnEvent += (_, arguments) =>
        {
            if (sounds.Contains(arguments!.Value.GetProperty("requestId").GetString()!)) return;
            bytes += arguments!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };
        await watched.GoAsync(path);
        await Assertions.Expect(watched.Page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
        await Assertions.Expect(watched.Page.Locator("main .listen-next")).ToHaveTextAsync("開始");
        await Assertions.Expect(watched.Page.Locator(".save-state")).ToBeVisibleAsync();
        Assert.True(requests > 10, $"{requests} requests were seen");
        Assert.InRange(bytes, 10_000, 100_000);
        Assert.True(await watched.LayoutShiftAsync() < 0.05, "things moved while the page loaded");
        watched.AssertQuiet();

        watched.Expected.Add("401");
        foreach (var elsewhere in new[] { "/", "/live", "/api/systems", "/api/listening-tests", "/js/live/live.js" })
            Assert.Equal(401, await watched.Page.EvaluateAsync<int>("path => fetch(path).then(response => response.status)", elsewhere));
    }

    [Theory]
    [InlineData("/listen/nobody-knows-this-link-nobody-knows-this-link", 404)]
    public async Task A_link_that_leads_nowhere_says_so(string path, int status)
    {
        await using var watched = await application.OpenAsync(hasKey: false);
        watched.Expected.Add($"{status}");
        Assert.Equal(status, (await watched.GoAsync(path))?.Status);
        await watched.AssertAccessibleAsync();
        await watched.PortrayAsync("listen-no-link", View.Wide);
        watched.AssertQuiet();
    }

    /// <summary>Gives the first possible answer to everything on the page.</summary>
    private static async Task AnswerAsync(ListenPage listener)
    {
        var page = listener.Page;
        foreach (var label in await page.Locator(".sound-button").EvaluateAllAsync<string[]>("all => all.map(button => button.dataset.label)"))
        {
            await page.Locator($".sound-button[data-label='{label}']").First.ClickAsync();
            await Assertions.Expect(page.Locator($".sound-button.sounding[data-label='{label}']").First).ToBeVisibleAsync();
        }
        if (await page.Locator(".sound-button").CountAsync() == 0) await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        for (var asked = 0; asked < 20 && await page.Locator(".choices-set:not(:has(:checked))").CountAsync() > 0; asked++)
            await page.Locator(".choices-set:not(:has(:checked)) .choice").First.ClickAsync();
        foreach (var slider in await page.Locator(".rating-slider").AllAsync()) await slider.ClickAsync();
        var text = page.GetByLabel("What was said?");
        if (await text.CountAsync() > 0)
        {
            await text.FillAsync("a tone");
            await text.BlurAsync();
        }
    }

    /// <summary>Looks at a page wide and narrow, light and dark: it fits, and axe-core finds nothing in either layout.</summary>
    private static async Task LookAsync(ListenPage listener, string name, string? heading)
    {
        if (heading is not null) await listener.ExpectHeadingAsync(heading);
        await listener.Watched.AssertAccessibleAsync();
        await listener.Watched.PortrayAsync(name, View.Wide, View.NarrowDark);
        await listener.Watched.AssertAccessibleAsync();
        await listener.Watched.PortrayAsync(name, View.Wide);
    }
}
