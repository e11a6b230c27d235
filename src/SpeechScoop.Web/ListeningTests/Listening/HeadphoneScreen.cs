using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>The questions of a session's headphone screen; the same for ever, and at every attempt.</summary>
internal static class HeadphoneScreen
{
    public static IReadOnlyList<HeadphoneQuestion> Questions(ListeningTestDefinition definition, HeadphoneSection section, SessionContent session, int page) =>
        HeadphoneTones.Make(unchecked(definition.Seed + (session.Number * 1_000_003L) + (page * 10_007L)), section.Questions);

    /// <summary>How many answers are right.</summary>
    public static int Right(IReadOnlyList<HeadphoneQuestion> questions, IReadOnlyList<int> choices) =>
        questions.Zip(choices).Count(pair => pair.First.Quiet == pair.Second);
}
