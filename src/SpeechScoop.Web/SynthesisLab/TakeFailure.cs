namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Something that is wrong with a take.</summary>
/// <param name="Kind">Id, such as <c>truncation</c>.</param>
/// <param name="Reason">What was found, in a sentence with its numbers.</param>
internal sealed record TakeFailure(string Kind, string Reason);
