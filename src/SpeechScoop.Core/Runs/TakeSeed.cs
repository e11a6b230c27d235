using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SpeechScoop.Runs;

/// <summary>The seeds with which a run's outputs are sampled.</summary>
public static class TakeSeed
{
    /// <summary>
    /// The seed of an output: the first 53 bits of the SHA-256 over run seed, item key and take, so that JavaScript keeps it exactly. Conditions
    /// share it: for one item and take, only the settings differ.
    /// </summary>
    public static long Of(long runSeed, string itemKey, int take) =>
        (long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{runSeed}\n{itemKey}\n{take}")))) >> 11);
}
