using SpeechScoop.ListeningTests;
using SpeechScoop.Web.ListeningTests.Import;

namespace SpeechScoop.Web.Tests.ListeningTests.Import;

/// <summary>What the import makes of a configuration.</summary>
internal static class ImportedYaml
{
    public static ImportedTest Imported(string yaml) => YamlConfig.Read(yaml).Then(root => WebMushraImport.Read(root, 42)).Value;

    public static List<TrialSection> Sections(ListeningTestDefinition definition) => [.. definition.Sections.OfType<TrialSection>()];

    public static IEnumerable<Trial> Trials(ListeningTestDefinition definition) => Sections(definition).SelectMany(section => section.Trials);
}
