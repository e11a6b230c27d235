using System.Xml.Linq;
using SpeechScoop.Tests;

namespace SpeechScoop.Architecture.Tests;

/// <summary>The rooms of the house, and which doors there are between them (docs/architecture.md).</summary>
public sealed class ProjectReferenceTests
{
    public static TheoryData<string, string[], string[]> Rooms => new()
    {
        { "Core", [], ["MathNet.Numerics"] },
        { "Audio", ["Core"], ["System.Numerics.Tensors"] },
        { "Inference", ["Core", "Audio"], ["Microsoft.Extensions.Http.Resilience", "Microsoft.ML.OnnxRuntime"] },
        { "Storage", ["Core"], ["Dapper", "dbup-sqlite", "Microsoft.Data.Sqlite"] },
        { "Web", ["Core", "Audio", "Inference", "Storage"],
            ["Microsoft.AspNetCore.OpenApi", "Microsoft.AspNetCore.SignalR.Protocols.MessagePack", "Scalar.AspNetCore", "System.CommandLine", "YamlDotNet"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_references_only_what_its_row_of_the_table_allows(string room, string[] projects, string[] packages)
    {
        var file = XDocument.Load(Path.Combine(SharedMaterial.RepositoryRoot, "src", $"SpeechScoop.{room}", $"SpeechScoop.{room}.csproj"));
        var referenced = file.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension((string)item.Attribute("Include")!)["SpeechScoop.".Length..]);
        var used = file.Descendants("PackageReference").Select(item => (string)item.Attribute("Include")!);

        Assert.Empty(referenced.Except(projects));
        Assert.Empty(used.Except(packages));
    }

    [Fact]
    public void There_are_five_projects_and_each_has_its_tests()
    {
        var sources = Names("src");
        Assert.Equal(["SpeechScoop.Audio", "SpeechScoop.Core", "SpeechScoop.Inference", "SpeechScoop.Storage", "SpeechScoop.Web"], sources);
        Assert.Empty(sources.Select(name => $"{name}.Tests").Except(Names("tests")));

        static string[] Names(string folder) =>
            [.. Directory.GetDirectories(Path.Combine(SharedMaterial.RepositoryRoot, folder), "SpeechScoop.*").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Package_versions_stand_in_one_file()
    {
        var files = Directory.GetFiles(SharedMaterial.RepositoryRoot, "*.csproj", SearchOption.AllDirectories);
        var versioned = files.Where(file => XDocument.Load(file).Descendants("PackageReference").Any(item => item.Attribute("Version") is not null));
        Assert.Empty(versioned);
    }
}
