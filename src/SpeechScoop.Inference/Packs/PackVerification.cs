namespace SpeechScoop.Inference.Packs;

/// <summary>What verifying a pack found.</summary>
/// <param name="PackId">The pack.</param>
/// <param name="Passed">Whether all files are as the manifest says, all graphs load, and the self test passes.</param>
/// <param name="Problems">Everything that is wrong; each names file and key.</param>
/// <param name="SelfTest">Outcome of the self test; null where something prevented it.</param>
public sealed record PackVerification(string PackId, bool Passed, IReadOnlyList<string> Problems, SelfTestOutcome? SelfTest);
