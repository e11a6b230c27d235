using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Commands;

/// <summary>The settings as verbs read them: appsettings.json beside the executable, then the environment.</summary>
internal static class LocalSettings
{
    public static SpeechScoopOptions Read() => SpeechScoopOptions.From(
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build(),
        AppRoot.Find());
}
