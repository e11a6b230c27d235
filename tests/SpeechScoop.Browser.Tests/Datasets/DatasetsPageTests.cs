using Microsoft.Playwright;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Datasets;

/// <summary>From files on the disk to a dataset, on the pages alone.</summary>
public sealed class DatasetsPageTests(Application application) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoop-dataset-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_understood_of_files_is_shown_with_every_problem_before_it_is_stored()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/datasets?new");
        await page.AssertAccessibleAsync();
        var files = page.Page.GetByLabel("Choose files");
        var latin = Path.Combine(folder.FullName, "list.csv");
        await File.WriteAllBytesAsync(latin, System.Text.Encoding.Latin1.GetBytes("file,text\ndog.wav,Frau M\u00fcller\n"));
        await files.SetInputFilesAsync(latin);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show what is understood" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("list.csv, line 2: The line is not UTF-8")).ToBeVisibleAsync();

        await files.SetInputFilesAsync([WriteClip("dog.wav", 1), WriteClip("rain.wav", 2), await WriteAsync("list.csv", "file,text,speaker,noise\ndog.wav,<b>bark</b>,ann,yard\nsnow.wav,hush,bob,\n")]);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show what is understood" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("The recording 'snow.wav' is not among the 2 files")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Store the dataset" })).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("datasets-new-problems", View.Wide, View.NarrowDark);

        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);
        await files.SetInputFilesAsync(await WriteAsync("list.csv", "file,text,speaker,noise\ndog.wav,<b>bark</b>,ann,yard\nrain.wav,hush,bob,\n"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show what is understood" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("<b>bark</b>")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Yard sounds");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("datasets-new-preview", View.All);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Store the dataset" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Yard sounds" })).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play dog" }).ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync("bob");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.Page.GetByLabel("Search").FillAsync("");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("dataset", View.All);

        await page.GoAsync("/datasets");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Yard sounds" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("datasets", View.All);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Prompts_that_come_along_are_stored_paged_and_deleted()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/datasets?new");
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "Prompts that come along" }).CheckAsync();
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "Harvard sentences" }).CheckAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show what is understood" }).ClickAsync();
        await page.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Harvard to delete");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Store the dataset" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("The birch canoe slid on the smooth planks.")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.ExpectAddressAsync("/datasets");
        await Assertions.Expect(page.Page.GetByText("Harvard to delete")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    private string WriteClip(string name, int seed)
    {
        var random = new SeededRandom(seed);
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, WavWriter.ToBytes(new AudioClip(16_000, [.. Enumerable.Range(0, 16_000).Select(_ => (float)(random.NextDouble() - 0.5) / 4)]), WavFormat.Pcm16));
        return path;
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
