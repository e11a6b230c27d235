namespace SpeechScoop.Inference.Synthesis;

/// <summary>The limits that every synthesizer shares.</summary>
internal static class SynthesisRequestCheck
{
    public const int MaxCharacters = 20_000;

    /// <summary>The first thing wrong with a request; null when it is right.</summary>
    public static Error? Check(SynthesisRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Text)) return new Error.Invalid("text-empty", "The text is empty: type something to speak.");
        if (request.Text.Length > MaxCharacters)
            return new Error.Invalid("text-too-long", $"The text has {request.Text.Length} characters; at most {MaxCharacters} can be spoken at once. Split it.");
        if (request.Rate is not (>= 0.5 and <= 2)) return new Error.Invalid("rate-out-of-range", $"The speaking rate is {request.Rate}; it has to lie between 0.5 and 2.");
        if (request.Temperature is not (null or (>= 0 and <= 2)))
            return new Error.Invalid("temperature-out-of-range", $"The temperature is {request.Temperature}; it has to lie between 0 and 2.");
        return null;
    }

    /// <summary>The error for text without anything that has a pronunciation.</summary>
    public static Error NothingToSpeak() => new Error.Invalid("nothing-to-speak", "The text holds nothing that can be spoken: it needs letters or digits.");

    /// <summary>The text with control characters (but line ends and tabs) and lone surrogates turned into spaces.</summary>
    public static string WithoutControls(string text)
    {
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (char.IsHighSurrogate(clean[i]) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1])) i++;
            else if (char.IsSurrogate(clean[i]) || (char.IsControl(clean[i]) && clean[i] is not ('\n' or '\r' or '\t'))) clean[i] = ' ';
        }
        return new string(clean);
    }
}
