namespace SpeechScoop.Web.Hosting;

/// <summary>The folder that holds <c>wwwroot</c> and <c>models</c>: the checkout, or the published folder.</summary>
internal static class AppRoot
{
    /// <summary>The nearest folder at or above the executable with <c>wwwroot/index.html</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none: the installation is incomplete.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "wwwroot", "index.html"))) return folder.FullName;
        throw new DirectoryNotFoundException(
            $"No folder at or above {AppContext.BaseDirectory} holds wwwroot/index.html: the installation is incomplete. Copy wwwroot and models beside the executable.");
    }
}
