namespace SpeechScoop.Architecture.Tests;

public sealed class SourceFileTests
{
    private const int LongestFile = 500;

    private static readonly string[] LayerWords = ["Controllers", "Services", "Helpers", "Utils", "Utilities", "Managers", "Common", "Misc", "Models", "Interfaces", "Dtos"];

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = SourceFiles.All(".cs", ".js", ".mjs", ".css", ".html", ".py", ".sql")
            .Select(path => (path, lines: SourceFiles.Read(path).Split('\n').Length - 1))
            .Where(file => file.lines > LongestFile)
            .Select(file => $"{file.path}: {file.lines} lines");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Half_of_the_source_files_are_short()
    {
        var lengths = SourceFiles.All(".cs", ".js").Select(path => SourceFiles.Read(path).Split('\n').Length).Order().ToArray();
        Assert.InRange(lengths[lengths.Length / 2], 1, 120);
    }

    [Fact]
    public void Folders_are_named_for_features_not_for_layers()
    {
        var folders = SourceFiles.All(".cs", ".js").SelectMany(path => path.Split('/')[..^1]).Distinct();
        Assert.DoesNotContain(folders, folder => LayerWords.Contains(folder, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_program_is_a_table_of_contents()
    {
        Assert.InRange(SourceFiles.Read("src/SpeechScoop.Web/Program.cs").Split('\n').Length, 1, 20);
    }

    [Fact]
    public void Core_does_no_input_or_output_and_reads_no_clock()
    {
        string[] forbidden = ["System.IO", "File.", "TimeProvider", "Stopwatch", "HttpClient", "Environment."];
        var found = SourceFiles.All(".cs").Where(path => path.StartsWith("src/SpeechScoop.Core/", StringComparison.Ordinal))
            .SelectMany(path => SourceFiles.Read(path).Split('\n')
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.Any(line.Contains))
                .Select(line => $"{path}: {line.Trim()}"));
        Assert.Empty(found);
    }

    [Fact]
    public void Pages_have_no_inline_script_style_or_handler()
    {
        foreach (var path in SourceFiles.All(".html").Where(path => path.StartsWith("wwwroot/", StringComparison.Ordinal)))
        {
            var html = SourceFiles.Read(path);
            Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)[^>]*>", html);
            Assert.DoesNotMatch(@"<style\b", html);
            Assert.DoesNotMatch(@"\son[a-z]+\s*=", html);
            Assert.DoesNotMatch(@"\sstyle\s*=", html);
        }
    }

    [Fact]
    public void Pages_never_turn_text_into_markup()
    {
        var offenders = SourceFiles.All(".js").Where(path => path.StartsWith("wwwroot/js/", StringComparison.Ordinal))
            .Where(path => SourceFiles.Read(path) is var text && (text.Contains("innerHTML", StringComparison.Ordinal)
                || text.Contains("insertAdjacentHTML", StringComparison.Ordinal) || text.Contains("dangerouslySetInnerHTML", StringComparison.Ordinal)));
        Assert.Empty(offenders);
    }
}
