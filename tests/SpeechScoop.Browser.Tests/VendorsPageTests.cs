using Microsoft.Playwright;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Tests.Vendors;

namespace SpeechScoop.Browser.Tests;

/// <summary>Vendors, their prices and what follows from them, on the page.</summary>
public sealed class VendorsPageTests(Application application)
{
    private const string Key = "sk-2mW8xTq4Zc7Lr0Yb9Ns3";

    [Fact]
    public async Task A_vendor_is_tested_priced_and_its_costs_are_told()
    {
        Chromium.Require();
        await using var vendor = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two"}"""));
        await using var server = new ServerProcess();
        var settings = Path.Combine(server.DataPath, "vendors.json");
        await File.WriteAllTextAsync(settings, $$$"""{"acme":{"kind":"openai","baseUrl":"{{{vendor.Address}}}","model":"m-1","apiKey":"{{{Key}}}"},"later":{"kind":"deepgram"},"odd":{"kind":"fax"}}""");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(settings, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await server.StartAsync();
        await MakeRunAsync(server);

        await using var page = await application.OpenAsync(other: server);
        await page.GoAsync("/vendors");
        await Assertions.Expect(page.Page.GetByText("of the kind \"fax\"")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#vendor-later")).ToContainTextAsync("SpeechScoop__Vendors__later__ApiKey");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Test acme m-1" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#vendor-acme")).ToContainTextAsync("heard “one two” in a tone");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Remove example" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add acme" }).ClickAsync();
        await page.Page.GetByLabel("Per minute of acme").FillAsync("much");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save prices" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("“much”, which is no number")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Per minute of acme").FillAsync("0.06");
        await page.Page.GetByLabel("Billed in steps of, s of acme").FillAsync("5");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save prices" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await page.Page.GetByLabel("Minutes of audio a month").FillAsync("1000");
        await page.Page.GetByLabel("Or all of this length, seconds").FillAsync("2");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Compute the month" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Cost of a month" })).ToContainTextAsync("150.00\u202fEUR");

        await page.Page.GetByLabel("Run", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Cost of the run" })).ToContainTextAsync("0.00500\u202fEUR");
        Assert.DoesNotContain(Key, await page.Page.ContentAsync(), StringComparison.Ordinal);
        await page.AssertAccessibleAsync();
        page.AssertQuiet();

        // Systems lists them beside the packs, without their keys.
        await page.GoAsync("/systems");
        var listed = page.Page.GetByRole(AriaRole.Region, new() { Name = "Vendors" });
        await Assertions.Expect(listed.GetByRole(AriaRole.Article, new() { Name = "acme m-1" })).ToContainTextAsync("Key present");
        await Assertions.Expect(listed.GetByRole(AriaRole.Article, new() { Name = "later" })).ToContainTextAsync("Key missing");
        Assert.DoesNotContain(Key, await page.Page.ContentAsync(), StringComparison.Ordinal);
        await page.AssertAccessibleAsync();

        // No vendor is chosen by itself.
        await page.GoAsync("/runs?new");
        await Assertions.Expect(page.Page.GetByLabel("acme m-1")).Not.ToBeCheckedAsync();
    }

    private static async Task MakeRunAsync(ServerProcess server)
    {
        using var api = new Api(server);
        var clip = await api.UploadAsync(WavWriter.ToBytes(new AudioClip(16_000, [.. Enumerable.Range(0, 16_000).Select(i => 0.1f * MathF.Sin(0.05f * i))])));
        var dataset = await api.PostAsync("/api/datasets", new { name = "one", items = new[] { new { key = "a", text = "one two", clip } } });
        await api.RunAsync(new { dataset = (string)dataset["id"]!, kind = "recognition", plan = new { conditions = new[] { new { systemId = "vendor:acme" } } } });
    }
}
