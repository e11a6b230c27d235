using SpeechScoop.ListeningTests;

namespace SpeechScoop.Core.Tests.ListeningTests.Building;

/// <summary>Audio of tests, made up.</summary>
internal static class Materials
{
    /// <summary>Systems <c>s1 s2 …</c>, items <c>i1 i2 …</c>, every clip there.</summary>
    public static TestMaterial Of(int systems, int items, bool reference)
    {
        var conditions = Enumerable.Range(1, systems).Select(number => new TestCondition($"s{number}", $"System {number}")).ToList();
        if (reference) conditions.Insert(0, new TestCondition(TestMaterial.ReferenceId, "Reference", StimulusRole.Reference));
        return new TestMaterial(conditions, [.. Enumerable.Range(1, items).Select(item =>
            new MaterialItem($"i{item}", [.. conditions.Select(condition => new MaterialClip(condition.Id, Sha256(item, condition.Id)))]))]);
    }

    private static string Sha256(int item, string condition) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{item} {condition}")));
}
