using MathNet.Numerics;

namespace SpeechScoop.Recognition;

/// <summary>
/// McNemar's test on utterances without any error: exact and two-sided, over the utterances that only one of the systems has right (Gillick and Cox, ICASSP 1989).
/// Word errors within an utterance are not counted, so it suits short utterances such as commands.
/// </summary>
/// <param name="OnlyFirstRight">Utterances that only the first system has right.</param>
/// <param name="OnlySecondRight">Utterances that only the second has right.</param>
/// <param name="P">Two-sided; 1 where no utterance tells them apart.</param>
public sealed record McNemarTest(int OnlyFirstRight, int OnlySecondRight, double P)
{
    /// <summary>Tests the two counts.</summary>
    public static McNemarTest Of(int onlyFirstRight, int onlySecondRight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirstRight);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecondRight);
        var (trials, larger) = (onlyFirstRight + onlySecondRight, Math.Max(onlyFirstRight, onlySecondRight));
        var p = trials == 0 ? 1 : Math.Min(1, 2 * SpecialFunctions.BetaRegularized(larger, trials - larger + 1, 0.5));
        return new(onlyFirstRight, onlySecondRight, larger * 2 == trials ? 1 : p);
    }
}
