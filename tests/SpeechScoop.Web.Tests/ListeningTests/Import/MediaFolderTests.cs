using SpeechScoop.Web.ListeningTests.Import;

namespace SpeechScoop.Web.Tests.ListeningTests.Import;

public sealed class MediaFolderTests : IDisposable
{
    private readonly string outer = Directory.CreateTempSubdirectory("scoop-media-").FullName;
    private readonly MediaFolder folder;

    public MediaFolderTests()
    {
        Directory.CreateDirectory(Path.Combine(outer, "media", "audio"));
        File.WriteAllText(Path.Combine(outer, "secret.wav"), "secret");
        File.WriteAllText(Path.Combine(outer, "media", "audio", "a.wav"), "a");
        File.CreateSymbolicLink(Path.Combine(outer, "media", "link.wav"), Path.Combine(outer, "secret.wav"));
        Directory.CreateSymbolicLink(Path.Combine(outer, "media", "up"), outer);
        File.CreateSymbolicLink(Path.Combine(outer, "media", "twice.wav"), "up/secret.wav");
        Directory.CreateDirectory(Path.Combine(outer, "other"));
        Directory.CreateSymbolicLink(Path.Combine(outer, "media", "side"), Path.Combine(outer, "other"));
        File.CreateSymbolicLink(Path.Combine(outer, "media", "back.wav"), "side/../secret.wav");
        File.CreateSymbolicLink(Path.Combine(outer, "media", "circle.wav"), "circle.wav");
        File.CreateSymbolicLink(Path.Combine(outer, "media", "within.wav"), "audio/a.wav");
        folder = MediaFolder.Open(new(Path.Combine(outer, "media"))).Value;
    }

    public void Dispose() => Directory.Delete(outer, recursive: true);

    [Theory]
    [InlineData("audio/a.wav")]
    [InlineData("./audio/a.wav")]
    [InlineData("/audio/a.wav")]
    [InlineData("configs\\resources\\audio\\a.wav")]
    [InlineData("https://x.org/data/audio/a.wav?sig=1")]
    public void Files_are_found_by_the_end_of_their_path(string name) => Assert.Equal(Path.Combine(outer, "media", "audio", "a.wav"), folder.Find(name));

    [Theory]
    [InlineData("../secret.wav")]
    [InlineData("audio/../../secret.wav")]
    [InlineData("audio\\..\\..\\secret.wav")]
    [InlineData("link.wav")]
    [InlineData("twice.wav")]
    [InlineData("back.wav")]
    [InlineData("circle.wav")]
    [InlineData("up/secret.wav")]
    [InlineData("https://x.org/%2e%2e/secret.wav")]
    [InlineData("nothing.wav")]
    [InlineData("audio")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Nothing_outside_the_folder_is_found(string name) => Assert.Null(folder.Find(name));

    [Fact]
    public void Links_within_the_folder_are_followed() => Assert.NotNull(folder.Find("within.wav"));

    [Fact]
    public void An_absolute_path_leads_nowhere() => Assert.Null(folder.Find(Path.Combine(outer, "secret.wav")));

    [Fact]
    public void A_folder_that_is_not_there_is_refused() => Assert.Equal("media-folder-missing", MediaFolder.Open(new(Path.Combine(outer, "none"))).Error!.Code);
}
