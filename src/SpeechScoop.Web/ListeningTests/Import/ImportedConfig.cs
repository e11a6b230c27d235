using System.Security.Cryptography;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Import;

/// <summary>A configuration that was given: one webMUSHRA file, or one or more tables of the P.808 toolkit.</summary>
internal static class ImportedConfig
{
    /// <summary>Longest file, in bytes.</summary>
    public const int MaximumBytes = 10_000_000;

    /// <summary>Reads texts by what they are: names that end in .csv are tables, others YAML.</summary>
    /// <param name="seed">Null for one by lot.</param>
    /// <param name="conditionPattern">Tables: finds conditions in the names of files, see <see cref="ConditionPattern"/>; null or empty to take their folders.</param>
    public static Result<ImportedTest> Read(IReadOnlyList<(string Name, string Text)> files, TrialDesign? design, long? seed, string? conditionPattern = null)
    {
        ConditionPattern? conditions = null;
        if (!string.IsNullOrWhiteSpace(conditionPattern) && !ConditionPattern.Read(conditionPattern).TryGet(out conditions, out var error)) return error;
        var decided = seed ?? RandomNumberGenerator.GetInt32(1, int.MaxValue);
        var tables = files.Where(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        if (tables.Count == files.Count && files.Count > 0)
            return P808Import.Read([.. tables.Select(table => new P808Table(Path.GetFileName(table.Name), table.Text))], design, Path.GetFileNameWithoutExtension(tables[0].Name), decided, conditions);
        return files.Count == 1
            ? YamlConfig.Read(files[0].Text).Then(root => WebMushraImport.Read(root, decided))
            : new Error.Invalid("import-files", "Give one webMUSHRA configuration (.yaml), or one or more tables of the P.808 toolkit (.csv).");
    }
}
