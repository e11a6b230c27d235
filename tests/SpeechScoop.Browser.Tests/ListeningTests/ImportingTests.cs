using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>From another program's configuration to a draft.</summary>
public sealed class ImportingTests(Application application) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoop-import-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_webmushra_configuration_shows_what_it_loses_before_its_draft()
    {
        var config = Path.Combine(folder.FullName, "my.yaml");
        await File.WriteAllTextAsync(config, "testname: Imported <i>codecs</i>\npages:\n  - {type: mushra, id: m1, showConditionNames: true, reference: ref.wav, stimuli: {C1: c1.wav}}\n");
        await using var page = await application.OpenAsync();
        await page.GoAsync("/tests?new");
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "A webMUSHRA or P.808 configuration" }).CheckAsync();
        await page.Page.GetByLabel("Add files", new() { Exact = true }).SetInputFilesAsync(config);
        await page.AssertAccessibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByText("Conditions stay hidden from listeners.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("Missing audio (2)")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Open the draft" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Imported codecs" })).ToBeVisibleAsync();
        page.AssertQuiet();
    }
}
