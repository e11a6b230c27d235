using System.Security.Cryptography;
using SpeechScoop.Storage.Clips;

namespace SpeechScoop.Storage.Tests.Clips;

public sealed class AudioFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_named_by_its_content_and_storing_it_again_changes_nothing()
    {
        var files = AudioFiles.Open(folder.Path).Value;
        byte[] bytes = [1, 2, 3];
        var sha256 = files.Store(stream => stream.Write(bytes)).Value;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), sha256);
        var path = files.Find(sha256).Value;
        Assert.Equal(Path.Combine(folder.Path, "audio", sha256[..2], sha256 + ".wav"), path);
        var written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(sha256, files.Store(stream => stream.Write(bytes)).Value);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_write_that_fails_midway_leaves_nothing()
    {
        var files = AudioFiles.Open(folder.Path).Value;
        var result = files.Store(stream =>
        {
            stream.Write([1, 2, 3]);
            throw new IOException("No space left on device", 28);
        });
        Assert.Equal("disk-full", Assert.IsType<Error.Unavailable>(result.Error).Code);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Leftovers_of_an_earlier_run_are_removed_and_what_is_being_written_stays()
    {
        var files = AudioFiles.Open(folder.Path).Value;
        var (left, current) = (files.NewTemporaryPath(), files.NewTemporaryPath());
        File.WriteAllText(left, "half a recording");
        File.SetLastWriteTimeUtc(left, new DateTime(2026, 1, 1));
        File.WriteAllText(current, "a recording that goes on");
        files.RemoveLeftovers(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(current));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_stored_hash_is_not_found(string sha256) =>
        Assert.IsType<Error.NotFound>(AudioFiles.Open(folder.Path).Value.Find(sha256).Error);
}
