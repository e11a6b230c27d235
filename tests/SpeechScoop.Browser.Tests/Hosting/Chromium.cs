using Microsoft.Playwright;
using SpeechScoop.Tests;

namespace SpeechScoop.Browser.Tests.Hosting;

/// <summary>Starts headless Chromium as installed on this machine, with a WAV file as its microphone where one is given.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--disable-sync", "--no-first-run", "--no-default-browser-check", "--metrics-recording-only", "--disable-features=Translate,OptimizationHints,MediaRouter",
        "--use-fake-device-for-media-stream",
    ];

    /// <summary>Skips the calling test where no Chromium is installed.</summary>
    public static void Require() => Assert.SkipUnless(Path() is not null, "needs the program chromium (Debian: apt-get install chromium)");

    /// <summary>Starts a browser.</summary>
    /// <param name="microphone">WAV file that the microphone plays once from the moment it is opened; null for the built-in beep.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? microphone = null)
    {
        string[] arguments = microphone is null ? Quiet : [.. Quiet, $"--use-file-for-fake-audio-capture={microphone}%noloop"];
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path(), Headless = true, Args = arguments });
    }

    private static string? Path() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
